"""Which days a point may mean: its own year, the year that a later part carries, or each year of the plan."""

from datetime import date

from shnor_domain.roadmap.periods.asking import Ask, Known, ask_which
from shnor_domain.roadmap.periods.model import Reason, Window
from shnor_domain.roadmap.periods.parts import AnyPoint, Bare, Half, Kind, Mark, Nameless, Point, SchoolYear, Unsure


def candidates(point: AnyPoint, known: Known, carried: Mark | None) -> list[Window]:
    """Windows in their order, at least one; raises `Ask`. `carried` is the year of what stands behind the point."""
    match point:
        case Nameless.PLAN:
            return [known.years_of_plan.window]
        case Nameless.YEAR:
            return _this_year(known)
        case Unsure(points):
            raise ask_which(Reason.TWO_READINGS, [window for one in points for window in candidates(one, known, None)])
        case Bare():
            raise Ask(Reason.UNKNOWN)
        case _:
            return in_years(fixed(point, known, carried), known, carried)


def fixed(point: Half | SchoolYear | Point, known: Known, carried: Mark | None) -> Point:
    """The point with its months: halves and school years take them from the plan and from customs."""
    if isinstance(point, Point):
        return point
    begins, ends = known.customs.school_year
    if isinstance(point, SchoolYear):
        return Point(Kind.YEAR, begins, ends, point.mark, over=1)
    first, second = point.number == 1, point.number == 2
    by_school = Point(Kind.HALF, begins if first else (1, 1), ends if second else (12, 31), point.mark)
    by_calendar = Point(Kind.HALF, (1, 1) if first else (7, 1), (12, 31) if second else (6, 31), point.mark)
    mark = point.mark or carried
    if mark is not None and mark.school:
        return by_school
    if known.plan is not None and (mark is None or not known.plan.school):
        return by_school if known.plan.school else by_calendar
    both = [window for half in (by_school, by_calendar) for window in in_years(half, known, carried)]
    if known.plan is None or not known.plan.window.holds(both[0]):
        raise ask_which(Reason.TWO_READINGS, both)
    return by_school


def in_years(point: Point, known: Known, carried: Mark | None) -> list[Window]:
    """The point in the years that it names or may mean; raises `Ask`."""
    mark = point.mark if point.kind is Kind.YEAR else point.mark or carried
    if mark is None:
        return known.fitting(possible(point, list(known.years_of_plan.years)))
    return possible(point, starts(point, mark))


def possible(point: Point, years: list[int]) -> list[Window]:
    """Those years that have the point; raises `Ask` when none has it."""
    found = [window for year in years if (window := point.starting_in(year)) is not None]
    if not found:
        raise Ask(Reason.IMPOSSIBLE)
    return found


def starts(point: Point, mark: Mark) -> list[int]:
    """Calendar years in which the point starts. August belongs to both ends of a school year."""
    if not mark.school or point.kind is Kind.YEAR:
        return [mark.year]
    if point.start[0] == 8:
        return [mark.year, mark.year + 1]
    return [mark.year if point.start[0] > 8 else mark.year + 1]


def _this_year(known: Known) -> list[Window]:
    """«В течение года» of a plan by school years is a school year."""
    plan = known.years_of_plan
    if plan.school:
        return in_years(fixed(SchoolYear(), known, None), known, None)
    if plan.first.year == plan.last.year:
        return [plan.window]
    return known.fitting([Window(date(year, 1, 1), date(year, 12, 31)) for year in plan.years])
