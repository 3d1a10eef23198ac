"""What teachers ask for where there is no time (C18): counted by subject, with what they want to talk about."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.consultations.data import Chosen, eyes_of
from handlers.schedule.desk_days.states import Wishes
from handlers.schedule.desk_days.views import topics_text
from handlers.schedule.states import Publish, SlotCard
from handlers.schedule.views import slot_line
from handlers.schedule.windows import to_desk
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from shnor_domain.consultations.desk.use_cases.wishes import AskedSubject, AskedSubjects
from shnor_domain.consultations.model import SlotId
from shnor_domain.errors import Stale
from shnor_domain.territories.paging import page_of

TOPICS = "topics"


async def _all(manager: DialogManager) -> tuple[AskedSubject, ...]:
    return await (await given(manager, AskedSubjects))(actor_of(manager))


async def _one(manager: DialogManager) -> AskedSubject:
    chosen = Chosen(manager).subject
    found = next((each for each in await _all(manager) if each.id == chosen), None)
    if found is None:
        raise Stale
    return found


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Subjects that somebody asks for, with how many do."""
    eyes, found = await eyes_of(dialog_manager), await _all(dialog_manager)
    return {
        "subjects": [
            Choice(each.id, eyes.texts.button("btn-desk-asked", subject=each.name, count=each.people)) for each in found
        ],
        "none": not found,
        "some": bool(found),
    }


async def on_subject(manager: DialogManager, subject: str) -> None:
    """Open one subject at its first page."""
    Chosen(manager).keep(subject=subject)
    turn(manager, TOPICS)
    await manager.switch_to(Wishes.one)


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many ask, about what, and whether there is a time of hers to add a window to. A subject for which nobody asks
    any more says so."""
    eyes, chosen = await eyes_of(dialog_manager), Chosen(dialog_manager).subject
    found = next((each for each in await _all(dialog_manager) if each.id == chosen), None)
    topics = () if found is None else found.topics
    page = page_of(topics, turned_to(dialog_manager, TOPICS))
    return {
        "subject": chosen if found is None else found.name,
        "people": 0 if found is None else found.people,
        "gone": found is None,
        "asked": found is not None,
        "topics": topics_text(eyes, page.rows),
        "silent": found is not None and not topics,
        "page": page.number,
        "pages": page.pages,
        "own": found is not None and bool(found.slots),
        "new": found is not None and not found.slots,
        "times": [Choice(str(card.slot.id), slot_line(eyes, card)) for card in (found.slots if found else ())],
    }


async def on_open(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """One more meeting of her time of this subject; of several she chooses."""
    slots = (await _one(manager)).slots
    if len(slots) == 1:
        await on_time(manager, slots[0].slot.id)
    else:
        await manager.switch_to(Wishes.times)


async def on_time(manager: DialogManager, slot: SlotId) -> None:
    """The day of the window is asked next."""
    await manager.start(SlotCard.window_day, data={"slot": slot})


async def on_publish(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A weekly time of her own."""
    await manager.start(Publish.subject)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("desk-asked", when="some"),
            T("desk-asked-none", when="none"),
            choices("subjects", on_subject, str),
            to_desk(),
            menu_button(),
            state=Wishes.subjects,
            getter=subjects,
        ),
        Screen(
            T("desk-asked-one", "subject", "people", when="asked"),
            T("desk-lines", lines="topics", when="topics"),
            T("desk-asked-silent", when="silent"),
            T("desk-asked-gone", when="gone"),
            Turning(TOPICS),
            Button(T("btn-desk-open-time"), id="window", on_click=on_open, when="own"),
            Button(T("btn-schedule-add"), id="add", on_click=on_publish, when="new"),
            back_button(Wishes.subjects),
            menu_button(),
            state=Wishes.one,
            getter=one,
        ),
        Screen(
            T("desk-asked-times"),
            choices("times", on_time, lambda text: SlotId(int(text))),
            back_button(Wishes.one),
            menu_button(),
            state=Wishes.times,
            getter=one,
        ),
    )
