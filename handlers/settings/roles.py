"""«Мои роли и школы»: what she holds, what she may add, change or give up."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.registration.consent import register
from handlers.registration.form import open_form
from handlers.registration.views import place_words, role_words
from handlers.settings.states import Roles
from handlers.shell import DayPicker, Paged, Screen, T, back_button, cancel_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.texts import times
from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import SCHOOL_ROLES, Actor, Place, PlaceId, SubjectId
from shnor_domain.people.use_cases.my_places import LeavePlace
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.territories.use_cases.subjects import NameSubjects

_LONGEST = timedelta(days=366)


@inject
async def places(dialog_manager: DialogManager, names: FromDishka[NameTerritories], **_: Any) -> dict[str, Any]:
    """Roles in force."""
    texts, actor = texts_of(dialog_manager), actor_of(dialog_manager)
    named = await names([place.territory for place in actor.places])
    rows = [
        {
            "id": place.id,
            "label": texts.button(
                "btn-my-role", role=role_words(texts, place.role), place=place_words(texts, named[place.territory])
            ),
        }
        for place in actor.places
    ]
    return {"rows": rows, "none": not rows, "some": bool(rows)}


@inject
async def place(
    dialog_manager: DialogManager,
    names: FromDishka[NameTerritories],
    called: FromDishka[NameSubjects],
    clock: FromDishka[Clock],
    **_: Any,
) -> dict[str, Any]:
    """One role: where, since and until when, which subjects."""
    texts, actor = texts_of(dialog_manager), actor_of(dialog_manager)
    mine = _place(dialog_manager)
    today = _today(actor, clock)
    named = (await names([mine.territory]))[mine.territory]
    words = [
        texts("my-role", role=role_words(texts, mine.role), place=place_words(texts, named), waits=not mine.verified)
    ]
    if mine.subjects:
        words.append(texts("my-role-subjects", subjects=_subjects(mine.subjects, await called())))
    if mine.ends is not None:
        words.append(texts("my-role-until", until=times.day(texts, mine.ends, this_year=today.year)))
    return {
        "words": "\n".join(words),
        "of_school": mine.role in SCHOOL_ROLES and mine.ends is None,
        "today": today,
        "first_day": today,
        "last_day": today + _LONGEST,
    }


async def on_place(manager: DialogManager, which: int) -> None:
    """Look at one."""
    manager.dialog_data["place"] = which
    await manager.switch_to(Roles.one)


async def on_add(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """One more role or school: the same steps."""
    await register(manager)


async def on_last_day(manager: DialogManager, day: date) -> None:
    """The last day in the former school; the new one is asked for next."""
    mine = _place(manager)
    start = {"leaves": mine.id, "last_day": day.isoformat(), "role": mine.role.value}
    await open_form(manager, start, subjects=mine.subjects)


async def on_give_up(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """From today; the window then shows what is left."""
    leave = await given(manager, LeavePlace)
    which = PlaceId(int(manager.dialog_data["place"]))
    await leave(actor_of(manager), which)
    actor = actor_of(manager)
    left = tuple(each for each in actor.places if each.id != which)
    manager.middleware_data["actor"] = Actor(actor.person, actor.chat, actor.zone, left)
    tell(manager, texts_of(manager)("role-given-up"))
    await manager.switch_to(Roles.all)


def dialog() -> Dialog:
    """A fresh dialog."""
    return Dialog(
        Screen(
            T("my-roles", when="some"),
            T("my-roles-none", when="none"),
            Paged(Format("{item[label]}"), id="roles", items="rows", item_id=_id, on_pick=on_place, parse=int),
            Button(T("btn-add-role"), id="add", on_click=on_add),
            cancel_button("btn-back"),
            menu_button(),
            state=Roles.all,
            getter=places,
        ),
        Screen(
            Format("{words}"),
            SwitchTo(T("btn-change-school"), id="change", state=Roles.last_day, when="of_school"),
            SwitchTo(T("btn-give-up"), id="give_up", state=Roles.give_up),
            back_button(Roles.all),
            state=Roles.one,
            getter=place,
        ),
        Screen(
            T("give-up-sure"),
            Button(T("btn-give-up-yes"), id="yes", on_click=on_give_up),
            back_button(Roles.one),
            state=Roles.give_up,
        ),
        Screen(
            T("ask-last-day"),
            DayPicker("last", on_last_day),
            back_button(Roles.one),
            state=Roles.last_day,
            getter=place,
        ),
        name="roles",
    )


def _place(manager: DialogManager) -> Place:
    which = manager.dialog_data.get("place")
    found = [each for each in actor_of(manager).places if each.id == which]
    if not found:
        raise NotFound
    return found[0]


def _today(actor: Actor, clock: Clock) -> date:
    return clock.now().astimezone(ZoneInfo(actor.zone)).date()


def _subjects(codes: frozenset[SubjectId], called: Mapping[SubjectId, str]) -> str:
    return ", ".join(name for code, name in called.items() if code in codes)


def _id(row: dict[str, Any]) -> int:
    return int(row["id"])
