"""Materials of an event: a link, or a file."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import EventId

MaterialId = NewType("MaterialId", int)

MOST_MATERIALS = 30
"""Of one event."""
TITLE = 120
"""The longest title, in characters."""


@dataclass(frozen=True, slots=True)
class Material:
    """Either `link` or `file` is there: the file's key, and what it is called. `author` None once she has left;
    `recording`: of a lesson. `told` when those who came were told of it."""

    id: MaterialId
    event: EventId
    author: PersonId | None
    title: str
    added: datetime
    link: str | None = None
    file: str | None = None
    file_name: str | None = None
    recording: bool = False
    told: datetime | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What is added: a link, or the body of a file with the name under which it came."""

    title: str
    link: str | None = None
    body: bytes | None = None
    name: str = ""
    recording: bool = False
