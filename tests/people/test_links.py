"""Links: for many, for one, for a new telephone; whoever tries codes learns nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, timedelta

import pytest

from shnor_domain.errors import NotFound
from shnor_domain.identity import Role, Territory
from shnor_domain.people.model.errors import (
    AlreadyDecided,
    AlreadyRegistered,
    ConsentNeeded,
    LinkDoesNotWork,
    NotAboutYourself,
)
from shnor_domain.people.model.links import Link
from shnor_domain.people.model.preferences import Preferences
from shnor_domain.people.use_cases.apply import Apply, Asked
from shnor_domain.people.use_cases.consent import RefuseConsent
from shnor_domain.people.use_cases.make_links import Invite, LookAtLink, MakeRoleLink, MakeSchoolLink, RevokeLink
from shnor_domain.people.use_cases.relink import MakeRelink, UseRelink
from shnor_domain.people.use_cases.role_link import ConfirmRoleLink, RevokeRoleLink, UseRoleLink
from shnor_domain.people.use_cases.waiting import WaitingApplications
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from tests.support.village import Village, whose


async def test_a_school_link_fills_in_the_school_and_the_lead_still_decides(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    link = await village.use(MakeSchoolLink)(lead, village.school, uses=2, days=7)
    seen = await village.use(LookAtLink)(link.code)
    assert (seen.role, seen.territory) == (Role.TEACHER, village.school)
    asked = Asked(Role.TEACHER, village.school, "Анна", link=link.code)
    for _ in range(2):
        application = await village.use(Apply)(await village.newcomer(), asked)
        assert application.has_it.role is Role.SCHOOL_LEAD
    late = await village.newcomer()
    before = await village.dump()
    with pytest.raises(LinkDoesNotWork):
        await village.use(Apply)(late, asked)
    assert await village.dump() == before


async def test_of_twenty_at_once_a_link_for_one_lets_one_in(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    link = await village.use(MakeSchoolLink)(lead, village.school, uses=1, days=7)
    crowd = [await village.newcomer() for _ in range(20)]
    asked = Asked(Role.TEACHER, village.school, "Анна", link=link.code)
    outcomes = await asyncio.gather(*(village.use(Apply)(one, asked) for one in crowd), return_exceptions=True)
    assert sum(isinstance(outcome, LinkDoesNotWork) for outcome in outcomes) == 19, outcomes
    async with village.units.read() as work:
        assert len(await work.applications.waiting()) == 1
        kept = await work.links.get(link.id)
    assert kept is not None
    assert kept.used == 1


async def test_codes_that_do_not_work_answer_alike(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    mentor = await village.newcomer()
    make, look, use = village.use(MakeRoleLink), village.use(LookAtLink), village.use(UseRoleLink)
    expired = await make(coordinator, Role.MENTOR, village.municipality, days=1)
    village.clock.forward(days=1)
    revoked = await make(coordinator, Role.MENTOR, village.municipality)
    await village.use(RevokeLink)(coordinator, revoked.id)
    school_link = await village.use(MakeSchoolLink)(coordinator, village.school, uses=5, days=5)
    used = await make(coordinator, Role.MENTOR, village.municipality)
    await use(await village.newcomer(), used.code, "Первая")
    before = await village.dump()
    for code in (expired.code, revoked.code, used.code, "no-such-code", ""):
        with pytest.raises(LinkDoesNotWork) as refused:
            await look(code)
        assert refused.value.facts == {}
    for code in (expired.code, revoked.code, used.code, school_link.code, "no-such-code"):
        with pytest.raises(LinkDoesNotWork) as refused:
            await use(mentor, code, "Вторая")
        assert refused.value.facts == {}
    assert await village.dump() == before


async def test_refusing_consent_burns_nothing(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    link = await village.use(MakeRoleLink)(coordinator, Role.MENTOR, village.municipality)
    before = await village.dump()
    await village.use(LookAtLink)(link.code)
    await village.use(RefuseConsent)(9)
    with pytest.raises(ConsentNeeded):
        await village.use(UseRoleLink)(await village.actor(9), link.code, "Кто")
    assert await village.dump() == before
    assert (await village.use(LookAtLink)(link.code)).works_at(village.clock.now())


async def test_a_role_link_opens_nothing_before_its_issuer_says_it_is_right(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    stranger = await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality)
    link = await village.use(MakeRoleLink)(coordinator, Role.SCHOOL_LEAD, village.school)
    lead = await village.newcomer()
    place = await village.use(UseRoleLink)(lead, link.code, "Директор")
    lead = await village.actor(lead.chat)
    assert not lead.has(Role.SCHOOL_LEAD)
    assert not lead.reaches(village.school, Role.SCHOOL_LEAD)
    assert await village.told() == [("role-link-used", coordinator.chat)]
    assert [kept.place.id for kept in (await village.use(WaitingApplications)(coordinator)).places] == [place.id]
    for other, error in ((stranger, NotFound), (lead, NotAboutYourself)):
        with pytest.raises(error):
            await village.use(ConfirmRoleLink)(other, place.id)
        with pytest.raises(error):
            await village.use(RevokeRoleLink)(other, place.id)
    await village.use(ConfirmRoleLink)(coordinator, place.id)
    assert (await village.actor(lead.chat)).has(Role.SCHOOL_LEAD)
    assert await village.told() == [("role-link-confirmed", lead.chat)]
    with pytest.raises(AlreadyDecided):
        await village.use(RevokeRoleLink)(coordinator, place.id)


async def test_the_level_above_is_asked_too_when_the_issuer_is_away(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    link = await village.use(MakeRoleLink)(coordinator, Role.MENTOR, village.municipality)
    async with village.units.write() as work:
        until = village.clock.now().date() + timedelta(days=3)
        await work.people.save_preferences(Preferences(whose(coordinator), leave_until=until))
    mentor = await village.newcomer()
    place = await village.use(UseRoleLink)(mentor, link.code, "Наставник")
    assert {chat for _, chat in await village.told("role-link-used")} == {coordinator.chat, region.chat}
    await village.use(RevokeRoleLink)(region, place.id)
    assert (await village.actor(mentor.chat)).places == ()
    assert await village.told() == [("role-link-revoked", mentor.chat)]


async def test_only_who_may_let_a_role_in_makes_its_link(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    observer = await village.settled(Role.OBSERVER, village.region)
    before = await village.dump()
    for actor, role, where in (
        (lead, Role.SCHOOL_LEAD, village.school),
        (lead, Role.TEACHER, village.second_school),
        (coordinator, Role.MUNICIPAL_COORDINATOR, village.municipality),
        (coordinator, Role.MENTOR, village.far_municipality),
        (coordinator, Role.ADMIN, Territory()),
        (observer, Role.TEACHER, village.school),
    ):
        with pytest.raises(NotFound):
            await village.use(MakeRoleLink)(actor, role, where)
    with pytest.raises(NotFound):
        await village.use(MakeSchoolLink)(lead, village.second_school, uses=1, days=1)
    assert await village.dump() == before


async def test_the_operators_invitation_seats_the_first_administrator_at_once(village: Village) -> None:
    link = await village.use(Invite)(Role.ADMIN, Territory())
    admin = await village.newcomer()
    await village.use(UseRoleLink)(admin, link.code, "Администратор")
    assert (await village.actor(admin.chat)).reaches(village.school, Role.ADMIN)


async def test_a_new_telephone_takes_the_person_over_and_the_old_one_falls_silent(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    teacher = await village.settled(Role.TEACHER, village.school)
    link = await village.use(MakeRelink)(coordinator, whose(teacher))
    phone = await village.newcomer()
    assert await village.use(UseRelink)(phone, link.code) == teacher.person
    now = await village.actor(phone.chat)
    assert (now.person, now.places) == (teacher.person, teacher.places)
    assert (await village.actor(teacher.chat)).person is None
    async with village.units.read() as work:
        assert await work.people.get(whose(phone)) is None
    with pytest.raises(LinkDoesNotWork):
        await village.use(UseRelink)(await village.newcomer(), link.code)


async def test_nobody_takes_over_a_person_with_greater_rights_than_the_coordinators(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    await village.seat(region, Role.TEACHER, village.school)
    stranger = await village.settled(Role.TEACHER, village.far_school)
    teacher = await village.settled(Role.TEACHER, village.school)
    before = await village.dump()
    for actor, person, error in (
        (coordinator, region, NotFound),
        (coordinator, stranger, NotFound),
        (coordinator, coordinator, NotAboutYourself),
        (lead, teacher, NotFound),
    ):
        with pytest.raises(error):
            await village.use(MakeRelink)(actor, whose(person))
    assert await village.dump() == before


async def test_a_chat_with_a_life_of_its_own_cannot_take_another_over(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    teacher = await village.settled(Role.TEACHER, village.school)
    other = await village.settled(Role.TEACHER, village.school, ends=date(2026, 9, 2))
    link = await village.use(MakeRelink)(coordinator, whose(teacher))
    with pytest.raises(AlreadyRegistered):
        await village.use(UseRelink)(other, link.code)
    assert (await village.actor(teacher.chat)).person == teacher.person


async def test_a_tap_for_a_link_fed_twice_makes_one_link(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    made: tuple[Callable[[], Awaitable[Link]], ...] = (
        lambda: village.use(MakeSchoolLink)(lead, village.school, 5, 7),
        lambda: village.use(MakeRoleLink)(coordinator, Role.TUTOR, village.municipality),
        lambda: village.use(MakeRelink)(coordinator, whose(lead)),
    )
    for number, make in enumerate(made, 1):
        token = update_in_hand.set(UpdateInHand(number, lead.chat))
        try:
            first = await make()
            assert await make() == first
        finally:
            update_in_hand.reset(token)
        assert await make() != first
