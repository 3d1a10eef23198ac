"""For which years the plan is, and to which year one of the past is moved."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form
from handlers.roadmap.bringing.form import answer, answers_of, the_report, window_data, window_of
from handlers.roadmap.bringing.period_words import years_label, years_words
from handlers.roadmap.bringing.states import Bringing
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, tell, texts_of
from shnor_domain.errors import Stale
from shnor_domain.roadmap.bringing.report import PlanReport
from shnor_domain.roadmap.imports.windows import stated
from shnor_domain.roadmap.periods.model import PlanWindow
from shnor_domain.roadmap.periods.moving import moved_plan

_LONGEST = 60
_TYPED = "typed_years"


def _choices(manager: DialogManager, report: PlanReport) -> Sequence[PlanWindow]:
    """Readings of what was typed, else what the file allows; as the file says them, before any move."""
    typed = [window for data in Form(manager).get(_TYPED) or [] if (window := window_of(data)) is not None]
    return typed or [moved_plan(window, -report.answers.years) for window in report.windows]


async def years(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Answers to choose from."""
    texts, report = texts_of(dialog_manager), await the_report(dialog_manager)
    offered = enumerate(_choices(dialog_manager, report))
    return {
        "years": [Choice(at, years_label(texts, window)) for at, window in offered],
        "now": "" if report.window is None else years_words(texts, report.window),
    }


async def on_years(manager: DialogManager, at: int) -> None:
    """Take one of them."""
    offered = _choices(manager, await the_report(manager))
    if at >= len(offered):
        raise Stale
    await _take(manager, offered[at])


async def on_typed(manager: DialogManager, typed: str) -> None:
    """«2026/27», «2026», «2026-2027»."""
    found = stated([typed])
    texts = texts_of(manager)
    if not found:
        tell(manager, texts("bring-years-unclear", typed=typed))
    elif len(found) == 1:
        await _take(manager, found[0])
    else:
        Form(manager)[_TYPED] = [window_data(window) for window in found]
        tell(manager, texts("bring-years-several"))


async def _take(manager: DialogManager, window: PlanWindow) -> None:
    """The years are the answer; where they leave open which year is meant, the next question is that."""
    manager.dialog_data.pop(_TYPED, None)
    answer(manager, window=window, years=0)
    report = await the_report(manager)
    await manager.switch_to(Bringing.years if report.windows else Bringing.report)


async def moves(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whole years, named by where the plan would lie."""
    texts, report = texts_of(dialog_manager), await the_report(dialog_manager)
    if report.window is None:
        raise Stale
    here = moved_plan(report.window, -report.answers.years)
    return {
        "moves": [
            Choice(by, texts.button("btn-bring-move-to", years=years_label(texts, moved_plan(here, by))))
            for by in report.moves
        ],
        "years": years_words(texts, report.window),
        "moved": bool(report.answers.years),
    }


async def on_move(manager: DialogManager, by: int) -> None:
    """So many years later."""
    if by not in (await the_report(manager)).moves:
        raise Stale
    answer(manager, years=by)
    await manager.switch_to(Bringing.report)


async def on_stay(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """As the file says."""
    if answers_of(manager).years:
        answer(manager, years=0)
    await manager.switch_to(Bringing.report)


def windows() -> list[Screen]:
    """The years, the move."""
    return [
        Screen(
            T("bring-years-ask"),
            T("bring-line-years", years="now", when="now"),
            Asks("years", on_typed, most=_LONGEST),
            choices("years", on_years, int),
            back_button(Bringing.report),
            state=Bringing.years,
            getter=years,
        ),
        Screen(
            T("bring-move-ask", "years"),
            choices("moves", on_move, int),
            Button(T("btn-bring-move-none"), id="stay", on_click=on_stay, when="moved"),
            back_button(Bringing.report),
            state=Bringing.move,
            getter=moves,
        ),
    ]
