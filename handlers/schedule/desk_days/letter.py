"""«Написать записавшимся»: the text, the whole as it will be read, how many it reaches."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.consultations.data import eyes_of
from handlers.consultations.views import Eyes, host_name, key_of, when
from handlers.schedule.desk_days.states import Letter
from handlers.schedule.windows import started_with, to_desk
from handlers.shell import Asks, Screen, T, back_button, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.shelf import shelve, shelved
from handlers.texts import Safe
from shnor_domain.consultations.cards import SlotCard
from shnor_domain.consultations.desk.model import LONGEST, MOST_LETTERS, checked_letter
from shnor_domain.consultations.desk.use_cases.letters import RoomForLetter, WriteToBooked
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.hosting import OneMeeting

_BEGINNING = 400


def letter_words(eyes: Eyes, card: SlotCard, key: SessionKey, text: str) -> Safe:
    """The letter as who is booked reads it, on the clock of `eyes`."""
    return eyes.texts(
        "notice-letter",
        host=host_name(eyes, card),
        subject=card.subject,
        when=when(eyes, card, key.starts),
        text=text,
    )


def _key(manager: DialogManager) -> SessionKey:
    return key_of(started_with(manager, "key"))


async def room(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whom it would reach, and how many may still go today."""
    found = await (await given(dialog_manager, RoomForLetter))(actor_of(dialog_manager), _key(dialog_manager))
    return {
        "people": found.people,
        "left": found.left,
        "most": MOST_LETTERS,
        "longest": LONGEST,
        "may": bool(found.left and found.people),
        "spent": not found.left,
        "nobody": not found.people,
    }


def _name(manager: DialogManager) -> str:
    return f"letter:{started_with(manager, 'key')}"


async def _text(manager: DialogManager) -> str:
    return str((await shelved(manager, _name(manager))).get("text", ""))


async def unsent(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The beginning of what was written to them and not sent."""
    text = await _text(dialog_manager)
    return {"draft": fit(text, _BEGINNING), "drafted": bool(text)}


async def on_text(manager: DialogManager, text: str) -> None:
    """Keep it, whatever is opened meanwhile, and show it whole; nothing goes yet."""
    await shelve(manager, _name(manager), {"text": checked_letter(text)})
    await manager.switch_to(Letter.preview)


async def on_put_away(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It is needed no more."""
    await shelve(manager, _name(manager), {})


async def preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The very words of the notice."""
    eyes, key = await eyes_of(dialog_manager), _key(dialog_manager)
    meeting = (await (await given(dialog_manager, OneMeeting))(actor_of(dialog_manager), key)).meeting
    shown = letter_words(eyes, meeting.of, key, await _text(dialog_manager))
    return {"letter": shown, **await room(dialog_manager)}


async def on_send(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Send; a refusal is shown on the preview, the text stays."""
    text = await _text(manager)
    told = await (await given(manager, WriteToBooked))(actor_of(manager), _key(manager), text)
    await shelve(manager, _name(manager), {})
    manager.dialog_data["told"] = told
    await manager.switch_to(Letter.sent)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("letter-write", "people", "longest", when="may"),
            T("letter-nobody", when="nobody"),
            T("letter-spent", "most", when="spent"),
            T("question-draft", "draft", when="drafted"),
            Asks("letter", on_text, most=LONGEST, lines=True),
            SwitchTo(
                T("btn-question-whole"),
                id="whole",
                state=Letter.preview,
                when=lambda data, *_: data["drafted"] and data["may"],
            ),
            Button(T("btn-question-put-away"), id="put_away", on_click=on_put_away, when="drafted"),
            way_back(),
            menu_button(),
            state=Letter.write,
            getter=(room, unsent),
        ),
        Screen(
            T("letter-preview", "letter", "people"),
            Button(T("btn-letter-send", "people"), id="send", on_click=on_send),
            back_button(Letter.write),
            menu_button(),
            state=Letter.preview,
            getter=preview,
        ),
        Screen(
            T("letter-sent", count="dialog_data.told"),
            way_back(),
            to_desk(),
            menu_button(),
            state=Letter.sent,
        ),
    )
