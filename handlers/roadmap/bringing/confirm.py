"""The last question: exactly what was shown is written, or it is said what stands in the way."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.form import Form
from handlers.roadmap.bringing.form import answers_of, place_of, the_report
from handlers.roadmap.bringing.states import Bringing
from handlers.roadmap.bringing.who_answers import open_bodies
from handlers.roadmap.bringing.words import head_lines, numbers_words
from handlers.roadmap.states import Plans
from handlers.shell import Screen, T, back_button, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.identity import Role
from shnor_domain.roadmap.bringing.report import Missing
from shnor_domain.roadmap.use_cases.bring_plan import ConfirmPlan


async def question(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is shown here is what «Записать» confirms."""
    texts, report = texts_of(dialog_manager), await the_report(dialog_manager)
    dialog_manager.dialog_data.update(digest=report.digest, title=report.title)
    blocking = [missing for missing in report.missing if missing is not Missing.PERIODS]
    lines = head_lines(texts, report, await place_of(dialog_manager, report))
    return {
        "lines": "\n".join(lines),
        "what": texts("error-plan-not-ready", what=blocking[0].value) if blocking else "",
        "ready": not blocking,
        "writes": not report.missing,
        "dateless": not blocking and bool(report.missing),
        "count": len(report.questions),
        "numbers": numbers_words(report.questions),
        "twin": report.twin is not None,
    }


async def on_write(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All is said."""
    await _write(manager, without_date=False)


async def on_dateless(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """She has read how many items get no date."""
    await _write(manager, without_date=True)


async def _write(manager: DialogManager, *, without_date: bool) -> None:
    form = Form(manager)
    answers = replace(answers_of(manager), without_date=without_date)
    confirm = await given(manager, ConfirmPlan)
    title = str(form["title"])
    plan = await confirm(actor_of(manager), str(form["file"]), str(form["name"]), answers, str(form["digest"]))
    manager.dialog_data.clear()
    manager.dialog_data.update(plan=int(plan), title=title)
    await manager.switch_to(Bringing.done)


async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was written, and what is to be done next."""
    actor = actor_of(dialog_manager)
    return {
        "title": str(Form(dialog_manager)["title"]),
        "names": actor.has(Role.REGIONAL_COORDINATOR, Role.ADMIN),
    }


async def on_bodies(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """«Кто отвечает»."""
    await open_bodies(manager)


async def on_open(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The plan as everybody sees it from now on."""
    await manager.start(Plans.plan, data={"plan": int(Form(manager)["plan"])})


def windows() -> list[Screen]:
    """The question, the end."""
    return [
        Screen(
            T("bring-confirm-not", "what", when="what"),
            T("bring-confirm", "lines", when="ready"),
            T("bring-line-twin", when="twin"),
            T("bring-confirm-dateless", "count", "numbers", when="dateless"),
            Button(T("btn-bring-write"), id="write", on_click=on_write, when="writes"),
            Button(T("btn-bring-write-dateless", "count"), id="dateless", on_click=on_dateless, when="dateless"),
            back_button(Bringing.report),
            state=Bringing.confirm,
            getter=question,
        ),
        Screen(
            T("bring-written", "title"),
            T("bring-written-bodies", when="names"),
            Button(T("btn-bring-open"), id="open", on_click=on_open),
            Button(T("btn-bring-bodies"), id="bodies", on_click=on_bodies, when="names"),
            SwitchTo(T("btn-bring-more"), id="again", state=Bringing.file),
            menu_button(),
            state=Bringing.done,
            getter=done,
        ),
    ]
