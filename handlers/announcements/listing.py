"""The list: what is told in the reader's territories, by whomever."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.announcements.compose.dialog import start_writing
from handlers.announcements.states import Announcements
from handlers.announcements.words import known_by, standing
from handlers.people.eyes import Eyes, eyes_of
from handlers.people.form import Form
from handlers.shell import Choice, Screen, T, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from handlers.texts import times as clocks
from shnor_domain.announcements.access import ANNOUNCING
from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.model import Announcement
from shnor_domain.announcements.use_cases.looking import ListAnnouncements, OpenAnnouncement
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Territory
from shnor_domain.territories.paging import ROWS
from shnor_domain.territories.use_cases.naming import Named, NameTerritories

LIST = "sent"
_LABEL, _PLACE = 24, 60


async def listed(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page, the latest first."""
    eyes, number = await eyes_of(dialog_manager), turned_to(dialog_manager, LIST)
    if not eyes.actor.has(*ANNOUNCING):
        raise NotAllowed
    found = await (await given(dialog_manager, ListAnnouncements))(eyes.actor, number * ROWS, ROWS)
    names = await (await given(dialog_manager, NameTerritories))([one.by.territory for one in found.announcements])
    rows = list(enumerate(found.announcements, number * ROWS + 1))
    return {
        "lines": Safe("\n".join(_line(eyes, at, one, names[one.by.territory]) for at, one in rows)),
        "sent": [
            Choice(
                one.id,
                eyes.texts.button("btn-announcement-row", number=str(at), words=known_by(eyes.texts, one, _LABEL)),
            )
            for at, one in rows
        ],
        "some": bool(found.total),
        "empty": not found.total,
        "page": number,
        "pages": max(1, -(-found.total // ROWS)),
    }


def _line(eyes: Eyes, at: int, one: Announcement, where: Named) -> Safe:
    return eyes.texts(
        "announcement-row",
        number=str(at),
        reminds=one.reminds is not None,
        state=standing(one, eyes.now),
        when=clocks.date_and_clock(eyes.texts, max(one.begins, one.confirmed), eyes.actor.zone),
        place=place_of(where),
        placed=one.by.territory != Territory(),
        words=known_by(eyes.texts, one),
    )


def place_of(where: Named) -> str:
    """The municipality or region; nothing for the whole installation."""
    lowest = where.municipality or where.region
    return "" if lowest is None else lowest.name[:_PLACE]


async def on_one(manager: DialogManager, which: int) -> None:
    """Open it; one that is told elsewhere stays unseen (rule 1)."""
    await (await given(manager, OpenAnnouncement))(actor_of(manager), AnnouncementId(which))
    Form(manager)["announcement"] = which
    await manager.switch_to(Announcements.card)


async def on_new(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Write another."""
    await start_writing(manager)


async def on_made(_start: Any, result: Any, manager: DialogManager) -> None:
    """What was confirmed shows its progress."""
    if isinstance(result, dict) and "announcement" in result:
        await on_one(manager, int(result["announcement"]))


def window() -> Screen:
    """The list."""
    return Screen(
        T("announcements", "lines", when="some"),
        T("announcements-empty", when="empty"),
        Button(T("btn-announce-new"), id="new", on_click=on_new),
        choices("sent", on_one, int),
        Turning(LIST),
        menu_button(),
        state=Announcements.all,
        getter=listed,
        on_process_result=on_made,
    )
