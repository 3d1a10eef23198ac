"""Who lets whom in (product.md): the ladder of levels that may decide, lowest first."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from shnor_domain.identity import Actor, MunicipalityId, PersonId, Role, Territory

_BY_MUNICIPALITY = frozenset({Role.SCHOOL_LEAD, Role.SCHOOL_CURATOR, Role.MENTOR, Role.TUTOR})


@dataclass(frozen=True, slots=True)
class Level:
    """Everybody who holds `role` in exactly `territory`."""

    role: Role
    territory: Territory


def ladder(role: Role, territory: Territory, home: MunicipalityId | None = None) -> tuple[Level, ...]:
    """Levels that may let `role` into `territory`, lowest first, empty for an administrator (the operator's invitation
    alone).

    `territory` is that of the *supported* school; `home` is the municipality the applicant works in: when it is another
    one, the
    region decides. Above the named decider stand the levels over him: they get what waits too long (P1).
    """
    school = Level(Role.SCHOOL_LEAD, territory)
    municipality = Level(Role.MUNICIPAL_COORDINATOR, Territory(territory.region, territory.municipality))
    region = Level(Role.REGIONAL_COORDINATOR, Territory(territory.region))
    top = Level(Role.ADMIN, Territory())
    if role is Role.ADMIN:
        return ()
    if role is Role.REGIONAL_COORDINATOR:
        return (top,)
    if role is Role.TEACHER:
        return (school, municipality, region, top)
    municipal_methodist = role is Role.METHODIST and territory.municipality is not None
    if role in _BY_MUNICIPALITY or municipal_methodist:
        foreign = home is not None and home != territory.municipality
        return (region, top) if foreign else (municipality, region, top)
    return (region, top)


def standing(
    levels: tuple[Level, ...], holders: Mapping[Level, Collection[PersonId]], applicant: PersonId, start: int = 0
) -> int:
    """Index of the first level from `start` that somebody other than the applicant holds: empty ones are skipped at
    once (P1).

    When all are empty it is the last: there the application waits for somebody to be appointed.
    """
    for index in range(start, len(levels)):
        if any(person != applicant for person in holders.get(levels[index], ())):
            return index
    return len(levels) - 1


def may_decide(actor: Actor, levels: tuple[Level, ...], reached: int | None = None) -> bool:
    """True when a verified place of the actor is one of the levels up to `reached` (all when None)."""
    open_levels = levels if reached is None else levels[: reached + 1]
    return any(actor.reaches(level.territory, level.role) for level in open_levels)
