"""Each act as people do it: commands, taps and typed words in their own chats."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.end_to_end.two_weeks.cast import CHATS, COORDINATOR, weekly_of
from tests.oracle.facts import (
    Act,
    Agreed,
    Asked,
    Booked,
    CalledOff,
    Cancelled,
    Fell,
    HostMoved,
    Meeting,
    Moved,
    NewLink,
    Person,
)
from tests.oracle.walls import MONTHS, wall
from tests.support.installation import Installation
from tests.support.street import Said, WirePerson, Words

SHORT_DAYS = ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс")
BOOKED, CANCELLED, MOVED = "Вы записаны.", "Запись отменена.", "Запись перенесена."
QUESTION = "Как начать"
MONTHS_THEMSELVES = {9: "октябрь", 10: "ноябрь"}


@dataclass
class Acting:
    """`turns` are chats and the seconds of the rehearsal's clock within which they were answered."""

    place: Installation
    turns: list[tuple[int, int, int]] = field(default_factory=list)

    async def does(self, acts: Iterable[Act]) -> None:
        """Each at its instant."""
        for act in acts:
            await self.place.clock(to=act.at.replace(second=0).isoformat())
            chat, begun = CHATS[_actor(act)], self._now()
            await self._one(self.place.person(chat), act)
            # what the act has made due at once goes now, not on the way to the next one
            await self.place.clock(advance=0)
            ended = self._now()
            assert ended - begun < 59 - begun % 60, "the machine is too slow: an act ran out of its minute"
            self.turns.append((chat, begun, ended))

    def _now(self) -> int:
        return int(self.place.sandbox.now.timestamp())

    async def _one(self, who: WirePerson, act: Act) -> None:
        match act:
            case Booked(by=None):
                await books(who, act)
            case Booked():
                await books_for_another(who, act)
            case Cancelled():
                await cancels(who, act)
            case Moved():
                await moves(who, act)
            case CalledOff(away=True):
                await goes_away(who, act)
            case CalledOff():
                await calls_off(who, act)
            case Fell():
                await calls_the_day_off(who, act)
            case NewLink():
                await gives_a_link(who, act)
            case HostMoved():
                await moves_her_meeting(who, act)
            case Asked():
                await asks_a_colleague(who, act)
            case Agreed():
                await agrees(who)


def _actor(act: Act) -> Person:
    match act:
        case Booked(by=Person() as by):
            return by
        case Booked() | Cancelled() | Moved():
            return act.visitor
        case HostMoved() | Asked():
            return act.meeting.host
        case Agreed():
            return act.colleague
        case CalledOff() | Fell():
            return act.by
        case NewLink():
            return act.meetings[0].host


def day_of(meeting: Meeting, reader: Person) -> str:
    """«Пн 2 ноября» on the reader's wall."""
    shown = wall(meeting.starts, reader.zone)
    return f"{SHORT_DAYS[shown.weekday()]} {shown.day} {MONTHS[shown.month - 1]}"


def clock_of(meeting: Meeting, reader: Person) -> str:
    return f"{wall(meeting.starts, reader.zone):%H:%M}"


def capital(words: str) -> str:
    return words[0].upper() + words[1:]


async def shown(who: WirePerson, *words: str) -> Said:
    """Wait until her newest message has one of these: what lies above it may change too, its buttons go."""
    wanted = re.compile("|".join(map(re.escape, words)))
    while True:
        said = await who.sees(wanted)
        if said.id == (await who.last()).id:
            return said


async def books(who: WirePerson, act: Booked) -> None:
    """Through as many steps as are asked."""
    meeting = act.meeting
    day = re.compile(rf"{day_of(meeting, act.visitor)} · \d+ мест")
    answers: dict[str, Words] = {
        "По какому предмету?": capital(meeting.subject),
        "К кому?": meeting.host.name,
        "Выберите день.": day,
        "О чём поговорим?": "Пропустить",
    }
    await who.sends("/consult")
    while True:
        said = await shown(who, *answers, BOOKED)
        if BOOKED in said.text:
            return
        question = next(question for question in answers if question in said.text)
        if question == "О чём поговорим?" and act.asks:
            await who.sends(QUESTION)
        else:
            await who.presses(answers[question])


async def books_for_another(who: WirePerson, act: Booked) -> None:
    """A lead for a teacher of her school, from the menu."""
    assert act.by is not None
    meeting, lead = act.meeting, act.by
    answers: dict[str, Words] = {
        "Здравствуйте": "Записать учителя",
        "Кого записать?": act.visitor.name,
        "По какому предмету?": capital(meeting.subject),
        "Выберите день.": re.compile(rf"{day_of(meeting, lead)} · \d+ мест"),
    }
    await who.sends("/menu")
    hers = ("Записей впереди нет.", "Впереди такие записи.")
    while True:
        said = await shown(who, *answers, *hers, "О чём будет разговор?", "Учителю я уже пишу")
        if "Учителю я уже пишу" in said.text:
            return
        if "О чём будет разговор?" in said.text:
            await (who.sends(QUESTION) if act.asks else who.presses("Пропустить"))
            continue
        question = next((question for question in answers if question in said.text), None)
        await who.presses("Записать" if question is None else answers[question])


async def opens_booking(who: WirePerson, visitor: Person, meeting: Meeting) -> None:
    """From «Мои дела»."""
    await who.sends("/my")
    await shown(who, "Мои дела")
    label = f"{day_of(meeting, visitor)}, {clock_of(meeting, visitor)} {meeting.subject}"
    await who.presses(re.compile(re.escape(label[:40])))
    await shown(who, "Не сможете прийти?")


async def cancels(who: WirePerson, act: Cancelled) -> None:
    """Because she is ill."""
    await opens_booking(who, act.visitor, act.meeting)
    await who.presses("Отменить запись", under="Не сможете прийти?")
    await shown(who, "Отменяем?")
    await who.presses("Болею")
    await shown(who, CANCELLED)


async def moves(who: WirePerson, act: Moved) -> None:
    """To another time of the same host."""
    await opens_booking(who, act.visitor, act.meeting)
    await who.presses("Перенести", under="Не сможете прийти?")
    await shown(who, "На какое время перенести?")
    await who.presses(re.compile(rf"{day_of(act.to, act.visitor)}, {clock_of(act.to, act.visitor)} · \d+ мест"))
    await shown(who, MOVED)


async def calls_off(who: WirePerson, act: CalledOff) -> None:
    """From the desk, or as a coordinator from her list."""
    if act.by == COORDINATOR:
        await finds_in_oversight(who, act.meeting)
    else:
        await who.sends("/schedule")
        await shown(who, "Моё расписание")
    # a coordinator reads both clocks on the button
    label = rf"{day_of(act.meeting, act.by)} {clock_of(act.meeting, act.by)}.* · \d+ из"
    await who.presses(re.compile(label))
    # by chance all who would come may have cancelled before
    await shown(who, "Записано:", "Пока никто не записан")
    await who.presses("Отменить встречу")
    await shown(who, "Отменяем встречу?")
    await who.presses("Да, отменить встречу")
    await shown(who, "Встреча отменена.")


async def moves_her_meeting(who: WirePerson, act: HostMoved) -> None:
    """From the desk."""
    host, there = act.meeting.host, wall(act.to.starts, act.meeting.host.zone)
    await opens_meeting(who, act.meeting)
    await who.presses("Перенести встречу")
    await shown(who, "На какой день?")
    await picks_day(who, there.month, there.day)
    await shown(who, "Во сколько", "время")
    await who.sends(clock_of(act.to, host))
    await shown(who, "Переносим встречу?")
    await who.presses("Да, перенести")
    await shown(who, "Встреча перенесена:")


async def opens_meeting(who: WirePerson, meeting: Meeting) -> None:
    await who.sends("/schedule")
    await shown(who, "Моё расписание")
    await who.presses(re.compile(rf"{day_of(meeting, meeting.host)} {clock_of(meeting, meeting.host)}.* · \d+ из"))
    await shown(who, "Записано:", "Пока никто не записан")


async def asks_a_colleague(who: WirePerson, act: Asked) -> None:
    """She will not be there on that day."""
    await says_she_is_away(who, act.meeting)
    await who.presses(act.colleague.name)
    await who.presses("Объявить")
    await shown(who, "Спросили 1 ведущего")


async def goes_away(who: WirePerson, act: CalledOff) -> None:
    """Where there is no colleague who could stand in, she is asked for none."""
    await says_she_is_away(who, act.meeting)
    await who.presses("Никто, отменить встречи")
    await who.presses("Объявить")
    await shown(who, "Замены не нужны.")


async def says_she_is_away(who: WirePerson, meeting: Meeting) -> None:
    """On the day of this meeting."""
    day = wall(meeting.starts, meeting.host.zone)
    await who.sends("/schedule")
    await shown(who, "Моё расписание")
    await who.presses("Меня не будет")
    await shown(who, "С какого дня вас не будет?")
    await picks_day(who, day.month, day.day)
    await who.presses("Только этот день")


async def calls_the_day_off(who: WirePerson, act: Fell) -> None:
    """Because of the frost, where the host works."""
    day, unit = wall(act.meeting.starts, act.meeting.zone), weekly_of(act.meeting).of
    await who.sends("/menu")
    await shown(who, "Здравствуйте")
    await who.presses("Ещё")
    await who.presses("Актированный день")
    await shown(who, "Где отменены занятия?")
    await who.sends(unit)
    await who.presses(unit)
    await shown(who, "Актированные дни:")
    await who.presses("Другой день")
    await shown(who, "Какой день объявить?")
    await picks_day(who, day.month, day.day)
    await shown(who, "Почему нет занятий?")
    await who.presses("Мороз")
    await who.presses("Объявить")
    await shown(who, "Готово: актированный день")


async def agrees(who: WirePerson) -> None:
    """By the button of what he was asked."""
    await who.presses("Согласиться", under="Сможете провести консультации вместо коллеги?")
    await shown(who, "Спасибо! Вы проведёте")


async def picks_day(who: WirePerson, month: int, day: int) -> None:
    """In the month that the calendar shows, or the one after it."""
    said, name = await who.last(), MONTHS_THEMSELVES[month - 1]
    if any(label == f"{name} ›" for row in said.buttons for label, _ in row):
        await who.presses(f"{name} ›")
    await who.presses(re.compile(rf"^(?:• )?{day}$"))


async def finds_in_oversight(who: WirePerson, meeting: Meeting) -> None:
    """The weekly time among those of the territory."""
    await who.sends("/menu")
    await shown(who, "Здравствуйте")
    await who.presses("Консультации")
    await shown(who, "цифры вашей территории")
    await who.presses("Время на территории")
    said = await shown(who, "По какому предмету", "Откройте время")
    if "По какому предмету" in said.text:
        await who.presses(capital(meeting.subject))
        await shown(who, "Откройте время")
    await who.presses(re.compile(rf": {meeting.subject}, "))
    await shown(who, "Ниже встречи")


async def gives_a_link(who: WirePerson, act: NewLink) -> None:
    """To a weekly time of her own."""
    weekly = weekly_of(act.meetings[0])
    await who.sends("/schedule")
    await shown(who, "Моё расписание")
    await who.presses(re.compile(r"Моё время"))
    await shown(who, "Моё время по неделям")
    await who.presses(re.compile(rf": {weekly.subject}"))
    await who.presses("Сменить ссылку")
    await shown(who, "Пришлите ссылку")
    await who.sends(act.link)
    await shown(who, "Ссылка сохранена.")
