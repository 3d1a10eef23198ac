"""Periods that were not understood, one question at a time: a reading, other words, «без срока», or later."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form
from handlers.roadmap.bringing.form import answer, answers_of, the_report
from handlers.roadmap.bringing.period_words import period_words, reason_words
from handlers.roadmap.bringing.states import Bringing
from handlers.roadmap.bringing.words import item_title
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, tell, texts_of
from handlers.texts import Safe
from handlers.texts.texts import clip
from shnor_domain.errors import Stale
from shnor_domain.roadmap.bringing.answers import PeriodAnswer
from shnor_domain.roadmap.bringing.report import Planned, PlanReport
from shnor_domain.roadmap.bringing.settling import period_of
from shnor_domain.roadmap.periods.grammar import LONGEST
from shnor_domain.roadmap.periods.model import Question

_SKIPPED = "skipped"
"""Key of the place up to which questions were skipped, -1 for none."""
_SHOWN = 300


def _skipped(manager: DialogManager) -> int:
    return int(manager.dialog_data.get(_SKIPPED, -1))


def _current(manager: DialogManager, report: PlanReport) -> Planned | None:
    """The first question that is neither answered nor skipped."""
    return next((each for each in report.questions if each.item.place > _skipped(manager)), None)


async def question(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One question, or that none is left."""
    texts, report = texts_of(dialog_manager), await the_report(dialog_manager)
    open_questions = report.questions
    current = _current(dialog_manager, report)
    shown: dict[str, Any] = {
        "question": "",
        "typed": "",
        "readings": [],
        "rows": "",
        "asks": current is not None,
        "later": current is None and bool(open_questions),
        "done": current is None and not open_questions,
        "answered": bool(report.answers.periods),
    }
    if current is None or not isinstance(current.item.period, Question):
        return shown
    item, asked = current.item, current.item.period
    said = report.answers.periods.get(item.place)
    readings = [(number, period_words(texts, reading)) for number, reading in enumerate(asked.readings, 1)]
    shown["question"] = texts(
        "bring-question",
        at=open_questions.index(current) + 1,
        count=len(open_questions),
        number=item.number,
        title=item_title(current),
        verbatim=clip(item.draft.period.verbatim, _SHOWN),
        reason=reason_words(texts, asked),
    )
    shown["typed"] = "" if said is None or said.text is None else clip(said.text, _SHOWN)
    shown["rows"] = Safe("\n".join(texts("bring-reading-row", number=str(at), period=words) for at, words in readings))
    shown["readings"] = [
        Choice(f"{item.place}-{at - 1}", texts.button("btn-bring-reading", number=str(at), period=words))
        for at, words in readings
    ]
    return shown


async def on_reading(manager: DialogManager, chosen: str) -> None:
    """The reading is named with its item: a tap on an older question answers nothing."""
    place, _, reading = chosen.partition("-")
    current = await _asked(manager)
    if current.item.place != int(place):
        raise Stale
    said = answers_of(manager).periods.get(current.item.place)
    _keep(manager, current, PeriodAnswer(int(reading), None if said is None else said.text))


async def on_typed(manager: DialogManager, typed: str) -> None:
    """Her own words, read as the plan's are; what cannot be read is no answer, what can in two ways is asked anew."""
    report = await the_report(manager)
    current = _current(manager, report)
    if current is None:
        return
    read = period_of(current.item.draft.period, PeriodAnswer(text=typed), report.window)
    if isinstance(read, Question) and not read.readings:
        texts = texts_of(manager)
        tell(manager, texts("bring-question-unclear", typed=typed, reason=reason_words(texts, read)))
        return
    _keep(manager, current, PeriodAnswer(text=typed))


async def on_no_date(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """«Без срока»."""
    _keep(manager, await _asked(manager), PeriodAnswer())


async def on_skip(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The next one."""
    Form(manager)[_SKIPPED] = (await _asked(manager)).item.place


async def on_first(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What was skipped is asked after all."""
    Form(manager)[_SKIPPED] = -1


async def on_again(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All answers to periods are forgotten."""
    Form(manager)[_SKIPPED] = -1
    answer(manager, periods={})


async def _asked(manager: DialogManager) -> Planned:
    current = _current(manager, await the_report(manager))
    if current is None:
        raise Stale
    return current


def _keep(manager: DialogManager, current: Planned, said: PeriodAnswer) -> None:
    periods: Mapping[int, PeriodAnswer] = {**answers_of(manager).periods, current.item.place: said}
    answer(manager, periods=periods)


def windows() -> list[Screen]:
    """One."""
    return [
        Screen(
            T("bring-questions-done", when="done"),
            T("bring-questions-later", when="later"),
            T("bring-question-shown", "question", when="asks"),
            T("bring-question-typed", "typed", when="typed"),
            T("bring-question-rows", "rows", when="rows"),
            Asks("period", on_typed, most=LONGEST),
            choices("readings", on_reading, str),
            Button(T("btn-bring-no-date"), id="none", on_click=on_no_date, when="asks"),
            Button(T("btn-bring-skip"), id="skip", on_click=on_skip, when="asks"),
            Button(T("btn-bring-first-again"), id="first", on_click=on_first, when="later"),
            Button(T("btn-bring-answers-again"), id="again", on_click=on_again, when="answered"),
            back_button(Bringing.report),
            state=Bringing.questions,
            getter=question,
        ),
    ]
