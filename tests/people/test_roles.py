"""Roles given and taken, pairs, deputies, change of school, leave: by those who may, with a word to those concerned."""

from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Actor, Role
from shnor_domain.people.model.errors import AlreadyAppointed, AlreadyYours, NotAboutYourself
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.appoint import AppointPair, EndPair, PairsOfSchool, Wanted
from shnor_domain.people.use_cases.change_school import ChangeSchool
from shnor_domain.people.use_cases.decide import Approve
from shnor_domain.people.use_cases.roles import AppointDeputy, Given, GiveRole, TakeRole
from shnor_domain.people.use_cases.settings import EndLeave, SetLeave
from shnor_domain.people.use_cases.waiting import WaitingApplications
from tests.support.village import CHEMISTRY, ORDER, Village, whose


def curator_of(village: Village, helper: Actor, **more: object) -> Wanted:
    assert village.school.school is not None
    return Wanted(
        PairKind.SCHOOL,
        whose(helper),
        village.school.school,
        ORDER.number,
        ORDER.dated,
        **more,  # type: ignore[arg-type]
    )


async def test_a_role_by_order_is_given_and_taken_at_once(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    lead = await village.settled(Role.SCHOOL_LEAD, village.second_school)
    with pytest.raises(Invalid):
        await village.use(GiveRole)(coordinator, whose(lead), Given(Role.SCHOOL_CURATOR, village.municipality))
    given = Given(Role.SCHOOL_CURATOR, village.municipality, ORDER.number, ORDER.dated)
    place = await village.use(GiveRole)(coordinator, whose(lead), given)
    assert (await village.actor(lead.chat)).has(Role.SCHOOL_CURATOR)
    assert await village.told() == [("role-given", lead.chat)]
    with pytest.raises(AlreadyYours):
        await village.use(GiveRole)(coordinator, whose(lead), given)
    await village.use(TakeRole)(coordinator, place, ORDER.number, ORDER.dated)
    assert not (await village.actor(lead.chat)).has(Role.SCHOOL_CURATOR)
    assert ("role-taken", lead.chat) in await village.told()
    with pytest.raises(Stale):
        await village.use(TakeRole)(coordinator, place, ORDER.number, ORDER.dated)


async def test_the_stranger_gives_takes_and_appoints_nothing(village: Village) -> None:
    stranger = await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality)
    observer = await village.settled(Role.OBSERVER, village.region)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    curator = await village.settled(Role.SCHOOL_CURATOR, village.municipality)
    pair = await village.use(AppointPair)(coordinator, curator_of(village, curator))
    before = await village.dump()
    given = Given(Role.MENTOR, village.municipality, ORDER.number, ORDER.dated)
    own = Given(Role.MENTOR, village.far_municipality, ORDER.number, ORDER.dated)
    for actor in (stranger, observer, curator):
        for attempt in (
            village.use(GiveRole)(actor, whose(coordinator), given),
            village.use(GiveRole)(actor, whose(coordinator), own),
            village.use(TakeRole)(actor, coordinator.places[0].id, ORDER.number, ORDER.dated),
            village.use(AppointPair)(actor, curator_of(village, curator)),
            village.use(EndPair)(actor, pair.pair),
        ):
            with pytest.raises((NotFound, NotAboutYourself)):
                await attempt
    with pytest.raises(NotFound):
        await village.use(PairsOfSchool)(stranger, village.school.school)
    with pytest.raises(NotAboutYourself):
        await village.use(TakeRole)(coordinator, coordinator.places[0].id, ORDER.number, ORDER.dated)
    assert await village.dump() == before


async def test_a_curator_is_appointed_to_a_school_and_warned_about_when_her_own_is_listed(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    curator = await village.settled(Role.SCHOOL_CURATOR, village.municipality)
    await village.seat(curator, Role.SCHOOL_LEAD, village.school)
    made = await village.use(AppointPair)(coordinator, curator_of(village, curator))
    assert made.own_school == village.school.school
    assert {(kind, chat) for kind, chat in await village.told()} == {
        ("pair-appointed", curator.chat),
        ("pair-appointed", lead.chat),
    }
    [place] = [each for each in (await village.actor(curator.chat)).places if each.role is Role.SCHOOL_CURATOR]
    assert place.assigned == {village.school.school}
    with pytest.raises(AlreadyAppointed):
        await village.use(AppointPair)(coordinator, curator_of(village, curator))
    await village.use(EndPair)(coordinator, made.pair)
    [place] = [each for each in (await village.actor(curator.chat)).places if each.role is Role.SCHOOL_CURATOR]
    assert place.assigned == frozenset()


async def test_a_helper_from_elsewhere_is_the_regions_to_appoint(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    mentor = await village.settled(Role.MENTOR, village.far_municipality)
    assert village.school.school is not None
    wanted = Wanted(PairKind.TEAM, whose(mentor), village.school.school, ORDER.number, ORDER.dated)
    with pytest.raises(NotFound):
        await village.use(AppointPair)(coordinator, wanted)
    await village.use(AppointPair)(region, wanted)
    assert (await village.actor(mentor.chat)).places[0].assigned == {village.school.school}


async def test_a_tutor_helps_a_teacher_of_that_school_in_a_subject(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    tutor = await village.settled(Role.TUTOR, village.municipality, subjects=frozenset({CHEMISTRY}))
    teacher = await village.settled(Role.TEACHER, village.school)
    foreign = await village.settled(Role.TEACHER, village.far_school)
    assert village.school.school is not None

    def wanted(teacher: Actor) -> Wanted:
        assert village.school.school is not None
        return Wanted(
            PairKind.TEACHER,
            whose(tutor),
            village.school.school,
            ORDER.number,
            ORDER.dated,
            teacher=whose(teacher),
            subject=CHEMISTRY,
        )

    with pytest.raises(NotFound):
        await village.use(AppointPair)(coordinator, wanted(foreign))
    await village.use(AppointPair)(coordinator, wanted(teacher))
    assert {chat for _, chat in await village.told("pair-appointed")} == {tutor.chat, teacher.chat}


async def test_taking_the_curators_role_ends_her_pairs(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    curator = await village.settled(Role.SCHOOL_CURATOR, village.municipality)
    await village.use(AppointPair)(coordinator, curator_of(village, curator))
    await village.use(TakeRole)(coordinator, curator.places[0].id, ORDER.number, ORDER.dated)
    assert list(await village.use(PairsOfSchool)(lead, village.school.school)) == []
    assert ("pair-ended", lead.chat) in await village.told()


async def test_a_deputy_decides_from_to(village: Village) -> None:
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    deputy = await village.settled(Role.METHODIST, village.municipality)
    today = village.clock.now().date()
    appoint = village.use(AppointDeputy)
    terms = (ORDER.number, ORDER.dated, today + timedelta(days=1), today + timedelta(days=3))
    with pytest.raises(NotFound):
        await appoint(coordinator, coordinator.places[0].id, whose(deputy), *terms)
    await appoint(region, coordinator.places[0].id, whose(deputy), *terms)
    assert not (await village.actor(deputy.chat)).has(Role.MUNICIPAL_COORDINATOR)
    village.clock.forward(days=1)
    await village.use(SetLeave)(coordinator, today + timedelta(days=3))
    _, application = await village.applied()
    assert await village.told("application-waiting") == [("application-waiting", deputy.chat)]
    await village.use(Approve)(await village.actor(deputy.chat), application.id)
    village.clock.forward(days=3)
    assert not (await village.actor(deputy.chat)).has(Role.MUNICIPAL_COORDINATOR)


async def test_leave_moves_open_decisions_up_and_its_end_brings_new_ones_back(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    await village.applied()
    today = village.clock.now().date()
    with pytest.raises(Invalid):
        await village.use(SetLeave)(lead, today - timedelta(days=1))
    with pytest.raises(Invalid):
        await village.use(SetLeave)(lead, today + timedelta(days=9), whose(coordinator))
    await village.use(SetLeave)(lead, today + timedelta(days=9))
    assert ("application-waiting", coordinator.chat) in await village.told()
    assert (await village.use(WaitingApplications)(coordinator)).count == 1
    await village.use(EndLeave)(lead)
    await village.applied()
    assert (await village.use(WaitingApplications)(lead)).count == 2
    assert (await village.use(WaitingApplications)(coordinator)).count == 1


async def test_a_teacher_changes_her_school(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    new_lead = await village.settled(Role.SCHOOL_LEAD, village.second_school)
    teacher = await village.settled(Role.TEACHER, village.school)
    today = date(2026, 9, 15)
    last = today + timedelta(days=4)
    application = await village.use(ChangeSchool)(
        teacher, teacher.places[0].id, last, village.second_school, frozenset({CHEMISTRY})
    )
    assert sorted(await village.told()) == [("application-waiting", new_lead.chat), ("place-leaving", lead.chat)]
    with pytest.raises(NotFound):
        await village.use(ChangeSchool)(lead, teacher.places[0].id, last, village.second_school, frozenset())
    await village.use(Approve)(new_lead, application.id)
    assert len((await village.actor(teacher.chat)).places) == 2
    village.clock.forward(days=5)
    [place] = (await village.actor(teacher.chat)).places
    assert place.territory == village.second_school


async def test_a_place_begins_and_ends_by_its_own_calendar_wherever_its_person_is(village: Village) -> None:
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    # one at night of the 16th in Yakutsk, where the role works; the evening of the 15th in Moscow, where she lives
    village.clock.at = datetime(2026, 9, 15, 16, 0, tzinfo=UTC)
    methodist = await village.newcomer()
    await village.seat(methodist, Role.TEACHER, village.school)
    given = await village.use(GiveRole)(region, whose(methodist), Given(Role.METHODIST, village.region))
    methodist = await village.actor(methodist.chat)
    assert methodist.zone == "Europe/Moscow"
    assert {place.role for place in methodist.places} == {Role.TEACHER, Role.METHODIST}
    await village.use(TakeRole)(region, given)
    assert [place.role for place in (await village.actor(methodist.chat)).places] == [Role.TEACHER]
