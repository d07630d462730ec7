"""Bringing documents in, from files and from addresses, whole or not at all."""

from __future__ import annotations

import gzip
import os
import random
import signal
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

import pytest
from click.testing import CliRunner, Result

from secondsource.cli import main
from secondsource.sources import SourceError, fetching, intake, lock, readers, register
from secondsource.sources.fetching import Limits, fetch

DOCUMENTS = Path(__file__).parent / "documents"
LOCAL = Limits(seconds=5, allow_private=True)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def page(words: str, title: str = "The bridge is open") -> bytes:
    return (
        f"<html lang='en'><head><title>{title}</title><meta property='og:site_name' content='Harbour Post'>"
        f"<meta property='article:published_time' content='2025-02-06'></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1><p>{words}</p><p>The toll is 15 crowns a lorry.</p></article></body></html>"
    ).encode()


# -- files and folders -------------------------------------------------------------------------------------------------


def test_a_page_becomes_a_text_with_its_original_an_entry_and_a_lock(tmp_path: Path) -> None:
    done = run("add", DOCUMENTS / "pages" / "joomla.html", "--to", tmp_path, "--tier", "secondary", "--tag", "wind")
    assert done.exit_code == 0, done.output
    assert "2022-08-19 (by its page text)" in done.output
    assert "meta date says 2024-05-02" in done.output
    original = tmp_path / "sources" / "originals" / "joomla.html"
    assert original.read_bytes() == (DOCUMENTS / "pages" / "joomla.html").read_bytes()
    loaded = register.load(tmp_path)
    (source,) = loaded.sources
    assert loaded.faults == ()
    assert source.text.rstrip("\n") == readers.load(DOCUMENTS / "pages" / "joomla.html").text
    assert (source.date_origin, source.tier, source.tags) == ("page text", "secondary", ("wind",))
    assert source.provenance.original == original
    assert set(lock.read(tmp_path)) == {"joomla"}


def test_a_text_is_kept_as_it_was_given(tmp_path: Path) -> None:
    given = tmp_path / "Wire Copy.txt"
    given.write_bytes("Café\r\n144 officers left.\r\n".encode("cp1252"))
    dossier = tmp_path / "dossier"
    done = run("add", given, "--to", dossier, "--outlet", "Gulf Wire: desk", "--published", "2025-02-06")
    assert done.exit_code == 0, done.output
    assert (dossier / "sources" / "wire-copy.txt").read_bytes() == given.read_bytes()
    (source,) = register.load(dossier).sources
    assert (source.id, source.outlet, str(source.published)) == ("wire-copy", "Gulf Wire: desk", "2025-02-06")


def test_what_is_said_of_a_document_is_told_back(tmp_path: Path) -> None:
    given = tmp_path / "wire.txt"
    given.write_text("144 officers left.\n", encoding="utf-8")
    said = ("--published", "2025-02-06", "--outlet", "Gulf Wire", "--tag", "agency")
    done = run("add", given, "--to", tmp_path / "story", *said)
    assert done.exit_code == 0, done.output
    assert done.output == "added          wire  2025-02-06 (by its register)  Gulf Wire\n"
    again = run("add", given, "--to", tmp_path / "story", *said)
    assert (again.exit_code, again.output) == (0, done.output.replace("added         ", "already there "))


def test_what_is_said_later_and_cannot_be_entered_is_refused(tmp_path: Path) -> None:
    given = tmp_path / "wire.txt"
    given.write_text("144 officers left.\n", encoding="utf-8")
    assert run("add", given, "--to", tmp_path / "story", "--outlet", "Gulf Wire").exit_code == 0
    entries = (tmp_path / "story" / "facts" / "sources.yaml").read_text(encoding="utf-8")
    late = run("add", given, "--to", tmp_path / "story", "--published", "2025-02-06")
    assert late.exit_code == 2
    assert 'sources.yaml: has an entry for "wire" already' in late.output and "published" in late.output
    assert (tmp_path / "story" / "facts" / "sources.yaml").read_text(encoding="utf-8") == entries


def test_a_pdf_keeps_its_pages(tmp_path: Path) -> None:
    assert run("add", DOCUMENTS / "statement.pdf", "--to", tmp_path).exit_code == 0
    (source,) = register.load(tmp_path).sources
    start = source.text.index("118,204")
    assert source.provenance.page_of(start) == 2


def test_a_folder_is_added_and_what_is_bad_in_it_is_refused_by_name(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "good.txt").write_text("144 officers left.")
    (inbox / "bad.pdf").write_bytes(b"%PDF-1.7 broken")
    (inbox / "empty.txt").write_bytes(b"")
    done = run("add", inbox, "--to", tmp_path / "dossier")
    assert done.exit_code == 2
    assert "bad.pdf: a damaged PDF" in done.output
    assert "empty.txt: the file is empty" in done.output
    assert [source.id for source in register.load(tmp_path / "dossier").sources] == ["good"]


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    run("add", DOCUMENTS / "pages", "--to", tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    done = run("add", DOCUMENTS / "pages", "--to", tmp_path)
    assert done.exit_code == 0
    assert done.output.count("already there") == 10
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_another_document_of_that_name_is_refused_and_may_be_given_an_id(tmp_path: Path) -> None:
    for folder, words in (("a", "144 officers left."), ("b", "143 officers left.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "wire.txt").write_text(words)
    dossier = tmp_path / "dossier"
    assert run("add", tmp_path / "a" / "wire.txt", "--to", dossier).exit_code == 0
    done = run("add", tmp_path / "b" / "wire.txt", "--to", dossier)
    assert done.exit_code == 2
    assert "--id" in done.output
    assert run("add", tmp_path / "b" / "wire.txt", "--to", dossier, "--id", "wire-2").exit_code == 0
    assert [source.id for source in register.load(dossier).sources] == ["wire", "wire-2"]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# ours\n- id: old\n  file: sources/old.txt  # by hand\n",
        "# ours\nsources:\n  - id: old\n    file: sources/old.txt\n",
        "sources:\n- {id: old, file: sources/old.txt}\n",
        "sources:\n",
    ],
)
def test_a_register_keeps_its_shape_and_its_comments(tmp_path: Path, before: str) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "facts").mkdir()
    (tmp_path / "sources" / "old.txt").write_text("An older one.")
    (tmp_path / "facts" / "sources.yaml").write_text(before)
    (tmp_path / "new.txt").write_text("A newer one.")
    done = run("add", tmp_path / "new.txt", "--to", tmp_path, "--outlet", "no", "--title", 'A "title": it # is')
    assert done.exit_code == 0, done.output
    assert (tmp_path / "facts" / "sources.yaml").read_text().startswith(before.rstrip("\n"))
    loaded = register.load(tmp_path)
    assert loaded.faults == ()
    assert {s.id: (s.outlet, s.title) for s in loaded.sources}["new"] == ("no", 'A "title": it # is')


@pytest.mark.parametrize("register_text", ["- id: [", "sources:\n  - id: a\nother: 1\n", "sources: {a: 1}\n"])
def test_a_register_that_cannot_be_added_to_is_left_alone(tmp_path: Path, register_text: str) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "sources.yaml").write_text(register_text)
    (tmp_path / "new.txt").write_text("A newer one.")
    assert run("add", tmp_path / "new.txt", "--to", tmp_path).exit_code == 2
    assert (tmp_path / "facts" / "sources.yaml").read_text() == register_text


@pytest.mark.parametrize(
    "arguments",
    [["a.txt", "b.txt", "--id", "x"], ["a.txt", "--published", "6/2/2025"], ["a.txt", "--tier", "third"], []],
)
def test_bad_usage_exits_2(arguments: list[str]) -> None:
    assert run("add", *arguments).exit_code == 2


def test_fifty_kills_leave_every_finished_document_whole(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for n in range(6):
        (inbox / f"page-{n}.html").write_bytes(page(f"Lorry number {n} crossed the bridge on Monday morning."))
        (inbox / f"wire-{n}.txt").write_text(f"Dispatch {n}: the bridge is open.")
    meant = {path.stem: readers.load(path).text.rstrip("\n") for path in inbox.iterdir()}
    started = time.perf_counter()
    assert sum(one.outcome == "added" for one in intake.add(tmp_path / "whole", [str(inbox)])) == 12
    usual = time.perf_counter() - started
    dice, interrupted = random.Random(50), 0
    for trial in range(50):
        root = tmp_path / f"dossier-{trial}"
        finished = killed_while_adding(root, inbox, trial % len(meant), dice.uniform(0, usual / len(meant)))
        loaded = register.load(root)
        assert loaded.faults == ()
        assert finished <= {source.id for source in loaded.sources}
        assert all(source.text.rstrip("\n") == meant[source.id] for source in loaded.sources)
        interrupted += len(loaded.sources) < len(meant)
    assert interrupted >= 20  # the kills came while documents were being added
    for one in intake.add(root, [str(inbox)]):
        assert one.fault is None
    assert {source.id for source in register.load(root).sources} == set(meant)


def killed_while_adding(root: Path, inbox: Path, after: int, seconds: float) -> set[str]:
    """The documents that a process had finished when it was killed, a moment ``after`` so many of them."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            for one in intake.add(root, [str(inbox)]):
                os.write(tell, f"{one.source.id if one.source else '?'}\n".encode())
        finally:
            os._exit(0)
    os.close(tell)
    with os.fdopen(told) as lines:
        finished = [lines.readline() for _ in range(after)]
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return set("".join([*finished, lines.read()]).split())


# -- addresses ---------------------------------------------------------------------------------------------------------


@dataclass
class Town:
    """A server of our own, and what it answers: path -> status, headers, body."""

    url: str
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    slow: set[str] = field(default_factory=set)


@pytest.fixture
def town() -> Iterator[Town]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            place.asked.append((self.path, self.headers["User-Agent"]))
            status, headers, body = place.answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
                if value:
                    self.send_header(name, value)
            self.end_headers()
            try:
                for piece in [bytes([byte]) for byte in body] if self.path in place.slow else [body]:
                    self.wfile.write(piece)
                    self.wfile.flush()
                    time.sleep(0.2 if self.path in place.slow else 0)
            except OSError:
                self.close_connection = True  # whoever asked has gone

        def log_message(self, format: str, *args: Any) -> None:
            """Tests are quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    port = cast(tuple[str, int], server.server_address)[1]
    place = Town(f"http://127.0.0.1:{port}")
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield place
    server.shutdown()
    server.server_close()


def test_an_address_is_fetched_kept_and_shown_when_it_changes(town: Town, tmp_path: Path) -> None:
    town.answers["/news/bridge-open.html"] = (200, {}, page("The bridge reopened on Monday to 9,000 lorries."))
    url = f"{town.url}/news/bridge-open.html"
    done = run("add", url, "--to", tmp_path, "--allow-private")
    assert done.exit_code == 0, done.output
    (source,) = register.load(tmp_path).sources
    assert (source.id, source.url, source.outlet) == ("bridge-open", url, "Harbour Post")
    assert source.provenance.fetched
    assert town.asked[0][1].startswith("secondsource/")

    same = run("refresh", "--in", tmp_path, "--allow-private")
    assert (same.exit_code, "says what it said" in same.output) == (0, True)

    town.answers["/news/bridge-open.html"] = (200, {}, page("The bridge reopened on Tuesday to 9,000 lorries."))
    shown = run("refresh", "--in", tmp_path, "--allow-private")
    assert shown.exit_code == 1
    assert '"on Monday to" is now "on Tuesday to"' in shown.output
    assert "Monday" in register.load(tmp_path).sources[0].text  # nothing is changed without being asked

    applied = run("refresh", "bridge-open", "--in", tmp_path, "--allow-private", "--apply")
    assert applied.exit_code == 1
    (fresh,) = register.load(tmp_path).sources
    assert "Tuesday" in fresh.text
    assert lock.changes(tmp_path, [fresh]) == ()
    kept = sorted(path.name for path in (tmp_path / "sources" / "originals").iterdir())
    assert kept == [f"bridge-open.{source.sha256[:8]}.html", "bridge-open.html"]


def test_refresh_tells_what_was_edited_here(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("On Monday 144 officers left for Haiti.")
    run("add", tmp_path / "wire.txt", "--to", tmp_path)
    (tmp_path / "sources" / "wire.txt").write_text("On Monday 145 officers left for Haiti.")
    done = run("refresh", "--in", tmp_path)
    assert done.exit_code == 1
    assert '"Monday 144 officers" is now "Monday 145 officers"' in done.output
    assert run("refresh", "--in", tmp_path, "--lock").exit_code == 0
    assert run("refresh", "--in", tmp_path).exit_code == 0
    assert run("refresh", "nobody", "--in", tmp_path).exit_code == 2


def test_redirects_are_followed_so_far_and_no_further(town: Town) -> None:
    town.answers["/old"] = (302, {"Location": "/new.html"}, b"")
    town.answers["/new.html"] = (200, {}, page("It is here."))
    answer = fetch(f"{town.url}/old", LOCAL)
    assert (answer.final_url, answer.suffix) == (f"{town.url}/new.html", ".html")
    town.answers["/loop"] = (302, {"Location": "/loop"}, b"")
    with pytest.raises(SourceError, match="more than 5 redirects"):
        fetch(f"{town.url}/loop", LOCAL)
    assert sum(path == "/loop" for path, _ in town.asked) == 6


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://harbour.example/a",
        "http://",
        "http://127.0.0.1/",
        "http://localhost:8000/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data",
        "http://0.0.0.0/",
        "http://user:secret@127.0.0.1/",
        "http://127.0.0.1:99999/",
    ],
)
def test_an_address_that_is_not_fetched(url: str, tmp_path: Path) -> None:
    done = run("add", url, "--to", tmp_path)
    assert done.exit_code == 2
    with pytest.raises(SourceError) as caught:
        fetch(url)
    assert caught.value.code == "refused-address"
    assert "secret" not in caught.value.message


def test_a_public_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", ("192.168.1.10", 80))]
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_, **__: inside)
    with pytest.raises(SourceError, match="inside a private network"):
        fetch("http://harbour.example/")


def test_a_redirect_that_leads_inside_is_refused(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "is_public", lambda place: place == "127.0.0.1")
    for target, words in (("http://127.0.0.2/", "private network"), ("file:///etc/passwd", "only http and https")):
        town.answers["/out"] = (302, {"Location": target}, b"")
        with pytest.raises(SourceError, match=words):
            fetch(f"{town.url}/out")


@pytest.mark.parametrize(
    ("answer", "limits", "words", "code"),
    [
        ((404, {}, b"gone"), LOCAL, "answered 404", "fetch-failed"),
        ((200, {}, b"x" * 2000), Limits(max_bytes=1000, allow_private=True), "larger than 1,000", "too-large"),
        (
            (200, {"Content-Length": ""}, b"x" * 2000),
            Limits(max_bytes=1000, allow_private=True),
            "larger than 1,000",
            "too-large",
        ),
        (
            (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 1_000_000)),
            Limits(max_bytes=10_000, allow_private=True),
            "larger than 10,000",
            "too-large",
        ),
        ((200, {"Content-Encoding": "gzip"}, b"no gzip"), LOCAL, "damaged", "fetch-failed"),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 100)[:-12]), LOCAL, "broke off", "fetch-failed"),
        ((200, {"Content-Length": "5000"}, b"short"), LOCAL, "broke off", "fetch-failed"),
    ],
)
def test_an_answer_that_is_not_taken(
    town: Town, answer: tuple[int, dict[str, str], bytes], limits: Limits, words: str, code: str
) -> None:
    town.answers["/a"] = answer
    with pytest.raises(SourceError, match=words) as caught:
        fetch(f"{town.url}/a", limits)
    assert caught.value.code == code


def test_a_compressed_answer_is_unpacked(town: Town) -> None:
    town.answers["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(page("It is here.")))
    assert fetch(f"{town.url}/a", LOCAL).body == page("It is here.")


def test_a_server_that_dribbles_is_given_up(town: Town) -> None:
    town.answers["/slow"] = (200, {}, b"x" * 300)  # at five a second
    town.slow.add("/slow")
    started = time.perf_counter()
    with pytest.raises(SourceError, match="within 1 seconds"):
        fetch(f"{town.url}/slow", Limits(seconds=1, allow_private=True))
    assert time.perf_counter() - started < 30


def test_a_page_that_is_not_one_leaves_nothing_behind(town: Town, tmp_path: Path) -> None:
    town.answers["/a.pdf"] = (200, {"Content-Type": "application/pdf"}, b"<html>Please log in</html>")
    done = run("add", f"{town.url}/a.pdf", "--to", tmp_path, "--allow-private")
    assert done.exit_code == 2
    assert "its name says .pdf" in done.output
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
