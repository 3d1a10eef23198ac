"""The walk as a function of (host's municipality, reader's, subject, weekday, time): both clocks are a table's."""

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from shnor_domain.identity import Role
from tests.support.installation import Installation, installation
from tests.support.newcomers import approves, registers
from tests.support.nursery import Nursery
from tests.support.street import WirePerson
from tests.support.walk import BOOKED, soon, taps, with_seats

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(600)]

YAKUTIA, OSSETIA = "Республика Саха (Якутия)", "Республика Северная Осетия — Алания"


@dataclass(frozen=True, slots=True)
class Unit:
    """A municipality of the sample; `city` gives its zone the name by which a host of the whole region is told."""

    region: str
    zone: str
    city: str
    school: str


UNITS = {
    "Якутск": Unit(YAKUTIA, "Asia/Yakutsk", "Якутск", "СОШ № 24"),
    "Усть-Янский": Unit(YAKUTIA, "Asia/Vladivostok", "Владивосток", "СОШ № 3"),
    "Момский": Unit(YAKUTIA, "Asia/Srednekolymsk", "Среднеколымск", "СОШ № 2"),
    "Правобережный": Unit(OSSETIA, "Europe/Moscow", "Москва", "СОШ № 4"),
    "Владикавказ": Unit(OSSETIA, "Europe/Moscow", "Москва", "СОШ № 8"),
}
OFFERS = (("Физика", 3, time(9, 5)), ("География", 4, time(15, 30)), ("История", 5, time(22, 30)))
"""Subject, days from now, wall clock of the host: late enough for the reader's date to be another one."""
WEEKDAYS = ("Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота", "Воскресенье")
MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def wall(instant: datetime, this_year: int) -> str:
    day = f"{WEEKDAYS[instant.weekday()].lower()}, {instant.day} {MONTHS[instant.month - 1]}"
    if instant.year != this_year:
        day += f" {instant.year} года"
    return f"{day}, {instant:%H:%M}"


def both_clocks(day: date, starts: time, host: Unit, reader: Unit) -> str:
    """What the reader must read, computed by nothing but zoneinfo."""
    theirs = datetime.combine(day, starts, ZoneInfo(host.zone))
    mine = theirs.astimezone(ZoneInfo(reader.zone))
    this_year = soon(0, reader.zone).year
    if mine.replace(tzinfo=None) == theirs.replace(tzinfo=None):
        return wall(mine, this_year)
    other = f"{theirs:%H:%M}" if mine.date() == theirs.date() else wall(theirs, this_year)
    return f"{wall(mine, this_year)} (у вас) · {other} {host.city}"


async def host_of(place: Installation, name: str) -> WirePerson:
    """Works in this municipality, and as a methodist for the whole region."""
    unit = UNITS[name]
    subjects = ("physics", "geography", "history")
    for where in (await place.land.where(name), await place.land.where(unit.region)):
        host = await place.settled(40_000, Role.METHODIST, where, name="Вера Ведущая", subjects=subjects)
    return host


async def publishes(host: WirePerson, unit: Unit, subject: str, day: date, starts: time) -> None:
    """By the wizard: the time is typed, the whole region may come."""
    await host.sends("/schedule")
    await host.sees("Моё расписание")
    await host.presses("Добавить время")
    await host.sees("По какому предмету?")
    await host.presses(subject)
    await host.presses(WEEKDAYS[day.weekday()])
    await host.sees("Во сколько начинаем?")
    await host.sends(f"{starts:%H:%M}")
    await host.sees("Сколько длится консультация?")
    for button in ("45 минут", "Онлайн", "Пришлю позже", "Для учителей", "Для всех школ", unit.region, "5"):
        await host.presses(button)
    await host.sees(f"{starts:%H:%M}", "Записаться могут 5 человек")
    await host.presses("Опубликовать")
    await host.sees("Опубликовано")


async def lets_in(place: Installation, chat: int, name: str, subject: str) -> WirePerson:
    """A newcomer of this municipality registers, and her school's lead approves."""
    unit = UNITS[name]
    school = await place.land.where(name, unit.school)
    lead = await place.settled(chat + 1, Role.SCHOOL_LEAD, school, name="Анна Заведующая")
    reader = await place.street.newcomer("Кто-то", id=chat)
    await registers(reader, name, unit.school, subject, "Айта Читающая")
    await approves(lead, "Айта Читающая")
    return reader


async def walk(place: Installation, host: WirePerson, names: tuple[str, str], offer: int) -> None:
    """One walk: published, registered, approved, booked, and right on both sides."""
    theirs, hers = UNITS[names[0]], UNITS[names[1]]
    subject, days, starts = OFFERS[offer]
    day = soon(days, theirs.zone)
    await publishes(host, theirs, subject, day, starts)
    reader = await lets_in(place, 41_000 + 10 * offer, names[1], subject)
    await reader.sends("/consult")
    await reader.sees("По какому предмету?")
    await taps(reader, subject)
    await reader.sees("Выберите день.")
    mine = datetime.combine(day, starts, ZoneInfo(theirs.zone)).astimezone(ZoneInfo(hers.zone))
    await reader.presses(with_seats(mine.date()))
    await reader.sees("О чём поговорим?")
    await reader.presses("Пропустить")
    await reader.sees(BOOKED, both_clocks(day, starts, theirs, hers))
    await host.sends("/schedule")
    desk = await host.sees("Моё расписание")
    assert any(f"{starts:%H:%M} · 1 из 5" in label for label in desk.labels), desk.labels


@pytest.mark.parametrize(
    ("host_unit", "reader_units"),
    [
        *((unit, ("Якутск", "Усть-Янский", "Момский")) for unit in ("Якутск", "Усть-Янский", "Момский")),
        ("Владикавказ", ("Правобережный", "Владикавказ")),
    ],
)
async def test_both_clocks_are_those_of_the_table(
    host_unit: str, reader_units: tuple[str, ...], sqlite_url: str, nursery: Nursery, tmp_path: Path
) -> None:
    async with installation(sqlite_url, tmp_path, process=nursery.bot) as place:
        await place.bot.started()
        host = await host_of(place, host_unit)
        for number, reader_unit in enumerate(reader_units):
            await walk(place, host, (host_unit, reader_unit), number)
