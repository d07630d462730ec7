"""Files that were damaged on the way: a document or a clear error, never anything else, and soon."""

from __future__ import annotations

import io
import random
from pathlib import Path

import docx
import pytest

from secondsource.sources import SourceError, readers

DOCUMENTS = Path(__file__).parent / "documents"
TROUBLE = (b"<", b"&", b"\x00", b"\x0c", b"---\n", b"<table><tr><td>", b"[{", b"&#x110000;", b"<br><br>", b"\xff")


def word_document() -> bytes:
    document = docx.Document()
    document.add_paragraph("The ministry sent 144 officers on Thursday.")
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def sample(name: str) -> bytes:
    if name == "a.docx":
        return word_document()
    if name == "a.eml":
        return (
            b"From: press@works.example\nDate: Thu, 6 Feb 2025 09:00:00 +0300\nSubject: =?utf-8?q?Bridge?=\n"
            b"MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=zz\n\n--zz\n"
            b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nSXQgaXMgb3Blbi4=\n--zz--\n"
        )
    if name == "a.md":
        return b"---\ntitle: Bridge\npublished: 2025-02-06\ntags: [a, b]\n---\n\nIt is open.\n"
    return (DOCUMENTS / name).read_bytes()


def damaged(raw: bytes, dice: random.Random) -> bytes:
    content = bytearray(raw)
    for _ in range(dice.choice([1, 2, 5, 30])):
        at = dice.randrange(len(content) + 1)
        match dice.randrange(4):
            case 0:
                content[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del content[at : at + dice.randrange(1, 200)]
            case 2:
                content[at:at] = dice.choice(TROUBLE)
            case 3:
                content[at:at] = content[dice.randrange(len(content) + 1) :][:100]
    return bytes(content)


@pytest.mark.parametrize(
    "name",
    ["a.md", "a.eml", "a.docx", "statement.pdf", "pages/blogger.html", "pages/ministry.html", "pages/live.html"],
)
def test_a_damaged_file_is_read_or_refused(name: str) -> None:
    raw, dice, outcomes = sample(name), random.Random(name), set()
    for _ in range(40):
        content = damaged(raw, dice)
        try:
            outcomes.update(bool(source.text.strip()) for source in readers.read_bytes(content, Path(name)))
        except SourceError as error:
            outcomes.add(error.code)
    assert outcomes
    assert False not in outcomes
