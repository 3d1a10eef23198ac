"""What the file would make, and from here to each answer that is still open."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.form import Form
from handlers.roadmap.bringing.form import place_of, the_report
from handlers.roadmap.bringing.states import Bringing
from handlers.roadmap.bringing.words import attention_lines, head_lines
from handlers.shell import Screen, T, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.roadmap.use_cases.bring_plan import DropPlan


async def summary(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Facts first, then what needs a person."""
    texts, report = texts_of(dialog_manager), await the_report(dialog_manager)
    attention = list(attention_lines(texts, report))
    settled = report.window is not None and not report.windows
    return {
        "lines": "\n".join(head_lines(texts, report, await place_of(dialog_manager, report))),
        "attention": "\n".join(attention),
        "moves": bool(report.moves) and settled and (report.past or bool(report.answers.years)),
        # what is still asked may only need the years of the plan
        "questions": (len(report.questions) or bool(report.answers.periods)) if settled else 0,
        "asked": len(report.questions),
        "unknown": len(report.unknown) or bool(report.answers.bodies),
        "names": len(report.unknown),
        "doubts": len(report.in_doubt),
        "items": len(report.items),
    }


async def on_drop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """«Не надо»."""
    await (await given(manager, DropPlan))(actor_of(manager), str(Form(manager)["file"]))
    manager.dialog_data.clear()
    tell(manager, texts_of(manager)("bring-dropped"))
    await manager.switch_to(Bringing.file)


def windows() -> list[Screen]:
    """One, with a button for each answer."""
    to = Bringing
    return [
        Screen(
            T("bring-report", "lines"),
            T("bring-report-attention", "attention", when="attention"),
            SwitchTo(T("btn-bring-years"), id="years", state=to.years),
            SwitchTo(T("btn-bring-move"), id="move", state=to.move, when="moves"),
            SwitchTo(T("btn-bring-questions", count="asked"), id="questions", state=to.questions, when="questions"),
            SwitchTo(T("btn-bring-unknown-all", count="names"), id="unknown", state=to.unknown, when="unknown"),
            SwitchTo(T("btn-bring-doubts", count="doubts"), id="doubts", state=to.doubts, when="doubts"),
            SwitchTo(T("btn-bring-whom"), id="whom", state=to.whom),
            SwitchTo(T("btn-bring-title"), id="title", state=to.title),
            SwitchTo(T("btn-bring-programme-all"), id="programme", state=to.programme),
            SwitchTo(T("btn-bring-items", count="items"), id="items", state=to.items, when="items"),
            SwitchTo(T("btn-bring-write-all"), id="confirm", state=to.confirm),
            Button(T("btn-bring-drop"), id="drop", on_click=on_drop),
            menu_button(),
            state=to.report,
            getter=summary,
        ),
    ]
