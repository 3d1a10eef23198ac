"""«Расписание консультаций» for everybody: who consults when. No links, no places, no visitors; no registration."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.consultations.data import eyes_of
from handlers.registration.consent import register
from handlers.schedule.states import OpenSchedule as Windows
from handlers.schedule.views import ROWS, lines, open_line, pages_of
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from shnor_domain.consultations.cards import SlotCard
from shnor_domain.consultations.use_cases.open_schedule import OpenSchedule
from shnor_domain.identity import RegionId


async def _found(manager: DialogManager) -> list[SlotCard]:
    region = manager.dialog_data.get("region")
    return [] if region is None else await (await given(manager, OpenSchedule))(RegionId(region))


async def on_start(_data: Any, manager: DialogManager) -> None:
    """One region needs no choice."""
    known = await (await given(manager, OpenSchedule)).regions()
    if len(known) == 1:
        await on_region(manager, known[0][0])


async def regions(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Regions where somebody consults."""
    eyes = await eyes_of(dialog_manager)
    known = await (await given(dialog_manager, OpenSchedule)).regions()
    return {
        "regions": [Choice(str(region), eyes.texts.button("btn-schedule-area", area=name)) for region, name in known],
        "none": not known,
        "some": bool(known),
    }


async def on_region(manager: DialogManager, region: int) -> None:
    """All its times, or its subjects where there are many."""
    manager.dialog_data.update(region=region, subject=None)
    turn(manager, "lines")
    await manager.switch_to(Windows.subjects if len(await _found(manager)) > ROWS else Windows.slots)


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Subjects of the region by name."""
    eyes = await eyes_of(dialog_manager)
    named = {card.slot.terms.subject: card.subject for card in await _found(dialog_manager)}
    rows = sorted(named.items(), key=lambda row: row[1].casefold())
    return {"subjects": [Choice(code, eyes.texts.button("btn-schedule-subject", subject=name)) for code, name in rows]}


async def on_subject(manager: DialogManager, subject: str) -> None:
    """Its times."""
    manager.dialog_data["subject"] = subject
    turn(manager, "lines")
    await manager.switch_to(Windows.slots)


async def on_back(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To the subjects where one was chosen, else to the regions."""
    chosen = manager.dialog_data.get("subject") is not None
    await manager.switch_to(Windows.subjects if chosen else Windows.regions)


async def on_register(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To the consent, and on to the steps."""
    await register(manager)


async def slots(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One page of lines; both clocks for whoever has a clock here."""
    eyes = await eyes_of(dialog_manager)
    subject, known = dialog_manager.dialog_data.get("subject"), actor_of(dialog_manager).person is not None
    found = [card for card in await _found(dialog_manager) if subject is None or card.slot.terms.subject == subject]
    pages = pages_of(len(found))
    page = min(turned_to(dialog_manager, "lines"), pages - 1)
    skip = page * ROWS
    return {
        "lines": lines(open_line(eyes, card, both=known) for card in found[skip : skip + ROWS]),
        "none": not found,
        "some": bool(found),
        "stranger": not known,
        "page": page,
        "pages": pages,
        "chosen": subject is not None or len(await (await given(dialog_manager, OpenSchedule)).regions()) > 1,
    }


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("open-schedule-none", when="none"),
            T("open-schedule-regions", when="some"),
            choices("regions", on_region, int),
            menu_button(),
            state=Windows.regions,
            getter=regions,
        ),
        Screen(
            T("open-schedule-subjects"),
            choices("subjects", on_subject, str, width=2),
            back_button(Windows.regions),
            menu_button(),
            state=Windows.subjects,
            getter=subjects,
        ),
        Screen(
            T("open-schedule-none", when="none"),
            T("open-schedule", "lines", when="some"),
            T("open-schedule-register", when="stranger"),
            Turning("lines"),
            Button(T("btn-menu-register"), id="register", on_click=on_register, when="stranger"),
            Button(T("btn-back"), id="back", on_click=on_back, when="chosen"),
            menu_button(),
            state=Windows.slots,
            getter=slots,
        ),
        on_start=on_start,
    )
