"""Who is meant by what was not understood: asked once for all rows that say it."""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.imports.views import one_line
from handlers.people.form import Form
from handlers.roadmap.bringing.form import answer, answers_of, the_report
from handlers.roadmap.bringing.states import Bringing
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, texts_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from handlers.texts.texts import clip
from shnor_domain.errors import Stale
from shnor_domain.roadmap.bringing.answers import LONGEST_BODY
from shnor_domain.roadmap.bringing.knowing import meant, offered
from shnor_domain.roadmap.bringing.report import PlanReport
from shnor_domain.territories.paging import page_of

LIST = "unknown"
_SHOWN = 150


def _id(name: str) -> int:
    """A name on a button: lists grow shorter with each answer, so that a place in them is no id."""
    return crc32(name.encode())


def _named(names: Sequence[str], id: int) -> str:
    found = next((name for name in names if _id(name) == id), None)
    if found is None:
        raise Stale
    return found


async def unknown(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of what is written."""
    texts, report = texts_of(dialog_manager), await the_report(dialog_manager)
    page = page_of(list(report.unknown.items()), turned_to(dialog_manager, LIST))
    rows, lines = [], []
    for number, (name, count) in enumerate(page.rows, page.number * 8 + 1):
        row = texts.plain("bring-name-count", name=clip(one_line(name), _SHOWN), count=count)
        lines.append(texts("bring-unknown-row", number=str(number), row=row))
        rows.append(Choice(_id(name), texts.button("btn-bring-unknown", number=str(number), name=one_line(name))))
    return {
        "unknown": rows,
        "lines": Safe("\n".join(lines)),
        "page": page.number,
        "pages": page.pages,
        "answered": bool(report.answers.bodies),
        "done": not rows,
    }


async def on_unknown(manager: DialogManager, id: int) -> None:
    """Ask about it."""
    Form(manager)["unknown_body"] = _named(list((await the_report(manager)).unknown), id)
    await manager.switch_to(Bringing.body)


async def on_again(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All answers about bodies are forgotten."""
    answer(manager, bodies={})


def _written(manager: DialogManager, report: PlanReport) -> str:
    written = str(Form(manager)["unknown_body"])
    if written not in report.unknown:
        raise Stale
    return written


async def body(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whom it may mean."""
    texts, report = texts_of(dialog_manager), await the_report(dialog_manager)
    written = _written(dialog_manager, report)
    return {
        "name": clip(one_line(written), _SHOWN),
        "count": report.unknown[written],
        "bodies": [Choice(_id(name), texts.button("btn-bring-body", name=name)) for name in offered(report.known)],
    }


async def on_body(manager: DialogManager, id: int) -> None:
    """One that is known."""
    await _say(manager, _named(offered((await the_report(manager)).known), id))


async def on_typed(manager: DialogManager, typed: str) -> None:
    """By its name; a name that nobody knows is a new body of the region."""
    await _say(manager, meant(typed, (await the_report(manager)).known))


async def on_own(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A body of its own, called as the plan calls it."""
    await _say(manager, _written(manager, await the_report(manager)))


async def on_nobody(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """«Без исполнителя»."""
    await _say(manager, None)


async def _say(manager: DialogManager, name: str | None) -> None:
    written = _written(manager, await the_report(manager))
    answer(manager, bodies={**answers_of(manager).bodies, written: name})
    await manager.switch_to(Bringing.unknown)


def windows() -> list[Screen]:
    """The list, one of it."""
    return [
        Screen(
            T("bring-unknown-done", when="done"),
            T("bring-unknown", "lines", when="lines"),
            choices("unknown", on_unknown, int),
            Turning(LIST),
            Button(T("btn-bring-answers-again"), id="again", on_click=on_again, when="answered"),
            back_button(Bringing.report),
            state=Bringing.unknown,
            getter=unknown,
        ),
        Screen(
            T("bring-body", "name", "count"),
            Asks("body", on_typed, most=LONGEST_BODY),
            choices("bodies", on_body, int),
            Button(T("btn-bring-body-own"), id="own", on_click=on_own),
            Button(T("btn-bring-body-none"), id="none", on_click=on_nobody),
            back_button(Bringing.unknown),
            state=Bringing.body,
            getter=body,
        ),
    ]
