"""Places as they are kept: a role of a person in a territory, from–to, by an order."""

from dataclasses import dataclass
from datetime import date

from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId, Place, Role, SchoolId, Territory

ORDER_NUMBER_LIMIT = 60
BY_ORDER = frozenset(
    {Role.SCHOOL_CURATOR, Role.MENTOR, Role.TUTOR, Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR}
)
"""Roles whose holders are named by an order: number and date are obligatory when a coordinator gives or takes them
(R022)."""


@dataclass(frozen=True, slots=True)
class Order:
    """«Приказ № … от …»."""

    number: str
    dated: date


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """`place` as the actor carries it, whose it is, by which order, and the school she herself works in (`home`, for
    curators)."""

    place: Place
    person: PersonId
    order: Order | None = None
    home: SchoolId | None = None


def checked_order(number: str | None, dated: date | None, today: date, *, needed: bool) -> Order | None:
    """An order, or None where none is needed and none was given.

    Raises `Invalid("order", "empty" | "long" | "future")`: an order of tomorrow appoints nobody today.
    """
    trimmed = " ".join((number or "").split())
    if not trimmed and dated is None and not needed:
        return None
    if not trimmed or dated is None:
        raise Invalid("order", "empty")
    if len(trimmed) > ORDER_NUMBER_LIMIT:
        raise Invalid("order", "long", limit=ORDER_NUMBER_LIMIT)
    if dated > today:
        raise Invalid("order", "future")
    return Order(trimmed, dated)


_SCHOOL = frozenset({Role.TEACHER, Role.SCHOOL_LEAD})
_MUNICIPAL = frozenset({Role.SCHOOL_CURATOR, Role.MENTOR, Role.TUTOR, Role.MUNICIPAL_COORDINATOR})
_REGIONAL = frozenset({Role.REGIONAL_COORDINATOR, Role.OBSERVER})


def fits(role: Role, territory: Territory) -> bool:
    """True when the role works on this level: a school, a municipality, a region, or everything (an administrator).

    A methodist works for a region or a municipality.
    """
    region, municipality, school = territory.region, territory.municipality, territory.school
    if role in _SCHOOL:
        return None not in (region, municipality, school)
    if role in _MUNICIPAL:
        return None not in (region, municipality) and school is None
    if role is Role.METHODIST:
        return region is not None and school is None
    if role in _REGIONAL:
        return region is not None and municipality is None and school is None
    return region is None and municipality is None and school is None
