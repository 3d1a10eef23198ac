"""The warnings: no coordinator, no curator where one is due, a curator whose own school is in the list, and whom
nothing reaches."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from handlers.people.eyes import eyes_of
from handlers.people.states import People
from handlers.registration.views import school_label
from handlers.schools import unreached
from handlers.schools.states import Attention, Schools
from handlers.schools.views import school_lines, school_name
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.identity import Actor, MunicipalityId, Role, Territory
from shnor_domain.notifications.use_cases.unreached import CALLING
from shnor_domain.people.use_cases.attention import WithoutCurator
from shnor_domain.people.use_cases.names import NamesOf
from shnor_domain.people.use_cases.school_facts import CuratorsOfOwnKind, WithoutCoordinator
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.naming import NameTerritories

_OVER_MUNICIPALITIES = (Role.REGIONAL_COORDINATOR, Role.OBSERVER, Role.ADMIN)


async def _without_coordinator(manager: DialogManager, actor: Actor) -> list[MunicipalityId]:
    if not actor.has(*_OVER_MUNICIPALITIES):
        return []
    return list(await (await given(manager, WithoutCoordinator))(actor))


async def all_counts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many of each."""
    actor = actor_of(dialog_manager)
    coordinators = await _without_coordinator(dialog_manager, actor)
    curators = await (await given(dialog_manager, WithoutCurator))(actor)
    own = await (await given(dialog_manager, CuratorsOfOwnKind))(actor)
    silent = await unreached.how_many(dialog_manager)
    found = {"coordinators": len(coordinators), "curators": len(curators), "own": len(own), "silent": silent}
    return {**found, "calm": not any(found.values()), "hears": actor.has(*CALLING)}


async def coordinators(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Municipalities by name."""
    eyes = await eyes_of(dialog_manager)
    units = await _without_coordinator(dialog_manager, eyes.actor)
    page = page_of(units, turned_to(dialog_manager, "coordinators"))
    names = await (await given(dialog_manager, NameTerritories))([Territory(municipality=unit) for unit in page.rows])
    lines = [
        eyes.texts("attention-line", number=str(number), name=found.municipality.name)
        for number, found in enumerate(names.values(), page.number * 8 + 1)
        if found.municipality is not None
    ]
    return {"lines": Safe("\n".join(lines)), "page": page.number, "pages": page.pages}


async def curators(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Schools by municipality, number and name."""
    eyes = await eyes_of(dialog_manager)
    found = await (await given(dialog_manager, WithoutCurator))(eyes.actor)
    page = page_of(found, turned_to(dialog_manager, "curators"))
    return {
        "lines": school_lines(eyes, page.rows, page.number * 8 + 1),
        "schools": [Choice(school.id, school_label(eyes.texts, school)) for school in page.rows],
        "page": page.number,
        "pages": page.pages,
    }


async def own_schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Curators with the listed school of their own."""
    eyes = await eyes_of(dialog_manager)
    found = await (await given(dialog_manager, CuratorsOfOwnKind))(eyes.actor)
    page = page_of(found, turned_to(dialog_manager, "own"))
    people = await (await given(dialog_manager, NamesOf))(eyes.actor, [person for person, _school in page.rows])
    names = await (await given(dialog_manager, NameTerritories))(
        [Territory(school=school) for _person, school in page.rows]
    )
    lines, rows = [], []
    for number, (person, school) in enumerate(page.rows, page.number * 8 + 1):
        where = names[Territory(school=school)].school
        called = eyes.name(people[person]) if person in people else eyes.texts.plain("people-hidden")
        told = "" if where is None else school_name(eyes, where)
        lines.append(eyes.texts("attention-own-line", number=str(number), name=called, school=told))
        if person in people:
            rows.append(Choice(person, eyes.texts.button("btn-people-person", number=str(number), name=called)))
    return {"lines": Safe("\n".join(lines)), "people": rows, "page": page.number, "pages": page.pages}


async def on_school(manager: DialogManager, school: int) -> None:
    """The card."""
    await manager.start(Schools.card, data={"school": school, "nested": True})


async def on_person(manager: DialogManager, person: int) -> None:
    """Her card."""
    await manager.start(People.card, data={"person": person, "alone": True})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("attention-calm", "hears", when="calm"),
            T("attention-all", when=lambda data, *_: not data["calm"]),
            SwitchTo(
                T("btn-attention-coordinators", count="coordinators"),
                id="coordinators",
                state=Attention.coordinators,
                when="coordinators",
            ),
            SwitchTo(
                T("btn-attention-curators", count="curators"), id="curators", state=Attention.curators, when="curators"
            ),
            SwitchTo(T("btn-attention-own", count="own"), id="own", state=Attention.own_schools, when="own"),
            SwitchTo(
                T("btn-attention-unreached", count="silent"),
                id="unreached",
                state=Attention.unreached,
                when="silent",
            ),
            cancel_button("btn-back"),
            menu_button(),
            state=Attention.all,
            getter=all_counts,
        ),
        Screen(
            T("attention-coordinators", "lines"),
            Turning("coordinators"),
            back_button(Attention.all),
            menu_button(),
            state=Attention.coordinators,
            getter=coordinators,
        ),
        Screen(
            T("attention-curators", "lines"),
            choices("schools", on_school, int),
            Turning("curators"),
            back_button(Attention.all),
            menu_button(),
            state=Attention.curators,
            getter=curators,
        ),
        Screen(
            T("attention-own", "lines"),
            choices("people", on_person, int),
            Turning("own"),
            back_button(Attention.all),
            menu_button(),
            state=Attention.own_schools,
            getter=own_schools,
        ),
        unreached.window(),
        name="attention",
    )
