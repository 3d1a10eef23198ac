"""Which days a range or a deadline may mean."""

from datetime import date, timedelta

from shnor_domain.roadmap.periods.asking import Ask, Known, ask_which
from shnor_domain.roadmap.periods.model import Reason, Window
from shnor_domain.roadmap.periods.parts import (
    Bound,
    Deadline,
    Half,
    Kind,
    Mark,
    Nameless,
    Opened,
    Point,
    Range,
    SchoolYear,
)
from shnor_domain.roadmap.periods.points import candidates, fixed, possible, starts

_JOINED = ({Kind.DAY, Kind.MONTH}, {Kind.QUARTER}, {Kind.HALF}, {Kind.YEAR})


def of_range(span: Range, known: Known, carried: Mark | None) -> list[Window]:
    """Windows in their order, at least one; raises `Ask`. Where both ends are named, whatever order they are in; where
    only one is, the other is the next in the order of a year."""
    if not isinstance(span.first, Point | Half | SchoolYear) or not isinstance(span.last, Point | Half | SchoolYear):
        # «с 1 сентября 2021 по 2021-2022 год», and what a spreadsheet made of a cell
        raise Ask(Reason.UNKNOWN)
    first, last = fixed(span.first, known, span.last.mark or carried), fixed(span.last, known, carried)
    if not any({first.kind, last.kind} <= like for like in _JOINED):
        raise Ask(Reason.UNKNOWN)
    if first.start[0] == last.start[0] and first.start > last.start and first.mark is None:
        raise Ask(Reason.BACKWARDS)
    if first.mark is not None:
        return _from_named(first, first.mark, last, carried)
    mark = last.mark or carried
    if mark is not None:
        return _to_named(first, last, mark, known)
    years = list(known.years_of_plan.years)
    over = 1 if last.start < first.start else 0
    return known.fitting([joined for year in years if (joined := _joined(first, year, last, year + over)) is not None])


def _from_named(first: Point, mark: Mark, last: Point, carried: Mark | None) -> list[Window]:
    begins = possible(first, starts(first, mark))
    if last.mark is not None or mark.school:
        ends = possible(last, starts(last, last.mark or mark))
        return _in_order([(begin, end) for begin in begins for end in ends])
    year = mark.year + (1 if last.start < first.start else 0)
    near = _in_order([(begins[0], end) for end in possible(last, [year])])
    if carried is not None and (carried.school or carried.year != year):
        far = _in_order([(begins[0], end) for end in possible(last, starts(last, carried))])
        raise ask_which(Reason.TWO_READINGS, near + far)
    return near


def _to_named(first: Point, last: Point, mark: Mark, known: Known) -> list[Window]:
    """«декабрь-январь 2021»: what is written is a December of 2020, but one year for both may be a slip."""
    if mark.school:
        begins, ends = possible(first, starts(first, mark)), possible(last, starts(last, mark))
        return _in_order([(begin, end) for begin in begins for end in ends])
    if first.start <= last.start:
        same = _joined(first, mark.year, last, mark.year)
        if same is None:
            raise Ask(Reason.IMPOSSIBLE)
        return [same]
    written, slip = _joined(first, mark.year - 1, last, mark.year), _joined(first, mark.year, last, mark.year + 1)
    if written is not None and known.plan is not None and known.plan.window.holds(written):
        return [written]
    raise ask_which(Reason.TWO_READINGS, [window for window in (written, slip) if window is not None])


def _joined(first: Point, begin: int, last: Point, end: int) -> Window | None:
    one, other = first.starting_in(begin), last.starting_in(end)
    return Window(one.first, other.last) if one is not None and other is not None else None


def _in_order(pairs: list[tuple[Window, Window]]) -> list[Window]:
    found = [Window(begin.first, end.last) for begin, end in pairs if begin.first <= end.first]
    if not found:
        raise Ask(Reason.BACKWARDS)
    return found


def of_deadline(deadline: Deadline, known: Known, carried: Mark | None) -> list[Window]:
    """Windows from the plan's first day, or of the last day alone where no plan is known. «До июля» may mean its first
    day or its last and is asked."""
    found = candidates(deadline.point, known, carried)
    if deadline.point is Nameless.YEAR and known.years_of_plan.school:
        ends = [date(known.years_of_plan.first.year, 12, 31), *(window.last for window in found)]
        raise ask_which(Reason.TWO_READINGS, [_until(last, known) for last in ends])
    day = isinstance(deadline.point, Point) and deadline.point.kind is Kind.DAY
    if deadline.bound is Bound.UNTIL and not day:
        before = [_until(window.first - timedelta(days=1), known) for window in found]
        through = [_until(window.last, known) for window in found]
        raise ask_which(Reason.TWO_READINGS, before + through)
    by_month = (
        deadline.bound is Bound.NOT_LATER and isinstance(deadline.point, Point) and deadline.point.kind is Kind.MONTH
    )
    lasts = [_by(window.last, known.customs.month_day) if by_month else window.last for window in found]
    return [_until(last, known) for last in lasts]


def _by(last: date, day: int) -> date:
    return last.replace(day=min(day, last.day))


def _until(last: date, known: Known) -> Window:
    first = known.plan.first if known.plan is not None else last
    return Window(min(first, last), last)


def of_opened(opened: Opened, known: Known, carried: Mark | None) -> list[Window]:
    """Always asked, with «to the end of the plan» as a reading."""
    found = candidates(opened.point, known, carried)
    last = known.plan.last if known.plan is not None else None
    raise ask_which(
        Reason.OPEN_END, [Window(one.first, last) for one in found if last is not None and one.first <= last]
    )
