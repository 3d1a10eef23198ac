"""«Мои записи»: what the reader takes part in, what her school keeps, her queues, and what is over."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Start, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.events.views import Look, look_of
from handlers.seminars.programme import states as of_programme
from handlers.seminars.requests.views import short
from handlers.seminars.signing import states
from handlers.seminars.signing.views import seat_row, wait_row
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.seminars.signing.showing import EventWait
from shnor_domain.seminars.signing.use_cases.looking import MyAgenda, MyEvents, MySeat
from shnor_domain.territories.paging import ROWS, page_of

LIST, PAST = "signed", "signed_past"


async def agenda_of(manager: DialogManager) -> MyAgenda:
    """As it stands now."""
    return await (await given(manager, MyEvents))(actor_of(manager))


async def ahead(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Seats by the next lesson, then queues; a page of both."""
    look, found = await look_of(dialog_manager), await agenda_of(dialog_manager)
    every: list[MySeat | EventWait] = [*found.seats, *found.waits]
    page = page_of(every, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    lines = [_line(look, number, each) for number, each in numbered]
    text = look.texts("ssign-list", lines=Safe("\n".join(lines))) if lines else look.texts("ssign-list-none")
    return {
        "text": text,
        LIST: [_choice(look, number, each) for number, each in numbered],
        "past": bool(found.past),
        "page": page.number,
        "pages": page.pages,
    }


async def on_row(manager: DialogManager, row: str) -> None:
    """A seat, or a place in a queue."""
    if row.startswith("w"):
        await manager.start(states.EventPlace.place, data={"waiting": int(row[1:])})
    else:
        await manager.start(states.EventSeat.card, data={"signup": int(row)})


def _row(text: str) -> str:
    """An id of the list; raises ValueError for a forged one."""
    if not text.removeprefix("w").isdecimal():
        raise ValueError(text)
    return text


async def past(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is over, the latest first."""
    look, found = await look_of(dialog_manager), await agenda_of(dialog_manager)
    page = page_of(found.past, turned_to(dialog_manager, PAST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    lines = [seat_row(look, number, each) for number, each in numbered]
    text = look.texts("ssign-past", lines=Safe("\n".join(lines))) if lines else look.texts("ssign-past-none")
    return {
        "text": text,
        PAST: [_choice(look, number, each) for number, each in numbered],
        "page": page.number,
        "pages": page.pages,
    }


async def on_past(manager: DialogManager, row: str) -> None:
    """Its event, with what there is of it afterwards."""
    found = next((each for each in (await agenda_of(manager)).past if str(each.signup.id) == row), None)
    if found is not None:
        await manager.start(of_programme.ReadEvent.card, data={"event": found.event.id})


def _line(look: Look, number: int, each: MySeat | EventWait) -> Safe:
    return seat_row(look, number, each) if isinstance(each, MySeat) else wait_row(look, each)


def _choice(look: Look, number: int, each: MySeat | EventWait) -> Choice:
    title = short(each.event.terms.title)
    if isinstance(each, MySeat):
        return Choice(str(each.signup.id), look.texts.button("btn-ssign-row", number=str(number), title=title))
    return Choice(f"w{each.waiting.id}", look.texts.button("btn-ssign-wait", title=title))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            choices(LIST, on_row, _row),
            Turning(LIST),
            SwitchTo(T("btn-ssign-past"), id="past", state=states.MyEvents.past, when="past"),
            Start(T("btn-sprog"), id="programme", state=of_programme.Programme.all),
            way_back(),
            menu_button(),
            state=states.MyEvents.all,
            getter=ahead,
        ),
        Screen(
            Format("{text}"),
            choices(PAST, on_past, _row),
            Turning(PAST),
            back_button(states.MyEvents.all),
            menu_button(),
            state=states.MyEvents.past,
            getter=past,
        ),
    )
