"""A host's mark and a visitor's word: two statements about one meeting, neither of which overwrites the other."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from shnor_domain.consultations.model import SessionId
from shnor_domain.identity import PersonId

CORRECTED = timedelta(days=14)
"""How long after its end a meeting may be marked, and what was said of it changed."""


class NotHeld(Enum):
    """Why a meeting was not held, as buttons (rule 12); nobody is named."""

    PEOPLE = "people"
    CONNECTION = "connection"
    HOST = "host"


class Said(Enum):
    """What a visitor says of the meeting that she had booked."""

    HELD = "held"
    HOST_ABSENT = "host_absent"
    COULD_NOT = "could_not"


@dataclass(frozen=True, slots=True)
class Mark:
    """The host's word about a meeting: it was held, or `reason` says why not. `minutes` is its length, which her hours
    are summed from."""

    session: SessionId
    host: PersonId
    reason: NotHeld | None
    minutes: int
    marked: datetime

    @property
    def held(self) -> bool:
        """True when somebody came."""
        return self.reason is None
