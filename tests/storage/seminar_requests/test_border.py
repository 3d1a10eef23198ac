"""When a half-year is over (I21): each school is asked, nothing is lost, one of two makes the new request."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.identity import Role
from shnor_domain.seminars.cycle.model import Dates
from shnor_domain.seminars.errors import CycleNotOver, CycleOver, NotAtBorder
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.model import Aside, RequestState, Route, SupportState
from shnor_domain.seminars.requests.notices import BORDER, BORDER_WAITS, subject_of
from shnor_domain.seminars.requests.use_cases.border import AnswerBorder
from shnor_domain.seminars.requests.use_cases.closing import AskAtBorder, CloseCycle
from shnor_domain.seminars.requests.use_cases.deciding import SetRequestAside
from shnor_domain.seminars.requests.use_cases.looking import OneRequest, SchoolRequests
from shnor_domain.seminars.requests.use_cases.merging import MergeRequests
from shnor_domain.seminars.requests.use_cases.supporting import WithdrawSupport
from shnor_domain.seminars.requests.use_cases.unanswered import WhoHasNotAnswered
from shnor_domain.seminars.requests.use_cases.watching import WatchSeminars
from shnor_domain.storage.schema.people import audit
from shnor_domain.territories.model import SchoolState
from tests.support.seminar_land import SeminarLand, answers


def over(land: SeminarLand) -> None:
    """Noon of the first day of the next half-year."""
    land.village.clock.at = land.village.clock.at.replace(year=2027, month=1, day=1, hour=1)


async def asks(land: SeminarLand) -> int:
    job = land.use(AskAtBorder)
    asked: int = await job()
    return asked


async def test_each_school_behind_what_is_left_open_is_asked_once(land: SeminarLand) -> None:
    open_, aside = await land.sends(), await land.sends("neighbour", "Профилактика выгорания учителя")
    await land.supports("far lead", open_)
    gone = await land.sends(topic="Больше не нужно")
    await land.use(WithdrawSupport)(land["lead"], await land.support("lead", gone))
    await land.use(SetRequestAside)(land["methodist"], aside, Aside.FEW.value)
    assert await asks(land) == 0
    over(land)
    assert await asks(land) == 3
    assert await asks(land) == 0
    who = ["far lead", "lead", "neighbour", "second lead"]
    assert await land.told(BORDER) == [(name, BORDER) for name in who]
    async with land.village.units.read() as work:
        rows = await work.notices.of_subject(subject_of(await land.support("far lead", open_)))
    again = next(row.notice for row in rows if row.notice.kind == BORDER_WAITS)
    # no day off in the tables of this land: five working days after Friday, 1 January 2027, at nine there
    assert again.due.isoformat() == "2027-01-07T22:00:00+00:00"


async def test_the_first_makes_the_new_request_and_the_others_join_it(land: SeminarLand) -> None:
    request = await land.sends(people=10, why="equipment")
    await land.supports("neighbour", request, 4)
    await land.supports("far lead", request, 6)
    supports = {who: await land.support(who, request) for who in ("lead", "neighbour", "far lead")}
    over(land)
    answer = land.use(AnswerBorder)
    new = await answer(land["second lead"], supports["lead"], carry=True)
    assert (await land.request(request)).state is RequestState.OPEN
    assert await answer(land["neighbour"], supports["neighbour"], carry=True) == new
    assert await answer(land["far lead"], supports["far lead"], carry=False) == request
    assert await land.behind(new) == {land.school(): 10, land.school("second_school"): 4}
    made = await land.request(new)
    assert (made.carried_from, made.state, made.route, made.wanted.topic) == (
        request,
        RequestState.OPEN,
        Route.PLAN,
        "Функциональная грамотность",
    )
    assert (await land.request(request)).state is RequestState.CARRIED
    assert sorted(row.state.value for row in await land.rows(request)) == ["carried", "carried", "let_go"]
    for who, support in supports.items():
        with pytest.raises(Stale):
            await answer(land[who], support, carry=True)


async def test_schools_that_carry_over_at_once_make_one_request(land: SeminarLand) -> None:
    for number in range(4):
        request = await land.sends(topic=f"Тема {number}")
        await land.supports("neighbour", request)
        await land.supports("far lead", request)
    supports = [(who, await land.support(who, request)) for who in ("lead", "neighbour", "far lead")]
    over(land)
    answer = land.use(AnswerBorder)
    said = await answers(*(answer(land[who], support, carry=True) for who, support in supports * 3))
    assert sorted(said) == ["done"] * 3 + ["stale"] * 6
    async with land.village.units.read() as work:
        everything = await work.seminar_requests.many([RequestId(number) for number in range(1, 40)])
    new = [each for each in everything.values() if each.carried_from == request]
    assert len(new) == 1
    assert len(await land.behind(new[0].id)) == 3


async def test_two_leads_of_one_school_who_answer_at_once_answer_once(land: SeminarLand) -> None:
    request = await land.sends()
    support = await land.support("lead", request)
    over(land)
    answer = land.use(AnswerBorder)
    said = await answers(answer(land["lead"], support, carry=True), answer(land["second lead"], support, carry=False))
    assert sorted(said) == ["done", "stale"]
    assert (await land.request(request)).state in {RequestState.CARRIED, RequestState.WITHDRAWN}


async def test_before_the_half_year_is_over_and_for_others_nothing_is_asked(land: SeminarLand) -> None:
    request = await land.sends()
    support = await land.support("lead", request)
    answer = land.use(AnswerBorder)
    with pytest.raises(NotAtBorder):
        await answer(land["lead"], support, carry=True)
    over(land)
    for who in ("neighbour", "teacher", "methodist", "region"):
        with pytest.raises(NotFound):
            await answer(land[who], support, carry=True)
    await land.use(WithdrawSupport)(land["lead"], support)
    with pytest.raises(NotAtBorder):
        await answer(land["lead"], support, carry=True)


async def test_a_half_year_that_nobody_has_begun_is_begun_with_the_dates_that_are_proposed(
    land: SeminarLand,
) -> None:
    request = await land.sends()
    support = await land.support("lead", request)
    over(land)
    new = await land.use(AnswerBorder)(land["lead"], support, carry=True)
    async with land.village.units.read() as work:
        cycle = await work.seminar_cycles.get((await land.request(new)).cycle)
    assert cycle is not None and cycle.announced is None
    assert cycle.dates == Dates(date(2027, 1, 18), date(2027, 1, 25), date(2027, 2, 10))
    assert (await land.use(OneRequest)(land["lead"], request)).request.id == request


async def test_a_school_that_stands_there_already_is_not_counted_twice(land: SeminarLand) -> None:
    request = await land.sends(people=10)
    await land.supports("neighbour", request)
    first, second = await land.support("lead", request), await land.support("neighbour", request)
    over(land)
    new = await land.use(AnswerBorder)(land["neighbour"], second, carry=True)
    await land.announce(await land.request(new))
    await land.supports("lead", new, 3)
    assert await land.use(AnswerBorder)(land["lead"], first, carry=True) == new
    assert (await land.behind(new))[land.school()] == 3


async def test_a_school_takes_along_the_number_by_which_it_was_counted(land: SeminarLand) -> None:
    one, other = await land.sends(people=10), await land.sends("neighbour", "Профилактика выгорания учителя")
    await land.supports("lead", other, 4)
    await land.use(MergeRequests)(land["methodist"], other, [one])
    support = await land.support("lead", other)
    over(land)
    new = await land.use(AnswerBorder)(land["lead"], support, carry=True)
    assert await land.behind(new) == {land.school(): 10}


async def test_what_was_withdrawn_there_comes_back_with_the_next_school(land: SeminarLand) -> None:
    request = await land.sends()
    await land.supports("neighbour", request)
    first, second = await land.support("lead", request), await land.support("neighbour", request)
    over(land)
    new = await land.use(AnswerBorder)(land["lead"], first, carry=True)
    await land.use(WithdrawSupport)(land["lead"], await land.support("lead", new))
    assert (await land.request(new)).state is RequestState.WITHDRAWN
    assert await land.use(AnswerBorder)(land["neighbour"], second, carry=True) == new
    assert (await land.request(new)).state is RequestState.OPEN


async def test_of_a_school_that_nobody_leads_a_coordinator_sees_it_and_answers(land: SeminarLand) -> None:
    request, other = await land.sends("neighbour", people=12), await land.sends("neighbour", "Работа с текстом")
    await land.supports("lead", request)
    support, second = await land.support("neighbour", request), await land.support("neighbour", other)
    over(land)
    look, answer, job = land.use(WhoHasNotAnswered), land.use(AnswerBorder), land.use(AskAtBorder)
    assert (await look(land["coordinator"], land.cycle)).nobody == ()
    with pytest.raises(NotFound):
        await answer(land["coordinator"], support, carry=True)
    await land.leads_no_more("neighbour")
    assert await job() == 1
    with pytest.raises(CycleNotOver) as refused:
        await land.use(CloseCycle)(land["region"], land.cycle)
    assert refused.value.facts == {"open": 2, "ahead": 0}
    for who in ("coordinator", "region"):
        found = await look(land[who], land.cycle)
        assert [each.support.id for each in found.nobody] == [support, second]
        assert (found.schools, found.nobody[0].school.name) == (2, "СОШ № 2")
    for who in ("methodist", "local methodist", "observer", "lead", "teacher"):
        with pytest.raises(NotFound):
            await answer(land[who], support, carry=True)
        with pytest.raises(NotAllowed):
            await look(land[who], land.cycle)
    new = await answer(land["coordinator"], support, carry=True)
    assert await answer(land["region"], second, carry=False) == other
    assert await land.behind(new) == {land.school("second_school"): 12}
    assert [row.asked_by for row in await land.rows(new)] == [None]
    assert (await look(land["region"], land.cycle)).nobody == ()
    async with land.village.database.read() as connection:
        done = audit.c.action == "seminar-border-for"
        assert len((await connection.execute(select(audit).where(done))).all()) == 2


async def test_a_school_into_which_another_was_merged_is_asked_and_answers_once(land: SeminarLand) -> None:
    request = await land.sends(people=10)
    await land.supports("neighbour", request, 14)
    async with land.village.units.write() as work:
        (old,) = await work.schools.many([land.school()])
        await work.schools.change(replace(old, state=SchoolState.MERGED, successor=land.school("second_school")))
    over(land)
    assert (await asks(land), await asks(land)) == (1, 0)
    assert await land.told(BORDER) == [("neighbour", BORDER)]
    await land.leads_no_more("neighbour")
    (found,) = (await land.use(WhoHasNotAnswered)(land["region"], land.cycle)).nobody
    new = await land.use(AnswerBorder)(land["region"], found.support.id, carry=True)
    assert await land.behind(new) == {land.school("second_school"): 14}
    assert (await land.use(WhoHasNotAnswered)(land["region"], land.cycle)).schools == 0


async def test_a_school_that_somebody_leads_at_last_is_asked_then(land: SeminarLand) -> None:
    await land.sends("neighbour")
    over(land)
    await land.leads_no_more("neighbour")
    assert await asks(land) == 0
    await land.village.seat(land["neighbour"], Role.SCHOOL_LEAD, land.village.second_school)
    assert (await asks(land), await asks(land)) == (1, 0)
    assert await land.told(BORDER) == [("neighbour", BORDER)]


async def test_who_comes_to_lead_a_school_that_has_not_answered_is_asked_too_and_once(land: SeminarLand) -> None:
    request = await land.sends("neighbour")
    over(land)
    assert await asks(land) == 1
    land.village.clock.at += timedelta(days=3)
    land.people["new lead"] = await land.village.settled(Role.SCHOOL_LEAD, land.village.second_school)
    assert (await asks(land), await asks(land)) == (1, 0)
    kinds = (BORDER, BORDER_WAITS)
    assert await land.told(*kinds) == [(who, kind) for who in ("neighbour", "new lead") for kind in kinds]
    await land.use(AnswerBorder)(land["new lead"], await land.support("neighbour", request), carry=False)
    land.people["third lead"] = await land.village.settled(Role.SCHOOL_LEAD, land.village.second_school)
    assert await asks(land) == 0
    assert await land.told(*kinds) == []


async def test_who_asked_is_read_after_all_was_carried_over_let_go_or_set_aside(land: SeminarLand) -> None:
    request, aside = await land.sends(), await land.sends("neighbour", "Профилактика выгорания учителя")
    await land.supports("neighbour", request)
    gone = await land.sends("far lead", "Больше не нужно")
    await land.use(WithdrawSupport)(land["far lead"], await land.support("far lead", gone))
    await land.use(SetRequestAside)(land["methodist"], aside, Aside.FEW.value)
    over(land)
    for who, carry in (("lead", True), ("neighbour", False)):
        await land.use(AnswerBorder)(land[who], await land.support(who, request), carry=carry)
    found = await land.use(WatchSeminars)(land["region"], land.cycle)
    assert [(row.school.name, [(each.request.id, each.state) for each in row.asked]) for row in found.rows] == [
        ("СОШ № 1", [(request, SupportState.CARRIED)]),
        ("СОШ № 2", [(request, SupportState.LET_GO), (aside, SupportState.LIVE)]),
    ]


async def test_a_cycle_is_closed_once_it_is_over_and_nothing_is_open(land: SeminarLand) -> None:
    request, planned = await land.sends(), await land.sends("neighbour", "Работа с текстом")
    async with land.village.units.write() as work:
        await work.seminar_requests.save(replace(await land.request(planned), state=RequestState.PLANNED))
    support = await land.support("lead", request)
    close = land.use(CloseCycle)
    with pytest.raises(CycleNotOver) as early:
        await close(land["region"], land.cycle)
    assert early.value.facts == {"open": 1, "ahead": 0}
    over(land)
    await asks(land)
    with pytest.raises(CycleNotOver):
        await close(land["region"], land.cycle)
    for who in ("methodist", "lead", "coordinator", "teacher"):
        with pytest.raises(NotAllowed):
            await close(land[who], land.cycle)
    found = await land.use(SchoolRequests)(land["lead"])
    assert [(row.asked, row.support.state) for row in found.rows] == [(True, SupportState.LIVE)]
    await land.use(AnswerBorder)(land["lead"], support, carry=False)
    late = await land.support("neighbour", planned)
    await close(land["region"], land.cycle)
    with pytest.raises(Stale):
        await close(land["region"], land.cycle)
    with pytest.raises(CycleOver):
        await land.use(WithdrawSupport)(land["neighbour"], late)
    land.village.clock.at += timedelta(days=1)
    assert await asks(land) == 0
    assert await land.told(BORDER) == []
