"""«Методический день» of methodists: of a municipality, or of a region for those that have none of their own."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import eyes_of
from handlers.people.form import Form, take_data
from handlers.reference.states import MethodistsDay
from handlers.reference.views import source_words, weekday_choices, weekday_words, where_words
from handlers.shell import Screen, T, cancel_button, choices, given, menu_button, tell
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from shnor_domain.errors import Stale
from shnor_domain.identity import Territory
from shnor_domain.territories.settings import MethodistDay
from shnor_domain.territories.use_cases.calendars import ReadCalendar
from shnor_domain.territories.use_cases.settings import SetMethodistDay

_SOURCE = 200


async def day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day that holds there now, and whose it is."""
    eyes, where = await eyes_of(dialog_manager), Form(dialog_manager).where
    found = await _held(dialog_manager)
    own = found is not None and _is_own(found, where)
    shown = None if found is None else weekday_words(eyes.texts, found.weekday)
    source = "" if found is None else fit(found.source, _SOURCE)
    return {
        "place": await where_words(dialog_manager, where),
        "now": shown or "",
        "level": "none" if found is None else "own" if own else "region",
        "source": source or eyes.texts.plain("reference-no-source"),
        "own": own,
        "weekdays": weekday_choices(eyes.texts),
    }


async def on_weekday(manager: DialogManager, weekday: int) -> None:
    """Set it; from–to that a table has brought stay."""
    eyes, where = await eyes_of(manager), Form(manager).where
    found = await _held(manager)
    kept = found if found is not None and _is_own(found, where) else None
    starts, ends = (None, None) if kept is None else (kept.starts, kept.ends)
    await (await given(manager, SetMethodistDay))(eyes.actor, where, weekday, source_words(eyes), starts, ends)
    tell(manager, eyes.texts("reference-methodists-set", day=weekday_words(eyes.texts, weekday)))


async def on_remove(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """No day of its own any more."""
    eyes, where = await eyes_of(manager), Form(manager).where
    found = await _held(manager)
    if found is None or not _is_own(found, where):
        raise Stale
    await (await given(manager, SetMethodistDay))(eyes.actor, where, None)
    tell(manager, eyes.texts("reference-methodists-removed"))


async def _held(manager: DialogManager) -> MethodistDay | None:
    found = await (await given(manager, ReadCalendar))(actor_of(manager), Form(manager).where)
    return next(iter(found.methodists), None)


def _is_own(found: MethodistDay, where: Territory) -> bool:
    return found.municipality == where.municipality


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("reference-methodists-day", "place", "now", "level", "source"),
            choices("weekdays", on_weekday, int, width=2),
            Button(T("btn-reference-remove-day"), id="remove", on_click=on_remove, when="own"),
            cancel_button("btn-back"),
            menu_button(),
            state=MethodistsDay.day,
            getter=day,
        ),
        on_start=take_data,
        name="methodists-day",
    )
