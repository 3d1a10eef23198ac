"""Values that only ports speak in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from shnor_domain.identity import MunicipalityId, PersonId, Role, SchoolId, Territory


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What narrows /people: `text` is a part of a name as typed, `within` the territories the viewer may see."""

    within: tuple[Territory, ...]
    text: str = ""
    role: Role | None = None
    school: SchoolId | None = None
    municipality: MunicipalityId | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """Something a person must be told: becomes a row of the notification table in this transaction.

    `key` makes planning idempotent («application:17:waiting:0:5»); `kind` chooses words and checks; `due` is the
    instant;
    `payload` holds ids and codes only.
    """

    key: str
    person: PersonId
    kind: str
    subject: str
    due: datetime
    payload: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody of a school who is in the bot; `seen` is her last activity."""

    person: PersonId
    role: Role
    seen: datetime | None
