"""Windows moved by whole days: what a shift does, and what may be taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from shnor_domain.errors import Invalid
from shnor_domain.roadmap.model import Item, Shift
from shnor_domain.roadmap.periods.model import Window

MOST_DAYS = 366
REASON = (3, 300)
"""Letters of a reason, at least and at most."""
CAN_UNDO = timedelta(days=7)


def moved(windows: Sequence[Window], days: int) -> tuple[Window, ...]:
    """All of them so many days later, earlier below zero."""
    by = timedelta(days=days)
    return tuple(Window(window.first + by, window.last + by) for window in windows)


def planned_end(item: Item) -> date:
    """The last day of an item that has one, as its plan says it: a shift counts from there, whatever was called off."""
    return max(window.last for window in item.period.windows)


def moved_item(item: Item, days: int) -> Item:
    """With its windows moved; of days that are called off there it knows nothing."""
    return replace(item, period=replace(item.period, windows=moved(item.period.windows, days)), put_off=())


def check_days(days: int) -> None:
    """Raise `Invalid` for none, and for more than a year."""
    if not 0 < abs(days) <= MOST_DAYS:
        raise Invalid("days", "range")


def checked_reason(reason: str) -> str:
    """Without outer blanks; raises `Invalid`."""
    reason = reason.strip()
    if len(reason) < REASON[0]:
        raise Invalid("reason", "empty")
    if len(reason) > REASON[1]:
        raise Invalid("reason", "long")
    return reason


def undoable(shift: Shift, now: datetime) -> bool:
    """Within seven days, once."""
    return shift.undone is None and now - shift.at <= CAN_UNDO
