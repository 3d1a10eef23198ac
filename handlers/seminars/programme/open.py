"""«Программа семинаров» for everybody: topic, kind, form, date and hours of what is shown to all; no registration."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.registration.consent import register
from handlers.seminars.events.views import Look, look_of
from handlers.seminars.programme import states
from handlers.seminars.requests.views import short
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.identity import RegionId
from shnor_domain.seminars.programme.cards import OpenEvent
from shnor_domain.seminars.programme.use_cases.reading import OpenProgramme
from shnor_domain.territories.paging import ROWS, page_of

LIST, _REGION = "open_events", "region"


async def on_start(_data: Any, manager: DialogManager) -> None:
    """One region needs no choice."""
    known = await (await given(manager, OpenProgramme)).regions()
    if len(known) == 1:
        await on_region(manager, known[0][0])


async def regions(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Regions that have something to show."""
    texts, known = texts_of(dialog_manager), await (await given(dialog_manager, OpenProgramme)).regions()
    rows = [Choice(region, texts.button("btn-seminar-region", place=name)) for region, name in known]
    return {"regions": rows, "text": texts("sprog-open-regions") if rows else texts("sprog-open-none")}


async def on_region(manager: DialogManager, region: int) -> None:
    """What it shows."""
    manager.dialog_data[_REGION] = region
    turn(manager, LIST)
    await manager.switch_to(states.OpenProgramme.all)


async def events(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them by time."""
    look, case = await look_of(dialog_manager), await given(dialog_manager, OpenProgramme)
    region = dialog_manager.dialog_data.get(_REGION)
    found = [] if region is None else await case(RegionId(int(region)))
    page = page_of(found, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    known = actor_of(dialog_manager).person is not None
    lines = [_row(look if known else replace(look, zone=each.zone), number, each) for number, each in numbered]
    if found and not known:
        lines.append(look.texts("sprog-clock", zone=look.clock_of(found[0].zone)))
    text = look.texts("sprog-open-none")
    if found:
        text = look.texts("sprog-open", lines=Safe("\n".join(lines)), known=known)
    return {
        "text": text,
        LIST: [Choice(each.id, look.texts.button("btn-sev-row", number=str(number), title=each.title))
               for number, each in numbered],
        "stranger": not known,
        "several": len(await case.regions()) > 1,
        "page": page.number,
        "pages": page.pages,
    }  # fmt: skip


def _row(look: Look, number: int, event: OpenEvent) -> Safe:
    ahead = next((each for each in event.lessons if each.ends > look.now), event.lessons[-1])
    at = look.moment(ahead.starts, event.zone)
    return look.texts("sprog-open-row", number=str(number), at=at, title=short(event.title))


async def on_event(manager: DialogManager, event: int) -> None:
    """Its card; «Назад» leads back here."""
    await manager.start(states.ReadEvent.card, data={"event": event})


async def on_register(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To the consent, and on to the steps."""
    await register(manager)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    window = states.OpenProgramme
    return Dialog(
        Screen(
            Format("{text}"),
            choices("regions", on_region, int),
            way_back(),
            menu_button(),
            state=window.regions,
            getter=regions,
        ),
        Screen(
            Format("{text}"),
            choices(LIST, on_event, int),
            Turning(LIST),
            Button(T("btn-menu-register"), id="register", on_click=on_register, when="stranger"),
            back_button(window.regions, when="several"),
            way_back(),
            menu_button(),
            state=window.all,
            getter=events,
        ),
        on_start=on_start,
    )
