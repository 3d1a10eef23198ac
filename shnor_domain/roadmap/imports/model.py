"""What an import makes of a plan before a person has confirmed it: items, and what is doubtful about each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from shnor_domain.roadmap.bodies.model import Body
from shnor_domain.roadmap.periods.model import Customs, Period, PlanWindow, Question

MOST_ITEMS = 1_000


class Doubt(Enum):
    """Why a person has to look at an item. The value is a key of words."""

    NUMBER_IN_TITLE = "number-in-title"
    NUMBER_MISSING = "number-missing"
    """The row has none; the one it got is the next in order."""
    NUMBER_REPEATED = "number-repeated"
    NUMBER_SKIPPED = "number-skipped"
    """A row before this one may be lost."""
    SEVERAL_NUMBERS = "several-numbers"
    TITLE_EMPTY = "title-empty"
    TITLE_JOINED = "title-joined"
    """It was cut in two, mostly by the end of a page."""
    TITLE_CUT = "title-cut"
    """It begins in the middle of a sentence."""
    TITLE_LOST_WORDS = "title-lost-words"
    TWO_MEASURES = "two-measures"
    CELL_JOINED = "cell-joined"
    """Another cell was cut in two; `value` is its column."""
    CELL_CUT = "cell-cut"
    """Another cell begins in the middle of a sentence; `value` is its column."""
    TWO_RESULTS = "two-results"
    """A result of its own and one from the next page, which may belong to the item behind."""
    RESULT_ABOVE = "result-above"
    """It has no result, and the item before has two."""
    PERIOD_UNREAD = "period-unread"
    """The period of the item is a question."""
    PERIOD_EMPTY = "period-empty"
    PERIOD_EXTRA_TEXT = "period-extra-text"
    PERIOD_REPEATED = "period-repeated"
    """The cell says other periods too, which lie inside of the one that was taken."""
    STARTS_BEFORE_PLAN = "starts-before-plan"
    ENDS_AFTER_PLAN = "ends-after-plan"
    BODY_UNKNOWN = "body-unknown"
    BODY_GUESSED = "body-guessed"
    """`value` is what is written, `meant` the body."""
    BODY_MISSING = "body-missing"
    COLUMNS_GUESSED = "columns-guessed"
    """Its table has no heading and fewer columns than the one before; there are two ways to lay them out."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One doubt; `value` is text of the document, cut to 1,000 characters."""

    doubt: Doubt
    value: str = ""
    meant: str = ""

    def __post_init__(self) -> None:
        """Cut what a hostile cell may hold."""
        object.__setattr__(self, "value", self.value[:1_000])


class DocumentType(Enum):
    """What kind of paper an item seems to end in, guessed from the words of its result."""

    ORDER = "order"
    AGREEMENT = "agreement"
    MINUTES = "minutes"
    PROGRAMME = "programme"
    PLAN = "plan"
    SCHEDULE = "schedule"
    LIST = "list"
    CERTIFICATE = "certificate"
    RECORDING = "recording"
    COLLECTION = "collection"
    ANALYSIS = "analysis"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row stands: the name of its sheet and its number there, from 1 as the person's own program shows it. In a
    Word file the sheet is the number of the table."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A draft. `responsible` are bodies and classes in the order of the plan, `named` the same with what was not
    understood in between, `section` the heading above the row, `spots` all rows that it was put together from."""

    number: str | None
    title: str
    period: Period | Question
    responsible: tuple[Body, ...] = ()
    goal: str = ""
    result: str = ""
    section: str = ""
    document: DocumentType | None = None
    remarks: tuple[Remark, ...] = ()
    spots: tuple[Spot, ...] = ()
    responsible_verbatim: str = ""
    named: tuple[Body | str, ...] = ()

    @property
    def chief(self) -> Body | None:
        """The first named; any of the others may send evidence too."""
        return self.responsible[0] if self.responsible else None

    @property
    def classes(self) -> tuple[Body, ...]:
        """Those of which each member gets an item of its own."""
        return tuple(body for body in self.responsible if body.each is not None)

    @property
    def doubts(self) -> frozenset[Doubt]:
        """What the remarks are about."""
        return frozenset(remark.doubt for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """`window` is what the plan is for; where it is None, or a year that no row names may be one of several, `windows`
    are answers to offer, the likeliest first. `unknown_columns` are headings that mean nothing here, `unused` texts
    between the tables that went nowhere, `customs` how periods are read here."""

    items: tuple[PlanItem, ...]
    window: PlanWindow | None
    windows: tuple[PlanWindow, ...] = ()
    heading: tuple[str, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    customs: Customs = field(default_factory=Customs)

    @property
    def in_doubt(self) -> Sequence[PlanItem]:
        """Items that a person has to look at, in the order of the plan."""
        return [item for item in self.items if item.remarks]
