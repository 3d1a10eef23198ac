"""Who leads a new event, how many come, and who reads of it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.seminars.events import asking, states
from handlers.seminars.events.form import form_of
from handlers.seminars.events.hosting import choices_of_hosts
from handlers.seminars.events.new_event import answer, back
from handlers.shell import Asks, Screen, T, choices
from shnor_domain.consultations.typed import typed_capacity

_NEW = states.NewEvent


async def hosts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who may lead at these hours."""
    form = form_of(dialog_manager)
    return {"hosts": await choices_of_hosts(dialog_manager, form.cycle, form.lessons)}


async def on_host(manager: DialogManager, person: int) -> None:
    """Somebody of the list."""
    await answer(manager, "host", person)


async def on_no_host(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Nobody yet."""
    await answer(manager, "host", 0)


async def on_seats(manager: DialogManager, text: str) -> None:
    """Typed."""
    await answer(manager, "seats", typed_capacity(text))


async def on_seats_button(manager: DialogManager, value: int) -> None:
    """A usual number."""
    await answer(manager, "seats", value)


async def on_quota(manager: DialogManager, text: str) -> None:
    """Typed."""
    await answer(manager, "quota", typed_capacity(text))


async def on_quota_button(manager: DialogManager, value: int) -> None:
    """A usual number."""
    await answer(manager, "quota", value)


async def on_no_quota(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """As many as come."""
    await answer(manager, "quota", 0)


async def on_shown(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """To everybody, or to whom it invites."""
    await answer(manager, "shown", button.widget_id == "shown_all")


def windows() -> list[Screen]:
    """The last four questions."""
    return [
        Screen(
            T("sev-ask-host"),
            choices("hosts", on_host, int),
            Button(T("btn-sev-no-host"), id="no_host", on_click=on_no_host),
            back(_NEW.lessons),
            state=_NEW.host,
            getter=hosts,
        ),
        Screen(
            T("sev-ask-seats"),
            asking.numbers("seats", "btn-sreq-number", asking.SEATS, on_seats_button),
            Asks("seats", on_seats, most=100),
            back(_NEW.host),
            state=_NEW.seats,
        ),
        Screen(
            T("sev-ask-quota"),
            asking.numbers("quota", "btn-sreq-number", asking.QUOTAS, on_quota_button),
            Button(T("btn-sev-no-quota"), id="no_quota", on_click=on_no_quota),
            Asks("quota", on_quota, most=100),
            back(_NEW.seats),
            state=_NEW.quota,
        ),
        Screen(
            T("sev-ask-shown"),
            Button(T("btn-sev-shown-all"), id="shown_all", on_click=on_shown),
            Button(T("btn-sev-shown-own"), id="shown_own", on_click=on_shown),
            back(_NEW.quota),
            state=_NEW.shown,
        ),
    ]
