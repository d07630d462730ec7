"""A folder and its register become the documents of a dossier; every fault is named, nothing is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from secondsource.sources import Ruling, register


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "facts").mkdir()
    (tmp_path / "sources" / "harbour.md").write_text(
        "---\noutlet: Harbour Post\npublished: 2025-02-06\n---\n\n144 officers left.\n"
    )
    (tmp_path / "sources" / "ministry.txt").write_text("More than a hundred officers left.\n")
    return tmp_path


def entered(root: Path, text: str) -> register.Loaded:
    (root / "facts" / "sources.yaml").write_text(text)
    return register.load(root)


def test_a_folder_needs_no_register(root: Path) -> None:
    (root / "sources" / "deep").mkdir()
    (root / "sources" / "deep" / "courier.txt").write_text("Four hundred were there.")
    for name in (".hidden.txt", "README.md", "notes.yaml"):
        (root / "sources" / name).write_text("no document")
    (root / "sources" / "originals").mkdir()
    (root / "sources" / "originals" / "harbour.html").write_text("<p>not a document of its own</p>")
    loaded = register.load(root)
    assert [source.id for source in loaded.sources] == ["courier", "harbour", "ministry"]
    assert loaded.faults == ()


def test_the_register_says_what_a_text_cannot(root: Path) -> None:
    loaded = entered(
        root,
        """
- id: ministry
  file: sources/ministry.txt
  title: A statement
  outlet: The Interior Ministry
  published: 2025-02-06
  language: en
  tags: [government, kenya]
  tier: primary
  group: state
  superseded_by: harbour
  independent: {of: [harbour], reason: it counted for itself}
""",
    )
    assert loaded.faults == ()
    ministry = next(source for source in loaded.sources if source.id == "ministry")
    assert (ministry.outlet, ministry.published, ministry.date_origin) == (
        "The Interior Ministry",
        date(2025, 2, 6),
        "register",
    )
    assert (ministry.tags, ministry.tier, ministry.group) == (("government", "kenya"), "primary", "state")
    assert ministry.superseded_by == "harbour"
    assert ministry.rulings == (Ruling(("harbour",), True, "it counted for itself"),)


def test_the_register_wins_and_the_difference_is_noted(root: Path) -> None:
    harbour = entered(root, "- id: harbour\n  published: 2025-02-07\n").sources[0]
    assert (harbour.published, harbour.outlet, harbour.date_origin) == (date(2025, 2, 7), "Harbour Post", "register")
    assert "the register says 2025-02-07, the document 2025-02-06" in "; ".join(harbour.provenance.notes)


def test_an_entry_may_name_a_document_anew_and_a_file_elsewhere_in_the_dossier(root: Path) -> None:
    (root / "extra").mkdir()
    (root / "extra" / "a.txt").write_text("A word.")
    loaded = entered(root, "sources:\n  - {id: post, file: sources/harbour.md}\n  - {id: extra, file: extra/a.txt}\n")
    assert loaded.faults == ()
    assert [source.id for source in loaded.sources] == ["extra", "ministry", "post"]


@pytest.mark.parametrize(
    ("entry", "code", "line", "words"),
    [
        ("- id: harbor", "missing-file", 1, 'did you mean "harbour"?'),
        ("- id: x\n  file: sources/harbor.md", "missing-file", 2, 'did you mean "sources/harbour.md"?'),
        ("- id: x\n  file: ../../../etc/hostname", "outside-folder", 2, "leads out of the dossier"),
        ("- id: harbour\n  publishd: 2025-02-06", "unknown-key", 2, 'did you mean "published"?'),
        ("- id: harbour\n  published: 6/2/2025", "bad-date", 2, "2025-02-06"),
        ("- id: harbour\n  tier: first", "bad-value", 2, "neither primary nor secondary"),
        ("- id: harbour\n  superseded_by: nobody", "unknown-source", 2, 'no document "nobody"'),
        ("- id: harbour\n  independent: {of: [ministri], reason: r}", "unknown-source", 2, 'mean "ministry"'),
        ("- id: harbour\n  independent: [ministry]", "bad-value", 2, "whom and why"),
        ("- id: harbour\n- id: harbour", "duplicate-source", 2, "entered twice"),
        ("- {id: ministry, file: sources/harbour.md}", "duplicate-source", 0, "as well"),
        ("- title: nothing else", "bad-value", 1, "needs an id or a file"),
        ("- harbour", "bad-value", 1, "an entry is a mapping"),
        ("harbour: {}", "bad-value", 1, "a register is a list"),
        ("- id: harbour\n  id: ministry", "duplicate-key", 2, "written twice"),
        ("- id: [", "bad-yaml", 1, "not YAML"),
    ],
)
def test_a_fault_in_the_register_is_named_and_no_document_is_lost(
    root: Path, entry: str, code: str, line: int, words: str
) -> None:
    loaded = entered(root, entry + "\n")
    (fault,) = loaded.faults
    assert (fault.code, fault.line) == (code, line)
    assert words in str(fault)
    assert len(loaded.sources) >= (1 if "ministry, file" in entry else 2)


def test_every_fault_of_every_file_at_once(root: Path) -> None:
    (root / "sources" / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    (root / "sources" / "empty.txt").write_bytes(b"")
    (root / "sources" / "dated.md").write_text("---\npublished: someday\n---\nWords.")
    loaded = entered(root, "- id: nobody\n- id: harbour\n  tier: x\n")
    assert sorted(fault.code for fault in loaded.faults) == [
        "bad-date",
        "bad-value",
        "damaged",
        "empty-source",
        "missing-file",
    ]
    assert [source.id for source in loaded.sources] == ["harbour", "ministry"]


def test_a_link_out_of_the_dossier_is_a_fault(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    outside.write_text("not yours")
    (root / "sources" / "link.txt").symlink_to(outside)
    (fault,) = register.load(root).faults
    assert fault.code == "outside-folder"


def test_another_folder_of_documents(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "wire.txt").write_text("144 left.")
    assert [source.id for source in register.load(root, other).sources] == ["wire"]
    assert register.load(root, root / "none").faults[0].code == "unreadable"
