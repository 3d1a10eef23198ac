"""The one way from the words of a plan to days. What can be read in two ways, or not at all, is asked (R233)."""

from datetime import timedelta

from shnor_domain.roadmap.periods.asking import Ask, Known, Windows
from shnor_domain.roadmap.periods.building import NoSuchDay
from shnor_domain.roadmap.periods.grammar import said
from shnor_domain.roadmap.periods.model import Customs, Period, PlanWindow, Question, Reason, Window
from shnor_domain.roadmap.periods.parts import Deadline, Entry, Mark, Opened, Range, Said
from shnor_domain.roadmap.periods.points import candidates
from shnor_domain.roadmap.periods.spans import of_deadline, of_opened, of_range

_MOST_READINGS = 6
_MOST_WAYS = 500


def read_period(text: str, plan: PlanWindow | None, customs: Customs | None = None) -> Period | Question:
    """«март, август 2021» → two windows; «без срока» and nothing → none.

    A year that is written last serves what stands before it; other years that are missing come from the plan, where it
    has room for one reading only.
    """
    try:
        what = said(text)
    except NoSuchDay:
        return Question(text, Reason.IMPOSSIBLE)
    if what is None:
        return Question(text, Reason.UNKNOWN)
    recurs = what.recurs[0] if what.recurs else None
    try:
        return Period(text, _windows(what, Known(plan, customs or Customs())), recurs)
    except Ask as ask:
        # an answer to one part of a list is no answer to the whole
        whole = [windows for windows in dict.fromkeys(ask.readings) if len(windows) == len(what.entries)]
        return Question(text, ask.reason, tuple(Period(text, windows, recurs) for windows in whole[:_MOST_READINGS]))


def is_deadline(text: str) -> bool:
    """True for one last day alone, «до 4 декабря»: its window begins with the plan, which the words do not say."""
    try:
        what = said(text)
    except NoSuchDay:
        return False
    return what is not None and len(what.entries) == 1 and isinstance(what.entries[0], Deadline)


def _windows(what: Said, known: Known) -> Windows:
    if len(what.recurs) > 1:
        raise Ask(Reason.UNKNOWN)
    if not what.entries:
        return (known.years_of_plan.window,) if what.recurs else ()
    ways: list[Windows] = [()]
    for entry, found in zip(what.entries, _found(what.entries, known), strict=True):
        ways = [(*way, window) for way in ways for one in found if (window := _after(way, entry, one)) is not None]
        if not ways:
            raise Ask(Reason.BACKWARDS)
        if len(ways) > _MOST_WAYS:
            raise Ask(Reason.TWO_READINGS)
    if len(ways) > 1:
        raise Ask(Reason.TWO_READINGS, ways)
    return ways[0]


def _after(way: Windows, entry: Entry, window: Window) -> Window | None:
    """The window as it follows the others, None when it does not; a second deadline begins behind the first."""
    if not way:
        return window
    free = way[-1].last + timedelta(days=1)
    if isinstance(entry, Deadline) and free <= window.last:
        return Window(max(window.first, free), window.last)
    return window if free <= window.first else None


def _found(entries: tuple[Entry, ...], known: Known) -> list[list[Window]]:
    """What each entry may mean, read from the last to the first."""
    found: list[list[Window]] = []
    carried: Mark | None = None
    for entry in reversed(entries):
        windows = _read(entry, known, carried)
        found.append(windows)
        carried = _carried(entry, windows, carried)
    return found[::-1]


def _read(entry: Entry, known: Known, carried: Mark | None) -> list[Window]:
    match entry:
        case Range():
            return of_range(entry, known, carried)
        case Deadline():
            return of_deadline(entry, known, carried)
        case Opened():
            return of_opened(entry, known, carried)
        case _:
            return candidates(entry, known, carried)


def _carried(entry: Entry, windows: list[Window], carried: Mark | None) -> Mark | None:
    """The year that stands for what comes before the entry: a school year as it is written, else where it begins."""
    match entry:
        case Range(first, last):
            marks = [getattr(first, "mark", None), getattr(last, "mark", None), carried]
        case Deadline(_, point) | Opened(point):
            marks = [getattr(point, "mark", None), carried]
        case _:
            marks = [getattr(entry, "mark", None), carried]
    mark = next((one for one in marks if one is not None), None)
    if mark is None or mark.school:
        return mark
    return Mark(windows[0].last.year if isinstance(entry, Deadline) else windows[0].first.year)
