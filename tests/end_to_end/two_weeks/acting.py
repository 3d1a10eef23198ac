"""Each act as people do it: commands, taps and typed words in their own chats."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.end_to_end.two_weeks.cast import CHATS, COORDINATOR, weekly_of
from tests.oracle.facts import Act, Booked, CalledOff, Cancelled, Meeting, Moved, NewLink, Person
from tests.oracle.walls import MONTHS, wall
from tests.support.installation import Installation
from tests.support.street import Said, WirePerson, Words

SHORT_DAYS = ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс")
BOOKED, CANCELLED, MOVED = "Вы записаны.", "Запись отменена.", "Запись перенесена."
QUESTION = "Как начать"


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
            case Booked():
                await books(who, act)
            case Cancelled():
                await cancels(who, act)
            case Moved():
                await moves(who, act)
            case CalledOff():
                await calls_off(who, act)
            case NewLink():
                await gives_a_link(who, act)


def _actor(act: Act) -> Person:
    match act:
        case Booked() | Cancelled() | Moved():
            return act.visitor
        case CalledOff():
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
