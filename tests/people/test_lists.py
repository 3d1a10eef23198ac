"""/people and the facts of /schools stay inside the viewer's territory."""

import pytest

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Role
from shnor_domain.people.use_cases.actor import NoteActivity
from shnor_domain.people.use_cases.lists import PeopleList, PersonCard
from shnor_domain.people.use_cases.school_facts import CuratorsOfOwnKind, PeopleOfSchools, WithoutCoordinator
from tests.support.village import Village, whose


async def test_a_coordinator_pages_through_her_own_people_by_name(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    for _ in range(9):
        await village.settled(Role.TEACHER, village.school)
    await village.settled(Role.TEACHER, village.far_school)
    people = village.use(PeopleList)
    first, last = await people(coordinator), await people(coordinator, page=99)
    assert (first.total, first.pages, len(first.rows)) == (10, 2, 8)
    assert (last.number, len(last.rows)) == (1, 2)
    names = [row.person.name for page in (first, last) for row in page.rows]
    assert names == sorted(names)
    assert {place.territory.municipality for row in first.rows for place in row.places} == {
        village.municipality.municipality
    }
    assert (await people(coordinator, text="TEACHER")).total == 9
    assert (await people(coordinator, text="100%_")).total == 0
    assert (await people(coordinator, municipality=village.far_municipality.municipality)).total == 0
    assert (await people(coordinator, role=Role.TEACHER, school=village.school.school)).total == 9


async def test_the_stranger_sees_nobody(village: Village) -> None:
    teacher = await village.settled(Role.TEACHER, village.school)
    stranger = await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality)
    assert [row.person.id for row in (await village.use(PeopleList)(stranger)).rows] == [stranger.person]
    with pytest.raises(NotFound):
        await village.use(PersonCard)(stranger, whose(teacher))
    for nobody in (
        teacher,
        await village.settled(Role.OBSERVER, village.region),
        await village.settled(Role.SCHOOL_LEAD, village.school, verified=False),
    ):
        with pytest.raises(NotAllowed):
            await village.use(PeopleList)(nobody)
        with pytest.raises(NotFound):
            await village.use(PersonCard)(nobody, whose(teacher))


async def test_a_card_leaves_out_what_lies_elsewhere(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    teacher = await village.settled(Role.TEACHER, village.school)
    await village.seat(teacher, Role.TEACHER, village.far_school)
    card = await village.use(PersonCard)(lead, whose(teacher))
    assert [kept.place.territory for kept in card.places] == [village.school]
    assert card.account is not None
    assert card.account.chat == teacher.chat


async def test_schools_tell_who_is_in_the_bot_and_who_is_missing(village: Village) -> None:
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    await village.settled(Role.TEACHER, village.school)
    await village.use(NoteActivity)(lead)
    assert village.school.school is not None
    assert village.far_school.school is not None
    schools = [village.school.school, village.far_school.school]
    facts = await village.use(PeopleOfSchools)(region, schools)
    near, far = facts[schools[0]], facts[schools[1]]
    assert (near.leads, near.teachers, near.last_activity) == ((lead.person,), 1, village.clock.now())
    assert (far.leads, far.curators, far.teachers, far.last_activity) == ((), (), 0, None)
    assert list(await village.use(PeopleOfSchools)(lead, schools)) == schools[:1]
    assert list(await village.use(WithoutCoordinator)(region)) == [
        village.municipality.municipality,
        village.far_municipality.municipality,
    ]
    await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    assert list(await village.use(WithoutCoordinator)(region)) == [village.far_municipality.municipality]
    for use_case in (WithoutCoordinator, CuratorsOfOwnKind):
        with pytest.raises(NotAllowed):
            await village.use(use_case)(lead)


async def test_a_curator_whose_own_school_is_listed_is_a_warning_to_her_coordinators_alone(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    stranger = await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality)
    curator = await village.settled(Role.SCHOOL_CURATOR, village.municipality)
    await village.seat(curator, Role.SCHOOL_LEAD, village.school)
    await village.settled(Role.SCHOOL_CURATOR, village.municipality)
    assert list(await village.use(CuratorsOfOwnKind)(coordinator)) == [(curator.person, village.school.school)]
    assert list(await village.use(CuratorsOfOwnKind)(stranger)) == []
