"""/settings: each thing with its present value, changed by a tap."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, Start, SwitchTo
from aiogram_dialog.widgets.text import Format
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.names import strictest
from handlers.schedule.absences.follow import ask_whether_slots_follow
from handlers.settings import digest_hour, leave, roles
from handlers.settings.states import Roles, Settings
from handlers.settings.views import quiet_words, settings_words, zone_label
from handlers.shell import Asks, Paged, Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.clock import Clock
from shnor_domain.people.model.person import NAME_LIMIT
from shnor_domain.people.model.preferences import Names, Notices
from shnor_domain.people.model.zones import ZONES
from shnor_domain.people.use_cases.settings import Rename, SetPreferences, SetZone, ShowSettings

HOURS = range(24)


@inject
async def overview(
    dialog_manager: DialogManager,
    settings: FromDishka[ShowSettings],
    clock: FromDishka[Clock],
    usual: FromDishka[Names],
    **_: Any,
) -> dict[str, Any]:
    """Everything as it is set now."""
    actor = actor_of(dialog_manager)
    person, preferences = await settings(actor)
    texts, now = texts_of(dialog_manager), clock.now()
    return {
        "words": settings_words(texts, person, preferences, usual, now),
        "saves": preferences.save_traffic,
        "may_choose_names": usual is not Names.NONE,
        "own_only": preferences.notices is Notices.OWN,
        **digest_hour.digest_line(actor, preferences),
    }


async def on_name(manager: DialogManager, typed: str) -> None:
    """A new name, from the next message on."""
    await (await given(manager, Rename))(actor_of(manager), typed)
    await _changed(manager)


@inject
async def zones(dialog_manager: DialogManager, clock: FromDishka[Clock], **_: Any) -> dict[str, Any]:
    """Russian zones from west to east."""
    texts, now = texts_of(dialog_manager), clock.now()
    return {"rows": [{"id": number, "label": zone_label(texts, zone, now)} for number, zone in enumerate(ZONES)]}


async def on_zone(manager: DialogManager, number: int) -> None:
    """All times are shown in it from now on."""
    zone = ZONES[number % len(ZONES)]
    await (await given(manager, SetZone))(actor_of(manager), zone)
    await _changed(manager)
    await ask_whether_slots_follow(manager, zone)


async def hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The hours of a day, and the beginning already chosen."""
    texts = texts_of(dialog_manager)
    rows = [{"id": hour, "label": texts.button("btn-hour", hour=hour)} for hour in HOURS]
    return {"rows": rows, "from": int(dialog_manager.dialog_data.get("quiet_from", 21))}


async def on_quiet_from(manager: DialogManager, hour: int) -> None:
    """Remember the beginning until the end is chosen."""
    manager.dialog_data["quiet_from"] = hour
    await manager.switch_to(Settings.quiet_to)


async def on_quiet_to(manager: DialogManager, hour: int) -> None:
    """Both ends; more than 14 hours are refused, and the end is asked again."""
    start = int(manager.dialog_data.get("quiet_from", 21))
    prefer = await given(manager, SetPreferences)
    kept = await prefer(actor_of(manager), quiet=(start * 60, hour * 60))
    texts = texts_of(manager)
    tell(manager, texts("quiet-set", quiet=quiet_words(texts, kept.quiet)))
    await manager.switch_to(Settings.all)


@inject
async def on_traffic(
    event: CallbackQuery, button: Button, manager: DialogManager, prefer: FromDishka[SetPreferences]
) -> None:
    """Pictures by a tap, or at once. The button says what it does: a second quick tap asks for the same."""
    await prefer(actor_of(manager), save_traffic=button.widget_id == "save")
    await _changed(manager)


@inject
async def on_notices(
    event: CallbackQuery, button: Button, manager: DialogManager, prefer: FromDishka[SetPreferences]
) -> None:
    """Announcements, or own bookings alone."""
    await prefer(actor_of(manager), notices=Notices.OWN if button.widget_id == "own" else Notices.ALL)
    await _changed(manager)


@inject
async def on_names(
    event: CallbackQuery,
    button: Button,
    manager: DialogManager,
    settings: FromDishka[ShowSettings],
    prefer: FromDishka[SetPreferences],
    usual: FromDishka[Names],
) -> None:
    """How others are called in messages to her; never more than the installation lets Telegram carry (rule 10)."""
    actor = actor_of(manager)
    _person, kept = await settings(actor)
    allowed = tuple(Names)[tuple(Names).index(usual) :]
    now = allowed.index(strictest(usual, kept.names))
    await prefer(actor, names=allowed[(now + 1) % len(allowed)])
    await _changed(manager)


async def _changed(manager: DialogManager) -> None:
    tell(manager, texts_of(manager)("setting-changed"))
    await manager.switch_to(Settings.all)


def dialogs() -> list[Dialog]:
    """Fresh dialogs."""
    settings = Dialog(
        Screen(
            Format("{words}"),
            T("settings-digest", usual="digest_usual", at="digest_at", when="digests"),
            Row(
                SwitchTo(T("btn-settings-name"), id="name", state=Settings.name),
                SwitchTo(T("btn-settings-zone"), id="zone", state=Settings.zone),
            ),
            SwitchTo(T("btn-settings-quiet"), id="quiet", state=Settings.quiet_from),
            SwitchTo(T("btn-settings-digest"), id="digest", state=Settings.digest, when="digests"),
            Button(T("btn-settings-save-traffic"), id="save", on_click=on_traffic, when=_not("saves")),
            Button(T("btn-settings-spend-traffic"), id="spend", on_click=on_traffic, when="saves"),
            Button(T("btn-settings-own"), id="own", on_click=on_notices, when=_not("own_only")),
            Button(T("btn-settings-all"), id="news", on_click=on_notices, when="own_only"),
            Button(T("btn-settings-names"), id="names", on_click=on_names, when="may_choose_names"),
            Start(T("btn-settings-roles"), id="roles", state=Roles.all),
            Row(
                SwitchTo(T("btn-settings-leave"), id="leave", state=Settings.leave),
                Button(T("btn-settings-privacy"), id="privacy", on_click=leave.show_privacy),
            ),
            menu_button(),
            state=Settings.all,
            getter=overview,
        ),
        Screen(
            T("ask-new-name"), Asks("name", on_name, most=NAME_LIMIT), back_button(Settings.all), state=Settings.name
        ),
        Screen(
            T("ask-zone"),
            Paged(Format("{item[label]}"), id="zones", items="rows", item_id=_id, on_pick=on_zone, parse=int),
            back_button(Settings.all),
            state=Settings.zone,
            getter=zones,
        ),
        _hours(Settings.quiet_from, T("ask-quiet-from"), on_quiet_from, Settings.all),
        _hours(Settings.quiet_to, T("ask-quiet-to", hour="from"), on_quiet_to, Settings.quiet_from),
        digest_hour.window(),
        *leave.windows(),
        name="settings",
    )
    return [settings, roles.dialog()]


def _hours(state: Any, question: T, on_pick: Any, back: Any) -> Screen:
    return Screen(
        question,
        Paged(
            Format("{item[label]}"), id="hours", items="rows", item_id=_id, on_pick=on_pick, parse=int, width=4, rows=6
        ),
        back_button(back),
        state=state,
        getter=hours,
    )


def _not(name: str) -> Any:
    return lambda data, widget, manager: not data[name]


def _id(row: dict[str, Any]) -> int:
    return int(row["id"])
