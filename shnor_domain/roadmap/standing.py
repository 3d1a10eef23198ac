"""How an item stands on a day, and how many stand how: one reckoning for lists, progress and tables (rule 9)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from shnor_domain.roadmap.ladder import BEFORE
from shnor_domain.roadmap.model import Item, ItemState

SOON = timedelta(days=BEFORE[0])
"""So near its last day an item stands under «Скоро срок»: where its ladder begins."""


class Standing(Enum):
    """One of them for each item. `PASSED` goes before all that is still to come: one of its windows has ended."""

    SOON = "soon"
    PASSED = "passed"
    REVIEW = "review"
    DONE = "done"
    LATER = "later"
    UNDATED = "undated"
    DROPPED = "dropped"


_BY_STATE = {
    ItemState.DONE: Standing.DONE,
    ItemState.ON_REVIEW: Standing.REVIEW,
    ItemState.DROPPED: Standing.DROPPED,
}


def standing_of(item: Item, today: date) -> Standing:
    """`today` is a day of the calendar where the item is done."""
    if item.state in _BY_STATE:
        return _BY_STATE[item.state]
    if not item.left:
        return Standing.UNDATED
    last = _nearest(item)
    if last < today:
        return Standing.PASSED
    return Standing.SOON if last <= today + SOON else Standing.LATER


def day_of(item: Item) -> date | None:
    """The day a list shows and sorts by: of an open item the nearest one of windows that are not confirmed yet, of all
    others the last; None for «без срока»."""
    if item.state is ItemState.OPEN and item.left:
        return _nearest(item)
    return item.last_day


def _nearest(item: Item) -> date:
    """Of one that has windows left. A called-off day may put one off beyond the next (L7)."""
    return min(window.last for window in item.left)


def called_off(item: Item) -> date | None:
    """The called-off day on which an open item would be due, had it not been put off to `day_of` (L7)."""
    if item.state is not ItemState.OPEN or not item.left:
        return None
    due = _nearest(item)
    windows = zip(item.planned[item.confirmed :], item.left, strict=True)
    planned = min(plan.last for plan, left in windows if left.last == due)
    return planned if planned < due else None


def by_day(items: Iterable[Item]) -> list[Item]:
    """One's own items: by date, then number, without date at the end (L8)."""
    return sorted(items, key=lambda item: (day_of(item) or date.max, item.position, item.id))


def tally(items: Iterable[Item], today: date) -> Counter[Standing]:
    """How many stand how."""
    return Counter(standing_of(item, today) for item in items)


@dataclass(frozen=True, slots=True)
class Counts:
    """Items without parts that did not leave their plan. `done` are confirmed; `passed` and `undated` are open."""

    total: int = 0
    done: int = 0
    on_review: int = 0
    passed: int = 0
    undated: int = 0

    @property
    def percent(self) -> int | None:
        """Indicator 7 of «500+»: confirmed of all, half a percent upwards; None where there is nothing to count."""
        return None if not self.total else (200 * self.done + self.total) // (2 * self.total)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.total + other.total,
            self.done + other.done,
            self.on_review + other.on_review,
            self.passed + other.passed,
            self.undated + other.undated,
        )


def counts_of(items: Iterable[Item], today: date) -> Counts:
    """The same of items at hand."""
    found = tally(items, today)
    return Counts(
        found.total() - found[Standing.DROPPED],
        found[Standing.DONE],
        found[Standing.REVIEW],
        found[Standing.PASSED],
        found[Standing.UNDATED],
    )
