"""For which windows of an item evidence counts (L1: each window has its own ladder): days, no clocks."""

from datetime import date

from shnor_domain.roadmap.evidence import Evidence, EvidenceState, was_decided
from shnor_domain.roadmap.model import Item, ItemState


def covered(item: Item, sent: date) -> int:
    """How many of `item.left` evidence of the day `sent` counts for: those that had ended by then, and the one that had
    begun since their plan's own end (L7); where none had ended the next one, though it is sent before its time."""
    count, ended = 0, date.min
    for planned, window in zip(item.planned[item.confirmed :], item.left, strict=True):
        if window.last < sent:
            count, ended = count + 1, planned.last
            continue
        return count + 1 if not count or ended < window.first <= sent else count
    return count


def reopens(item: Item, latest: Evidence) -> bool:
    """True when the item, or some of its windows, is done by its latest version, erased since or not."""
    if latest.state is not EvidenceState.CONFIRMED and not was_decided(latest):
        return False
    return item.state is ItemState.DONE or (item.state is ItemState.OPEN and latest.covers > 0)
