"""Roles, places and levels in words."""

from handlers.texts import Safe, Texts
from shnor_domain.identity import Role
from shnor_domain.people.model.applications import Application, ApplicationState
from shnor_domain.territories.model import Municipality, School
from shnor_domain.territories.use_cases.naming import Named


def role_words(texts: Texts, role: Role) -> str:
    """«учитель», «куратор школы»."""
    return texts.plain(f"role-{role.value}")


def place_words(texts: Texts, named: Named) -> str:
    """«СОШ № 6, Лабинский», «Амгинский, Республика Саха (Якутия)», a region's name, or «весь бот»."""
    unit = "" if named.municipality is None else named.municipality.name
    if named.school is not None and not unit:
        return named.school.name
    if named.school is not None:
        return texts.plain("place-school", school=named.school.name, municipality=unit)
    region = "" if named.region is None else named.region.name
    if named.municipality is not None:
        return texts.plain("place-municipality", municipality=unit, region=region)
    return region or texts.plain("place-everything")


def municipality_words(texts: Texts, unit: Municipality, region: str) -> str:
    """«Амгинский, Республика Саха (Якутия)»."""
    return texts.plain("place-municipality", municipality=unit.name, region=region)


def school_label(texts: Texts, school: School, municipality: str | None = None) -> str:
    """A button: «СОШ № 6, Лабинск», with the municipality instead where schools of several stand together."""
    where = municipality or school.settlement
    return (
        texts.button("btn-school-in", school=school.name, place=where)
        if where
        else texts.button("btn-school", school=school.name)
    )


def application_words(texts: Texts, application: Application, named: Named) -> Safe:
    """What was asked for and what became of it: who has it, or what was answered."""
    who = texts.plain(f"level-{application.has_it.role.value}")
    asked = {"role": role_words(texts, application.role), "place": place_words(texts, named)}
    if application.state is ApplicationState.DECLINED:
        return texts("application-declined", reason=application.reason or "", **asked)
    if application.state is ApplicationState.WAITING:
        return texts("application-waiting", who=who, **asked)
    return texts(f"application-{application.state.value}", **asked)
