"""What is changed after publication makes a version of its day at once (I29)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shnor_domain.seminars.errors import ProgrammeUnready
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.leading import CancelEvent, CancelLesson, MoveLesson, SetLessonLink
from shnor_domain.seminars.events.use_cases.making import ChangeEvent
from shnor_domain.seminars.programme.changes import changes
from shnor_domain.seminars.programme.model import VersionId, VersionState
from shnor_domain.seminars.programme.use_cases.looking import OneVersion, VersionsOfCycle
from shnor_domain.seminars.programme.use_cases.publishing import PublishVersion
from tests.support.event_land import HOUR, OCTOBER_14, lesson
from tests.support.programme_land import ProgrammeLand
from tests.support.seminar_land import answers
from tests.support.village import whose

DAY = timedelta(days=1)


async def _published(land: ProgrammeLand) -> tuple[EventId, EventId]:
    """A course of three lessons, and a webinar of another host."""
    events = (
        await land.lays(lesson(), lesson(OCTOBER_14 + 7 * DAY), lesson(OCTOBER_14 + 14 * DAY)),
        await land.lays(lesson(OCTOBER_14 + DAY), host="tutor"),
    )
    version = await land.approves(await land.submits())
    await land.use(PublishVersion)(land["methodist"], version)
    return events


async def _moves(land: ProgrammeLand, event: EventId, number: int, hours: int, who: str = "methodist") -> None:
    found = next(each for each in (await land.event(event)).lessons if each.number == number)
    to = Timing(found.starts + hours * HOUR, 60)
    await land.use(MoveLesson)(land[who], found.id, found.starts, to)


async def _numbers(land: ProgrammeLand) -> list[int | None]:
    _cycle, found = await land.use(VersionsOfCycle)(land["methodist"], land.cycle)
    return [each.number for each in found]


async def test_the_first_change_of_a_day_makes_a_version_and_further_ones_join_it(land: ProgrammeLand) -> None:
    course, webinar = await _published(land)
    assert await _numbers(land) == [1]
    await _moves(land, course, 1, 1, "host")
    holds = await land.holds()
    assert holds is not None and (holds.number, holds.made_by, holds.by_hand) == (2, whose(land["host"]), False)
    await land.use(CancelLesson)(land["methodist"], (await land.event(course)).lessons[1].id)
    await land.use(CancelEvent)(land["methodist"], webinar)
    assert await _numbers(land) == [2, 1]
    before, after = await land.lines(VersionId(1)), await land.lines(holds.id)
    first, second = changes(before, after)
    assert (first.line.event, len(first.moved), len(first.lessons_gone)) == (course, 1, 1)
    assert (second.line.event, second.after) == (webinar, None)
    assert (await land.version(VersionId(1))).state is VersionState.SUPERSEDED
    land.village.clock.forward(days=1)
    await _moves(land, course, 1, 1)
    assert await _numbers(land) == [3, 2, 1]
    assert len(changes(after, await land.lines(VersionId(3)))) == 1


async def test_what_no_reader_of_the_programme_sees_makes_no_version(land: ProgrammeLand) -> None:
    course, _webinar = await _published(land)
    stored = await land.event(course)
    await land.use(SetLessonLink)(land["host"], stored.lessons[0].id, "https://meet.example/x")
    await land.use(ChangeEvent)(land["methodist"], course, stored.version + 1, replace(stored.terms, capacity=9))
    assert await _numbers(land) == [1]
    host = replace(stored.terms, host=whose(land["local methodist"]))
    await land.use(ChangeEvent)(land["methodist"], course, stored.version + 2, host)
    assert await _numbers(land) == [2, 1]


async def test_a_host_who_may_lead_no_more_makes_a_version_that_nobody_has_made(land: ProgrammeLand) -> None:
    course, webinar = await _published(land)
    (place,) = await land.places("host")
    await land.place_ends("host", place)
    holds = await land.holds()
    assert holds is not None and (holds.number, holds.made_by, holds.by_hand) == (2, None, False)
    (found,) = changes(await land.lines(VersionId(1)), await land.lines(holds.id))
    assert (found.line.event, found.line.host) == (course, None)
    assert (await land.event(webinar)).terms.host == whose(land["tutor"])


async def test_who_leaves_leaves_what_waits_for_approval_too_and_it_is_not_ready_then(land: ProgrammeLand) -> None:
    event = await land.lays(lesson())
    version = await land.approves(await land.submits())
    (place,) = await land.places("host")
    await land.place_ends("host", place)
    assert (await land.event(event)).terms.host is None
    with pytest.raises(ProgrammeUnready) as refused:
        await land.use(PublishVersion)(land["methodist"], version)
    assert refused.value.facts == {"event": event, "count": 1}


async def test_of_what_was_never_in_a_version_none_is_made(land: ProgrammeLand) -> None:
    event = await land.lays()
    await land.opens(event)
    await _moves(land, event, 1, 1)
    assert await _numbers(land) == []


async def test_what_waits_is_shown_beside_what_is_published_now(land: ProgrammeLand) -> None:
    course, _webinar = await _published(land)
    new = await land.lays(lesson(OCTOBER_14 + 2 * DAY), host="local methodist")
    version = await land.submits()
    await _moves(land, course, 1, 2)
    card = await land.use(OneVersion)(land["region"], version)
    assert [(each.line.event, each.before) for each in card.changed] == [(new, None)]
    assert len(card.lines) == 3


async def test_changes_of_two_events_at_once_and_a_publication_are_all_in_the_last_version(
    land: ProgrammeLand,
) -> None:
    course, webinar = await _published(land)
    new = await land.lays(lesson(OCTOBER_14 + 2 * DAY), host="local methodist")
    version = await land.approves(await land.submits())
    told = await answers(
        _moves(land, course, 1, 2),
        _moves(land, webinar, 1, 2),
        land.use(PublishVersion)(land["methodist"], version),
    )
    assert told == ["done", "done", "done"]
    holds = await land.holds()
    assert holds is not None
    lines = {each.event: each for each in await land.lines(holds.id)}
    assert lines.keys() == {course, webinar, new}
    for event in (course, webinar):
        assert lines[event].lessons[0].starts == (await land.event(event)).lessons[0].starts
    numbers = await _numbers(land)
    assert sorted(each for each in numbers if each is not None) == list(range(1, len(numbers) + 1))
