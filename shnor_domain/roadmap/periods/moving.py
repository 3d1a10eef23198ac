"""A plan of one year is lived again in another: the words stay, the days move."""

import re
from calendar import isleap
from dataclasses import replace
from datetime import date

from shnor_domain.roadmap.periods.model import Period, PlanWindow, Window


def moved(period: Period, years: int) -> Period:
    """The same words, windows so many years later (earlier below zero). «Февраль» goes to its last day in any year,
    «28 февраля» stays the 28th, «29 февраля» is the 28th where there is no other."""
    named = {int(number) for number in re.findall(r"(?<!\d)\d{1,2}(?!\d)", period.verbatim)}
    windows = (
        Window(_shifted(window.first, years, named, ends=False), _shifted(window.last, years, named, ends=True))
        for window in period.windows
    )
    return replace(period, windows=tuple(windows))


def moved_plan(plan: PlanWindow, years: int) -> PlanWindow:
    """The years of a plan so many years later."""
    unnamed = plan.unnamed + years if plan.unnamed is not None else None
    first = _shifted(plan.first, years, set(), ends=False)
    return replace(plan, first=first, last=_shifted(plan.last, years, set(), ends=True), unnamed=unnamed)


def _shifted(day: date, years: int, named: set[int], *, ends: bool) -> date:
    year = day.year + years
    if (day.month, day.day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    if (day.month, day.day) == (2, 28) and not isleap(day.year) and isleap(year):
        # the last day of February stands for the month, or for a 29th that its year did not have
        last = 28 not in named and (ends or 29 in named)
        return date(year, 2, 29 if last else 28)
    return day.replace(year=year)
