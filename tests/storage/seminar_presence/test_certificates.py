"""A certificate is by recorded presence alone, and its number is nobody else's (JP7, JP8)."""

import asyncio

import pytest

from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Role
from shnor_domain.seminars.certificates.errors import EventNotOver, NoHoursYet
from shnor_domain.seminars.certificates.use_cases.taking import (
    MayTake,
    MyCertificate,
    MyCertificates,
    PrepareCertificate,
    TakeCertificate,
)
from shnor_domain.seminars.presence.model import WhyNotHeld
from shnor_domain.seminars.presence.use_cases.marking import MarkLessonNotHeld
from tests.support.came_land import CameLand, two_lessons
from tests.support.event_land import OCTOBER_14
from tests.support.village import whose


async def test_who_came_takes_one_after_the_last_lesson_and_the_same_again(land: CameLand) -> None:
    event = await land.published(*two_lessons())
    for who in ("teacher", "colleague"):
        await land.sits(event, who)
    take = land.use(TakeCertificate)
    await land.at_lesson(event)
    await land.checks_in("teacher", event)
    with pytest.raises(EventNotOver):
        await take(land["teacher"], event, "Анна Петровна")
    await land.at_lesson(event, 2, minutes=104)
    assert await land.use(MayTake)(land["teacher"], event) is None
    with pytest.raises(EventNotOver):
        await take(land["teacher"], event, "Анна Петровна")
    await land.at_lesson(event, 2, minutes=105)
    with pytest.raises(NoHoursYet):
        await take(land["colleague"], event, "Вера Ильинична")
    for name in ("Я", "1234", "А" * 81):
        with pytest.raises(Invalid):
            await take(land["teacher"], event, name)
    ready = await land.use(PrepareCertificate)(land["teacher"], event)
    assert (ready.minutes, ready.certificate, ready.name) == (60, None, f"teacher {land['teacher'].person}")
    made = await take(land["teacher"], event, " Анна   Петровна ")
    paper = made.certificate
    assert (paper.number, paper.year, paper.minutes, paper.name) == (1, 2026, 60, "Анна Петровна")
    assert (paper.day, made.region) == (OCTOBER_14.date(), "Республика")
    assert await take(land["teacher"], event, "Другое Имя") == made
    assert (await land.use(PrepareCertificate)(land["teacher"], event)).name == "Анна Петровна"
    assert await land.use(MyCertificates)(land["teacher"]) == [made]
    for who in ("colleague", "host", "methodist", "lead"):
        with pytest.raises(NotFound):
            await land.use(MyCertificate)(land[who], paper.id)
    for who in ("other", "host", "methodist"):
        with pytest.raises(NotFound):
            await take(land[who], event, "Чужая Рука")


async def test_twenty_at_once_are_numbered_without_gaps(land: CameLand) -> None:
    events = [await land.published(), await land.published(host="tutor")]
    people = []
    for number in range(20):
        land.people[f"guest {number}"] = await land.village.settled(Role.TEACHER, land.village.school)
        people.append(f"guest {number}")
        await land.sits(events[number % 2], people[-1])
    for event in events:
        await land.at_lesson(event, minutes=75)
    await land.marks(events[0])
    await land.marks(events[1], who="tutor")
    take = land.use(TakeCertificate)
    made = await asyncio.gather(
        *(take(land[who], events[number % 2], f"Гостья {who}") for number, who in enumerate(people) for _ in range(2))
    )
    assert sorted({each.certificate.number for each in made}) == list(range(1, 21))
    assert len({each.certificate.id for each in made}) == 20


async def test_a_correction_makes_it_void_says_so_once_and_the_next_has_a_new_number(land: CameLand) -> None:
    event = await land.published(*two_lessons())
    seats = {who: await land.sits(event, who) for who in ("teacher", "colleague")}
    await land.was_held(event)
    take = land.use(TakeCertificate)
    first = await take(land["teacher"], event, "Анна Петровна")
    other = await take(land["colleague"], event, "Вера Ильинична")
    await land.marks(event, 2, came=dict.fromkeys(seats.values(), True))
    assert await land.told("certificate-changed") == [], "the same said again changes nothing"
    await land.marks(event, 2, came={seats["teacher"]: False, seats["colleague"]: True})
    await land.marks(event, 2, came={seats["teacher"]: True, seats["colleague"]: True})
    assert await land.told("certificate-changed") == [("teacher", "certificate-changed")]
    void = await land.use(MyCertificate)(land["teacher"], first.certificate.id)
    assert not void.certificate.valid
    assert (await land.use(MyCertificate)(land["colleague"], other.certificate.id)).certificate.valid
    again = await take(land["teacher"], event, "Анна Петровна")
    assert (first.certificate.number, other.certificate.number, again.certificate.number) == (1, 2, 3)
    lesson = await land.lesson(event)
    await land.use(MarkLessonNotHeld)(land["host"], lesson.id, WhyNotHeld.HOST)
    assert not (await land.use(MyCertificate)(land["teacher"], again.certificate.id)).certificate.valid


async def test_whatever_comes_first_a_certificate_says_what_is_recorded(land: CameLand) -> None:
    event = await land.published(*two_lessons())
    seats = {who: await land.sits(event, who) for who in ("teacher", "colleague")}
    await land.was_held(event)
    take, corrected = land.use(TakeCertificate), {seats["teacher"]: False, seats["colleague"]: True}
    first = asyncio.gather(take(land["teacher"], event, "Анна Петровна"), land.marks(event, 2, came=corrected))
    second = asyncio.gather(land.marks(event, 1, came=corrected), take(land["colleague"], event, "Вера Ильинична"))
    await asyncio.gather(first, second, return_exceptions=True)
    async with land.village.units.read() as work:
        people = [whose(land[who]) for who in seats]
        for person, certificate in (await work.certificates.valid(event, people)).items():
            assert certificate.minutes == sum(each.minutes for each in await work.presence.attended(person, event))
        assert await work.presence.attended(whose(land["teacher"])) == []
        assert whose(land["teacher"]) not in await work.certificates.valid(event, people)
