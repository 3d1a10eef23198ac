"""What is published is moved, called off, and told (I21–I25)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Role
from shnor_domain.seminars.errors import EventBegun, HostIsElsewhere, LessonBegun, RequestClosed
from shnor_domain.seminars.events import own_data
from shnor_domain.seminars.events.model import EventId, EventState, Lesson, LessonState
from shnor_domain.seminars.events.notices import EVENT_OFF, HOST_GONE
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.telling import WantsAHost
from shnor_domain.seminars.events.use_cases.carrying import EndUncarriedLeading
from shnor_domain.seminars.events.use_cases.drafting import HostLessons, ProposeProgramme
from shnor_domain.seminars.events.use_cases.leading import (
    CancelEvent,
    CancelLesson,
    EventDesk,
    MoveLesson,
    PreviewMoveLesson,
    SetLessonLink,
)
from shnor_domain.seminars.events.use_cases.making import ChangeEvent
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.model import RequestState
from shnor_domain.seminars.requests.notices import WITHDREW
from shnor_domain.seminars.requests.use_cases.deciding import ReopenRequest, SetRequestAside
from shnor_domain.seminars.requests.use_cases.looking import OneRequest
from shnor_domain.seminars.requests.use_cases.merging import MergeRequests
from shnor_domain.seminars.requests.use_cases.sending import SimilarRequests
from shnor_domain.seminars.requests.use_cases.supporting import WithdrawSupport
from tests.support.event_land import HOUR, OCTOBER_14, EventLand, lesson
from tests.support.seminar_land import answers
from tests.support.village import whose

DAY = timedelta(days=1)
EVENING = Timing(OCTOBER_14 + 6 * HOUR, 60)


async def _opened(land: EventLand, *lessons: Lesson, **more: object) -> EventId:
    event = await land.lays(*lessons, **more)  # type: ignore[arg-type]
    await land.opens(event)
    return event


async def _lesson(land: EventLand, event: EventId, number: int = 1) -> Lesson:
    return next(each for each in (await land.event(event)).lessons if each.number == number)


@pytest.mark.parametrize("who", ["host", "methodist", "region"])
async def test_a_moved_lesson_takes_its_hours_along(land: EventLand, who: str) -> None:
    event = await _opened(land)
    first = await _lesson(land, event)
    preview = await land.use(PreviewMoveLesson)(land[who], first.id, EVENING)
    assert (preview.crosses, preview.elsewhere) == (False, False)
    await land.use(MoveLesson)(land[who], first.id, first.starts, EVENING)
    moved = await _lesson(land, event)
    assert (moved.starts, moved.ends, moved.was) == (EVENING.starts, EVENING.ends, OCTOBER_14)
    assert not await land.is_busy("host") and await land.is_busy("host", EVENING.starts)
    with pytest.raises(Stale):
        await land.use(MoveLesson)(land[who], first.id, first.starts, Timing(OCTOBER_14 + DAY, 60))


@pytest.mark.parametrize("who", ["lead", "teacher", "coordinator", "local methodist", "observer", "tutor"])
async def test_nobody_else_looks_at_or_moves_what_is_led(land: EventLand, who: str) -> None:
    event = await _opened(land)
    first = await _lesson(land, event)
    for act in (
        land.use(EventDesk)(land[who], event),
        land.use(PreviewMoveLesson)(land[who], first.id, EVENING),
        land.use(MoveLesson)(land[who], first.id, first.starts, EVENING),
        land.use(SetLessonLink)(land[who], first.id, "https://meet.example/a"),
        land.use(CancelLesson)(land[who], first.id),
        land.use(CancelEvent)(land[who], event),
    ):
        with pytest.raises(NotFound):
            await act


async def test_a_lesson_moves_where_its_host_is_free_alone(land: EventLand) -> None:
    event = await _opened(land)
    await _opened(land, lesson(EVENING.starts))
    first = await _lesson(land, event)
    assert (await land.use(PreviewMoveLesson)(land["methodist"], first.id, EVENING)).elsewhere
    with pytest.raises(HostIsElsewhere):
        await land.use(MoveLesson)(land["methodist"], first.id, first.starts, EVENING)
    assert await _lesson(land, event) == first and await land.is_busy("host")
    # half an hour later overlaps with where it was: that is its own
    await land.use(MoveLesson)(land["host"], first.id, first.starts, Timing(OCTOBER_14 + HOUR / 2, 60))


async def test_of_two_lessons_moved_to_one_hour_at_once_one_moves(land: EventLand) -> None:
    events = [await _opened(land, lesson(OCTOBER_14 + DAY * each)) for each in range(4)]
    lessons = [await _lesson(land, each) for each in events]
    told = await answers(*(land.use(MoveLesson)(land["methodist"], each.id, each.starts, EVENING) for each in lessons))
    assert sorted(told) == ["done", *["host-is-elsewhere"] * 3]


async def test_over_the_border_of_the_half_year_it_moves_when_it_was_asked(land: EventLand) -> None:
    event = await _opened(land)
    first = await _lesson(land, event)
    january = Timing(OCTOBER_14 + 90 * DAY, 60)
    assert (await land.use(PreviewMoveLesson)(land["methodist"], first.id, january)).crosses
    with pytest.raises(Invalid) as refused:
        await land.use(MoveLesson)(land["methodist"], first.id, first.starts, january)
    assert (refused.value.field, refused.value.reason) == ("starts", "border")
    card = await land.use(MoveLesson)(land["methodist"], first.id, first.starts, january, crossing=True)
    assert card.event.cycle == land.cycle and card.event.lessons[0].starts == january.starts


async def test_what_has_begun_is_neither_moved_nor_called_off(land: EventLand) -> None:
    event = await _opened(land, lesson(), lesson(OCTOBER_14 + DAY))
    first = await _lesson(land, event)
    land.village.clock.at = OCTOBER_14
    with pytest.raises(LessonBegun):
        await land.use(MoveLesson)(land["host"], first.id, first.starts, EVENING)
    with pytest.raises(LessonBegun):
        await land.use(CancelLesson)(land["host"], first.id)
    with pytest.raises(EventBegun):
        await land.use(CancelEvent)(land["host"], event)
    await land.use(SetLessonLink)(land["host"], first.id, "https://meet.example/now")
    land.village.clock.at = OCTOBER_14 + HOUR
    with pytest.raises(LessonBegun):
        await land.use(SetLessonLink)(land["host"], first.id, "https://meet.example/late")
    assert (await _lesson(land, event)).link == "https://meet.example/now"


async def test_a_called_off_lesson_stays_and_frees_its_host(land: EventLand) -> None:
    event = await _opened(land, lesson(), lesson(OCTOBER_14 + DAY))
    second = await _lesson(land, event, 2)
    await land.use(CancelLesson)(land["host"], second.id)
    assert (await _lesson(land, event, 2)).state is LessonState.CANCELLED
    assert await land.is_busy("host") and not await land.is_busy("host", OCTOBER_14 + DAY)
    with pytest.raises(Stale):
        await land.use(CancelLesson)(land["host"], second.id)
    with pytest.raises(Invalid) as refused:
        await land.use(CancelLesson)(land["host"], (await _lesson(land, event)).id)
    assert (refused.value.field, refused.value.reason) == ("lesson", "last")


async def test_lessons_of_what_is_published_keep_their_order(land: EventLand) -> None:
    event = await _opened(land, lesson(), lesson(OCTOBER_14 + DAY))
    first = await _lesson(land, event)
    with pytest.raises(Invalid) as refused:
        await land.use(MoveLesson)(land["host"], first.id, first.starts, Timing(OCTOBER_14 + 2 * DAY, 60))
    assert refused.value.reason == "lesson-order"


async def test_a_called_off_event_gives_its_requests_back_and_their_schools_hear_it_once(land: EventLand) -> None:
    asked, kept = await land.sends(), await land.sends("neighbour", "Работа с текстом")
    await land.supports("far lead", asked)
    event = await _opened(land, requests=(asked, kept))
    await _opened(land, lesson(OCTOBER_14 + DAY), requests=(kept,))
    told = await answers(*(land.use(CancelEvent)(land[each], event) for each in ("methodist", "region", "host")))
    assert sorted(told) == ["done", "stale", "stale"]
    assert (await land.request(asked)).state is RequestState.OPEN
    assert (await land.request(kept)).state is RequestState.PLANNED
    assert await land.told(EVENT_OFF) == [("far lead", EVENT_OFF), ("lead", EVENT_OFF), ("second lead", EVENT_OFF)]
    assert not await land.is_busy("host")
    assert (await land.event(event)).state is EventState.CANCELLED


async def test_who_asked_for_what_has_begun_withdraws_no_more(land: EventLand) -> None:
    request = await land.sends()
    await land.supports("neighbour", request)
    await _opened(land, requests=(request,))
    withdraw, first = land.use(WithdrawSupport), await land.support("lead", request)
    await withdraw(land["neighbour"], await land.support("neighbour", request))
    assert await land.told(WITHDREW) == [("methodist", WITHDREW), ("region", WITHDREW)]
    land.village.clock.at = OCTOBER_14
    with pytest.raises(RequestClosed):
        await withdraw(land["lead"], first)
    assert (await land.use(OneRequest)(land["lead"], request)).begun
    assert await land.behind(request) == {land.school(): 10}


async def test_what_is_taken_up_again_stands_in_the_programme_where_an_event_answers_it(land: EventLand) -> None:
    request, other = await land.sends(), await land.sends("neighbour", "Работа с текстом")
    for each in (request, other):
        await land.use(SetRequestAside)(land["methodist"], each, "too_few")
    await land.lays(state=EventState.OPEN, requests=(request,))
    await land.lays(requests=(other,))
    for each in (request, other):
        await land.use(ReopenRequest)(land["methodist"], each)
    assert (await land.request(request)).state is RequestState.PLANNED
    assert (await land.request(other)).state is RequestState.OPEN


async def test_what_has_begun_is_joined_and_merged_no_more_and_its_topic_asked_for_anew(land: EventLand) -> None:
    request, other = await land.sends(), await land.sends("neighbour", "Функциональная грамотность школьника")
    await _opened(land, requests=(request,))
    assert await _alike(land) == [request, other]
    land.village.clock.at = OCTOBER_14
    assert await _alike(land) == [other]
    with pytest.raises(RequestClosed):
        await land.supports("far lead", request)
    with pytest.raises(RequestClosed):
        await land.use(MergeRequests)(land["methodist"], request, [other])
    again = await land.sends()
    assert set(await _alike(land)) == {other, again}


async def _alike(land: EventLand) -> list[RequestId]:
    found = await land.use(SimilarRequests)(land["lead"], land.cycle, "Функциональная грамотность")
    return [each.request.id for each in found]


async def test_what_stands_in_the_programme_goes_into_no_request_that_waits(land: EventLand) -> None:
    answered, waits = await land.sends(), await land.sends("neighbour", "Работа с текстом")
    await _opened(land, requests=(answered,))
    merge = land.use(MergeRequests)
    with pytest.raises(Invalid) as refused:
        await merge(land["methodist"], waits, [answered])
    assert (refused.value.field, refused.value.reason) == ("into", "in-programme")
    await merge(land["methodist"], answered, [waits])
    assert (await land.request(answered)).state is RequestState.PLANNED
    assert set(await land.behind(answered)) == {land.school(), land.school("second_school")}


async def test_a_draft_is_not_called_off(land: EventLand) -> None:
    event = await land.lays(lesson(), lesson(OCTOBER_14 + DAY))
    with pytest.raises(Stale):
        await land.use(CancelEvent)(land["methodist"], event)
    with pytest.raises(Stale):
        await land.use(CancelLesson)(land["methodist"], (await _lesson(land, event)).id)
    await land.use(MoveLesson)(land["methodist"], (await _lesson(land, event)).id, OCTOBER_14, EVENING)
    moved = await _lesson(land, event)
    assert moved.was is None and not await land.is_busy("host", EVENING.starts)


async def test_a_lesson_of_a_draft_stays_in_its_half_year(land: EventLand) -> None:
    first = await _lesson(land, await land.lays())
    january = Timing(OCTOBER_14 + 90 * DAY, 60)
    move = land.use(MoveLesson)
    for act in (
        land.use(PreviewMoveLesson)(land["methodist"], first.id, january),
        move(land["methodist"], first.id, first.starts, january, crossing=True),
    ):
        with pytest.raises(Invalid) as refused:
            await act
        assert (refused.value.field, refused.value.reason) == ("starts", "outside")
    assert await _lesson(land, first.event) == first


async def test_who_leads_reads_her_own_published_lessons_ahead(land: EventLand) -> None:
    course = await _opened(land, lesson(), lesson(OCTOBER_14 + 2 * DAY))
    between = await _opened(land, lesson(OCTOBER_14 + DAY))
    await land.lays(lesson(OCTOBER_14 + 3 * DAY))  # a draft
    await _opened(land, lesson(OCTOBER_14), host="tutor")
    found = await land.use(HostLessons)(land["host"])
    assert [(each.event.id, each.lesson.number) for each in found] == [(course, 1), (between, 1), (course, 2)]
    land.village.clock.at = OCTOBER_14 + HOUR
    assert len(await land.use(HostLessons)(land["host"])) == 2
    assert await land.use(HostLessons)(land["teacher"]) == []


async def test_who_loses_her_place_leads_nothing_and_who_runs_the_seminar_is_told(land: EventLand) -> None:
    event, draft = await _opened(land), await land.lays(lesson(OCTOBER_14 + DAY))
    over = await _opened(land, lesson(land.village.clock.now() - DAY))
    taken = await land.places("host")
    second = await land.village.seat(land["host"], Role.TUTOR, land.village.region)
    await land.place_ends("host", taken[0])
    assert (await land.event(event)).terms.host is not None  # she leads in another role
    await land.place_ends("host", second)
    assert [(await land.event(each)).terms.host is None for each in (event, draft, over)] == [True, True, False]
    assert not await land.is_busy("host")
    assert await land.told(HOST_GONE) == [("methodist", HOST_GONE), ("region", HOST_GONE)]
    still = WantsAHost(land.village.units.read)
    async with land.village.units.read() as work:
        rows = await work.notices.of_subject(f"event-host:{event}")
    now = land.village.clock.now()
    assert [await still(row, now) for row in rows] == [True, True]
    stored = await land.event(event)
    to = replace(stored.terms, host=whose(land["tutor"]))
    await land.use(ChangeEvent)(land["methodist"], event, stored.version, to)
    assert [await still(row, now) for row in rows] == [False, False]


async def test_a_place_that_ends_by_its_date_ends_leading_too(land: EventLand) -> None:
    event = await _opened(land)
    job = land.use(EndUncarriedLeading)
    assert await job() == 0
    await land.leads_no_more("host")
    assert (await job(), await job()) == (1, 0)
    assert (await land.event(event)).terms.host is None and not await land.is_busy("host")


async def test_what_somebody_led_who_leaves_stands_without_a_host(land: EventLand) -> None:
    event = await _opened(land)
    draft = await land.lays(lesson(OCTOBER_14 + DAY), title="Задумка")
    async with land.village.units.write() as work:
        told = await own_data.contribute(work, whose(land["host"]))
        await own_data.on_person_leaves(work, whose(land["host"]), land.village.clock.now())
        assert await own_data.contribute(work, whose(land["host"])) == {"seminar_events_led": []}
    assert told == {
        "seminar_events_led": [{"event": "Функциональная грамотность", "lessons": [OCTOBER_14.isoformat()]}]
    }
    for each in (event, draft):
        assert (await land.event(each)).terms.host is None
    assert not await land.is_busy("host")
    found = await land.use(ProposeProgramme)(land["methodist"])
    assert set(found.lacks) == {event, draft}
    assert (await land.use(EventDesk)(land["methodist"], event)).host is None
