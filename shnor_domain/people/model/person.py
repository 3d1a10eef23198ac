"""A person, her chats, and the name she is addressed by."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId

DEFAULT_ZONE = "Europe/Moscow"
NAME_LIMIT = 80
KEY_LIMIT = 160


class PersonState(Enum):
    """`LEFT` has withdrawn consent: her rows wait for the purge after RETENTION_DAYS, and nothing is done with them."""

    ACTIVE = "active"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Person:
    """`name` is «как к вам обращаться», empty until she registers; `zone` is an IANA name; `left` the instant of
    withdrawal."""

    id: PersonId
    name: str
    zone: str
    created: datetime
    state: PersonState = PersonState.ACTIVE
    left: datetime | None = None
    seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """A chat of a person: one is active, older telephones are not. `unreachable_reason` as in
    `messaging.Unreachable`."""

    chat: int
    person: PersonId
    active: bool
    since: datetime
    unreachable_since: datetime | None = None
    unreachable_reason: str | None = None


_FORBIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_JOINERS = {"\u200d", "\ufe0f"}


def clean_name(typed: str) -> str:
    """The name with single spaces, in NFC, 1–80 characters.

    Control characters and overrides of direction would let a name repaint the text around it: refused, as is a name
    without any
    letter. Raises `Invalid("name", "empty" | "long" | "characters")`.
    """
    name = re.sub(r"[ \t\r\n\u00a0]+", " ", unicodedata.normalize("NFC", typed)).strip()
    if not name:
        raise Invalid("name", "empty")
    if len(name) > NAME_LIMIT:
        raise Invalid("name", "long", limit=NAME_LIMIT)
    if any(unicodedata.category(sign) in _FORBIDDEN and sign not in _JOINERS for sign in name):
        raise Invalid("name", "characters")
    if not any(sign.isalpha() for sign in name):
        raise Invalid("name", "characters")
    return name


def name_key(name: str, limit: int | None = KEY_LIMIT) -> str:
    """What names are sorted and searched by: no case, «ё» is «е» (SQLite folds Latin letters only), in NFC.

    Folding makes up to three letters of one; the key is at most `limit` characters long, as its column is.
    """
    return unicodedata.normalize("NFC", name).casefold().replace("ё", "е")[:limit]
