"""E-mail: a saved message (.eml) or a mailbox (.mbox); press releases come this way."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from datetime import date
from email.message import EmailMessage
from pathlib import Path

from secondsource.sources.document import Source
from secondsource.sources.encoding import decode
from secondsource.sources.errors import SourceError
from secondsource.sources.provenance import Provenance

_POSTMARK = re.compile(rb"^From \S{1,200} .{10,60}\r?$\n", re.MULTILINE)


def read(raw: bytes, path: Path) -> tuple[Source, ...]:
    """One document a message: its text part, else its HTML part; the day on which it was sent.

    >>> head = b"From: press@tamrassa.example\\nDate: Thu, 6 Feb 2025 09:12:00 +0100\\nSubject: Deployment\\n"
    >>> (release,) = read(head + b"\\n186 soldiers left.", Path("release.eml"))
    >>> release.title, str(release.published), release.text
    ('Deployment', '2025-02-06', '186 soldiers left.')
    """
    decode(raw, path, "latin-1")  # refuses what is no text at all
    messages = [part for part in _POSTMARK.split(raw) if part.strip()]
    return tuple(_document(part, path) for part in messages)


def _document(raw: bytes, path: Path) -> Source:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not (message["From"] or message["Subject"]):
        raise SourceError(path, 1, "no e-mail: it has neither From: nor Subject:", "damaged")
    part = message.get_body(("plain", "html"))
    if part is None:
        raise SourceError(path, 0, "an e-mail with no text in it", "empty-source")
    payload = part.get_payload(decode=True)
    body, encoding, notes = decode(
        payload if isinstance(payload, bytes) else b"", path, part.get_content_charset() or ""
    )
    provenance = Provenance("e-mail", encoding, notes=notes)
    day = _day(message)
    title = " ".join(str(message["Subject"] or "").split())
    if part.get_content_subtype() == "html":
        from secondsource.sources.readers import html

        article = html.article(body, path, provenance)
        text, provenance = article.text, article.provenance
    else:
        text = body.replace("\r\n", "\n").strip("\n")
    return Source(
        id="",
        text=text,
        title=title,
        outlet=_sender(message),
        published=day,
        date_origin="metadata" if day else "",
        provenance=provenance,
    )


def _sender(message: EmailMessage) -> str:
    name, address = email.utils.parseaddr(str(message["From"] or ""))
    return name or address


def _day(message: EmailMessage) -> date | None:
    try:
        return email.utils.parsedate_to_datetime(str(message["Date"])).date() if message["Date"] else None
    except ValueError:
        return None
