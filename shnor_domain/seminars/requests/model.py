"""A request: a topic that schools want, which belongs to none of them, and each school's support of it (4.4, 4.4.2)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId, RegionId, SchoolId, SubjectId, Territory
from shnor_domain.seminars.model import Audience, CatalogueId, CycleId, Form, RequestId

SupportId = NewType("SupportId", int)

REASON, MOST_PEOPLE = 300, 500
BY_WISHES, OTHER = "wishes", "other"
"""Why a school asks, where it is no factor of its profile: its teachers wish for it, or something else."""


class RequestState(Enum):
    """`PLANNED` stands in a published programme; `MERGED` leads on to another request; who is `SET_ASIDE` may be taken
    up again; the schools of what is `CARRIED` have gone on into the next half-year."""

    OPEN = "open"
    PLANNED = "planned"
    SET_ASIDE = "set_aside"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    CARRIED = "carried"


LIVING = frozenset({RequestState.OPEN, RequestState.PLANNED})
"""What schools may stand behind, and what is offered as alike."""
ASKED_AT_BORDER = frozenset({RequestState.OPEN, RequestState.SET_ASIDE})
"""What did not take place in its half-year."""
LEFT_AT_BORDER = ASKED_AT_BORDER | {RequestState.PLANNED}
"""What may not have taken place: of what was planned no lesson may have been held."""


class SupportState(Enum):
    """`MOVED`: its school stood behind the request already into which it was merged; its number is kept, not added.
    `SAID_ANEW`: as that, and its school has given another number since: this one counts no more, and comes back with a
    split."""

    LIVE = "live"
    MOVED = "moved"
    SAID_ANEW = "said_anew"
    WITHDRAWN = "withdrawn"
    CARRIED = "carried"
    LET_GO = "let_go"


STANDING = frozenset({SupportState.LIVE, SupportState.MOVED, SupportState.SAID_ANEW})


class Route(Enum):
    """Done by the plan of the half-year, or beyond the budget within the year (4.4.3)."""

    PLAN = "plan"
    EXTRA = "extra"


class Aside(Enum):
    """Reasons as buttons why a request does not come into the programme; other words are typed."""

    NO_HOST = "no_host"
    FEW = "too_few"
    OTHER_FORM = "other_form"
    DONE_ELSEWHERE = "done_elsewhere"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. `topic` is one line; `month` the first day of the wanted month of the
    half-year, None where any will do."""

    topic: str
    audience: Audience
    form: Form
    month: date | None = None
    subject: SubjectId | None = None
    catalogue: CatalogueId | None = None


@dataclass(frozen=True, slots=True)
class SeminarRequest:
    """`key` is what its topic is compared by; `since` is when the present state came about. `routed` is None while the
    route is the one of its date. `reason` (a value of `Aside`, or typed) is why it was set aside, by `reason_by`.
    `carried_from` is what it was made in the place of: of a half-year before, or of its own where schools that answer
    late come after an event of that has begun."""

    id: RequestId
    cycle: CycleId
    region: RegionId
    wanted: Wanted
    key: str
    state: RequestState
    since: datetime
    route: Route
    version: int = 1
    routed: datetime | None = None
    routed_by: PersonId | None = None
    reason: str | None = None
    reason_by: PersonId | None = None
    merged_into: RequestId | None = None
    carried_from: RequestId | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """One school behind a request with its number of `people`.

    `where` is the school as it is today: of a merged one its successor (I26). `came_from` is the request for which it
    was given, None for this very one. `factor` is a code of the school's profile, `BY_WISHES`, `OTHER` or None.
    """

    id: SupportId
    request: RequestId
    where: Territory
    people: int
    joined: datetime
    asked_by: PersonId | None = None
    factor: str | None = None
    state: SupportState = SupportState.LIVE
    ended: datetime | None = None
    came_from: RequestId | None = None

    @property
    def school(self) -> SchoolId:
        """Whose it is."""
        assert self.where.school is not None  # a support is a school's
        return self.where.school
