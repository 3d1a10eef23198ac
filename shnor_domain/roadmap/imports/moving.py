"""A plan that lies in the past is offered to be lived again: its words stay, its days move whole years."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from shnor_domain.roadmap.imports.model import PlanDraft, PlanItem
from shnor_domain.roadmap.periods.model import Period, Question, Window
from shnor_domain.roadmap.periods.moving import moved, moved_plan
from shnor_domain.territories.model import school_year_of


def is_past(draft: PlanDraft, today: date) -> bool:
    """True when every day that the plan names is over; False for a plan without days."""
    lasts = [window.last for item in draft.items for window in _windows(item)]
    return bool(lasts) and max(lasts) < today


def moves(draft: PlanDraft, today: date) -> tuple[int, ...]:
    """By how many years it may be moved: to the year that goes on, and to the next. Years of its own kind: a plan by
    school years changes in August."""
    firsts = [window.first for item in draft.items for window in _windows(item)]
    if draft.window is None and not firsts:
        return ()
    first = draft.window.first if draft.window is not None else min(firsts)
    school = draft.window is not None and draft.window.school
    years = school_year_of(today) - school_year_of(first) if school else today.year - first.year
    return (years, years + 1) if years > 0 else ()


def moved_draft(draft: PlanDraft, years: int) -> PlanDraft:
    """The plan so many years later; questions keep their words, their readings move."""
    return replace(
        draft,
        items=tuple(replace(item, period=_moved(item.period, years)) for item in draft.items),
        window=None if draft.window is None else moved_plan(draft.window, years),
        windows=tuple(moved_plan(window, years) for window in draft.windows),
    )


def _moved(period: Period | Question, years: int) -> Period | Question:
    if isinstance(period, Period):
        return moved(period, years)
    return replace(period, readings=tuple(moved(reading, years) for reading in period.readings))


def _windows(item: PlanItem) -> Sequence[Window]:
    return item.period.windows if isinstance(item.period, Period) else ()
