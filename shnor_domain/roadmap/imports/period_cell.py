"""A cell of periods, which holds more than one text now and then: lines of its own, what a page cut off, a remark."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from shnor_domain.roadmap.imports.model import Doubt, Remark
from shnor_domain.roadmap.periods.building import NoSuchDay
from shnor_domain.roadmap.periods.grammar import said
from shnor_domain.roadmap.periods.model import Customs, Period, PlanWindow, Question, Reason, Window
from shnor_domain.roadmap.periods.reading import read_period
from shnor_domain.roadmap.words import plain, vocabulary

_MOST_LINES = 40
"""Of a cell that are tried as a period."""
_REMARK = re.compile(r"\(([^()]*)\)")
Read = tuple[Period | Question, list[Remark]]


def read_cell(parts: Sequence[str], plan: PlanWindow | None, customs: Customs) -> Read:
    """The period of an item from the parts of its cell, pages one behind another. What is left over is a remark, unless
    it speaks of time itself: then all of it is asked."""
    lines = [line for part in parts for line in part.split("\n")]
    whole = " ".join(lines)
    read = read_period(whole, plan, customs)
    if _understood(read):
        return read, []
    listed = read_period("; ".join(lines), plan, customs)
    if len(lines) > 1 and isinstance(listed, Period):
        return Period(whole, listed.windows, listed.recurs), []
    for count in range(min(len(lines) - 1, _MOST_LINES), 0, -1):
        head = read_period(" ".join(lines[:count]), plan, customs)
        if _understood(head):
            return _with_rest(head, whole, lines[count:], plan, customs)
    without = _REMARK.sub(" ", whole)
    if without != whole and _understood(head := read_period(" ".join(without.split()), plan, customs)):
        return _with_rest(head, whole, _REMARK.findall(whole), plan, customs)
    return Question(whole, Reason.UNKNOWN, _suggestions(whole, plan, customs)), []


def speaks_of_time(text: str) -> bool:
    """True when a word of the text could be a part of a period."""
    line = plain(text)
    return bool(re.search(r"\d\.\d", line)) or any(_is_time(word) for word in re.findall(r"[^\W_]+", line))


def _understood(read: Period | Question) -> bool:
    return isinstance(read, Period) or read.reason is not Reason.UNKNOWN


def _with_rest(
    head: Period | Question, whole: str, rest: Sequence[str], plan: PlanWindow | None, customs: Customs
) -> Read:
    left = " ".join(rest)
    others = [read_period(line, plan, customs) for line in rest]
    inside = isinstance(head, Period) and all(
        isinstance(other, Period)
        and other.windows
        and all(any(window.holds(one) for window in head.windows) for one in other.windows)
        for other in others
    )
    if inside:
        return head, [Remark(Doubt.PERIOD_REPEATED, left)]
    if not speaks_of_time(left):
        return head, [Remark(Doubt.PERIOD_EXTRA_TEXT, left)]
    return Question(whole, Reason.UNKNOWN, (head,) if isinstance(head, Period) else head.readings), []


def _suggestions(text: str, plan: PlanWindow | None, customs: Customs) -> tuple[Period, ...]:
    """The longest beginning that is a period: an answer to offer, never taken by itself."""
    words = text.split()[:20]
    for count in range(len(words) - 1, 0, -1):
        read = read_period(" ".join(words[:count]), plan, customs)
        if isinstance(read, Period) and read.windows:
            return (read,)
    return ()


@cache
def _stems() -> tuple[str, ...]:
    return tuple(plain(spelling) for _, spelling in vocabulary("time"))


@lru_cache(maxsize=4_096)
def _is_time(word: str) -> bool:
    if word.isdigit():
        return len(word) == 4
    if word.startswith(_stems()):
        return True
    try:
        return bool((what := said(word)) and what.entries)
    except NoSuchDay:
        return True


def is_period(cell: str) -> bool:
    """True for a text that is a period, in whatever years."""
    read = read_period(" ".join(cell.split()), None)
    return bool(cell.strip()) and (read.reason is not Reason.UNKNOWN if isinstance(read, Question) else True)


def read_ends(starts: str, ends: str, plan: PlanWindow | None, customs: Customs) -> Read:
    """The period of two columns, «начало» and «окончание»; where only one is filled it is read alone, as a time."""
    verbatim = " - ".join(part for part in (starts, ends) if part)
    if not starts or not ends:
        return read_cell([verbatim], plan, customs)
    days = [_day(text) or read_period(text, plan, customs) for text in (starts, ends)]
    first, last = (day.windows[0] if isinstance(day, Period) and len(day.windows) == 1 else None for day in days)
    if first is None or last is None:
        return Question(verbatim, Reason.UNKNOWN), []
    if first.first > last.last:
        return Question(verbatim, Reason.BACKWARDS), []
    return Period(verbatim, (Window(first.first, last.last),)), []


def _day(text: str) -> Period | None:
    """A date as a spreadsheet gives it: in a column of days it is a day."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return Period(text, (Window(day, day),))
