"""What can be ticked: roles, districts and schools inside of the sender's territory, statuses, clusters, subjects."""

from collections.abc import Collection, Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.announcements.compose.picking import Option, Ticks
from handlers.announcements.compose.states import Compose
from handlers.announcements.compose.writing import Writing
from handlers.announcements.words import status_words
from handlers.people.eyes import eyes_of
from handlers.people.form import Form
from handlers.people.where import found_of
from handlers.registration.views import school_label
from handlers.schools.views import year_words
from handlers.shell import Screen, T, given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.identity import Role
from shnor_domain.results.clusters import Cluster
from shnor_domain.territories.model import School, SchoolYear, Status, school_year_of
from shnor_domain.territories.use_cases.scoped import FindMySchools, MyMunicipalities, MySchools
from shnor_domain.territories.use_cases.search import FindMunicipality
from shnor_domain.territories.use_cases.subjects import ListSubjects

ROLES = (
    Role.TEACHER, Role.SCHOOL_LEAD, Role.SCHOOL_CURATOR, Role.MENTOR, Role.TUTOR, Role.METHODIST,
    Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR,
)  # fmt: skip


async def roles(manager: DialogManager) -> Sequence[Option]:
    """A municipality has no regional coordinators."""
    inner = Writing(manager).by.territory.municipality is not None
    listed = [role for role in ROLES if not inner or role is not Role.REGIONAL_COORDINATOR]
    return [Option(role.value, role, texts_of(manager).button("btn-announce-role", role=role.value)) for role in listed]


async def units(manager: DialogManager) -> Sequence[Option]:
    """Districts of the sender's territory."""
    where = Writing(manager).by.territory
    found = await (await given(manager, MyMunicipalities))(actor_of(manager))
    return [Option(str(one.id), one.id, one.name) for one in found if where.covers(one.territory)]


async def find_units(manager: DialogManager, typed: str) -> Collection[str]:
    """By name, alias or town."""
    inside = {one.id for one in await units(manager)}
    return [
        id for one in found_of(await (await given(manager, FindMunicipality))(typed)) if (id := str(one.id)) in inside
    ]


async def _schools(manager: DialogManager) -> Sequence[School]:
    writing = Writing(manager)
    where, chosen = writing.by.territory, writing.audience.municipalities
    found = await (await given(manager, MySchools))(actor_of(manager))
    return [one for one in found if where.covers(one.territory) and (not chosen or one.municipality in chosen)]


async def schools(manager: DialogManager) -> Sequence[Option]:
    """Schools of the sender's territory, or of the districts that are ticked."""
    texts = texts_of(manager)
    return [Option(str(one.id), one.id, school_label(texts, one)) for one in await _schools(manager)]


async def find_schools(manager: DialogManager, typed: str) -> Collection[str]:
    """By number, name or village."""
    inside = {one.id for one in await _schools(manager)}
    found = await (await given(manager, FindMySchools))(actor_of(manager), typed)
    return [str(one.id) for one in found_of(found) if one.id in inside]


async def year_of(manager: DialogManager) -> SchoolYear:
    """The year that is named, else the present one."""
    named = Writing(manager).audience.year or Form(manager).get("year")
    return SchoolYear(int(named)) if named is not None else school_year_of((await eyes_of(manager)).today)


async def year(manager: DialogManager) -> dict[str, Any]:
    """The year and its neighbour, in numbers and words."""
    present = await year_of(manager)
    return {"year": present, "named": year_words(present), "other": year_words(await _other(manager, present))}


async def _other(manager: DialogManager, present: SchoolYear) -> SchoolYear:
    current = school_year_of((await eyes_of(manager)).today)
    return SchoolYear(current - 1) if present == current else current


async def on_year(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The other year, for statuses and clusters alike (rule 15)."""
    writing, other = Writing(manager), await _other(manager, await year_of(manager))
    Form(manager)["year"] = int(other)
    writing.address(year=other)


async def statuses(manager: DialogManager) -> Sequence[Option]:
    """All statuses of a school."""
    texts = texts_of(manager)
    return [Option(str(at), one, status_words(texts, one)) for at, one in enumerate(Status)]


async def clusters(manager: DialogManager) -> Sequence[Option]:
    """All clusters."""
    texts = texts_of(manager)
    return [Option(one.value, one.value, texts.plain("results-cluster", cluster=one.value)) for one in Cluster]


async def subjects(manager: DialogManager) -> Sequence[Option]:
    """Those of the catalogue."""
    return [Option(one.code, one.code, one.name) for one in await (await given(manager, ListSubjects))()]


def windows() -> list[Screen]:
    """A window a criterion."""
    other = Button(T("btn-announce-year", "other"), id="year", on_click=on_year)
    again = Button(T("btn-announce-year", "other"), id="year", on_click=on_year)
    return [
        Ticks("roles", Compose.roles, roles).window(T("announce-ask-roles", "count")),
        Ticks("municipalities", Compose.units, units, find_units).window(T("announce-ask-units", "count")),
        Ticks("schools", Compose.schools, schools, find_schools).window(T("announce-ask-schools", "count", "none")),
        Ticks("statuses", Compose.statuses, statuses, adds=year).window(T("announce-ask-statuses", "named"), other),
        Ticks("clusters", Compose.clusters, clusters, adds=year).window(T("announce-ask-clusters", "named"), again),
        Ticks("subjects", Compose.subjects, subjects).window(T("announce-ask-subjects", "count")),
    ]
