"""Who lets whom in: the table of product.md, role by role."""

import pytest

from shnor_domain.identity import Actor, MunicipalityId, PersonId, Place, PlaceId, RegionId, Role, SchoolId, Territory
from shnor_domain.people.model.deciders import Level, ladder, may_decide, standing

REGION = Territory(RegionId(1))
UNIT = Territory(RegionId(1), MunicipalityId(2))
SCHOOL = Territory(RegionId(1), MunicipalityId(2), SchoolId(3))
LEAD = Level(Role.SCHOOL_LEAD, SCHOOL)
COORDINATOR = Level(Role.MUNICIPAL_COORDINATOR, UNIT)
REGIONAL = Level(Role.REGIONAL_COORDINATOR, REGION)
ADMIN = Level(Role.ADMIN, Territory())


@pytest.mark.parametrize(
    ("role", "where", "levels"),
    [
        (Role.TEACHER, SCHOOL, (LEAD, COORDINATOR, REGIONAL, ADMIN)),
        (Role.SCHOOL_LEAD, SCHOOL, (COORDINATOR, REGIONAL, ADMIN)),
        (Role.SCHOOL_CURATOR, UNIT, (COORDINATOR, REGIONAL, ADMIN)),
        (Role.MENTOR, UNIT, (COORDINATOR, REGIONAL, ADMIN)),
        (Role.TUTOR, UNIT, (COORDINATOR, REGIONAL, ADMIN)),
        (Role.METHODIST, UNIT, (COORDINATOR, REGIONAL, ADMIN)),
        (Role.METHODIST, REGION, (REGIONAL, ADMIN)),
        (Role.OBSERVER, REGION, (REGIONAL, ADMIN)),
        (Role.MUNICIPAL_COORDINATOR, UNIT, (REGIONAL, ADMIN)),
        (Role.REGIONAL_COORDINATOR, REGION, (ADMIN,)),
        (Role.ADMIN, Territory(), ()),
    ],
)
def test_each_role_has_its_ladder(role: Role, where: Territory, levels: tuple[Level, ...]) -> None:
    assert ladder(role, where) == levels


@pytest.mark.parametrize("role", [Role.SCHOOL_CURATOR, Role.MENTOR, Role.TUTOR, Role.METHODIST, Role.SCHOOL_LEAD])
def test_who_comes_from_another_municipality_is_the_regions_to_decide(role: Role) -> None:
    where = SCHOOL if role is Role.SCHOOL_LEAD else UNIT
    assert ladder(role, where, MunicipalityId(9)) == (REGIONAL, ADMIN)
    assert ladder(role, where, MunicipalityId(2))[0] == COORDINATOR


def test_empty_levels_and_the_applicant_herself_are_skipped() -> None:
    levels = ladder(Role.TEACHER, SCHOOL)
    me, other = PersonId(1), PersonId(2)
    assert standing(levels, {LEAD: [me, other]}, me) == 0
    assert standing(levels, {LEAD: [me], COORDINATOR: [other]}, me) == 1
    assert standing(levels, {LEAD: [other], REGIONAL: [other]}, me, start=1) == 2
    assert standing(levels, {}, me) == 3


def test_only_verified_places_of_levels_it_has_reached_may_decide() -> None:
    levels = ladder(Role.TEACHER, SCHOOL)

    def actor(role: Role, where: Territory, verified: bool = True) -> Actor:
        return Actor(PersonId(5), 5, places=(Place(PlaceId(1), role, where, verified=verified),))

    assert may_decide(actor(Role.SCHOOL_LEAD, SCHOOL), levels, 0)
    assert not may_decide(actor(Role.MUNICIPAL_COORDINATOR, UNIT), levels, 0)
    assert may_decide(actor(Role.MUNICIPAL_COORDINATOR, UNIT), levels, 1)
    assert may_decide(actor(Role.ADMIN, Territory()), levels)
    assert not may_decide(actor(Role.SCHOOL_LEAD, SCHOOL, verified=False), levels)
    assert not may_decide(actor(Role.OBSERVER, REGION), levels)
    assert not may_decide(actor(Role.TEACHER, SCHOOL), levels)
    assert not may_decide(actor(Role.MUNICIPAL_COORDINATOR, Territory(RegionId(1), MunicipalityId(9))), levels)
