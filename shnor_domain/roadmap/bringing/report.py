"""What a plan would be, item by item, before anything is written."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from shnor_domain.identity import Territory
from shnor_domain.roadmap.bringing.answers import Answers
from shnor_domain.roadmap.bringing.settling import Settled
from shnor_domain.roadmap.bringing.sharing import Share
from shnor_domain.roadmap.imports.model import Doubt
from shnor_domain.roadmap.model import PlanId
from shnor_domain.roadmap.periods.model import PlanWindow, Question

MOST_PARTS = 20_000
"""Items with their parts: a region's schools times its measures. More is a mistake of whom it is for."""
SETTLED_ELSEWHERE = frozenset({Doubt.PERIOD_UNREAD, Doubt.BODY_UNKNOWN})
"""Doubts that are questions of their own."""


class Missing(Enum):
    """What has to be said before the plan is written, in this order. The value is a key of words."""

    WHERE = "where"
    SCHOOLS = "schools"
    """A template for schools of which none is left."""
    YEARS = "years"
    TITLE = "title"
    ITEMS = "items"
    PARTS = "parts"
    """More than `MOST_PARTS`."""
    PERIODS = "periods"
    """Some are still asked; «записать без срока» says so in so many words."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An item and its parts; none where its owner is the plan's territory itself."""

    item: Settled
    shares: tuple[Share, ...]

    @property
    def doubts(self) -> Sequence[Doubt]:
        """What a person should compare with the document, in the order in which it was found."""
        return list(
            dict.fromkeys(remark.doubt for remark in self.item.draft.remarks if remark.doubt not in SETTLED_ELSEWHERE)
        )


@dataclass(frozen=True, slots=True)
class PlanReport:
    """`file` is the key under which the body waits, `name` what it is called; `answers` those that were used, with what
    had one choice only filled in. `windows` are years to choose from, `moves` whole years for a plan that is `past`;
    `unknown` bodies with the number of items, `nobody` classes without members, `twin` a plan that stands there under
    this title for these years. `chosen` is how many schools of a template there are."""

    file: str
    name: str
    answers: Answers
    title: str
    items: tuple[Planned, ...]
    window: PlanWindow | None = None
    windows: tuple[PlanWindow, ...] = ()
    past: bool = False
    moves: tuple[int, ...] = ()
    unknown: Mapping[str, int] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    twin: PlanId | None = None
    chosen: int = 0

    @property
    def questions(self) -> Sequence[Planned]:
        """Items whose period is asked."""
        return [each for each in self.items if isinstance(each.item.period, Question)]

    @property
    def in_doubt(self) -> Sequence[Planned]:
        """Items to be compared with the document."""
        return [each for each in self.items if each.doubts]

    @property
    def dateless(self) -> int:
        """How many items have no day, those that are asked left out."""
        return sum(not each.item.written.windows for each in self.items) - len(self.questions)

    @property
    def owners(self) -> frozenset[Territory]:
        """Municipalities and schools that get parts."""
        return frozenset(share.owner for each in self.items for share in each.shares)

    @property
    def parts(self) -> int:
        """How many parts there are in all."""
        return sum(len(each.shares) for each in self.items)

    @property
    def missing(self) -> Sequence[Missing]:
        """What stands in the way; empty for a plan that may be written."""
        lacks = {
            Missing.WHERE: self.answers.territory is None,
            Missing.SCHOOLS: bool(self.answers.schools) and not self.chosen,
            Missing.YEARS: self.window is None or bool(self.windows),
            Missing.TITLE: not self.title,
            Missing.ITEMS: not self.items,
            Missing.PARTS: self.parts + len(self.items) > MOST_PARTS,
            Missing.PERIODS: bool(self.questions) and not self.answers.without_date,
        }
        return [missing for missing, lacking in lacks.items() if lacking]

    @property
    def digest(self) -> str:
        """Equal only for reports that would write the same: confirming names it, so that nobody confirms what she has
        not read. «Записать без срока» is said while confirming and is no part of it."""
        rows = [
            (each.item.number, each.item.title, each.item.period, each.item.bodies, each.shares,
             each.item.draft.goal, each.item.draft.result, each.item.draft.document)
            for each in self.items
        ]  # fmt: skip
        head = (self.file, self.title, self.answers.programme, self.answers.territory, self.window, self.twin)
        return hashlib.sha256(repr((head, rows)).encode()).hexdigest()[:16]
