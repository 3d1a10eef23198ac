"""Topics that become one, or stand by themselves again (I8, I9), and what is decided on them (I10–I12)."""

import asyncio
from datetime import timedelta

import pytest

from shnor_domain.errors import DomainError, Invalid, NotFound, Stale
from shnor_domain.identity import Actor
from shnor_domain.notifications.model import WAITING, Face
from shnor_domain.seminars.errors import CycleOver, NotSameCycle, RequestClosed
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.cards import Step
from shnor_domain.seminars.requests.model import Aside, RequestState, Route
from shnor_domain.seminars.requests.notices import (
    CAME,
    CHANGES,
    MERGED,
    REOPENED,
    ROUTED,
    SET_ASIDE,
    subject_of,
)
from shnor_domain.seminars.requests.telling import StandsOtherwise
from shnor_domain.seminars.requests.use_cases.deciding import ReopenRequest, RouteRequest, SetRequestAside
from shnor_domain.seminars.requests.use_cases.looking import OneRequest
from shnor_domain.seminars.requests.use_cases.merging import MergeRequests, SplitOff
from shnor_domain.seminars.requests.use_cases.supporting import ChangeSupport, WithdrawSupport
from tests.support.seminar_land import SeminarLand, answers

BURNOUT = "Профилактика выгорания учителя"


async def merge(land: SeminarLand, into: RequestId, other: RequestId, who: str = "methodist") -> None:
    await land.use(MergeRequests)(land[who], into, [other])


async def two(land: SeminarLand) -> tuple[RequestId, RequestId]:
    """One of the first school and the far one, another of the first and the second; the first is behind both."""
    one, other = await land.sends(people=10), await land.sends("neighbour", BURNOUT, 8)
    await land.supports("far lead", one, 3)
    await land.supports("lead", other, 4)
    return one, other


async def test_every_school_stays_and_one_behind_both_counts_once(land: SeminarLand) -> None:
    one, other = await two(land)
    await merge(land, other, one)
    gone = await land.request(one)
    assert (gone.state, gone.merged_into) == (RequestState.MERGED, other)
    assert await land.behind(other) == {
        land.school(): 10,
        land.school("second_school"): 8,
        land.school("far_school"): 3,
    }
    assert (await land.use(OneRequest)(land["far lead"], one)).request.id == other
    assert await land.told(*CHANGES) == [
        ("far lead", MERGED),
        ("lead", MERGED),
        ("second lead", MERGED),
    ]
    assert await land.told(CAME) == [("methodist", CAME), ("region", CAME)]


async def test_of_two_merges_of_one_pair_at_once_one_holds_and_there_is_no_ring(land: SeminarLand) -> None:
    for number in range(5):
        one = await land.sends(topic=f"Первая {number}")
        other = await land.sends("neighbour", f"Вторая {number}")
        said = await answers(merge(land, other, one), merge(land, one, other, "region"))
        assert sorted(said) == ["done", "stale"]
        states = sorted([(await land.request(one)).state.value, (await land.request(other)).state.value])
        assert states == ["merged", "open"]


async def test_three_topics_merged_at_once_in_a_circle_make_no_ring(land: SeminarLand) -> None:
    for number in range(4):
        ids = [await land.sends(topic=f"Тема {letter} {number}") for letter in ("первая", "вторая", "третья")]
        await answers(*(merge(land, ids[place - 1], ids[place]) for place in range(3)))
        living = [each for each in ids if (await land.request(each)).state is RequestState.OPEN]
        assert living
        assert {tuple(await land.behind(each)) for each in living} == {(land.school(),)}


async def test_a_support_at_once_with_a_merge_is_lost_to_nobody(land: SeminarLand) -> None:
    for number in range(5):
        one = await land.sends(topic=f"Первая {number}")
        other = await land.sends(topic=f"Вторая {number}")
        said = await answers(merge(land, other, one), land.supports("neighbour", one))
        assert said[0] == "done"
        stands = land.school("second_school") in await land.behind(other)
        assert stands is (said[1] == "done")
        assert await land.behind(one) == {}


async def test_the_last_withdrawal_at_once_with_a_merge_leaves_no_school_behind_what_ended(land: SeminarLand) -> None:
    for number in range(5):
        one = await land.sends(topic=f"Первая {number}")
        other = await land.sends("neighbour", f"Вторая {number}")
        support = await land.support("lead", one)
        said = await answers(merge(land, other, one), land.use(WithdrawSupport)(land["lead"], support))
        assert "done" in said
        behind = await land.behind(other)
        gone = said[1] == "done"
        assert behind == {land.school("second_school"): 10} | ({} if gone else {land.school(): 10})


async def test_requests_of_others_of_two_half_years_or_the_same_twice_are_not_merged(land: SeminarLand) -> None:
    one, other = await two(land)
    for who in ("lead", "coordinator", "observer", "local methodist", "teacher"):
        with pytest.raises(NotFound):
            await merge(land, other, one, who)
    with pytest.raises(Invalid):
        await merge(land, one, one)
    with pytest.raises(NotFound):
        await merge(land, one, RequestId(404))
    spring = await land.other_cycle()
    later = await land.sends(topic="Весенняя тема", cycle=spring)
    with pytest.raises(NotSameCycle):
        await merge(land, one, later)
    land.village.clock.at += timedelta(days=200)
    with pytest.raises(CycleOver):
        await merge(land, other, one)


async def test_a_split_gives_back_what_was_and_its_message_says_so(land: SeminarLand) -> None:
    one, other = await two(land)
    before = await land.behind(one), await land.behind(other)
    far = await land.support("far lead", one)
    await merge(land, other, one)
    await land.deliver_all()
    await land.use(SplitOff)(land["methodist"], other, one)
    assert (await land.behind(one), await land.behind(other)) == before
    assert (await land.request(one)).state is RequestState.OPEN
    async with land.village.units.read() as work:
        (told,) = await work.notices.of_subject(subject_of(far))
    assert (told.notice.kind, told.face) == (MERGED, Face.CHANGED)


async def test_a_merge_that_nobody_has_read_and_was_taken_back_is_no_news(land: SeminarLand) -> None:
    one, other = await two(land)
    await merge(land, other, one)
    await land.use(SplitOff)(land["methodist"], other, one)
    assert await land.told(*CHANGES) == []


async def test_what_is_merged_again_after_a_split_is_told_again(land: SeminarLand) -> None:
    one, other = await two(land)
    far = await land.support("far lead", one)
    await merge(land, other, one)
    await land.deliver_all()
    land.village.clock.at += timedelta(minutes=5)
    await land.use(SplitOff)(land["methodist"], other, one)
    land.village.clock.at += timedelta(minutes=5)
    await merge(land, other, one)
    async with land.village.units.read() as work:
        told = [row for row in await work.notices.of_subject(subject_of(far)) if row.state in WAITING]
    assert [row.notice.kind for row in told] == [MERGED]


async def test_a_school_behind_both_topics_reads_of_each_decision_once(land: SeminarLand) -> None:
    one, other = await two(land)
    await merge(land, other, one)
    await land.deliver_all()
    await land.use(SetRequestAside)(land["methodist"], other, Aside.FEW.value)
    assert (await land.told(SET_ASIDE)).count(("lead", SET_ASIDE)) == 1


async def test_an_older_topic_merged_into_a_newer_one_changes_no_day_of_it(land: SeminarLand) -> None:
    one = await land.sends(people=10)
    land.village.clock.at += timedelta(days=2)
    other = await land.sends("neighbour", BURNOUT, 8)
    sent = land.village.clock.at
    land.village.clock.at += timedelta(days=1)
    await merge(land, other, one)
    steps = (await land.use(OneRequest)(land["neighbour"], other)).steps
    assert [(step, at) for step, at in steps if step is not Step.MERGED] == [(Step.SENT, sent)]


async def test_after_seven_days_nothing_is_split(land: SeminarLand) -> None:
    one, other = await two(land)
    await merge(land, other, one)
    land.village.clock.at += timedelta(days=7, seconds=1)
    with pytest.raises(Stale):
        await land.use(SplitOff)(land["methodist"], other, one)


async def test_a_school_that_withdrew_meanwhile_does_not_come_back_with_the_split(land: SeminarLand) -> None:
    one, other = await land.sends(), await land.sends("neighbour", BURNOUT)
    await merge(land, other, one)
    await land.use(WithdrawSupport)(land["lead"], await land.support("lead", other))
    await land.use(SplitOff)(land["methodist"], other, one)
    assert await land.behind(one) == {}
    assert (await land.request(one)).state is RequestState.WITHDRAWN
    assert (await land.request(other)).state is RequestState.OPEN


async def test_the_route_is_told_where_it_is_another_than_was_known(land: SeminarLand) -> None:
    request = await land.sends()
    route = land.use(RouteRequest)
    await route(land["methodist"], request, Route.PLAN)
    assert await land.told(ROUTED) == []
    await route(land["methodist"], request, Route.EXTRA)
    assert await land.told(ROUTED) == [("lead", ROUTED), ("second lead", ROUTED)]
    card = await land.use(OneRequest)(land["lead"], request)
    assert (card.request.route, card.request.routed is not None) == (Route.EXTRA, True)
    for who in ("lead", "coordinator", "local methodist"):
        with pytest.raises(NotFound):
            await route(land[who], request, Route.PLAN)


async def test_what_is_set_aside_says_why_and_may_be_taken_up_again(land: SeminarLand) -> None:
    request = await land.sends()
    with pytest.raises(Invalid):
        await land.use(SetRequestAside)(land["methodist"], request, "ы")
    await land.use(SetRequestAside)(land["methodist"], request, Aside.FEW.value)
    found = await land.request(request)
    assert (found.state, found.reason, found.reason_by) == (RequestState.SET_ASIDE, "too_few", land["methodist"].person)
    assert await land.told(*CHANGES) == [("lead", SET_ASIDE), ("second lead", SET_ASIDE)]
    with pytest.raises(RequestClosed):
        await land.use(RouteRequest)(land["methodist"], request, Route.EXTRA)
    with pytest.raises(RequestClosed):
        await land.supports("neighbour", request)
    await land.use(ReopenRequest)(land["region"], request)
    assert (await land.request(request)).state is RequestState.OPEN
    land.village.clock.at += timedelta(days=200)
    with pytest.raises(CycleOver):
        await land.use(SetRequestAside)(land["methodist"], request, Aside.FEW.value)


async def test_what_came_back_before_it_was_read_is_no_news(land: SeminarLand) -> None:
    request = await land.sends()
    await land.use(SetRequestAside)(land["methodist"], request, Aside.FEW.value)
    land.village.clock.forward(minutes=5)
    await land.use(ReopenRequest)(land["methodist"], request)
    subject = subject_of(await land.support("lead", request))
    now = land.village.clock.now()
    async with land.village.units.write() as work:
        rows = await work.notices.of_subject(subject)
        last = next(row for row in rows if row.notice.kind == REOPENED)
        merged = await work.notices.absorb(last, now)
    assert merged is not None and merged.known is not None
    check = StandsOtherwise(land.village.units.read)
    assert not await check(merged, now)
    await land.use(RouteRequest)(land["methodist"], request, Route.EXTRA)
    assert await check(merged, now), "the route is news to her though its state is not"


async def test_of_two_who_decide_at_once_one_does(land: SeminarLand) -> None:
    for number in range(5):
        request = await land.sends(topic=f"Тема {number}")
        said = await answers(
            land.use(SetRequestAside)(land["methodist"], request, Aside.FEW.value),
            land.use(SetRequestAside)(land["region"], request, Aside.NO_HOST.value),
        )
        assert sorted(said) == ["done", "request-closed"]


async def test_a_number_said_anew_after_a_merge_counts_until_the_split_gives_back_what_was(land: SeminarLand) -> None:
    one, other = await two(land)
    await merge(land, other, one)
    await land.use(ChangeSupport)(land["lead"], await land.support("lead", other), 6)
    assert (await land.behind(other))[land.school()] == 6
    await land.use(SplitOff)(land["methodist"], other, one)
    assert ((await land.behind(one))[land.school()], (await land.behind(other))[land.school()]) == (10, 6)


async def test_who_leads_a_school_and_runs_the_seminar_is_not_told_of_her_own_act(land: SeminarLand) -> None:
    request = await land.sends()
    both: Actor = await land.also_leads("methodist")
    await land.use(SetRequestAside)(both, request, Aside.FEW.value)
    assert await land.told(SET_ASIDE) == [("lead", SET_ASIDE), ("second lead", SET_ASIDE)]


async def test_many_merges_and_withdrawals_at_once_never_wait_for_each_other_in_a_ring(land: SeminarLand) -> None:
    ids = [await land.sends(topic=f"Тема {number}") for number in range(6)]
    for each in ids:
        await land.supports("neighbour", each)

    async def quietly(act: object) -> None:
        try:
            await act  # type: ignore[misc]
        except DomainError:
            return

    acts = [merge(land, ids[place], ids[(place + step) % 6]) for step in (1, 2, 5) for place in range(6)]
    await asyncio.gather(*(quietly(act) for act in acts))
    living = [each for each in ids if (await land.request(each)).state is RequestState.OPEN]
    assert living
    for each in living:
        assert set(await land.behind(each)) == {land.school(), land.school("second_school")}
