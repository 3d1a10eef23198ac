"""Versions of a half-year's programme (4.4.2 step 4): each is a whole, and stays as it was."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.model import Audience, CycleId, Form, Kind
from shnor_domain.seminars.requests.model import Route

VersionId = NewType("VersionId", int)

RETURN_REASON = 500
LEAST_REASON = 3


class VersionState(Enum):
    """`WAITING` for approval; a `RETURNED` one stays with its reason, the next is submitted anew; one that who made it
    took back is `WITHDRAWN`; of `PUBLISHED` ones the newest holds, older ones are `SUPERSEDED`."""

    WAITING = "waiting"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    APPROVED = "approved"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"


IN_WORK = frozenset({VersionState.WAITING, VersionState.APPROVED})
SHOWN = frozenset({VersionState.PUBLISHED, VersionState.SUPERSEDED})


@dataclass(frozen=True, slots=True)
class Version:
    """`number` counts published ones from 1 and is None before; `made_by` submitted it, `decided_by` approved or
    returned it (both None once they have left), `reason` is why it was returned. What was published without a decision
    gathers the small changes of one day."""

    id: VersionId
    cycle: CycleId
    state: VersionState
    made: datetime
    made_by: PersonId | None
    number: int | None = None
    decided: datetime | None = None
    decided_by: PersonId | None = None
    reason: str | None = None
    published: datetime | None = None

    @property
    def by_hand(self) -> bool:
        """True for one that was approved: its readers are told of it."""
        return self.decided is not None


@dataclass(frozen=True, slots=True)
class At:
    """When the open lesson of a number is, UTC."""

    number: int
    starts: datetime
    ends: datetime

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return int((self.ends - self.starts).total_seconds()) // 60


@dataclass(frozen=True, slots=True)
class Line:
    """An event as a version shows it. `schools` and `people` stood behind its requests then; names are in nobody's
    version, `host` is an id."""

    event: EventId
    title: str
    kind: Kind
    form: Form
    audience: Audience
    lessons: tuple[At, ...]
    host: PersonId | None
    schools: int
    people: int
    route: Route
