"""Risk profiles of schools and what a school does about each factor (R088, R099–R105)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId, Territory
from shnor_domain.risk.factors import FactorCode, Significance
from shnor_domain.territories.model import SchoolYear

ProfileId = NewType("ProfileId", int)
CaseId = NewType("CaseId", int)


@dataclass(frozen=True, slots=True)
class Profile:
    """One version of a school's risk profile: factors that are actual for it, with their significance (R099).

    `day` is the profile's own date, `source` the document or system it comes from, `wave` counts the profiles of a
    school year from 1. `file` is a key in FILES_DIR, `name` what the file is called. `author` is who entered it, None
    for an import by the operator and for one who has left.
    """

    id: ProfileId
    where: Territory
    year: SchoolYear
    wave: int
    day: date
    source: str
    factors: Mapping[FactorCode, Significance]
    author: PersonId | None
    at: datetime
    file: str | None = None
    name: str = ""


def current(profiles: Iterable[Profile]) -> Profile | None:
    """The newest by its date; of one date the one entered last."""
    return max(profiles, key=lambda one: (one.day, one.id), default=None)


class Decision(Enum):
    """What the school says of a factor (R100)."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    PARTLY = "partly"
    REFUTED = "refuted"


VERIFIED = frozenset({Decision.CONFIRMED, Decision.PARTLY})


class Check(Enum):
    """Where the curator's confirmation of something stands."""

    NONE = "none"
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    RETURNED = "returned"


class CaseState(Enum):
    """`CLOSED` is overcome; `LEFT` was never taken up, and the profile names the factor no more."""

    OPEN = "open"
    CLOSED = "closed"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class FactorCase:
    """What one school does about one factor, from the profile that named it until it is overcome; it outlives the
    school year with its history (R105). A school has at most one that is open of a factor.

    `year` is the one in which it stands now, `profile` the last that named the factor, with its `significance`.
    `reason` explains `decision`; `note` is what the curator wrote when he returned it. `activated` is the day of
    activation in the system of «500+» (R102). `closing*` are the same of «фактор преодолён»; `closed` is when that was
    confirmed.
    """

    id: CaseId
    where: Territory
    factor: FactorCode
    year: SchoolYear
    profile: ProfileId | None
    opened: datetime
    significance: Significance = Significance.UNKNOWN
    decision: Decision = Decision.PENDING
    reason: str = ""
    decided_by: PersonId | None = None
    decided: datetime | None = None
    check: Check = Check.NONE
    note: str = ""
    activated: date | None = None
    closing: Check = Check.NONE
    closing_reason: str = ""
    closing_by: PersonId | None = None
    closing_at: datetime | None = None
    closing_note: str = ""
    closed: datetime | None = None
    state: CaseState = CaseState.OPEN

    @property
    def verified(self) -> bool:
        """True when the school has confirmed the factor, wholly or partly, and the curator the decision."""
        return self.decision in VERIFIED and self.check is Check.CONFIRMED

    @property
    def left_to_do(self) -> bool:
        """True while it counts as «осталось» (R086): open, and not settled as no factor of this school."""
        return self.state is CaseState.OPEN and not (
            self.decision is Decision.REFUTED and self.check is Check.CONFIRMED
        )


class Act(Enum):
    """What stands in the history of a case."""

    OPENED = "opened"
    DECIDED = "decided"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    ACTIVATED = "activated"
    CARRIED = "carried"
    RENEWED = "renewed"
    CLOSING = "closing"
    CLOSED = "closed"
    CLOSING_RETURNED = "closing_returned"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One line of a case's history; `text` is the reason, the remark, or the year that it moved from."""

    case: CaseId
    at: datetime
    person: PersonId | None
    act: Act
    text: str = ""
