"""One page, fetched because somebody asked for it: politely, within limits, and never from inside a private network."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from secondsource import __version__
from secondsource.sources.errors import SourceError
from secondsource.sources.readers import MAX_BYTES

AGENT = f"secondsource/{__version__} (fact-checking tool; fetches single pages when a person asks)"
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = (301, 302, 303, 307, 308)
# What is asked for, and the name that the body is kept under.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, how large and how far a page may lead; ``allow_private`` is for a newsroom's own servers."""

    seconds: float = 20.0
    max_bytes: int = MAX_BYTES
    redirects: int = 5
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: where it led, what came, and the suffix of its format."""

    url: str
    final_url: str
    body: bytes
    suffix: str


def is_url(text: str) -> bool:
    """Whether somebody gave an address rather than a file.

    >>> is_url("https://harbour.example/news"), is_url("sources/news.html"), is_url("ftp://harbour.example/x")
    (True, False, True)
    """
    return "://" in text


def fetch(url: str, limits: Limits | None = None) -> Fetched:
    """The answer of an address, redirects followed. Raises :class:`SourceError`."""
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    address = url
    for _ in range(limits.redirects + 1):
        connection = _connected(address, limits, deadline, asked=url)
        # A server may send a byte now and then for ever, in its headers too: at the deadline the line is cut.
        cut = threading.Timer(max(0.0, deadline - time.monotonic()), connection.cut)
        cut.daemon = True
        cut.start()
        try:
            answer = _asked(connection, address)
            if answer.status in _REDIRECTS and (onward := answer.getheader("Location")):
                address = urljoin(address, onward)
                continue
            if answer.status != 200:
                raise _failed(url, f"the server answered {answer.status} {answer.reason}")
            body = _body(answer, limits, url)
            if time.monotonic() >= deadline:
                raise TimeoutError
            return Fetched(url, address, body, _suffix(answer.getheader("Content-Type", ""), address))
        except (OSError, http.client.HTTPException, SourceError) as error:
            if time.monotonic() >= deadline:
                raise _failed(url, f"no whole answer within {limits.seconds:g} seconds") from error
            if isinstance(error, SourceError):
                raise
            raise _failed(url, _plainly(error)) from error
        finally:
            cut.cancel()
            connection.close()
    raise _failed(url, f"more than {limits.redirects} redirects")


def _failed(url: str, message: str, code: str = "fetch-failed") -> SourceError:
    return SourceError(Path(url), 0, message, code)


def _plainly(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return f"its certificate or encryption is not in order: {error.reason or error}"
    return f"could not be fetched: {(isinstance(error, OSError) and error.strerror) or error or type(error).__name__}"


class _Pinned(http.client.HTTPConnection):
    """A connection to an address that has been looked up and checked; the name is not looked up again."""

    def __init__(self, host: str, port: int, places: list[str], context: ssl.SSLContext | None, wait: float) -> None:
        super().__init__(host, port, timeout=wait)
        self.places, self.context = places, context
        self.line: socket.socket | None = None
        self.over = False

    def connect(self) -> None:
        for n, place in enumerate(self.places):
            try:
                self.sock = socket.create_connection((place, self.port), self.timeout)
                break
            except OSError:
                if n == len(self.places) - 1:
                    raise
        if self.context:
            self.sock = self.context.wrap_socket(self.sock, server_hostname=self.host)
        self.line = self.sock
        if self.over:
            raise TimeoutError

    def cut(self) -> None:
        """Ends the connection from outside, whatever it is waiting for."""
        self.over = True
        with contextlib.suppress(OSError):  # it may have ended by itself
            if self.line:
                self.line.shutdown(socket.SHUT_RDWR)


def _connected(address: str, limits: Limits, deadline: float, asked: str) -> _Pinned:
    """A connection whose far end is no machine of a private network, whatever its name says."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise _failed(asked, f"{address} is no address: {error}", "refused-address") from error
    if parts.scheme not in _PORTS or not host:
        raise _failed(asked, f"only http and https addresses are fetched, not {address}", "refused-address")
    if parts.username or parts.password:
        raise _failed(asked, "an address with a user name or password in it is not fetched", "refused-address")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _failed(asked, f"there is no server {host}") from error
    places = [str(entry[4][0]) for entry in found]
    if not limits.allow_private and (inside := next((place for place in places if not is_public(place)), "")):
        place = inside if inside == host else f"{host} ({inside})"
        raise _failed(asked, f"{place} is inside a private network", "refused-address")
    context = ssl.create_default_context() if parts.scheme == "https" else None
    return _Pinned(host, port, places, context, max(0.1, deadline - time.monotonic()))


def is_public(place: str) -> bool:
    """Whether an IP address is one of the open internet.

    >>> [is_public(place) for place in ("93.184.216.34", "10.0.0.7", "127.0.0.1", "169.254.169.254", "::1")]
    [True, False, False, False, False]
    """
    address = ipaddress.ip_address(place.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
    return bool(inner.is_global and address.is_global and not address.is_multicast)


def _asked(connection: _Pinned, address: str) -> http.client.HTTPResponse:
    parts = urlsplit(address)
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    connection.request(
        "GET",
        quote(target, safe="/%?=&;:@+$,!~*'()[]-._"),
        headers={"User-Agent": AGENT, "Accept": "text/html, application/pdf, */*;q=0.5", "Accept-Encoding": "gzip"},
    )
    return connection.getresponse()


def _body(answer: http.client.HTTPResponse, limits: Limits, url: str) -> bytes:
    """The body, read in pieces so that an endless answer fills nobody's memory."""
    too_large = _failed(url, f"larger than {limits.max_bytes:,} bytes", "too-large")
    if (answer.length or 0) > limits.max_bytes:
        raise too_large
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if answer.getheader("Content-Encoding") == "gzip" else None
    body = bytearray()
    while piece := answer.read1(65_536):
        try:
            body += unpack.decompress(piece, limits.max_bytes + 1) if unpack else piece
        except zlib.error as error:
            raise _failed(url, f"its compressed answer is damaged: {error}") from error
        if len(body) > limits.max_bytes:
            raise too_large
    if (unpack and not unpack.eof) or answer.length:
        raise _failed(url, "the answer broke off")
    return bytes(body)


def _suffix(kind: str, address: str) -> str:
    """The format that the server names, else the one that the address ends in."""
    named = _SUFFIXES.get(kind.partition(";")[0].strip().lower(), "")
    ending = Path(urlsplit(address).path).suffix.lower()
    if named in ("", ".txt") and ending in set(_SUFFIXES.values()):
        return ending
    return named or ".html"
