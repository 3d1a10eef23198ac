"""Who runs the seminar changes an event, one thing at a time."""

from dataclasses import replace
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import asked_again
from handlers.seminars.events import asking, states
from handlers.seminars.events.data import card_of, changed
from handlers.seminars.events.hosting import choices_of_hosts
from handlers.seminars.events.views import card_text, look_of
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.consultations.typed import typed_capacity
from shnor_domain.identity import MunicipalityId, PersonId
from shnor_domain.seminars.events.rules import ABOUT, Timing
from shnor_domain.seminars.events.use_cases.drafting import PrepareEvent
from shnor_domain.seminars.events.use_cases.making import ChangeEvent
from shnor_domain.seminars.model import TOPIC_LETTERS, Audience, Form, Kind

_ONE = states.OneEvent
_SEEN = "version"
FIELDS = ("title", "about", "kind", "audience", "form", "host", "seats", "quota", "who")
_ASKED_IN = {"title": _ONE.title, "about": _ONE.about, "capacity": _ONE.seats, "quota": _ONE.quota, "host": _ONE.host}


async def change(manager: DialogManager, **terms: Any) -> None:
    """Write it, if nobody has changed the event since it was shown here."""
    card = await card_of(manager)
    version = int(manager.dialog_data.get(_SEEN, card.event.version))
    case = await given(manager, ChangeEvent)
    async with asked_again(manager, _ASKED_IN):
        after = await case(actor_of(manager), card.event.id, version, replace(card.event.terms, **terms))
    for field in terms:
        manager.dialog_data.pop(_kept(field), None)
    changed(manager, after)
    await manager.switch_to(_ONE.change)
    tell(manager, texts_of(manager)("sev-changed"))


async def shown(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The event as it is now: what is changed here is changed of this."""
    look, card = await look_of(dialog_manager), await card_of(dialog_manager)
    dialog_manager.dialog_data[_SEEN] = card.event.version
    terms = card.event.terms
    return {
        "text": card_text(look, card),
        "title": terms.title,
        "about": terms.about or "",
        "has_about": terms.about is not None,
        "project": terms.project_schools_only,
        "open": terms.shown_to_all,
    }


def _kept(field: str) -> str:
    return f"kept_{field}"


def _shown(field: str) -> Any:
    """With what was typed for this very field and could not be written."""

    async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        kept = dialog_manager.dialog_data.get(_kept(field))
        return {**await shown(dialog_manager), "kept": kept is not None, "typed": kept or ""}

    return getter


def _typed(field: str) -> asking.On:
    """A typed answer, which waits here should the event have changed meanwhile."""

    async def on_text(manager: DialogManager, text: str) -> None:
        manager.dialog_data[_kept(field)] = text
        await change(manager, **{field: text})

    return on_text


def _again(field: str) -> Button:
    async def click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await change(manager, **{field: str(manager.dialog_data[_kept(field)])})

    return Button(T("btn-sev-same-text"), id="again", on_click=click, when="kept")


async def _no_about(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await change(manager, about=None)


async def _kind(manager: DialogManager, value: str) -> None:
    await change(manager, kind=Kind(value))


async def _audience(manager: DialogManager, value: str) -> None:
    await change(manager, audience=Audience(value))


async def _form(manager: DialogManager, value: str) -> None:
    await change(manager, form=Form(value))


async def hosts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who may lead at the hours of its lessons."""
    event = (await card_of(dialog_manager)).event
    dialog_manager.dialog_data[_SEEN] = event.version
    lessons = event.open_lessons
    hours = [Timing(each.starts, each.minutes) for each in lessons]
    return {"hosts": await choices_of_hosts(dialog_manager, event.cycle, hours, [each.id for each in lessons])}


async def _host(manager: DialogManager, person: int) -> None:
    await change(manager, host=PersonId(person))


async def _no_host(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await change(manager, host=None)


async def _seats(manager: DialogManager, text: str) -> None:
    await _seats_button(manager, typed_capacity(text))


async def _seats_button(manager: DialogManager, value: int) -> None:
    await change(manager, capacity=value)


async def _quota(manager: DialogManager, text: str) -> None:
    await _quota_button(manager, typed_capacity(text))


async def _quota_button(manager: DialogManager, value: int) -> None:
    await change(manager, quota=value)


async def _no_quota(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await change(manager, quota=None)


async def who(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Municipalities of the region, by name."""
    data, event = await shown(dialog_manager), (await card_of(dialog_manager)).event
    offered = await (await given(dialog_manager, PrepareEvent))(actor_of(dialog_manager), event.cycle)
    texts = texts_of(dialog_manager)
    rows = [Choice(number, texts.button("btn-sev-municipality", name=name)) for number, name in offered.municipalities]
    return {**data, "towns": rows}


async def _municipality(manager: DialogManager, number: int) -> None:
    await change(manager, municipality=MunicipalityId(number))


async def _whole_region(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await change(manager, municipality=None)


async def _project(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    terms = (await card_of(manager)).event.terms
    await change(manager, project_schools_only=not terms.project_schools_only)


async def _to_all(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    terms = (await card_of(manager)).event.terms
    await change(manager, shown_to_all=not terms.shown_to_all)


def _asks(field: str, most: int, state: State, *more: Button) -> Screen:
    return Screen(
        T(f"sev-change-{field}", field),
        T("sev-kept", "typed", when="kept"),
        _again(field),
        *more,
        Asks(field, _typed(field), most=most),
        back_button(_ONE.change),
        menu_button(),
        state=state,
        getter=_shown(field),
    )


def windows() -> list[Screen]:
    """Of the dialog of one event."""
    return [
        Screen(
            Format("{text}"),
            Group(
                *(SwitchTo(T(f"btn-sev-change-{name}"), id=f"to_{name}", state=getattr(_ONE, name)) for name in FIELDS),
                width=2,
            ),
            back_button(_ONE.card),
            menu_button(),
            state=_ONE.change,
            getter=shown,
        ),
        _asks("title", TOPIC_LETTERS, _ONE.title),
        _asks(
            "about", ABOUT, _ONE.about, Button(T("btn-sev-no-about"), id="none", on_click=_no_about, when="has_about")
        ),
        Screen(
            T("sev-ask-kind"),
            asking.named("kind", asking.KINDS, _kind),
            back_button(_ONE.change),
            state=_ONE.kind,
            getter=shown,
        ),
        Screen(
            T("sev-ask-audience"),
            asking.named("audience", asking.AUDIENCES, _audience),
            back_button(_ONE.change),
            state=_ONE.audience,
            getter=shown,
        ),
        Screen(
            T("sev-ask-form"),
            asking.named("form", asking.FORMS, _form),
            back_button(_ONE.change),
            state=_ONE.form,
            getter=shown,
        ),
        Screen(
            T("sev-ask-host"),
            choices("hosts", _host, int),
            Button(T("btn-sev-no-host"), id="no_host", on_click=_no_host),
            back_button(_ONE.change),
            state=_ONE.host,
            getter=hosts,
        ),
        Screen(
            T("sev-ask-seats"),
            asking.numbers("seats", "btn-sreq-number", asking.SEATS, _seats_button),
            Asks("seats", _seats, most=100),
            back_button(_ONE.change),
            state=_ONE.seats,
            getter=shown,
        ),
        Screen(
            T("sev-ask-quota"),
            asking.numbers("quota", "btn-sreq-number", asking.QUOTAS, _quota_button),
            Button(T("btn-sev-no-quota"), id="no_quota", on_click=_no_quota),
            Asks("quota", _quota, most=100),
            back_button(_ONE.change),
            state=_ONE.quota,
            getter=shown,
        ),
        Screen(
            T("sev-ask-who"),
            Button(T("btn-sev-project", "project"), id="project", on_click=_project),
            Button(T("btn-sev-open", "open"), id="open", on_click=_to_all),
            Button(T("btn-sev-region"), id="region", on_click=_whole_region),
            choices("towns", _municipality, int),
            back_button(_ONE.change),
            menu_button(),
            state=_ONE.who,
            getter=who,
        ),
    ]
