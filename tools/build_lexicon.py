"""Build the lexicon's data file from WordNet 3.0's own files.

    python tools/build_lexicon.py [/usr/share/wordnet]

writes ``src/secondsource/language/data/wordnet.sqlite`` (Debian: ``apt install wordnet-base``). What is kept, and why,
is in ``docs/decisions/0004-lexicon.md``; the licence asks for its notice, which stands beside the data.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parents[1] / "src/secondsource/language/data/wordnet.sqlite"
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSES = {"n": 4, "v": 4, "a": 3, "r": 2}
"""How many senses of a lemma are kept: news text seldom means a rarer one."""
NARROW, MIDDLING = 12, 60
"""A general word with at most so many kinds below it says something of them (NARROW: they are near-synonyms)."""
SPECIES = {"05", "20"}
"""Lexicographer files whose words are animals and plants."""
OFFICES = {"04", "06", "14", "18", "21", "26"}
"""Acts, artefacts, groups, persons, possessions, states: where two-word terms of news text stand."""

Key = tuple[str, int]


@dataclass(frozen=True)
class Pointer:
    symbol: str
    target: Key
    source_word: int
    target_word: int


@dataclass(frozen=True)
class Synset:
    key: Key
    file: str
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]

    def targets(self, *symbols: str) -> list[Key]:
        return [p.target for p in self.pointers if p.symbol in symbols]


def pos_of(letter: str) -> str:
    return "a" if letter == "s" else letter


def plain(word: str) -> str:
    return word.split("(")[0].replace("_", " ").lower()


def read_synsets(folder: Path) -> dict[Key, Synset]:
    """Every line of the four data files (format: wndb(5WN))."""
    found = {}
    for pos, name in FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = tuple(fields[4 + 2 * i] for i in range(count))
            at = 5 + 2 * count
            pointers = []
            for i in range(int(fields[4 + 2 * count])):
                symbol, offset, letter, ends = fields[at + 4 * i : at + 4 * i + 4]
                target = (pos_of(letter), int(offset))
                pointers.append(Pointer(symbol, target, int(ends[:2], 16), int(ends[2:], 16)))
            key = (pos, int(fields[0]))
            found[key] = Synset(key, fields[1], words, tuple(pointers))
    return found


def read_senses(folder: Path) -> dict[str, dict[str, list[Key]]]:
    """lemma -> part of speech -> its synsets, most frequent first."""
    found: dict[str, dict[str, list[Key]]] = defaultdict(dict)
    for pos, name in FILES.items():
        for line in (folder / f"index.{name}").read_text(encoding="latin-1").splitlines():
            if not line.startswith("  "):
                fields = line.split()
                found[plain(fields[0])][pos] = [(pos, int(o)) for o in fields[-int(fields[2]) :]]
    return found


def read_counts(folder: Path) -> dict[tuple[str, str, int], int]:
    """(lemma, part of speech, sense number) -> how often the sense was tagged in WordNet's corpus."""
    found = {}
    for line in (folder / "cntlist.rev").read_text(encoding="latin-1").splitlines():
        key, number, count = line.split()
        lemma, rest = key.split("%")
        found[plain(lemma), " nvara"[int(rest[0])], int(number)] = int(count)
    return found


def read_exceptions(folder: Path) -> dict[str, str]:
    """Irregular verb forms: "broken" -> "break"."""
    lines = (folder / "verb.exc").read_text(encoding="latin-1").splitlines()
    return {plain(form): plain(base[0]) for form, *base in map(str.split, lines)}


def verb_of(form: str, verbs: set[str], irregular: dict[str, str]) -> str:
    """The verb that a word in -ed or -ing comes from, or ""."""
    if form in irregular:
        return irregular[form]
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 2:
            for base in (stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else "", stem[:-1]):
                if base in verbs and (base != stem[:-1] or stem[-1] == stem[-2]):
                    return base
    return ""


def alike(a: str, b: str) -> bool:
    return a[:3] == b[:3]


class Builder:
    def __init__(self, folder: Path) -> None:
        self.synsets = read_synsets(folder)
        self.senses = read_senses(folder)
        self.counts = read_counts(folder)
        self.irregular = read_exceptions(folder)
        self.verbs = {lemma for lemma, by_pos in self.senses.items() if "v" in by_pos}
        self.below = Counter(t for s in self.synsets.values() for t in s.targets("@"))
        self.people = self.closure(
            next(k for k, s in self.synsets.items() if s.words[0] == "person" and s.file == "03")
        )
        self.ids: dict[Key, int] = {}

    def closure(self, top: Key) -> set[Key]:
        """A noun synset and all kinds below it (but no single person by name)."""
        found, pending = set(), [top]
        while pending:
            key = pending.pop()
            if key not in found:
                found.add(key)
                pending += self.synsets[key].targets("~")
        return found

    def id(self, key: Key) -> int:
        return self.ids.setdefault(key, len(self.ids) + 1)

    def count(self, lemma: str, pos: str, number: int) -> int:
        return self.counts.get((lemma, pos, number), 0)

    def total(self, lemma: str) -> int:
        return sum(self.count(lemma, p, i) for p, keys in self.senses[lemma].items() for i in range(1, len(keys) + 1))

    def keeps(self, lemma: str) -> bool:
        """Whether news text may need it: not a species, not somebody's name, not a rare phrase."""
        if lemma.count(" ") > 2 or not lemma[:1].isalpha():
            return False
        first = [self.synsets[keys[0]] for keys in self.senses[lemma].values()]
        if self.total(lemma):
            return True
        if " " in lemma:
            return "v" in self.senses[lemma] or any(len(s.words) > 1 and s.file in OFFICES for s in first)
        named = all(any(plain(w) == lemma and w[:1].isupper() for w in s.words) for s in first)
        if named:
            return any(p.symbol in {"+", "\\"} for s in first for p in s.pointers)
        return not all(s.file in SPECIES for s in first)

    def kin(self, lemma: str) -> list[str]:
        """Derivationally related lemmas: sign and signature, Kenya and Kenyan, slow and slowly."""
        found: dict[str, None] = {}
        for keys in self.senses[lemma].values():
            for rank, key in enumerate(keys):
                synset = self.synsets[key]
                for p in synset.pointers:
                    if p.symbol in {"+", "\\", "<"} and p.source_word and p.target_word:
                        word = plain(self.synsets[p.target].words[p.target_word - 1])
                        mine = plain(synset.words[p.source_word - 1])
                        if mine == lemma and word != lemma and (alike(word, lemma) or rank < 2):
                            found[word] = None
        verb = verb_of(lemma, self.verbs, self.irregular) if " " not in lemma else ""
        if verb and verb != lemma:
            found[verb] = None
        return list(found)

    def opposites(self, lemma: str) -> list[int]:
        """The synsets that mean the opposite of a frequent sense, by the word itself or by a synonym."""
        found: dict[int, None] = {}
        for keys in self.senses[lemma].values():
            for key in keys[:3]:
                synset = self.synsets[key]
                heads = [self.synsets[t] for t in synset.targets("&")] if not synset.targets("!") else []
                for target in [*synset.targets("!"), *(t for head in heads for t in head.targets("!"))]:
                    found[self.id(target)] = None
        return list(found)

    def is_person(self, lemma: str) -> bool:
        keys = self.senses[lemma].get("n", [])
        if not keys:
            return False
        counts = [self.count(lemma, "n", i) for i in range(1, len(keys) + 1)]
        people = sum(c for c, k in zip(counts, keys, strict=True) if k in self.people)
        return keys[0] in self.people or people > 0.3 * sum(counts) > 0

    def sense(self, key: Key) -> str:
        """Part of speech and synset, then its hypernyms, narrow, middling and broad: "n12|3,4|5|"."""
        above: tuple[list[int], list[int], list[int]] = ([], [], [])
        for target in self.synsets[key].targets("@", "$"):
            breadth = self.below[target]
            above[0 if breadth <= NARROW else 1 if breadth <= MIDDLING else 2].append(self.id(target))
        return "|".join([f"{key[0]}{self.id(key)}", *(",".join(map(str, ids)) for ids in above)])

    def write(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        base = sqlite3.connect(path)
        base.execute("pragma page_size = 4096")
        base.execute(
            "create table lemma (lemma text primary key, senses text, kin text, opposites text, count int, person int)"
            " without rowid"
        )
        base.execute("create table synset (id integer primary key, word text, above text)")
        above = self.hypernym_rows()
        rows = []
        for lemma in sorted(filter(self.keeps, self.senses)):
            senses = [self.sense(k) for pos, keys in self.senses[lemma].items() for k in keys[: SENSES[pos]]]
            rows.append(
                (
                    lemma,
                    " ".join(senses),
                    ",".join(self.kin(lemma)),
                    ",".join(map(str, self.opposites(lemma))),
                    self.total(lemma),
                    int(self.is_person(lemma)),
                )
            )
        base.executemany("insert into lemma values (?, ?, ?, ?, ?, ?)", rows)
        base.executemany("insert into synset values (?, ?, ?)", above)
        base.commit()
        base.execute("vacuum")
        base.close()
        print(f"{len(rows)} lemmas, {path.stat().st_size / 1e6:.1f} MB: {path}")

    def hypernym_rows(self) -> list[tuple[int, str, str]]:
        """Each synset that stands above another, by its first word, with what stands above it."""
        rows = []
        for key in sorted(k for k in self.below if k[0] in "nv"):
            synset = self.synsets[key]
            above = [self.id(t) for t in synset.targets("@")]
            rows.append((self.id(key), plain(synset.words[0]), ",".join(map(str, above))))
        return rows


if __name__ == "__main__":
    Builder(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet")).write(DATA)
