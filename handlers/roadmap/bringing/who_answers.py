"""«Кто отвечает»: people behind the bodies of a region's plans."""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.imports.views import one_line
from handlers.people.eyes import eyes_of
from handlers.people.form import Form, take_data
from handlers.people.views import role_and_place
from handlers.roadmap.bringing.states import PlanBodies
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from handlers.texts.texts import clip
from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId, RegionId, Role
from shnor_domain.people.model.person import NAME_LIMIT
from shnor_domain.people.use_cases.lists import PeopleList
from shnor_domain.people.use_cases.names import NamesOf
from shnor_domain.roadmap.use_cases.plan_bodies import BodiesOf, BodyRow, NameBody, UnnameBody
from shnor_domain.territories.model import Region
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.territories.use_cases.scoped import MyRegions

BODIES, PEOPLE = "bodies", "people"
_SHOWN = 150


async def open_bodies(manager: DialogManager, **start: Any) -> None:
    """The only region at once."""
    found = await _regions(manager)
    if len(found) == 1:
        await manager.start(PlanBodies.all, data={"region": found[0].id}, **start)
    else:
        await manager.start(PlanBodies.region, **start)


async def _regions(manager: DialogManager) -> Sequence[Region]:
    actor = actor_of(manager)
    listed = await (await given(manager, MyRegions))(actor)
    return [each for each in listed if actor.reaches(each.territory, Role.REGIONAL_COORDINATOR, Role.ADMIN)]


async def regions(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Of the actor."""
    texts = texts_of(dialog_manager)
    return {
        "regions": [
            Choice(each.id, texts.button("btn-bring-whom-own", place=each.name))
            for each in await _regions(dialog_manager)
        ]
    }


async def on_region(manager: DialogManager, region: int) -> None:
    """Its bodies; the use cases ask for the right."""
    Form(manager)["region"] = region
    turn(manager, BODIES)
    await manager.switch_to(PlanBodies.all)


def _region(manager: DialogManager) -> RegionId:
    return RegionId(int(Form(manager)["region"]))


async def _rows(manager: DialogManager) -> Sequence[BodyRow]:
    return await (await given(manager, BodiesOf))(actor_of(manager), _region(manager))


async def bodies(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of bodies with how many answer for each."""
    texts = texts_of(dialog_manager)
    page = page_of(await _rows(dialog_manager), turned_to(dialog_manager, BODIES))
    rows, lines = [], []
    for number, row in enumerate(page.rows, page.number * 8 + 1):
        name = clip(one_line(row.name), _SHOWN)
        lines.append(texts("bring-bodies-row", number=str(number), name=name, count=len(row.people)))
        rows.append(Choice(_id(row.name), texts.button("btn-bring-bodies-row", number=str(number), name=name)))
    return {
        "bodies": rows,
        "lines": Safe("\n".join(lines)),
        "none": not rows,
        "page": page.number,
        "pages": page.pages,
    }


async def on_body(manager: DialogManager, id: int) -> None:
    """Its people."""
    row = next((row for row in await _rows(manager) if _id(row.name) == id), None)
    if row is None:
        raise Stale
    Form(manager)["body"] = row.name
    await manager.switch_to(PlanBodies.one)


async def _row(manager: DialogManager) -> BodyRow:
    name = str(Form(manager)["body"])
    return next((row for row in await _rows(manager) if row.name == name), BodyRow(name, ()))


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who answers for it, as far as the reader may see names."""
    eyes, row = await eyes_of(dialog_manager), await _row(dialog_manager)
    people = await (await given(dialog_manager, NamesOf))(eyes.actor, row.people)
    lines, rows = [], []
    for number, person in enumerate(row.people, 1):
        known = people.get(person)
        name = eyes.texts.plain("people-nameless", number=str(person)) if known is None else eyes.name(known)
        lines.append(eyes.texts("bring-bodies-person", number=str(number), name=name))
        rows.append(Choice(person, eyes.texts.button("btn-bring-bodies-drop", number=str(number), name=name)))
    return {
        "name": clip(one_line(row.name), _SHOWN),
        "lines": Safe("\n".join(lines[:20])),
        "people": rows,
        "none": not rows,
        "some": bool(rows),
    }


async def on_drop(manager: DialogManager, person: int) -> None:
    """She answers for it no more."""
    row = await _row(manager)
    await (await given(manager, UnnameBody))(actor_of(manager), _region(manager), row.name, PersonId(person))


async def on_add(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Whom?"""
    Form(manager)["typed"] = ""
    turn(manager, PEOPLE)
    await manager.switch_to(PlanBodies.add)


async def candidates(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of people of the actor's scope, by name, or those that were found."""
    eyes, form = await eyes_of(dialog_manager), Form(dialog_manager)
    find = await given(dialog_manager, PeopleList)
    page = await find(eyes.actor, turned_to(dialog_manager, PEOPLE), str(form.get("typed") or ""))
    named = await (await given(dialog_manager, NameTerritories))(
        [place.territory for row in page.rows for place in row.places]
    )
    rows, lines = [], []
    for number, row in enumerate(page.rows, page.number * 8 + 1):
        name = eyes.name(row.person)
        does = ", ".join(role_and_place(eyes, place, named[place.territory]) for place in row.places)
        lines.append(eyes.texts("bring-bodies-person-row", number=str(number), name=name, does=fit(does, 200)))
        rows.append(Choice(row.person.id, eyes.texts.button("btn-bring-bodies-row", number=str(number), name=name)))
    return {
        "name": clip(one_line(str(form["body"])), _SHOWN),
        "people": rows,
        "lines": Safe("\n".join(lines)),
        "none": not rows,
        "some": bool(rows),
        "page": page.number,
        "pages": page.pages,
        "narrowed": bool(form.get("typed")),
    }


async def on_typed(manager: DialogManager, typed: str) -> None:
    """A part of a name."""
    Form(manager)["typed"] = typed
    turn(manager, PEOPLE)


async def on_all(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Everybody again."""
    Form(manager)["typed"] = ""
    turn(manager, PEOPLE)


async def on_person(manager: DialogManager, person: int) -> None:
    """She answers for it from now on."""
    body = str(Form(manager)["body"])
    await (await given(manager, NameBody))(actor_of(manager), _region(manager), body, PersonId(person))
    await manager.switch_to(PlanBodies.one)


def _id(name: str) -> int:
    return crc32(name.encode())


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("bring-bodies-region"),
            choices("regions", on_region, int),
            menu_button(),
            state=PlanBodies.region,
            getter=regions,
        ),
        Screen(
            T("bring-bodies-none", when="none"),
            T("bring-bodies", "lines", when="lines"),
            choices("bodies", on_body, int),
            Turning(BODIES),
            menu_button(),
            state=PlanBodies.all,
            getter=bodies,
        ),
        Screen(
            T("bring-bodies-one-none", "name", when="none"),
            T("bring-bodies-one", "name", when="some"),
            T("bring-lines", "lines", when="lines"),
            choices("people", on_drop, int),
            Button(T("btn-bring-bodies-add"), id="add", on_click=on_add),
            back_button(PlanBodies.all),
            state=PlanBodies.one,
            getter=one,
        ),
        Screen(
            T("bring-bodies-find-none", when="none"),
            T("bring-bodies-find", "name", "lines", when="some"),
            Asks("name", on_typed, most=NAME_LIMIT),
            choices("people", on_person, int),
            Turning(PEOPLE),
            Button(T("btn-bring-show-all"), id="all", on_click=on_all, when="narrowed"),
            back_button(PlanBodies.one),
            state=PlanBodies.add,
            getter=candidates,
        ),
        on_start=take_data,
        name="plan-bodies",
    )
