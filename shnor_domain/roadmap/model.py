"""Road maps as they are kept: plans, their items, shifts of their days (R231–R235)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId, Territory
from shnor_domain.roadmap.ladder import Level, Rung, level_of
from shnor_domain.roadmap.periods.model import Period, Window

PlanId = NewType("PlanId", int)
ItemId = NewType("ItemId", int)
ShiftId = NewType("ShiftId", int)


class Programme(Enum):
    """What a plan belongs to: a road map of its own, the federal project, the republic's programme, steps in МЭДК, a
    pair's plan of interaction."""

    ROADMAP = "roadmap"
    FIVE_HUNDRED = "500plus"
    STEP_TO_RESULTS = "step"
    MEDK = "medk"
    PAIR = "pair"


class ItemState(Enum):
    """`ON_REVIEW` has evidence that waits; `DONE` is confirmed, or all its children are; `DROPPED` left the plan."""

    OPEN = "open"
    ON_REVIEW = "on_review"
    DONE = "done"
    DROPPED = "dropped"


class Delay(Enum):
    """Why an item is late, said by its owner on a button (D: «нужна помощь» offers a consultation)."""

    NO_DOCUMENT = "no_document"
    NEED_HELP = "need_help"


@dataclass(frozen=True, slots=True)
class Plan:
    """A road map of a territory. `window` are its own first and last day, `source` the document it came from."""

    id: PlanId
    title: str
    programme: Programme
    territory: Territory
    window: Window
    source: str
    created: datetime


@dataclass(frozen=True, slots=True)
class PutOff:
    """What was due on `day` is due on `due`, known `since`: the municipality has called that day off (L7), or has taken
    that back, and `due` is the day itself."""

    day: date
    due: date
    since: datetime


@dataclass(frozen=True, slots=True)
class Item:
    """One measure of a plan, or the part of it that one municipality or school has to do (`parent`).

    `bodies` are named as the plan names them, the first is chief. `owner` is whose it is: a school's, a municipality's
    or the region's own. `known` is when it was created, imported or moved (L2), `sent` when the evidence that waits was
    sent, `returned` when evidence was last returned (L5). `reviewer` is the level that confirms it where the plan says
    another than L5 does. `confirmed` is how many of its windows are confirmed while later ones are still to come.
    `put_off` are last days of its windows that the municipality has called off.
    """

    id: ItemId
    plan: PlanId
    parent: ItemId | None
    position: int
    number: str
    title: str
    period: Period
    owner: Territory
    known: datetime
    bodies: tuple[str, ...] = ()
    goal: str = ""
    result: str = ""
    document: str | None = None
    state: ItemState = ItemState.OPEN
    sent: datetime | None = None
    returned: datetime | None = None
    delay: Delay | None = None
    reviewer: Rung | None = None
    confirmed: int = 0
    put_off: tuple[PutOff, ...] = ()

    @property
    def planned(self) -> tuple[Window, ...]:
        """Its windows as the plan has them, by last day."""
        return tuple(sorted(self.period.windows, key=lambda window: (window.last, window.first)))

    @property
    def due(self) -> tuple[Window, ...]:
        """Those of `planned`, each until the day on which it is due: a called-off last day is put off (L7)."""
        if not self.put_off:
            return self.planned
        dues = {each.day: each.due for each in self.put_off}
        return tuple(Window(each.first, dues.get(each.last, each.last)) for each in self.planned)

    @property
    def left(self) -> tuple[Window, ...]:
        """Those of `due` that nothing is confirmed for yet: each has its own ladder (L1)."""
        return self.due[self.confirmed :]

    def known_as(self, last: date) -> datetime:
        """Since when a window is due on `last`: known, returned, put off (L2, L5, L7)."""
        put_off = (each.since for each in self.put_off if each.due == last)
        return max(self.known, self.returned or self.known, *put_off)

    @property
    def level(self) -> Level:
        """Whose it is."""
        return level_of(self.owner)

    @property
    def last_day(self) -> date | None:
        """When its last window is due, None for «без срока»."""
        return max((window.last for window in self.due), default=None)


@dataclass(frozen=True, slots=True)
class Late:
    """Open items of a territory whose day has passed, and of how many schools they are."""

    items: int
    schools: int


@dataclass(frozen=True, slots=True)
class Shift:
    """Days of open items of a territory moved at once, `days` forward (backward below zero), with the reason that
    stands beside it in the list of shifts; `undone` is when it was taken back. `plan` None is every plan."""

    id: ShiftId
    territory: Territory
    plan: PlanId | None
    person: PersonId | None
    at: datetime
    days: int
    reason: str
    undone: datetime | None = None
