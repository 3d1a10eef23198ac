"""Two people act at the same moment: one of them wins, and nothing is doubled, lost or decided unseen."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

import pytest

from shnor_domain.errors import DomainError, Stale
from shnor_domain.identity import Role
from shnor_domain.people.model.applications import ApplicationState
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.apply import Asked
from shnor_domain.people.use_cases.appoint import AppointPair, Wanted
from shnor_domain.people.use_cases.consent import GiveConsent
from shnor_domain.people.use_cases.decide import Approve, Decline
from shnor_domain.people.use_cases.leaving import PurgeLeft, WithdrawConsent
from shnor_domain.people.use_cases.make_links import MakeRoleLink
from shnor_domain.people.use_cases.my_application import CorrectApplication, MyApplications, Withdraw
from shnor_domain.people.use_cases.role_link import ConfirmRoleLink, RevokeRoleLink, UseRoleLink
from shnor_domain.people.use_cases.roles import Given, GiveRole
from shnor_domain.storage.work import SqlWork
from tests.support.village import CHEMISTRY, ORDER, TERMS, Village, whose

pytestmark = pytest.mark.sqlite_threads

ROUNDS = 6


async def outcomes(*acts: Awaitable[object]) -> list[str]:
    """«done» or the code of the refusal, in the order of the acts; anything else flies on."""

    async def one(act: Awaitable[object]) -> str:
        try:
            await act
        except DomainError as refusal:
            return refusal.code
        return "done"

    return await asyncio.gather(*(one(act) for act in acts))


async def test_approved_and_withdrawn_at_once_she_is_in_or_out_but_never_both(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    for _ in range(ROUNDS):
        teacher, application = await village.applied()
        answers = await outcomes(
            village.use(Approve)(lead, application.id), village.use(Withdraw)(teacher, application.id)
        )
        assert sorted(answers) == ["already-decided", "done"]
        [stands] = await village.use(MyApplications)(teacher)
        approved = answers[0] == "done"
        assert stands.state is (ApplicationState.APPROVED if approved else ApplicationState.WITHDRAWN)
        assert bool((await village.actor(teacher.chat)).places) is approved


async def test_approved_and_corrected_at_once_the_place_is_what_the_application_says(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    for _ in range(ROUNDS):
        teacher, application = await village.applied()
        other = Asked(Role.TEACHER, village.second_school, "Анна", frozenset({CHEMISTRY}))
        answers = await outcomes(
            village.use(Approve)(coordinator, application.id),
            village.use(CorrectApplication)(teacher, application.id, other),
        )
        [stands] = await village.use(MyApplications)(teacher)
        places = (await village.actor(teacher.chat)).places
        assert [place.territory for place in places] == ([stands.territory] if answers[0] == "done" else [])


async def test_what_was_corrected_after_the_decider_looked_is_not_decided_unseen(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    teacher, seen = await village.applied()
    village.clock.forward(minutes=1)
    await village.use(CorrectApplication)(teacher, seen.id, Asked(Role.TUTOR, village.municipality, "Анна"))
    with pytest.raises(Stale):
        await village.use(Approve)(coordinator, seen.id, seen=seen.since)
    with pytest.raises(Stale):
        await village.use(Decline)(coordinator, seen.id, "не наша", seen=seen.since)
    [stands] = await village.use(MyApplications)(teacher)
    await village.use(Approve)(coordinator, seen.id, seen=stands.since)
    assert [place.role for place in (await village.actor(teacher.chat)).places] == [Role.TUTOR]


async def test_the_decider_hears_of_a_correction_made_before_the_first_word_had_gone(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    teacher, application = await village.applied()
    asked = Asked(Role.TEACHER, village.school, "Анна", frozenset({CHEMISTRY}))
    await village.use(CorrectApplication)(teacher, application.id, asked)
    assert await village.told() == [("application-waiting", lead.chat)]


async def test_who_was_given_the_place_while_she_waited_has_it_once(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    teacher, application = await village.applied()
    await village.seat(teacher, Role.TEACHER, village.second_school)
    given = await village.use(GiveRole)(coordinator, whose(teacher), Given(Role.TEACHER, village.school))
    assert await village.use(Approve)(lead, application.id) == given
    at_school = [each for each in (await village.actor(teacher.chat)).places if each.territory == village.school]
    assert len(at_school) == 1


async def test_a_role_given_twice_at_once_is_one_place(village: Village) -> None:
    coordinators = [await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality) for _ in range(2)]
    for _ in range(ROUNDS):
        teacher = await village.settled(Role.TEACHER, village.school)
        given = Given(Role.SCHOOL_LEAD, village.school)
        answers = await outcomes(*(village.use(GiveRole)(each, whose(teacher), given) for each in coordinators))
        assert sorted(answers) == ["already-yours", "done"]


async def test_a_pair_appointed_twice_at_once_is_one_pair(village: Village) -> None:
    coordinators = [await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality) for _ in range(2)]
    for _ in range(ROUNDS):
        curator = await village.settled(Role.SCHOOL_CURATOR, village.municipality)
        school = village.school.school
        assert school is not None
        wanted = Wanted(PairKind.SCHOOL, whose(curator), school, ORDER.number, ORDER.dated)
        answers = await outcomes(*(village.use(AppointPair)(each, wanted) for each in coordinators))
        assert sorted(answers) == ["already-appointed", "done"]


async def test_confirmed_and_revoked_at_once_the_first_word_stands(village: Village) -> None:
    coordinators = [await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality) for _ in range(2)]
    for _ in range(ROUNDS):
        link = await village.use(MakeRoleLink)(coordinators[0], Role.TUTOR, village.municipality)
        tutor = await village.newcomer()
        place = await village.use(UseRoleLink)(tutor, link.code, "Белла")
        answers = await outcomes(
            village.use(ConfirmRoleLink)(coordinators[0], place.id),
            village.use(RevokeRoleLink)(coordinators[1], place.id),
        )
        assert answers.count("done") == 1
        assert bool((await village.actor(tutor.chat)).places) is (answers[0] == "done")


async def test_who_comes_back_while_the_purge_runs_stays(village: Village) -> None:
    teacher = await village.settled(Role.TEACHER, village.school)
    await village.use(WithdrawConsent)(teacher)
    village.clock.forward(days=TERMS.retention_days + 1)
    units: list[int] = []

    @asynccontextmanager
    async def write() -> AsyncIterator[SqlWork]:
        units.append(len(units))
        if len(units) == 2:  # the purge has made its list, and goes through it
            await village.use(GiveConsent)(teacher.chat, TERMS.version)
        async with village.units.write() as work:
            yield work

    async def sweep() -> None:
        raise AssertionError("nobody was deleted")

    assert await village.use(PurgeLeft, write=write, sweep=sweep)() == 0
    assert (await village.actor(teacher.chat)).person == teacher.person
