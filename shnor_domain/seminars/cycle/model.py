"""A half-year of the seminar: its dates, what the institute offers in it, what teachers wish for."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from shnor_domain.identity import PersonId, RegionId, SubjectId, Territory
from shnor_domain.seminars.model import Audience, CatalogueId, CycleId, Form, Kind, RequestId, WishId
from shnor_domain.territories.periods import HalfYear


class Phase(Enum):
    """Where a cycle stands: nothing of it is stored but the acts."""

    PREPARED = "prepared"
    COLLECTING = "collecting"
    DRAFTING = "drafting"
    RUNNING = "running"
    OVER = "over"
    CLOSED = "closed"


ASKING = frozenset({Phase.COLLECTING, Phase.DRAFTING, Phase.RUNNING})
"""While schools may ask, by the plan or beyond it."""
OVER = frozenset({Phase.OVER, Phase.CLOSED})


@dataclass(frozen=True, slots=True)
class Dates:
    """Last days, the end of each included, on the region's clock: of wishes, of requests for the plan, and by when the
    programme is published."""

    wishes_until: date
    requests_until: date
    publish_by: date


@dataclass(frozen=True, slots=True)
class Cycle:
    """`announced` and `closed` are when somebody did it; `version` grows with each change of its dates and with both
    acts. `published` is when the first version of its programme was."""

    id: CycleId
    half: HalfYear
    dates: Dates
    announced: datetime | None = None
    closed: datetime | None = None
    version: int = 1
    published: datetime | None = None

    @property
    def region(self) -> RegionId:
        """Whose cycle it is."""
        return self.half.region


def phase(cycle: Cycle, today: date) -> Phase:
    """Where it stands on `today` of the region's clock."""
    if cycle.closed is not None:
        return Phase.CLOSED
    if today > cycle.half.days.last:
        return Phase.OVER
    if cycle.announced is None:
        return Phase.PREPARED
    if today <= cycle.dates.requests_until:
        return Phase.COLLECTING
    return Phase.DRAFTING if cycle.published is None else Phase.RUNNING


@dataclass(frozen=True, slots=True)
class Offer:
    """A topic as the institute describes it; `minutes` of one event, None where it has not said."""

    title: str
    kind: Kind
    form: Form
    audience: Audience
    about: str | None = None
    subject: SubjectId | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class CatalogueTopic:
    """A topic of a cycle's catalogue; one that was `withdrawn` is offered no more, what was wished for stays."""

    id: CatalogueId
    cycle: CycleId
    offer: Offer
    withdrawn: datetime | None = None


class WishState(Enum):
    """`TAKEN`: her lead has put it into a request."""

    OPEN = "open"
    TAKEN = "taken"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class TopicWish:
    """What a teacher would like to learn of. `where` is her school; `key` what the topic is compared by; `topic` is
    hers, or the catalogue's title; `person` and `topic` are None once she has left."""

    id: WishId
    cycle: CycleId
    person: PersonId | None
    where: Territory
    topic: str | None
    key: str
    made: datetime
    state: WishState = WishState.OPEN
    catalogue: CatalogueId | None = None
    subject: SubjectId | None = None
    request: RequestId | None = None
