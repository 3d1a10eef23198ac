"""Days, years and questions of a plan in words."""

from calendar import monthrange

from handlers.texts import Texts
from shnor_domain.roadmap.periods.model import Period, PlanWindow, Question, Window


def window_words(texts: Texts, window: Window) -> str:
    """«5 мая 2027», «март – апрель 2027», «1 марта – 15 апреля 2027»."""
    return texts.plain("bring-window", kind=_kind(window), first=window.first, last=window.last)


def period_words(texts: Texts, period: Period | Question) -> str:
    """All its days, how often, or what is not understood."""
    if isinstance(period, Question):
        return texts.plain("bring-period-asked", verbatim=period.verbatim[:100])
    windows = "; ".join(window_words(texts, window) for window in period.windows) or texts.plain("bring-no-window")
    if period.recurs is None:
        return windows
    return texts.plain(
        "bring-period-recurs", windows=windows, recurs=texts.plain("bring-recurs", how=period.recurs.value)
    )


def years_words(texts: Texts, plan: PlanWindow) -> str:
    """«2026/27 учебный год», «2021–2022 годы; где год не назван, это 2021»."""
    kind, first, last = _years(plan)
    words = texts.plain("bring-years", kind=kind, first=first, last=last)
    if plan.unnamed is None or kind == "calendar":
        return words
    return texts.plain("bring-years-unnamed", years=words, unnamed=str(plan.unnamed))


def years_label(texts: Texts, plan: PlanWindow) -> str:
    """The same on a button."""
    kind, first, last = _years(plan)
    kind = "unnamed" if plan.unnamed is not None and kind == "calendars" else kind
    return texts.button("btn-bring-years-choice", kind=kind, first=first, last=last, unnamed=str(plan.unnamed))


def reason_words(texts: Texts, question: Question) -> str:
    """Why a period is asked."""
    return texts.plain("bring-question-reason", reason=question.reason.value)


def _kind(window: Window) -> str:
    first, last = window.first, window.last
    if first == last:
        return "day"
    if first.year != last.year:
        return "years"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return "month" if first.month == last.month else "span"
    return "months"


def _years(plan: PlanWindow) -> tuple[str, str, str]:
    """Kind of years, the first and the last as they are written; a plan by school years ends in the next summer."""
    first, last = plan.first.year, plan.last.year
    if plan.school:
        return ("school", str(first), f"{last % 100:02}") if last == first + 1 else ("schools", str(first), str(last))
    return ("calendar" if first == last else "calendars"), str(first), str(last)
