"""For which years a plan is: what its heading says, else what a person may be offered."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from shnor_domain.roadmap.periods.building import NoSuchDay
from shnor_domain.roadmap.periods.grammar import said
from shnor_domain.roadmap.periods.model import Period, PlanWindow, Question, Reason, calendar_plan, school_plan
from shnor_domain.roadmap.periods.parts import Entry, Kind, Mark, Point, SchoolYear, Unsure
from shnor_domain.roadmap.words import plain, vocabulary

_LONGEST = 5
"""Words of «2026 - 2027 учебный год»."""
_FITTING = 3
"""Answers that a person is offered."""
_BY_YEAR = frozenset({Reason.NO_PLAN, Reason.TWO_READINGS})
"""What a year may settle."""


def stated(heading: Iterable[str]) -> list[PlanWindow]:
    """What the texts above the plan may mean: «на 2021-2022 год» is two years or a school year. Dates of approval
    («28 ноября 2019 г.») are no years of a plan; a year behind «на» is more than any other."""
    found: dict[bool, list[PlanWindow]] = {True: [], False: []}
    preposition = {plain(spelling) for _, spelling in vocabulary("plan-years")}
    for text in heading:
        words = plain(text).split()
        at = 0
        while at < len(words):
            year = _year_at(words, at)
            if year is None or (at > 0 and _is_month(words[at - 1])):
                at += 1
                continue
            entry, count = year
            found[at > 0 and words[at - 1] in preposition] += _windows(entry)
            at += count
    return list(dict.fromkeys(found[True] or found[False]))


def _year_at(words: Sequence[str], at: int) -> tuple[Entry, int] | None:
    """The longest run of words from here that is a year, and how many they are."""
    if not re.match(r"\d{4}(?!\\.?\d)", words[at]):
        return None
    for count in range(min(_LONGEST, len(words) - at), 0, -1):
        entry = _only(" ".join(words[at : at + count]))
        if isinstance(entry, SchoolYear | Unsure) or (isinstance(entry, Point) and entry.kind is Kind.YEAR):
            return entry, count
    return None


def _only(text: str) -> Entry | None:
    try:
        what = said(text.strip("«»()[]"))
    except NoSuchDay:
        return None
    return what.entries[0] if what is not None and len(what.entries) == 1 and not what.recurs else None


def _is_month(word: str) -> bool:
    entry = _only(word)
    return isinstance(entry, Point) and entry.kind is Kind.MONTH


def _windows(entry: Entry) -> list[PlanWindow]:
    match entry:
        case Point(kind=Kind.YEAR, mark=Mark(year), over=over):
            return [calendar_plan(year, year + over)]
        case SchoolYear(mark=Mark(year)):
            return [school_plan(year)]
        case Unsure(points):
            return [window for point in points for window in _windows(point)]
    return []


def offered(windows: Sequence[PlanWindow], periods: Sequence[Period | Question]) -> tuple[PlanWindow, ...]:
    """Answers to «for which years?», the likeliest first: those of the heading, or the years that rows name. Where a
    row names no year and the plan has several, each answer says which is meant."""
    named = [window for period in periods if isinstance(period, Period) for window in period.windows]
    years = Counter(window.first.year for window in named)
    if not windows:
        windows = [one for year in years for one in (calendar_plan(year), school_plan(year), school_plan(year - 1))]
    unnamed = any(isinstance(period, Question) and period.reason in _BY_YEAR for period in periods)
    answers = [answer for window in windows for answer in (_by_year(window) if unnamed else [window])]

    def likely(answer: PlanWindow) -> tuple[int, int]:
        inside = sum(answer.window.holds(one) for one in named)
        return -inside, -years[answer.unnamed or answer.first.year]

    return tuple(sorted(dict.fromkeys(answers), key=likely))[:_FITTING]


def _by_year(window: PlanWindow) -> list[PlanWindow]:
    if window.school or window.unnamed is not None or len(window.years) == 1:
        return [window]
    return [replace(window, unnamed=year) for year in window.years]
