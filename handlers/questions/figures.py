"""How many were asked, how many answered, how soon: numerator, denominator, period (rule 9)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.questions.words import Spoken, spoken
from handlers.shell import Screen, T, back_button, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.people.model.days import local_day
from shnor_domain.questions.figures import Figure
from shnor_domain.questions.people import WATCHING
from shnor_domain.questions.use_cases.watching import QuestionFigures
from shnor_domain.territories.model import school_year_of

_PERIOD, MONTH, YEAR = "period", "month", "year"
_DAY_HOURS = 24
_THIS_SECOND = timedelta(seconds=1)
"""What has just been asked counts."""


def window(state: State, back: State, *, own: bool) -> Screen:
    """The figures of a territory, or one's own."""

    async def shown(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        eyes, period = await spoken(dialog_manager), dialog_manager.dialog_data.get(_PERIOD, MONTH)
        today = local_day(eyes.now, eyes.zone)
        first = today.replace(day=1) if period == MONTH else date(school_year_of(today), 8, 1)
        since = datetime.combine(first, time(), ZoneInfo(eyes.zone)).astimezone(UTC)
        read = await given(dialog_manager, QuestionFigures)
        rows = await read(actor_of(dialog_manager), since, eyes.now + _THIS_SECOND, own=own)
        return {
            "lines": Safe("\n".join(_line(eyes, row, own=own) for row in rows)),
            "none": not rows,
            "since": first,
            "until": today,
            "own": own,
            "month": period == MONTH,
            "year": period != MONTH,
            "back": own or actor_of(dialog_manager).has(*WATCHING),
        }

    return Screen(
        T("question-figures-none", "since", "until", when="none"),
        T("question-figures", "lines", "since", "until", "own", when=lambda data, *_: not data["none"]),
        Button(T("btn-question-month"), id=MONTH, on_click=_on_period, when="year"),
        Button(T("btn-question-year"), id=YEAR, on_click=_on_period, when="month"),
        back_button(back, when="back"),
        menu_button(),
        state=state,
        getter=shown,
    )


async def _on_period(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    manager.dialog_data[_PERIOD] = button.widget_id


def _line(eyes: Spoken, row: Figure, *, own: bool) -> Safe:
    share = eyes.texts.plain("question-no-share")
    if row.judged:
        percent = round(100 * row.in_time / row.judged)
        share = eyes.texts.plain("question-share", good=str(row.in_time), all=str(row.judged), percent=str(percent))
    return eyes.texts(
        "question-figure", topic=eyes.topic(row.topic), asked=str(row.asked), answered=str(row.answered),
        share=share, median=_median(eyes, row), timed=row.median is not None, own=own,
    )  # fmt: skip


def _median(eyes: Spoken, row: Figure) -> str:
    if row.median is None:
        return ""
    hours = max(1, round(row.median.total_seconds() / 3600))
    if hours < 2 * _DAY_HOURS:
        return eyes.texts.plain("question-median-hours", hours=hours)
    return eyes.texts.plain("question-median-days", days=round(hours / _DAY_HOURS))
