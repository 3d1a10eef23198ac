"""The ways that people take through the bot, as steps of several tests."""

import re
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from bot.clock import SystemClock
from shnor_domain.consultations.cards import SlotCard
from shnor_domain.consultations.model import Audience, Format, Terms
from shnor_domain.consultations.use_cases.choices import HostingChoices
from shnor_domain.consultations.use_cases.publish import PublishSlot
from shnor_domain.identity import Role, SubjectId, Territory
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.consultations import booking, busy, session
from tests.support.installation import Installation, Land
from tests.support.street import ButtonGone, WirePerson, Words

BOOKED = "Вы записаны."
KEPT = "Ваш вопрос сохранён: «{}»"
GONE = "Меню обновилось"
TAKEN = re.compile("занято|заняли|мест нет")
DAYS = ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс")


def soon(days: int, zone: str) -> date:
    """A day of the calendar of `zone`, so many days from now by this machine's clock."""
    return SystemClock().now().astimezone(ZoneInfo(zone)).date() + timedelta(days=days)


async def publishes(
    land: Land, host: int, subject: str, *, day: date, starts: time, zone: str, capacity: int = 1, **changes: object
) -> SlotCard:
    """The host of this chat publishes for all that she may: 45 minutes online, weekly from this day on."""
    actor = await land.actor(host)
    choices = await (await land.the(HostingChoices))(actor)
    usual: dict[str, object] = {
        "subject": SubjectId(subject),
        "weekday": day.weekday(),
        "starts": starts,
        "zone": zone,
        "minutes": 45,
        "format": Format.ONLINE,
        "audience": Audience.TEACHERS,
        "open_to": choices.areas[0].territory,
        "project_schools_only": False,
        "capacity": capacity,
        "first_day": day,
        "last_day": day + timedelta(days=120),
        "link": "https://meet.example.org/room",
    }
    return await (await land.the(PublishSlot))(actor, Terms(**(usual | changes)))  # type: ignore[arg-type]


def with_seats(day: date) -> re.Pattern[str]:
    """The button of this day while it has free seats."""
    return re.compile(rf"{DAYS[day.weekday()]} {day.day} \w+ · \d+ мест")


async def taps(who: WirePerson, label: Words) -> str:
    """Tap, and once more where the window had gone with the process that showed it: gives the notes of the answers.

    A kill between a window and the end of its update makes the bot send it again, under another name; it may do so
    under her finger.
    """
    notes = ""
    for _ in range(20):
        try:
            note = await who.presses(label)
        except ButtonGone:
            continue
        notes += note
        if GONE not in note:
            break
    return notes


async def to_the_question(who: WirePerson, subject: str, day: re.Pattern[str]) -> None:
    """/consult, the subject, the day: she is asked what she would like to speak about."""
    await who.sends("/consult")
    await who.sees("По какому предмету?")
    await taps(who, subject)
    await who.sees("Выберите день.")
    await taps(who, day)
    await who.sees("О чём поговорим?")


HOST = 30_001
"""Вера Ведущая of the institute in Якутск, who is not in the sample: nobody there consults on her subjects."""
HOST_ZONE = "Asia/Yakutsk"


async def arrives(place: Installation) -> WirePerson:
    """The host of physics and geography."""
    yakutia = await place.land.where("Республика Саха (Якутия)")
    return await place.settled(HOST, Role.METHODIST, yakutia, name="Вера Ведущая", subjects=("physics", "geography"))


async def crowd(place: Installation, count: int) -> list[WirePerson]:
    """Teachers of physics and geography in one school of the sample, all let in."""
    school: Territory = await place.land.where("Момский", "СОШ № 2")
    return [
        await place.settled(
            20_000 + number, Role.TEACHER, school, name=f"Учитель {number}", subjects=("physics", "geography")
        )
        for number in range(count)
    ]


async def bookings(database: Database) -> dict[int, list[int]]:
    """Live bookings: session → people; fails when a person sits twice, or a seat is counted that nobody has."""
    live = booking.c.state == "booked"
    async with database.read() as connection:
        rows = (await connection.execute(select(booking.c.session_id, booking.c.visitor_id).where(live))).all()
        taken = {row.id: row.taken for row in await connection.execute(select(session.c.id, session.c.taken))}
        doubled = await connection.scalar(
            select(func.count()).select_from(
                select(busy.c.person_id).group_by(busy.c.person_id, busy.c.cell).having(func.count() > 1).subquery()
            )
        )
    found: dict[int, list[int]] = {}
    for row in rows:
        found.setdefault(row.session_id, []).append(row.visitor_id)
    assert doubled == 0, "somebody is in two places"
    assert all(len(people) == len(set(people)) for people in found.values()), f"somebody sits twice: {found}"
    assert {key: len(people) for key, people in found.items()} == {key: seats for key, seats in taken.items() if seats}
    return found
