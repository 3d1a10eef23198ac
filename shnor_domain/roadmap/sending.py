"""What may be sent for an item: pure checks (R114, R135, R136)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlsplit

from shnor_domain.contents import BadEvidence, FileType, clean_name, type_of
from shnor_domain.errors import Invalid
from shnor_domain.letters import visible_letters
from shnor_domain.roadmap.evidence import EvidenceKind

MOST_TEXT = 2_000
MOST_LINK = 1_000
MOST_REMARK = 500
MOST_REMARKS = 8
"""Remarks of one return: a screen of them."""
EARLIEST_DAY = timedelta(days=366)
"""How far back a visit or an entry of the journal may lie."""
_WITH_BODY = (EvidenceKind.PHOTO, EvidenceKind.FILE)
OF_CURATOR = (EvidenceKind.VISIT, EvidenceKind.JOURNAL)


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody brings: fields as in `Evidence`, `body` is the file itself."""

    kind: EvidenceKind
    text: str = ""
    body: bytes | None = None
    name: str = ""
    day: date | None = None


def typed(text: str) -> Sent:
    """A typed message: an address alone is a link, all else a text."""
    alone = text.strip()
    is_link = alone.lower().startswith(("http://", "https://")) and len(alone.split()) == 1
    return Sent(EvidenceKind.LINK if is_link else EvidenceKind.TEXT, alone)


def checked(sent: Sent, today: date) -> tuple[Sent, FileType | None]:
    """What is kept of it, and the type of its file. Raises `Invalid("text" | "link" | "day", …)`, `BadEvidence`."""
    text = visible_letters(sent.text).strip()
    kind_of_file = _file(sent) if sent.kind in _WITH_BODY else None
    if len(text) > MOST_TEXT:
        raise Invalid("text", "long", limit=MOST_TEXT)
    if sent.kind is EvidenceKind.LINK:
        _check_link(text)
    elif not text and kind_of_file is None:
        raise Invalid("text", "empty")
    day = _day(sent.day, today) if sent.kind in OF_CURATOR else None
    name = "" if kind_of_file is None else clean_name(sent.name, kind_of_file)
    return replace(sent, text=text, body=sent.body if kind_of_file else None, name=name, day=day), kind_of_file


def checked_remarks(remarks: list[str]) -> list[str]:
    """What is asked to change, one to eight remarks; raises `Invalid("remark", …)` (R114: returning demands text)."""
    found = [said for each in remarks if (said := visible_letters(each).strip())]
    if not found:
        raise Invalid("remark", "empty")
    if len(found) > MOST_REMARKS or any(len(each) > MOST_REMARK for each in found):
        raise Invalid("remark", "long", limit=MOST_REMARK)
    return found


def _file(sent: Sent) -> FileType:
    found = type_of(sent.body or b"")
    if sent.kind is EvidenceKind.PHOTO and not found.picture:
        raise BadEvidence("type")
    return found


def _check_link(link: str) -> None:
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError as error:
        raise Invalid("link", "address") from error
    if len(link) > MOST_LINK:
        raise Invalid("link", "long", limit=MOST_LINK)
    if parts.scheme.lower() not in ("http", "https") or "." not in host or any(sign.isspace() for sign in link):
        raise Invalid("link", "address")


def _day(day: date | None, today: date) -> date:
    if day is None:
        raise Invalid("day", "empty")
    if day > today:
        raise Invalid("day", "future")
    if today - day > EARLIEST_DAY:
        raise Invalid("day", "year")
    return day
