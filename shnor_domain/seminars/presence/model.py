"""What is said of a lesson: a participant's own word and the host's, neither of which overwrites the other."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import LessonId
from shnor_domain.seminars.signing.model import SignUpId

EARLY = LATE = timedelta(minutes=15)
"""How long before its start and after its end one checks in to a lesson."""
CORRECTED = timedelta(days=14)
"""How long after its end a lesson may be marked, and the mark changed."""
TRIES = 5
"""Wrong codes of one person at one lesson."""
CODE_FIGURES = 4


class SaidBy(Enum):
    """How she checked in, and what a lesson asks for: a `BUTTON` at a distance, the `CODE` at one place."""

    BUTTON = "button"
    CODE = "code"


class WhyNotHeld(Enum):
    """Why a lesson was not held, as buttons; nobody is named."""

    PEOPLE = "people"
    CONNECTION = "connection"
    HOST = "host"


@dataclass(frozen=True, slots=True)
class Presence:
    """Of one sign-up at one lesson. `said_at`: when she checked in herself, `said_by` how. `host_says`: came, did not
    come, None while the host has said nothing of her."""

    lesson: LessonId
    signup: SignUpId
    said_at: datetime | None = None
    said_by: SaidBy | None = None
    host_says: bool | None = None

    @property
    def came(self) -> bool:
        """The host's word counts where there is one."""
        return self.said_at is not None if self.host_says is None else self.host_says


@dataclass(frozen=True, slots=True)
class LessonMark:
    """The host's word about a lesson as a whole: it was held, or `reason` says why not. `minutes` is its length when it
    was marked; `kept_came` how many came of the seats that schools keep without names. `host` None once she has
    left."""

    lesson: LessonId
    host: PersonId | None
    reason: WhyNotHeld | None
    minutes: int
    marked: datetime
    kept_came: int = 0

    @property
    def held(self) -> bool:
        """True when people met."""
        return self.reason is None
