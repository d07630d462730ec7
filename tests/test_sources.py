"""Files to documents: what is read, what is assumed and said, and a clear error for everything else."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from secondsource.sources import SourceError, Span, readers
from secondsource.sources.languages import detect
from secondsource.sources.readers import load, load_all
from secondsource.sources.trace import locate

WIRE = "Kenya flew 144 officers to Haiti on Thursday, the minister said."


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(path: Path, root: Path | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        load_all(path, root)
    return caught.value


# -- text and Markdown -------------------------------------------------------------------------------------------------


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "harbour.md",
        '---\ntitle: "The bridge: open"\noutlet: Harbour Post\npublished: 2025-02-06T23:30:00+03:00\nlanguage: en-GB\n'
        f"tags: [police, haiti]\nlayout: post\n---\n\n\n**{WIRE}**\n\n- one\n",
    )
    source = load(path)
    assert source.text == f"**{WIRE}**\n\n- one\n"
    assert (source.id, source.title, source.outlet) == ("harbour", "The bridge: open", "Harbour Post")
    assert (source.published, source.date_origin) == (date(2025, 2, 6), "front matter")
    assert (source.language, source.tags, source.path) == ("en", ("police", "haiti"), path)


def test_windows_line_ends_and_a_byte_order_mark_change_no_metadata(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf---\r\noutlet: Harbour Post\r\npublished: 2025-02-06\r\n---\r\n\r\nFirst.\r\n\r\nSecond.\r\n"
    source = load(written(tmp_path, "harbour.md", raw))
    assert (source.outlet, source.text) == ("Harbour Post", "First.\r\n\r\nSecond.\r\n")


def test_a_text_without_front_matter_has_no_date_unless_its_name_gives_one(tmp_path: Path) -> None:
    assert load(written(tmp_path, "wire.txt", WIRE)).published is None
    dated = load(written(tmp_path, "2025-02-06-wire.txt", WIRE))
    assert (dated.published, dated.date_origin) == (date(2025, 2, 6), "file")
    assert load(written(tmp_path, "serial-99999999.txt", WIRE)).published is None


def test_a_rule_of_dashes_is_no_front_matter(tmp_path: Path) -> None:
    assert load(written(tmp_path, "a.md", f"---\n{WIRE}\n")).text == f"---\n{WIRE}\n"


@pytest.mark.parametrize(
    ("head", "code", "line", "words"),
    [
        ("published: 2025-02-30", "bad-date", 2, "2025-02-30 is not a date"),
        ("title: x\npublished: last Thursday", "bad-date", 3, "write it as 2025-02-06"),
        ("outlet: A\noutlet: B", "duplicate-key", 3, "written twice"),
        ("title: [a", "bad-yaml", 2, "not YAML"),
        ("- a\n- b", "bad-front-matter", 2, "not a mapping"),
        ("publised: 2025-02-06", "unknown-key", 2, 'did you mean "published"'),
        ("language: English please", "bad-value", 2, "no language code"),
    ],
)
def test_front_matter_faults_name_their_line(tmp_path: Path, head: str, code: str, line: int, words: str) -> None:
    error = refused(written(tmp_path, "wire.md", f"---\n{head}\n---\n{WIRE}"))
    assert (error.code, error.line) == (code, line)
    assert words in str(error)


def test_front_matter_that_is_never_closed(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "wire.md", f"---\noutlet: Harbour Post\n\n{WIRE}")).code == "bad-front-matter"


# -- encodings ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "encoding", "noted"),
    [
        ("Café “Zur Brücke”".encode(), "utf-8", False),
        ("Café “Zur Brücke”".encode("cp1252"), "cp1252", True),
        (b"\xff\xfe" + "Café “Zur Brücke”".encode("utf-16-le"), "utf-16-le", False),
    ],
)
def test_every_assumption_about_the_encoding_is_stated(tmp_path: Path, raw: bytes, encoding: str, noted: bool) -> None:
    source = load(written(tmp_path, "bar.txt", raw))
    assert source.text == "Café “Zur Brücke”"
    assert source.provenance.encoding == encoding
    assert bool(source.provenance.notes) is noted


def test_a_page_is_read_in_the_charset_that_it_declares(tmp_path: Path) -> None:
    body = "<p>" + "Мост открыт для грузовиков, сообщил министр в понедельник. " * 5 + "</p>"
    page = f"<html><head><meta charset='windows-1251'></head><body><article>{body}</article></body></html>"
    source = load(written(tmp_path, "bridge.html", page.encode("cp1251")))
    assert source.text.startswith("Мост открыт")
    assert (source.language, source.provenance.encoding) == ("ru", "cp1251")


# -- bad files ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.txt", b"", "empty-source"),
        ("a.md", b"  \n\n ", "empty-source"),
        ("a.md", b"---\ntitle: x\n---\n\n", "empty-source"),
        ("a.txt", bytes(range(256)) * 40, "not-text"),
        ("a.txt", b"abc\x00def", "not-text"),
        ("a.txt", b"\x81\x8d\x8f\x90 word", "not-text"),
        ("a.txt", b"%PDF-1.7\n...", "mislabelled"),
        ("a.md", b"\x89PNG\r\n\x1a\n", "mislabelled"),
        ("a.txt", b"<!DOCTYPE html><html><body>Hi</body></html>", "mislabelled"),
        ("a.pdf", b"not a pdf", "mislabelled"),
        ("a.pdf", b"%PDF-1.7\nbroken off", "damaged"),
        ("a.docx", b"PK\x03\x04broken off", "damaged"),
        ("a.docx", b"%PDF-1.7", "mislabelled"),
        ("a.html", b"<html><body></body></html>", "empty-source"),
        ("a.warc", b"WARC/1.0\r\nbroken", "empty-source"),
        ("a.warc", b"no archive at all", "damaged"),
        ("a.warc.gz", b"\x1f\x8bbroken", "damaged"),
        ("a.eml", b"no headers at all", "damaged"),
        ("a.xml", b"<rss><channel>", "damaged"),
        ("a.xml", b"<note>hi</note>", "mislabelled"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "unknown-format"),
        ("a", b"words", "unknown-format"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, name: str, raw: bytes, code: str) -> None:
    path = written(tmp_path, name, raw)
    error = refused(path)
    assert error.code == code
    assert str(error).startswith(str(path))


def test_a_huge_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(readers.MAX_BYTES + 1)
    assert refused(path).code == "too-large"


def test_a_folder_a_missing_file_and_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name, code in (("folder.txt", "missing-file"), ("none.txt", "missing-file"), ("loop.txt", "unreadable")):
        assert refused(tmp_path / name).code == code
        assert refused(tmp_path / name, tmp_path).code == code
    assert refused(tmp_path / "lop.txt").fault.suggestion == 'did you mean "loop.txt"?'


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = written(tmp_path, "secret.txt", WIRE)
    path.chmod(0)
    assert refused(path).code == "unreadable"


def test_nothing_outside_the_dossier_is_read(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    root.mkdir()
    outside = written(tmp_path, "outside.txt", WIRE)
    (root / "link.txt").symlink_to(outside)
    assert refused(root / "link.txt", root).code == "outside-folder"
    assert refused(root / ".." / "outside.txt", root).code == "outside-folder"
    (root / "inner.txt").symlink_to(written(root, "real.txt", WIRE))
    assert load(root / "inner.txt", root).text == WIRE


def test_an_encrypted_pdf_asks_for_a_password(tmp_path: Path) -> None:
    raw = (Path(__file__).parent / "documents" / "statement.pdf").read_bytes()
    locked = raw.replace(b"trailer\n<<", b"trailer\n<</Encrypt 1 0 R ", 1)
    assert locked != raw
    assert refused(written(tmp_path, "locked.pdf", locked)).code == "encrypted"


def test_an_encrypted_word_document_asks_for_a_password(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    raw = bytearray(packed.getvalue())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert refused(written(tmp_path, "locked.docx", bytes(raw))).code == "encrypted"


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (201 * 1024 * 1024))
    assert len(packed.getvalue()) < 1_000_000
    assert refused(written(tmp_path, "bomb.docx", packed.getvalue())).code == "too-large"


def test_a_reader_that_is_not_installed_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "secondsource.sources.readers.pdf", raising=False)
    error = refused(written(tmp_path, "a.pdf", b"%PDF-1.7"))
    assert error.code == "needs-ingest"
    assert 'pip install "secondsource[ingest]"' in str(error)


def test_a_reader_that_cannot_be_loaded_is_a_fault_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise ImportError('pypdfium2 lacks a part')")
    monkeypatch.syspath_prepend(tmp_path)
    for module in ("pypdfium2", "secondsource.sources.readers.pdf"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    error = refused(written(tmp_path, "a.pdf", b"%PDF-1.7"))
    assert error.code == "needs-ingest"
    assert "pypdfium2 lacks a part" in str(error)


# -- PDF, Word, web archives, e-mail, feeds ----------------------------------------------------------------------------


def test_a_pdf_in_columns_is_read_column_by_column() -> None:
    source = load(Path(__file__).parent / "documents" / "statement.pdf")
    paragraphs = source.text.split("\n\n")
    assert "Administrative expenditure decreased by 310,000." in paragraphs[3]
    assert "notwithstanding the extraordinary closure" in source.text  # parted by a hyphen at the line's end
    assert "212 long-distance hauliers" in source.text  # a hyphen of its own
    assert paragraphs[4] == "The northern carriageway"
    assert "January | 118,204\nFebruary | 109,377\nMarch | 127,950" in source.text
    assert "Sarn Crossing Authority" not in source.text  # the running head
    assert "Page" not in source.text
    assert (source.published, source.date_origin) == (date(2025, 4, 3), "page text")


def test_evidence_in_a_pdf_knows_its_page() -> None:
    source = load(Path(__file__).parent / "documents" / "statement.pdf")
    assert len(source.provenance.pages) == 3
    for words, page in (("1,482,000", 1), ("118,204", 2), ("ten working days", 3)):
        start = source.text.index(words)
        found = locate(source, Span(start, start + len(words)))
        assert found is not None
        assert found.page == page


def test_a_word_document_keeps_lists_and_tables(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Contingent"
    document.add_paragraph("Released on 6 February 2025")
    document.add_paragraph("The ministry sent 144 officers:")
    document.add_paragraph("120 men", style="List Bullet")
    document.add_paragraph("24 women", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for n, cell in enumerate(("Unit", "Officers", "First", "144")):
        table.cell(n // 2, n % 2).text = cell
    document.save(str(tmp_path / "order.docx"))
    source = load(tmp_path / "order.docx")
    assert source.text == (
        "Released on 6 February 2025\n\nThe ministry sent 144 officers:\n\n- 120 men\n- 24 women\n\n"
        "Unit | Officers\nFirst | 144"
    )
    assert (source.title, source.published, source.date_origin) == ("Contingent", date(2025, 2, 6), "page text")


def page(title: str, words: str) -> bytes:
    return (
        f"<html lang='en'><head><title>{title}</title><meta property='article:published_time' content='2025-02-06'>"
        f"</head><body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{words}</article></body></html>"
    ).encode()


def test_a_web_archive_gives_every_page(tmp_path: Path) -> None:
    packed = io.BytesIO()
    writer = WARCWriter(packed, gzip=True)
    bodies = {
        "https://a.example/1": ("200 OK", "text/html", page("One", f"<p>{WIRE}</p><p>The flight took nine hours.</p>")),
        "https://a.example/logo": ("200 OK", "image/png", b"\x89PNG"),
        "https://a.example/gone": ("404 Not Found", "text/html", page("Gone", "<p>There is nothing here.</p>")),
        "https://a.example/login": ("200 OK", "text/html", b"<html><body></body></html>"),
        "https://a.example/2": ("200 OK", "text/html; charset=utf-8", page("Two", f"<p>{WIRE}</p><p>They slept.</p>")),
    }
    for url, (status, kind, body) in bodies.items():
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
    path = written(tmp_path, "crawl.warc.gz", packed.getvalue())
    found = load_all(path)
    assert [(s.id, s.title, s.url) for s in found] == [
        ("crawl-1", "One", "https://a.example/1"),
        ("crawl-2", "Two", "https://a.example/2"),
    ]
    assert any("login: no article text" in note for note in found[0].provenance.notes)
    with pytest.raises(SourceError, match="holds 2 documents"):
        load(path)


def test_a_mailbox_gives_every_message(tmp_path: Path) -> None:
    one = "From: Press Office <press@works.example>\nDate: Thu, 6 Feb 2025 09:00:00 +0300\nSubject: Bridge\n\nOpen.\n"
    two = (
        "From: desk@works.example\nDate: Fri, 7 Feb 2025 09:00:00 +0300\nSubject: Toll\nContent-Type: text/html\n\n"
        f"{page('Toll', f'<p>{WIRE}</p><p>The toll is 15 crowns.</p>').decode()}\n"
    )
    mark = "From MAILER-DAEMON Thu Feb  6 09:00:00 2025\n"
    bridge, toll = load_all(written(tmp_path, "press.mbox", mark + one + "\n" + mark + two))
    assert (bridge.title, bridge.outlet, bridge.text) == ("Bridge", "Press Office", "Open.")
    assert (toll.published, "15 crowns" in toll.text) == (date(2025, 2, 7), True)


def test_a_feed_gives_the_items_that_carry_a_text(tmp_path: Path) -> None:
    feed = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>
    <item><title>Bridge</title><link>https://h.example/1</link><pubDate>Thu, 06 Feb 2025 09:00:00 GMT</pubDate>
    <content:encoded><![CDATA[<p>{WIRE}</p><p>It rained &amp; blew.</p>]]></content:encoded></item>
    <item><title>Only a headline &x;</title><link>https://h.example/2</link></item></channel></rss>"""
    (item,) = load_all(written(tmp_path, "feed.xml", feed))
    assert item.text == f"{WIRE}\n\nIt rained & blew."
    assert (item.outlet, item.published, item.url) == ("Harbour Post", date(2025, 2, 6), "https://h.example/1")


def test_no_optional_reader_is_imported_for_plain_text(tmp_path: Path) -> None:
    import subprocess

    path = written(tmp_path, "a.txt", WIRE)
    probe = (
        "import sys; from pathlib import Path; from secondsource.sources import readers; "
        "readers.load(Path(sys.argv[1]));"
        "print([m for m in ('trafilatura', 'lxml', 'pypdfium2', 'docx', 'warcio', 'spacy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# -- languages ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The officers left on Thursday and are to join those who have been in the capital since June."),
        ("fr", "Les policiers sont partis jeudi et vont rejoindre ceux qui sont dans la capitale depuis juin."),
        ("es", "Los agentes partieron el jueves y se unirán a los que están en la capital desde el mes de junio."),
        ("de", "Die Polizisten sind am Donnerstag abgereist und sollen zu denen stoßen, die seit Juni dort sind."),
        ("sw", "Maafisa hao waliondoka siku ya Alhamisi na watajiunga na wale ambao wako katika mji mkuu."),
        ("ht", "Polisye yo te pati jedi epi yo pral jwenn sa ki nan kapital la depi mwa jen, se sa minis la te di."),
        ("pt", "Os agentes partiram na quinta-feira e vão juntar-se aos que já estão na capital, com uma missão."),
        ("ar", "غادر الضباط يوم الخميس للانضمام إلى زملائهم في العاصمة"),
        ("ru", "Офицеры вылетели в четверг и присоединятся к тем, кто находится в столице"),
    ],
)  # fmt: skip
def test_the_language_is_voted_by_little_words(code: str, text: str) -> None:
    assert detect(text) == (code, True)


def test_english_is_assumed_and_said_so_where_too_few_words_vote(tmp_path: Path) -> None:
    source = load(written(tmp_path, "a.txt", "KSh 1.7bn; 144; Port-au-Prince"))
    assert (source.language, source.provenance.language_origin) == ("en", "assumed")


def test_a_page_whose_template_declares_the_wrong_language(tmp_path: Path) -> None:
    words = "Les policiers sont partis jeudi et vont rejoindre ceux qui sont dans la capitale depuis le mois de juin. "
    source = load(written(tmp_path, "a.html", page("Départ", f"<p>{words * 3}</p>")))
    assert (source.language, source.provenance.language_origin) == ("fr", "detected")
    assert any("declares en" in note for note in source.provenance.notes)


def test_gzip_is_not_text(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "a.txt", gzip.compress(WIRE.encode()))).code == "mislabelled"
