"""Schools that answer at the border of the half-year after others have gone on (I14)."""

from datetime import UTC, datetime, timedelta

from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.model import RequestState
from shnor_domain.seminars.requests.use_cases.border import AnswerBorder
from shnor_domain.seminars.requests.use_cases.deciding import ReopenRequest, SetRequestAside
from shnor_domain.seminars.requests.use_cases.merging import MergeRequests
from tests.support.came_land import CameLand
from tests.support.event_land import lesson

JANUARY, FEBRUARY_10 = datetime(2027, 1, 4, 1, tzinfo=UTC), datetime(2027, 2, 10, 6, tzinfo=UTC)
JULY = datetime(2027, 7, 5, 1, tzinfo=UTC)


async def _carries(land: CameLand, who: str, request: RequestId) -> RequestId:
    new: RequestId = await land.use(AnswerBorder)(land[who], await land.support(who, request), carry=True)
    return new


async def _asked_by_three(land: CameLand) -> RequestId:
    """It is January, and all three have still to answer."""
    request = await land.sends()
    for who in ("neighbour", "far lead"):
        await land.supports(who, request)
    land.village.clock.at = JANUARY
    return request


async def test_who_carries_over_after_the_event_asks_anew_and_the_next_joins_her(land: CameLand) -> None:
    request = await _asked_by_three(land)
    first = await _carries(land, "lead", request)
    cycle = (await land.request(first)).cycle
    await land.published(lesson(FEBRUARY_10), requests=(first,), cycle=cycle)
    land.village.clock.at = FEBRUARY_10 - timedelta(days=1)
    assert await _carries(land, "neighbour", request) == first, "the event is ahead: it is for her too"
    land.village.clock.at = FEBRUARY_10 + timedelta(days=19)
    second = await _carries(land, "far lead", request)
    assert second != first
    made = await land.request(second)
    assert (made.state, made.cycle, made.wanted.topic) == (RequestState.OPEN, cycle, "Функциональная грамотность")
    assert await land.behind(second) == {land.school("far_school"): 5}
    assert land.school("far_school") not in await land.behind(first)
    assert (await land.request(request)).state is RequestState.CARRIED


async def test_who_carries_over_half_a_year_later_joins_those_who_have_gone_on_again(land: CameLand) -> None:
    request = await _asked_by_three(land)
    spring = await _carries(land, "lead", request)
    land.village.clock.at = JULY
    autumn = await _carries(land, "lead", spring)
    assert (await land.request(spring)).state is RequestState.CARRIED
    assert await _carries(land, "neighbour", request) == autumn
    assert await _carries(land, "far lead", request) == autumn
    assert len(await land.behind(autumn)) == 3
    assert await land.behind(spring) == {}


async def test_who_carries_over_before_the_others_makes_what_they_join(land: CameLand) -> None:
    request = await _asked_by_three(land)
    spring = await _carries(land, "lead", request)
    land.village.clock.at = JULY
    autumn = await _carries(land, "neighbour", request)
    assert (await land.request(autumn)).cycle not in {land.cycle, (await land.request(spring)).cycle}
    assert await _carries(land, "lead", spring) == autumn


async def test_what_was_set_aside_there_is_asked_for_anew_and_goes_on_where_both_have_met(land: CameLand) -> None:
    request = await _asked_by_three(land)
    first = await _carries(land, "lead", request)
    await land.use(SetRequestAside)(land["methodist"], first, "too_few")
    second = await _carries(land, "neighbour", request)
    assert second != first and (await land.request(second)).state is RequestState.OPEN
    await land.use(ReopenRequest)(land["methodist"], first)
    await land.use(MergeRequests)(land["methodist"], first, [second])
    await land.published(lesson(FEBRUARY_10), requests=(first,), cycle=(await land.request(first)).cycle)
    land.village.clock.at = FEBRUARY_10
    third = await _carries(land, "far lead", request)
    assert third not in {first, second}
    assert await land.behind(third) == {land.school("far_school"): 5}
