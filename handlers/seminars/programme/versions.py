"""Versions as lists: of a half-year, and those that wait for the reader's decision."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import started_with
from handlers.seminars.events.views import look_of
from handlers.seminars.programme import states
from handlers.seminars.programme.version_views import state_line, state_word
from handlers.seminars.views import half_words
from handlers.shell import Choice, Screen, choices, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.programme.use_cases.looking import VersionsOfCycle, WaitingVersions
from shnor_domain.territories.paging import ROWS, page_of

ALL, WAITING = "versions", "due"


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of all versions of a half-year, the newest first."""
    look, case = await look_of(dialog_manager), await given(dialog_manager, VersionsOfCycle)
    cycle, found = await case(actor_of(dialog_manager), CycleId(int(started_with(dialog_manager, "cycle"))))
    page = page_of(found, turned_to(dialog_manager, ALL))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    half = half_words(look.texts, cycle.half)
    lines = [look.texts("sver-row", number=str(number), state=state_line(look, each)) for number, each in numbered]
    text = look.texts("sver-all", half=half, lines=Safe("\n".join(lines)))
    return {
        "text": text if found else look.texts("sver-none", half=half),
        ALL: [
            Choice(each.id, look.texts.button("btn-sver-row", number=str(number), state=state_word(look.texts, each)))
            for number, each in numbered
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def waiting(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of what waits for the reader, the oldest first."""
    texts, case = texts_of(dialog_manager), await given(dialog_manager, WaitingVersions)
    look, found = await look_of(dialog_manager), await case(actor_of(dialog_manager))
    page = page_of(found, turned_to(dialog_manager, WAITING))
    return {
        "text": texts("sver-waiting", count=len(found)) if found else texts("sver-waiting-none"),
        WAITING: [
            Choice(
                version.id,
                texts.button(
                    "btn-sver-waits", half=half_words(texts, cycle.half), day=local_day(version.made, look.zone)
                ),
            )
            for version, cycle in page.rows
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def on_version(manager: DialogManager, version: int) -> None:
    """Its card; «Назад» leads back here."""
    await manager.start(states.OneVersion.card, data={"version": version})


def all_dialog() -> Dialog:
    """Of a half-year; a new object for each dispatcher."""
    return _dialog(ALL, states.Versions.all, rows)


def waiting_dialog() -> Dialog:
    """Of a reader who decides; a new object for each dispatcher."""
    return _dialog(WAITING, states.WaitingVersion.all, waiting)


def _dialog(name: str, state: Any, getter: Any) -> Dialog:
    return Dialog(
        Screen(
            Format("{text}"),
            choices(name, on_version, int),
            Turning(name),
            way_back(),
            menu_button(),
            state=state,
            getter=getter,
        ),
    )
