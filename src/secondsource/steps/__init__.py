"""The built-in Gherkin vocabulary: a sentence, one engine call, one assertion."""
