"""What the plan is called, and to which programme it belongs."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.roadmap.bringing.form import answer, the_report
from handlers.roadmap.bringing.states import Bringing
from handlers.roadmap.bringing.words import programme_key
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, texts_of
from shnor_domain.errors import Stale
from shnor_domain.roadmap.bringing.answers import LONGEST_TITLE
from shnor_domain.roadmap.model import Programme

_PROGRAMMES = (Programme.ROADMAP, Programme.FIVE_HUNDRED, Programme.STEP_TO_RESULTS)


async def title(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """As it would be written now."""
    return {"title": (await the_report(dialog_manager)).title or "…"}


async def on_title(manager: DialogManager, typed: str) -> None:
    """Another one."""
    answer(manager, title=typed)
    await manager.switch_to(Bringing.report)


async def programmes(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those that come as files."""
    texts = texts_of(dialog_manager)
    return {
        "programmes": [
            Choice(each.value, texts.button("btn-bring-programme", programme=programme_key(each)))
            for each in _PROGRAMMES
        ]
    }


async def on_programme(manager: DialogManager, value: str) -> None:
    """One of them."""
    chosen = next((each for each in _PROGRAMMES if each.value == value), None)
    if chosen is None:
        raise Stale
    answer(manager, programme=chosen)
    await manager.switch_to(Bringing.report)


def windows() -> list[Screen]:
    """The title, the programme."""
    return [
        Screen(
            T("bring-title-ask", "title"),
            Asks("title", on_title, most=LONGEST_TITLE),
            back_button(Bringing.report),
            state=Bringing.title,
            getter=title,
        ),
        Screen(
            T("bring-programme-ask"),
            choices("programmes", on_programme, str),
            back_button(Bringing.report),
            state=Bringing.programme,
            getter=programmes,
        ),
    ]
