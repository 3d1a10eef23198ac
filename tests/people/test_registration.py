"""A teacher registers, her school's lead lets her in, and the stranger gets nothing."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Role, SchoolId, SubjectId, Territory
from shnor_domain.people.model.applications import ApplicationState
from shnor_domain.people.model.consent import ConsentState
from shnor_domain.people.model.errors import (
    AlreadyDecided,
    AlreadyWaiting,
    AlreadyYours,
    ConsentNeeded,
    NotAboutYourself,
)
from shnor_domain.people.model.preferences import Preferences
from shnor_domain.people.use_cases.apply import Apply, Asked
from shnor_domain.people.use_cases.consent import ConsentOf, GiveConsent, RefuseConsent, SeatAdmins
from shnor_domain.people.use_cases.decide import Approve, Decline
from shnor_domain.people.use_cases.my_application import CorrectApplication, MyApplications, Withdraw
from shnor_domain.people.use_cases.waiting import MoveApplications, WaitingApplications
from tests.support.village import CHEMISTRY, TERMS, Village, whose


async def test_nothing_is_stored_before_consent_and_nothing_by_a_refusal(village: Village) -> None:
    empty = await village.dump()
    stranger = await village.actor(7)
    assert stranger.person is None
    assert await village.use(RefuseConsent)(7) is True
    assert await village.use(ConsentOf)(7) is ConsentState.NONE
    with pytest.raises(ConsentNeeded):
        await village.use(Apply)(stranger, Asked(Role.TEACHER, village.school, "Анна"))
    assert await village.dump() == empty


async def test_a_new_version_is_asked_again_and_an_old_window_does_nothing(village: Village) -> None:
    teacher = await village.newcomer()
    newer = TERMS.__class__(2, TERMS.dated, TERMS.operator, TERMS.address, TERMS.register, TERMS.retention_days)
    assert await village.use(ConsentOf)(teacher.chat) is ConsentState.CURRENT
    assert await village.use(ConsentOf, terms=newer)(teacher.chat) is ConsentState.OUTDATED
    with pytest.raises(Stale):
        await village.use(GiveConsent, terms=newer)(teacher.chat, 1)
    assert await village.use(GiveConsent, terms=newer)(teacher.chat, 2) == teacher.person
    assert await village.use(ConsentOf, terms=newer)(teacher.chat) is ConsentState.CURRENT


async def test_a_teacher_applies_her_lead_is_told_and_lets_her_in(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    teacher, application = await village.applied(subjects=frozenset({CHEMISTRY}), name="  Анна\n Петровна ")
    assert application.has_it.role is Role.SCHOOL_LEAD
    assert await village.told() == [("application-waiting", lead.chat)]
    assert [each.id for each in (await village.use(WaitingApplications)(lead)).applications] == [application.id]
    assert (await village.use(WaitingApplications)(coordinator)).count == 0

    await village.use(Approve)(lead, application.id)

    teacher = await village.actor(teacher.chat)
    assert [(place.role, place.territory, place.subjects) for place in teacher.places] == [
        (Role.TEACHER, village.school, frozenset({CHEMISTRY}))
    ]
    assert teacher.zone == "Asia/Yakutsk"
    assert await village.told() == [("application-approved", teacher.chat)]
    assert (await village.use(WaitingApplications)(lead)).count == 0
    async with village.units.read() as work:
        [entry] = await work.audit.about(whose(teacher))
        person = await work.people.get(whose(teacher))
    assert (entry.action, entry.actor, entry.about) == ("application-approve", lead.person, teacher.person)
    assert person is not None
    assert person.name == "Анна Петровна"


async def test_a_school_without_a_lead_in_the_bot_is_skipped_at_once(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    _, application = await village.applied()
    assert application.has_it.role is Role.MUNICIPAL_COORDINATOR
    assert await village.told() == [("application-waiting", coordinator.chat)]


async def test_a_lead_on_leave_is_an_empty_level(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    async with village.units.write() as work:
        await work.people.save_preferences(
            Preferences(whose(lead), leave_until=village.clock.now().date() + timedelta(days=5))
        )
    _, application = await village.applied()
    assert await village.told() == [("application-waiting", coordinator.chat)]
    assert application.reached == 1


async def test_a_curator_from_another_municipality_is_decided_on_by_the_region(village: Village) -> None:
    await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    _, application = await village.applied(
        Role.SCHOOL_CURATOR,
        village.municipality,
        school=village.school.school,
        home_school=village.far_school.school,
    )
    assert await village.told() == [("application-waiting", region.chat)]
    await village.use(Approve)(region, application.id)


async def test_the_stranger_sees_and_changes_nothing(village: Village) -> None:
    await village.settled(Role.SCHOOL_LEAD, village.school)
    strangers = [
        await village.settled(Role.SCHOOL_LEAD, village.far_school),
        await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality),
        await village.settled(Role.SCHOOL_LEAD, village.second_school),
        await village.settled(Role.OBSERVER, village.region),
        await village.newcomer(),
    ]
    _, application = await village.applied()
    before = await village.dump()
    for stranger in strangers:
        assert (await village.use(WaitingApplications)(stranger)).count == 0
        assert list(await village.use(MyApplications)(stranger)) == []
        with pytest.raises(NotFound):
            await village.use(Approve)(stranger, application.id)
        with pytest.raises(NotFound):
            await village.use(Decline)(stranger, application.id, "нет")
        with pytest.raises(NotFound):
            await village.use(Withdraw)(stranger, application.id)
        with pytest.raises(NotFound):
            await village.use(CorrectApplication)(stranger, application.id, Asked(Role.TEACHER, village.school, "Кто"))
    assert await village.dump() == before


async def test_nobody_decides_on_herself_across_roles(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    application = await village.use(Apply)(coordinator, Asked(Role.TEACHER, village.school, "Анна"))
    assert application.has_it.role is Role.ADMIN
    with pytest.raises(NotAboutYourself):
        await village.use(Approve)(coordinator, application.id)
    assert (await village.use(WaitingApplications)(coordinator)).count == 0


async def test_of_two_decisions_at_once_the_first_wins(village: Village) -> None:
    first = await village.settled(Role.SCHOOL_LEAD, village.school)
    second = await village.settled(Role.SCHOOL_LEAD, village.school)
    teacher, application = await village.applied()
    outcomes = await asyncio.gather(
        village.use(Approve)(first, application.id),
        village.use(Decline)(second, application.id, "не наша"),
        village.use(Approve)(second, application.id),
        return_exceptions=True,
    )
    late = [outcome for outcome in outcomes if isinstance(outcome, AlreadyDecided)]
    assert len(late) == 2, outcomes
    async with village.units.read() as work:
        [kept] = await work.applications.of(whose(teacher))
        places = await work.places.of(whose(teacher))
    assert kept.decided_by in (first.person, second.person)
    assert all(error.facts["by"] == kept.decided_by and error.facts["at"] == kept.decided_at for error in late)
    assert len(places) == (1 if kept.state is ApplicationState.APPROVED else 0)


async def test_declining_demands_a_reason_which_the_applicant_reads_and_she_may_apply_again(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    teacher, application = await village.applied()
    with pytest.raises(Invalid) as refused:
        await village.use(Decline)(lead, application.id, "  ")
    assert (refused.value.field, refused.value.reason) == ("reason", "empty")
    await village.use(Decline)(lead, application.id, "Не та школа <b>")
    assert await village.told() == [("application-declined", teacher.chat)]
    [mine] = await village.use(MyApplications)(teacher)
    assert (mine.state, mine.reason) == (ApplicationState.DECLINED, "Не та школа <b>")
    again = await village.use(Apply)(teacher, Asked(Role.TEACHER, village.second_school, "Анна"))
    assert again.state is ApplicationState.WAITING


async def test_one_application_waits_for_a_role_in_a_school_and_none_for_what_she_has(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    teacher, application = await village.applied()
    with pytest.raises(AlreadyWaiting):
        await village.use(Apply)(teacher, Asked(Role.TEACHER, village.school, "Анна"))
    await village.use(Apply)(teacher, Asked(Role.TEACHER, village.second_school, "Анна"))
    await village.use(Approve)(lead, application.id)
    with pytest.raises(AlreadyYours):
        await village.use(Apply)(teacher, Asked(Role.TEACHER, village.school, "Анна"))


async def test_an_applicant_withdraws_or_corrects_while_it_waits(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    other = await village.settled(Role.SCHOOL_LEAD, village.second_school)
    teacher, application = await village.applied()
    corrected = await village.use(CorrectApplication)(
        teacher, application.id, Asked(Role.TEACHER, village.second_school, "Анна", frozenset({CHEMISTRY}))
    )
    assert corrected.id == application.id
    assert await village.told() == [("application-waiting", other.chat)]
    assert (await village.use(WaitingApplications)(lead)).count == 0
    await village.use(Withdraw)(teacher, application.id)
    assert await village.told() == []
    with pytest.raises(AlreadyDecided):
        await village.use(Approve)(other, application.id)


async def test_what_cannot_be_is_refused(village: Village) -> None:
    teacher = await village.newcomer()
    before = await village.dump()
    for asked, error in (
        (Asked(Role.TEACHER, village.municipality, "Анна"), Invalid),
        (Asked(Role.TEACHER, Territory(school=SchoolId(999)), "Анна"), NotFound),
        (Asked(Role.TEACHER, village.school, "Анна\u202e"), Invalid),
        (Asked(Role.TEACHER, village.school, "Анна", frozenset({SubjectId("magic")})), Invalid),
        (Asked(Role.MENTOR, village.municipality, "Анна", school=village.far_school.school), Invalid),
    ):
        with pytest.raises(error):
            await village.use(Apply)(teacher, asked)
    assert await village.dump() == before


async def test_the_second_working_day_reminds_and_the_fourth_goes_up(village: Village) -> None:
    """P1: Tuesday's application: Thursday 09:00 reminds the lead, Monday 09:00 it is the coordinator's too."""
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    teacher, application = await village.applied()
    thursday = datetime(2026, 9, 17, 0, 0, tzinfo=UTC)  # 09:00 in Yakutsk
    job = village.use(MoveApplications)
    assert await job.next_due() == thursday
    village.clock.at = thursday - timedelta(seconds=1)
    assert await job() == 0
    village.clock.at = thursday
    assert await job() == 1
    assert await job() == 0
    assert await village.told("application-reminder") == [("application-reminder", lead.chat)]
    monday = datetime(2026, 9, 21, 0, 0, tzinfo=UTC)
    assert await job.next_due() == monday
    assert (await village.use(WaitingApplications)(coordinator)).count == 0
    village.clock.at = monday
    assert await job() == 1
    assert await village.told("application-moved-up") == [("application-moved-up", coordinator.chat)]
    [mine] = await village.use(MyApplications)(teacher)
    assert mine.has_it.role is Role.MUNICIPAL_COORDINATOR
    await village.use(Approve)(lead, application.id)


async def test_a_level_that_becomes_empty_passes_it_up_at_once(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    await village.applied()
    async with village.units.write() as work:
        await work.places.end(lead.places[0].id, village.clock.now().date() - timedelta(days=1))
    assert await village.use(MoveApplications)() == 1
    assert ("application-waiting", coordinator.chat) in await village.told()


async def test_a_chat_of_the_setting_administers_after_consent_and_only_once(village: Village) -> None:
    early = await village.newcomer()
    await village.use(GiveConsent, admins=frozenset({77}))(77, TERMS.version)
    seat = village.use(SeatAdmins, admins=frozenset({77, early.chat, 999}))
    await seat()
    await seat()
    for chat in (77, early.chat):
        assert [place.role for place in (await village.actor(chat)).places] == [Role.ADMIN]
    assert (await village.actor(999)).person is None
