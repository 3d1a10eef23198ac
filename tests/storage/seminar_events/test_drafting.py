"""Who runs the seminar drafts the programme (I19)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from shnor_domain.errors import Invalid, NotAllowed, NotFound, Stale
from shnor_domain.seminars.errors import CycleOver, HostIsElsewhere, NotSameCycle, RequestClosed
from shnor_domain.seminars.events.model import EventState
from shnor_domain.seminars.events.rules import Lack, Timing
from shnor_domain.seminars.events.use_cases.drafting import HostsForEvent, PrepareEvent, ProposeProgramme
from shnor_domain.seminars.events.use_cases.leading import EventDesk
from shnor_domain.seminars.events.use_cases.making import (
    AddEvent,
    AddLesson,
    AnswerRequest,
    ChangeEvent,
    DropEvent,
    DropLesson,
)
from shnor_domain.seminars.requests.model import Route
from shnor_domain.seminars.requests.use_cases.deciding import SetRequestAside
from shnor_domain.seminars.requests.use_cases.merging import MergeRequests, SplitOff
from shnor_domain.storage.schema.people import audit
from tests.support.event_land import OCTOBER_14, EventLand, lesson, terms
from tests.support.seminar_land import answers
from tests.support.village import whose

NEXT_WEEK = OCTOBER_14 + timedelta(days=7)
OTHER = "Работа с текстом"
CLOSED = ("lead", "teacher", "coordinator", "local methodist", "observer", "host", "tutor")


async def _adds(land: EventLand, who: str = "methodist", **more: Any) -> Any:
    lessons, requests = more.pop("lessons", (Timing(OCTOBER_14, 60),)), more.pop("requests", ())
    host = more.pop("host", "host")
    made = terms(None if host is None else whose(land[host]), **more)
    return await land.use(AddEvent)(land[who], more.pop("cycle", land.cycle), made, lessons, requests)


async def test_an_event_is_made_of_a_request_and_the_draft_says_what_is_answered(land: EventLand) -> None:
    asked, other = await land.sends(), await land.sends("neighbour", "Работа с текстом", people=40)
    await land.supports("far lead", asked)
    before = await land.use(ProposeProgramme)(land["methodist"])
    assert [(row.demand.request.id, row.answers) for row in before.asked] == [(asked, ()), (other, ())]
    card = await _adds(land, lessons=(Timing(NEXT_WEEK, 90), Timing(OCTOBER_14, 60)), requests=(asked,))
    assert (card.event.state, card.event.route, card.event.requests) == (EventState.DRAFT, Route.PLAN, (asked,))
    assert [(each.number, each.starts, each.minutes) for each in card.event.lessons] == [
        (1, OCTOBER_14, 60),
        (2, NEXT_WEEK, 90),
    ]
    assert (card.schools, card.people, card.lacks) == (2, 15, ())
    draft = await land.use(ProposeProgramme)(land["region"], land.cycle)
    assert [[each.id for each in row.answers] for row in draft.asked] == [[card.event.id], []]
    assert (draft.ready, draft.unanswered) == (1, 1)


async def test_what_an_event_still_lacks_is_said(land: EventLand) -> None:
    bare, whole = await _adds(land, host=None, lessons=()), await _adds(land)
    draft = await land.use(ProposeProgramme)(land["methodist"])
    assert [each.id for each in draft.events] == [whole.event.id, bare.event.id]
    assert draft.lacks == {bare.event.id: (Lack.HOST, Lack.LESSON)}


@pytest.mark.parametrize("who", CLOSED)
async def test_a_draft_is_of_who_runs_the_seminar_alone(land: EventLand, who: str) -> None:
    event, asked = await land.lays(lesson(), lesson(NEXT_WEEK)), await land.sends()
    stored = await land.event(event)
    with pytest.raises(NotAllowed):
        await land.use(ProposeProgramme)(land[who])
    for act in (
        _adds(land, who),
        land.use(PrepareEvent)(land[who], land.cycle),
        land.use(HostsForEvent)(land[who], land.cycle),
        land.use(EventDesk)(land[who], event),
        land.use(ChangeEvent)(land[who], event, 1, terms(None)),
        land.use(AnswerRequest)(land[who], event, asked),
        land.use(AddLesson)(land[who], event, Timing(NEXT_WEEK + timedelta(days=1), 60)),
        land.use(DropLesson)(land[who], event, stored.lessons[0].id),
        land.use(DropEvent)(land[who], event),
    ):
        with pytest.raises(NotFound):
            await act
    assert await land.event(event) == stored


async def test_only_living_requests_of_the_same_half_year_are_answered(land: EventLand) -> None:
    elsewhere = await land.sends(cycle=await land.other_cycle())
    with pytest.raises(NotSameCycle):
        await _adds(land, requests=(elsewhere,))
    with pytest.raises(NotFound):
        await _adds(land, requests=(elsewhere + 100,))
    aside = await land.sends()
    await land.use(SetRequestAside)(land["methodist"], aside, "few")
    with pytest.raises(RequestClosed):
        await _adds(land, requests=(aside,))


async def test_an_event_follows_a_request_into_another_and_back(land: EventLand) -> None:
    one, other = await land.sends(), await land.sends("neighbour", "Грамотность чтения")
    first, both = (await _adds(land, requests=(one,))).event.id, (await _adds(land, requests=(one, other))).event.id
    await land.use(MergeRequests)(land["methodist"], other, [one])
    assert (await land.event(first)).requests == (other,)
    assert (await land.event(both)).requests == (other,)
    later = (await _adds(land, requests=(other,))).event.id
    draft = await land.use(ProposeProgramme)(land["methodist"])
    assert [[each.id for each in row.answers] for row in draft.asked] == [[first, both, later]]
    await land.use(SplitOff)(land["methodist"], other, one)
    assert [(await land.event(each)).requests for each in (first, both, later)] == [(one,), (one, other), (other,)]
    draft = await land.use(ProposeProgramme)(land["methodist"])
    answers_of = {row.demand.request.id: [each.id for each in row.answers] for row in draft.asked}
    assert answers_of == {one: [first, both], other: [both, later]}


async def test_a_draft_answers_one_request_more_whatever_became_of_the_others(land: EventLand) -> None:
    closed, asked, third = await land.sends(), await land.sends(topic=OTHER), await land.sends(topic="Третья тема")
    draft = (await _adds(land, requests=(closed,))).event.id
    await land.use(SetRequestAside)(land["methodist"], closed, "few")
    answer = land.use(AnswerRequest)
    assert await answers(answer(land["methodist"], draft, asked), answer(land["region"], draft, third)) == ["done"] * 2
    assert (await land.event(draft)).requests == (closed, asked, third)
    with pytest.raises(RequestClosed):
        await answer(land["methodist"], await land.lays(), closed)


async def test_a_merge_at_once_leaves_no_draft_of_what_is_merged(land: EventLand) -> None:
    for number in range(4):
        one, other = await land.sends(topic=f"Первая {number}"), await land.sends(topic=f"Вторая {number}")
        draft = await land.lays()
        told = await answers(
            land.use(AnswerRequest)(land["methodist"], draft, one),
            _adds(land, requests=(one,), host=None),
            land.use(MergeRequests)(land["region"], other, [one]),
        )
        assert told[2] == "done"
        found = await land.use(ProposeProgramme)(land["methodist"])
        assert {request for each in found.events for request in each.requests} & {one} == set()
        assert ((await land.event(draft)).requests == (other,)) is (told[0] == "done")


async def test_of_a_merged_request_what_it_has_become_is_answered(land: EventLand) -> None:
    one, other = await land.sends(), await land.sends(topic=OTHER)
    await land.use(MergeRequests)(land["methodist"], other, [one])
    card = await land.use(AnswerRequest)(land["methodist"], await land.lays(), one)
    assert card.event.requests == (other,)


async def test_lessons_lie_in_the_half_year_and_apart(land: EventLand) -> None:
    event = (await _adds(land)).event.id
    for at, reason in (
        (Timing(OCTOBER_14 + timedelta(days=90), 60), "outside"),
        (Timing(land.village.clock.now() - timedelta(days=1), 60), "past"),
        (Timing(OCTOBER_14 + timedelta(minutes=30), 60), "lesson-overlap"),
    ):
        with pytest.raises(Invalid) as refused:
            await land.use(AddLesson)(land["methodist"], event, at)
        assert (refused.value.field, refused.value.reason) == ("starts", reason)
    card = await land.use(AddLesson)(land["methodist"], event, Timing(NEXT_WEEK, 60))
    assert [each.number for each in card.event.lessons] == [1, 2]
    card = await land.use(DropLesson)(land["methodist"], event, card.event.lessons[0].id)
    assert [each.number for each in card.event.lessons] == [2]
    with pytest.raises(Stale):
        await land.use(DropLesson)(land["methodist"], event, card.event.lessons[0].id + 1)


async def test_of_two_who_change_a_draft_at_once_the_second_looks_again(land: EventLand) -> None:
    event = (await _adds(land)).event
    changed = [replace(event.terms, title=title) for title in ("Раз", "Два", "Три")]
    told = await answers(*(land.use(ChangeEvent)(land["methodist"], event.id, event.version, each) for each in changed))
    assert sorted(told) == ["done", "stale", "stale"]
    assert (await land.event(event.id)).version == event.version + 1


async def test_a_draft_is_thrown_away_and_a_published_event_is_not(land: EventLand) -> None:
    asked = await land.sends()
    draft = (await _adds(land, requests=(asked,))).event.id
    assert await land.use(DropEvent)(land["methodist"], draft) == land.cycle
    with pytest.raises(NotFound):
        await land.use(DropEvent)(land["methodist"], draft)
    opened = await land.lays(state=EventState.OPEN)
    with pytest.raises(Stale):
        await land.use(DropEvent)(land["methodist"], opened)
    with pytest.raises(Stale):
        await land.use(AddLesson)(land["methodist"], opened, Timing(NEXT_WEEK, 60))
    assert (await land.event(opened)).state is EventState.OPEN


async def test_what_a_version_shows_is_called_off_and_its_line_stays(land: EventLand) -> None:
    event = await land.lays()
    await land.shows(event)
    await land.use(DropEvent)(land["methodist"], event)
    assert (await land.event(event)).state is EventState.CANCELLED
    assert (await land.use(ProposeProgramme)(land["methodist"])).events == ()


async def test_after_the_half_year_nothing_is_drafted(land: EventLand) -> None:
    event = await land.lays()
    land.village.clock.forward(days=120)
    for act in (
        _adds(land, lessons=()),
        land.use(ChangeEvent)(land["methodist"], event, 1, terms(None)),
        land.use(AddLesson)(land["methodist"], event, Timing(land.village.clock.now() + timedelta(days=1), 60)),
    ):
        with pytest.raises(CycleOver):
            await act


async def test_who_may_lead_is_somebody_of_the_region_and_the_busy_come_last(land: EventLand) -> None:
    await land.opens(await land.lays())
    hours = [Timing(OCTOBER_14 + timedelta(minutes=30), 30)]
    found = await land.use(HostsForEvent)(land["methodist"], land.cycle, hours)
    people = [each.person for each in found]
    assert people[-1] == whose(land["host"]) and found[-1].busy
    assert not any(each.busy for each in found[:-1])
    named = {whose(land[each]) for each in ("methodist", "region", "coordinator", "local methodist", "tutor")}
    assert set(people[:-1]) == named
    own = [each.id for each in (await land.event(1)).lessons]  # type: ignore[arg-type]
    assert not any(each.busy for each in await land.use(HostsForEvent)(land["methodist"], land.cycle, hours, own))
    with pytest.raises(Invalid) as refused:
        await _adds(land, host="teacher")
    assert refused.value.field == "host"


async def test_another_who_leads_takes_the_hours_of_what_is_published(land: EventLand) -> None:
    event = await land.lays()
    await land.opens(event)
    elsewhere = await land.lays(host="tutor")
    await land.opens(elsewhere)
    stored = await land.event(event)
    to = replace(stored.terms, host=whose(land["tutor"]))
    with pytest.raises(HostIsElsewhere):
        await land.use(ChangeEvent)(land["methodist"], event, stored.version, to)
    assert await land.is_busy("host")
    to = replace(stored.terms, host=whose(land["local methodist"]))
    await land.use(ChangeEvent)(land["methodist"], event, stored.version, to)
    assert not await land.is_busy("host") and await land.is_busy("local methodist")


async def test_what_is_done_stands_in_the_log_without_a_title(land: EventLand) -> None:
    event = (await _adds(land, title="Тайная тема")).event
    await land.use(ChangeEvent)(land["methodist"], event.id, event.version, replace(event.terms, title="Другая тайна"))
    await land.use(DropEvent)(land["methodist"], event.id)
    async with land.village.database.read() as connection:
        rows = (await connection.execute(select(audit).where(audit.c.subject == f"event:{event.id}"))).all()
    assert [row.action for row in rows] == ["seminar-event-add", "seminar-event-change", "seminar-event-drop"]
    assert "тай" not in str(rows).lower()
