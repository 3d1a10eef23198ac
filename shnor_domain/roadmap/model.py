"""Road maps as they are kept: plans, their items, what was sent for them and what was said about it (R231–R235)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId, Territory
from shnor_domain.roadmap.ladder import Level
from shnor_domain.roadmap.periods.model import Period, Window

PlanId = NewType("PlanId", int)
ItemId = NewType("ItemId", int)
EvidenceId = NewType("EvidenceId", int)
RemarkId = NewType("RemarkId", int)


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
class Item:
    """One measure of a plan, or the part of it that one municipality or school has to do (`parent`).

    `bodies` are named as the plan names them, the first is chief. `owner` is whose it is: a school's, a municipality's
    or the region's own. `known` is when it was created, imported or moved (L2), `sent` when the evidence that waits was
    sent, `returned` when evidence was last returned (L5).
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

    @property
    def level(self) -> Level:
        """Whose it is."""
        if self.owner.school is not None:
            return Level.SCHOOL
        return Level.REGION if self.owner.municipality is None else Level.MUNICIPALITY

    @property
    def last_day(self) -> date | None:
        """The last day of its last window, None for «без срока»."""
        return max((window.last for window in self.period.windows), default=None)


@dataclass(frozen=True, slots=True)
class Late:
    """Open items of a territory whose day has passed, and of how many schools they are."""

    items: int
    schools: int


class EvidenceKind(Enum):
    """What closes an item; a visit and an entry of the journal are told by their fields (R135, R136)."""

    TEXT = "text"
    LINK = "link"
    PHOTO = "photo"
    FILE = "file"


class EvidenceState(Enum):
    """Versions stay; an erased one keeps its line and nothing else (rule 8)."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    REPLACED = "replaced"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One version of what was sent for an item; `text` is the text or the address, `file` a name in FILES_DIR."""

    id: EvidenceId
    item: ItemId
    version: int
    author: PersonId | None
    at: datetime
    kind: EvidenceKind
    state: EvidenceState
    text: str = ""
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What has to change in an item before it is confirmed; closed one by one."""

    id: RemarkId
    item: ItemId
    evidence: EvidenceId
    author: PersonId | None
    at: datetime
    text: str
    closed: bool = False
