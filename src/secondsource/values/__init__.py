"""One file a kind of value: what it looks like in a text, and how two of them relate."""
