"""Who came says what an event was worth (JP12); what goes with who leaves (JP13)."""

from datetime import timedelta

import pytest

from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Role
from shnor_domain.notifications.model import Notice, NoticeId, NoticeState, StoredNotice
from shnor_domain.seminars.certificates.errors import EventNotOver
from shnor_domain.seminars.certificates.use_cases.taking import TakeCertificate
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.leading import MoveLesson
from shnor_domain.seminars.presence import own_data
from shnor_domain.seminars.rating.errors import NotThere, RatingOver
from shnor_domain.seminars.rating.notices import RATE
from shnor_domain.seminars.rating.telling import checks
from shnor_domain.seminars.rating.use_cases.rating import (
    LookAtRating,
    MayRate,
    RateEvent,
    RatingOfEvent,
    WriteRating,
)
from tests.support.came_land import CameLand
from tests.support.event_land import HOUR, OCTOBER_14, lesson
from tests.support.village import whose


async def test_who_came_rates_for_14_days_and_who_did_not_has_nothing_to_rate(land: CameLand) -> None:
    event = await land.published()
    for who in ("teacher", "colleague"):
        await land.sits(event, who)
    rate, write, may = land.use(RateEvent), land.use(WriteRating), land.use(MayRate)
    lesson = await land.at_lesson(event)
    await land.checks_in("teacher", event)
    with pytest.raises(EventNotOver):
        await rate(land["teacher"], event, 5)
    assert not await may(land["teacher"], event)
    await land.at_lesson(event, minutes=60)
    assert await may(land["teacher"], event) and not await may(land["colleague"], event)
    with pytest.raises(NotThere):
        await rate(land["colleague"], event, 5)
    with pytest.raises(NotFound):
        await write(land["teacher"], event, "раньше оценки")
    for who in ("other", "host", "methodist", "lead"):
        with pytest.raises(NotFound):
            await rate(land[who], event, 5)
    for score in (0, 6):
        with pytest.raises(Invalid):
            await rate(land["teacher"], event, score)
    await rate(land["teacher"], event, 3)
    await write(land["teacher"], event, " Спасибо,\n было полезно ")
    await rate(land["teacher"], event, 4)
    with pytest.raises(Invalid):
        await write(land["teacher"], event, "я" * 301)
    mine = await land.use(LookAtRating)(land["teacher"], event)
    assert mine.rating is not None
    assert (mine.rating.score, mine.rating.words) == (4, "Спасибо, было полезно")
    assert mine.until == lesson.ends + timedelta(days=14)
    assert (await write(land["teacher"], event, "")).rating.words is None
    land.village.clock.at = mine.until + timedelta(minutes=1)
    with pytest.raises(RatingOver):
        await rate(land["teacher"], event, 1)
    assert (await land.use(LookAtRating)(land["teacher"], event)).rating.score == 4


async def test_an_average_is_told_once_from_five_answers_on(land: CameLand) -> None:
    event, few = await land.published(), await land.published(host="tutor")
    for number in range(5):
        land.people[f"guest {number}"] = await land.village.settled(Role.TEACHER, land.village.school)
        await land.sits(event, f"guest {number}")
        await land.sits(few, f"guest {number}")
    for each, host in ((event, "host"), (few, "tutor")):
        await land.at_lesson(each, minutes=60)
        await land.marks(each, who=host)
    for number in range(5):
        await land.use(RateEvent)(land[f"guest {number}"], event, 5 if number else 3)
    await land.use(WriteRating)(land["guest 0"], event, "Хочу ещё")
    await land.use(RateEvent)(land["guest 0"], few, 5)
    read = land.use(RatingOfEvent)
    assert await read(land["host"], event) is None, "an answer may still change"
    land.village.clock.forward(days=14, minutes=1)
    told = await read(land["host"], event)
    assert (told.average, told.answers, told.lines) == (4.6, 5, ("Хочу ещё",))
    assert (await read(land["methodist"], few)).average is None
    for who in ("guest 0", "tutor", "lead", "coordinator", "observer"):
        with pytest.raises(NotFound):
            await read(land[who], event)


async def test_who_came_is_asked_once_after_the_last_lesson(land: CameLand) -> None:
    event = await land.published()
    for who in ("teacher", "colleague"):
        await land.sits(event, who)
    await land.at_lesson(event)
    await land.checks_in("teacher", event)
    await land.marks(event)
    assert await land.told(RATE) == [("colleague", RATE), ("teacher", RATE)]
    row = StoredNotice(
        NoticeId(0),
        Notice("", whose(land["teacher"]), RATE, "", land.village.clock.at, {"event": int(event)}),
        NoticeState.PLANNED,
    )
    asks = checks(land.village.units.read)[RATE]
    assert await asks(row, land.village.clock.at) == OCTOBER_14 + HOUR, "it is not over yet"
    await land.at_lesson(event, minutes=60)
    assert await asks(row, land.village.clock.at)
    await land.use(RateEvent)(land["teacher"], event, 5)
    assert not await asks(row, land.village.clock.at)


async def test_who_came_is_asked_once_though_the_last_lesson_moves(land: CameLand) -> None:
    event = await land.published(lesson(), lesson(OCTOBER_14 + 48 * HOUR))
    await land.sits(event, "teacher")
    await land.at_lesson(event)
    await land.marks(event)
    last = (await land.event(event)).open_lessons[-1]
    sooner = Timing(OCTOBER_14 + 24 * HOUR, 60)
    await land.use(MoveLesson)(land["host"], last.id, last.starts, sooner)
    await land.marks(event)
    assert await land.told(RATE) == [("teacher", RATE)]


async def test_with_who_leaves_go_her_name_and_words_and_numbers_stay(land: CameLand) -> None:
    event = await land.published()
    for who in ("teacher", "colleague"):
        await land.sits(event, who)
    await land.was_held(event)
    taken = await land.use(TakeCertificate)(land["teacher"], event, "Анна Петровна")
    await land.use(RateEvent)(land["teacher"], event, 5)
    await land.use(WriteRating)(land["teacher"], event, "Очень личное")
    teacher = whose(land["teacher"])
    async with land.village.units.write() as work:
        shown = await own_data.contribute(work, teacher)
        await own_data.on_person_leaves(work, teacher, land.village.clock.at)
        await own_data.on_person_leaves(work, whose(land["host"]), land.village.clock.at)
    assert shown["seminar_ratings"] == [{"score": 5, "text": "Очень личное"}]
    assert [each["name"] for each in shown["seminar_certificates"]] == ["Анна Петровна"]  # type: ignore[attr-defined]
    assert [each["minutes"] for each in shown["seminar_hours"]] == [60]  # type: ignore[attr-defined]
    dump = repr(await land.village.dump())
    assert "Анна Петровна" not in dump and "Очень личное" not in dump
    again = await land.use(TakeCertificate)(land["colleague"], event, "Вера Ильинична")
    assert (taken.certificate.number, again.certificate.number) == (1, 2), "her number is never given again"
    async with land.village.units.read() as work:
        (mark,) = (await work.presence.marks([(await land.lesson(event)).id])).values()
    assert mark.host is None
