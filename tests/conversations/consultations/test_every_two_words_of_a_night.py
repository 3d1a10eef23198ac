"""Whatever two words of one night a visitor would be told of her booking, in the morning she reads what is true of both
(N6, C30): every ordered pair of the kinds of news, each through what people really do."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any

import pytest

from shnor_domain.consultations import moving, notices
from shnor_domain.consultations.absences import notices as absences
from shnor_domain.consultations.absences.model import SubstitutionId
from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.decide import AbsenceAsks, TakeAskBack
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.changing import Changes
from shnor_domain.consultations.model import Audience, BookingId, Format, SessionKey, SlotId
from shnor_domain.consultations.on_behalf import notices as on_behalf
from shnor_domain.consultations.on_behalf.notices import Deed
from shnor_domain.consultations.on_behalf.use_cases.book import BookForAnother
from shnor_domain.consultations.on_behalf.use_cases.confirm import ConfirmBooking
from shnor_domain.consultations.on_behalf.use_cases.numbers import ChangeNumber, EnrolNumber
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.change_slot import ChangeSlot
from shnor_domain.consultations.use_cases.link import SendMeetingLink
from shnor_domain.consultations.use_cases.move import MoveBooking
from shnor_domain.identity import MunicipalityId, Role, SubjectId
from shnor_domain.people.use_cases.my_places import LeavePlace, MyPlaces
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from tests.support.afterwards import at
from tests.support.bot_in_memory import Talk
from tests.support.colleagues import lead_of_honuu, school_of_honuu
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, NOON, books, methodist_of, publishes, teacher_of_honuu

CHEMISTRY, WEEK = SubjectId("chemistry"), timedelta(days=7)
NIGHT = NOON + timedelta(days=1, hours=10)
"""Tuesday, ten at night in Якутск and midnight in Хонуу, days before the meetings."""
MORNING = NIGHT + timedelta(hours=11)
# nobody moves to a day that has fallen: what moves goes one day on, or two
MONDAY, FALLS, HAS_FALLEN = (NEXT_MONDAY + timedelta(days=number) for number in (0, 1, 4))
"""The usual meeting, one of a day that is called off, and one of a day that was called off before this night."""


class Word(Enum):
    """A kind of news to the visitor, and of what is done for her each deed."""

    BOOKED = Deed.BOOKED
    CONFIRMED = Deed.CONFIRMED
    COUNTED = Deed.COUNTED
    MOVED = Deed.MOVED
    CANCELLED = Deed.CANCELLED
    NEW_LINK = notices.NEW_LINK
    SESSION_CANCELLED = notices.SESSION_CANCELLED
    PLACE_ENDED = notices.PLACE_ENDED
    SUBSTITUTE = absences.SUBSTITUTE
    MEETING_MOVED = absences.MEETING_MOVED
    MOVED_AWAY = absences.MOVED_AWAY
    FELL = absences.FELL
    BACK = absences.BACK
    BACK_WITHOUT = absences.BACK_WITHOUT


NOBODY = BookingId(0)
ENDS = {Word.CANCELLED, Word.SESSION_CANCELLED, Word.PLACE_ENDED, Word.MOVED_AWAY, Word.BACK_WITHOUT}
"""After these there is no booking of which anything could be told."""
TO_OTHERS = {
    *(notices.BOOKED, notices.VISITOR_CANCELLED, notices.HOST_SESSION_CANCELLED, notices.HOST_SLOT_ENDED),
    *(notices.SLOT_APPEARED, moving.VISITOR_MOVED, on_behalf.HEADS_CHANGED, on_behalf.QUEUED_FOR_YOU),
    *(absences.ASKED, absences.AGREED, absences.REFUSED, absences.UNANSWERED, absences.OVER, absences.QUEUE_MOVED),
    *(absences.HOST_FELL, absences.HOST_BACK, absences.HOST_ASKED),
}
"""Kinds that are told to a host, a substitute, a coordinator, who waits or wishes."""
OF_ONE_SEAT = {Word.BOOKED, Word.CONFIRMED, Word.MOVED_AWAY}
"""Of a booking of her own."""
OF_A_NUMBER = {Word.COUNTED, Word.MOVED}
"""Of what she keeps for her school, and another lead changes."""
IMPOSSIBLE = {
    # her colleague leads it: he alone may move it, and no window lets him
    *((Word.SUBSTITUTE, after) for after in (Word.MEETING_MOVED, Word.MOVED_AWAY)),
    # what has not fallen does not come back
    *((first, after) for first in Word for after in (Word.BACK, Word.BACK_WITHOUT) if first is not Word.FELL),
    # nothing happens to what has fallen but that it comes back
    *((Word.FELL, after) for after in Word if after not in (Word.BACK, Word.BACK_WITHOUT)),
    # a booking is made once
    *((first, Word.BOOKED) for first in Word),
    *((one, number) for one in OF_ONE_SEAT for number in OF_A_NUMBER),
    *((number, one) for one in OF_ONE_SEAT for number in OF_A_NUMBER),
}
FIRST = [word for word in Word if word not in ENDS]


def possible(first: Word, then: Word) -> bool:
    return first not in ENDS and (first, then) not in IMPOSSIBLE


@dataclass(frozen=True)
class Facts:
    """What is true of a booking, or what she believes."""

    live: bool
    starts: datetime
    leader: str
    way: str
    heads: int = 1
    confirmed: bool = False


@dataclass
class Case:
    """A booking of her own, or of a number, with everybody who does something to it; `now` is what the acts have made
    of it, told here in this test's own words."""

    talk: Talk
    host: Person
    reader: Person
    lead: Person
    coordinator: Person
    colleague: Person
    slot: SlotId
    mark: str
    now: Facts
    booking: BookingId = NOBODY
    ask: SubstitutionId | None = None
    moved: str = ""
    first: Facts = field(init=False)

    def __post_init__(self) -> None:
        self.first = self.now

    @property
    def of_host(self) -> str:
        """The name of the host."""
        return f"Ведущая {self.mark}"

    @property
    def of_colleague(self) -> str:
        return f"Коллега {self.mark}"

    @property
    def key(self) -> SessionKey:
        return SessionKey(self.slot, self.now.starts)

    def is_now(self, **changes: object) -> None:
        self.now = replace(self.now, **changes)  # type: ignore[arg-type]

    async def acts(self, who: Person, kind: type, *args: object) -> Any:
        return await (await self.talk.the(kind))(await self.talk.actor(who), *args)


Act = Callable[[Case], Awaitable[None]]


async def books_for_her(case: Case) -> None:
    card = await case.acts(case.lead, BookForAnother, await case.talk.person_id(case.reader), case.key, None)
    case.booking = card.booking.id
    case.is_now(live=True)


async def confirms(case: Case) -> None:
    await case.acts(case.lead, ConfirmBooking, case.booking)
    case.is_now(confirmed=True)


async def counts(case: Case) -> None:
    heads = 9 if case.now.heads == 12 else 12
    await case.acts(case.lead, ChangeNumber, case.booking, heads)
    case.is_now(heads=heads)


async def another_moves(case: Case) -> None:
    there = case.first.starts + WEEK if case.now.starts != case.first.starts + WEEK else case.first.starts
    await case.acts(case.lead, MoveBooking, case.booking, SessionKey(case.slot, there))
    case.moved = "Вашу запись перенес(ла) завуч"
    # a meeting of another week is under the slot's own way, and its host leads it
    case.is_now(starts=there, leader=case.of_host, way=case.first.way, confirmed=False)


async def cancels(case: Case) -> None:
    await case.acts(case.lead, CancelBooking, case.booking, None)
    case.is_now(live=False)


async def gives_another_way(case: Case) -> None:
    leads = case.host if case.now.leader == case.of_host else case.colleague
    if case.first.way.startswith("https"):
        way = "https://meet.example.org/one" if case.now.way == case.first.way else case.first.way
        await case.acts(leads, SendMeetingLink, case.key, way)
    else:
        way = "Хонуу, дом культуры" if case.now.way == case.first.way else case.first.way
        await case.acts(case.host, ChangeSlot, case.slot, Changes(venue=way))
    case.is_now(way=way)


async def calls_off(case: Case) -> None:
    await case.acts(case.host, CancelSession, case.key)
    case.is_now(live=False)


async def leaves_her_place(case: Case) -> None:
    (kept,) = await case.acts(case.reader, MyPlaces)
    await case.acts(case.reader, LeavePlace, kept.place.id)
    case.is_now(live=False)


async def another_leads(case: Case) -> None:
    """Or, where he has agreed, she comes back."""
    if case.ask is not None:
        await case.acts(case.host, TakeAskBack, case.ask)
        case.ask = None
        return case.is_now(leader=case.of_host)
    day, away = case.now.starts.date(), await case.talk.person_id(case.host)
    covers = {CHEMISTRY: await case.talk.person_id(case.colleague)}
    await case.acts(case.host, DeclareAbsence, away, day, day, covers)
    (card,) = await case.acts(case.host, AbsenceAsks)
    case.ask = card.ask.id
    await case.acts(case.colleague, AnswerAsk, case.ask, True)
    return case.is_now(leader=case.of_colleague)


async def host_moves(case: Case) -> None:
    """To another day, or back."""
    there = case.now.starts + timedelta(days=1) if case.now.starts == case.first.starts else case.first.starts
    if case.now.starts not in (case.first.starts, case.first.starts + timedelta(days=1)):
        there = case.now.starts + timedelta(days=1)
    in_yakutsk = there + timedelta(hours=9)
    await case.acts(case.host, MoveMeeting, case.key, in_yakutsk.date(), in_yakutsk.time())
    case.moved = "Консультацию перенесли"
    case.is_now(starts=there, confirmed=False)


async def host_moves_where_she_is_elsewhere(case: Case) -> None:
    away = case.now.starts + timedelta(days=2)
    other = await methodist_of(case.talk, "biology", name=f"Биолог {case.mark}")
    slot = await publishes(case.talk, other, subject="biology", weekday=(away + timedelta(hours=9)).weekday())
    await books(case.talk, case.reader, slot, None, away)
    in_yakutsk = away + timedelta(hours=9)
    await case.acts(case.host, MoveMeeting, case.key, in_yakutsk.date(), in_yakutsk.time())
    case.is_now(live=False)


def municipality(talk: Talk) -> MunicipalityId:
    found = talk.where("Момский").municipality
    assert found is not None
    return found


async def day_falls(case: Case) -> None:
    await case.acts(case.coordinator, CallOffDay, municipality(case.talk), day_of(case), "Мороз")
    case.is_now(live=False)


async def day_is_back(case: Case) -> None:
    await case.acts(case.coordinator, RestoreDay, municipality(case.talk), day_of(case))
    case.is_now(live=True)


async def day_is_back_without_her(case: Case) -> None:
    other = await methodist_of(case.talk, "biology", name=f"Биолог {case.mark}")
    weekday = (case.now.starts + timedelta(hours=9)).weekday()
    slot = await publishes(case.talk, other, subject="biology", weekday=weekday)
    await books(case.talk, case.reader, slot, None, case.now.starts)
    await day_is_back(case)
    case.is_now(live=False)


def day_of(case: Case) -> date:
    return case.now.starts.date()


ACTS: dict[Word, Act] = {
    Word.BOOKED: books_for_her,
    Word.CONFIRMED: confirms,
    Word.COUNTED: counts,
    Word.MOVED: another_moves,
    Word.CANCELLED: cancels,
    Word.NEW_LINK: gives_another_way,
    Word.SESSION_CANCELLED: calls_off,
    Word.PLACE_ENDED: leaves_her_place,
    Word.SUBSTITUTE: another_leads,
    Word.MEETING_MOVED: host_moves,
    Word.MOVED_AWAY: host_moves_where_she_is_elsewhere,
    Word.FELL: day_falls,
    Word.BACK: day_is_back,
    Word.BACK_WITHOUT: day_is_back_without_her,
}


async def opens(talk: Talk, lead: Person, hers: Person, first: Word, then: Word) -> Case:
    """As it is before the night: she knows of it, unless it is the night in which somebody books for her."""
    number, falls = {first, then} & OF_A_NUMBER, {first, then} & {Word.FELL, Word.BACK}
    mark = f"{first.name}-{then.name}".title().replace("_", "")
    host = await methodist_of(talk, name=f"Ведущая {mark}")
    stands_in = Word.SUBSTITUTE in (first, then)
    colleague = await methodist_of(talk, name=f"Коллега {mark}") if stands_in else host
    reader = await (lead_of_honuu if number else teacher_of_honuu)(talk, f"Читатель {mark}")
    terms: dict[str, object] = {"capacity": 15, "open_to": talk.where("Момский")}
    if number:
        terms["audience"] = Audience.PUPILS
    if falls:
        terms |= {"format": Format.ON_SITE, "link": None, "venue": "Хонуу, школа, кабинет 5"}
    starts = HAS_FALLEN if first is Word.BACK else FALLS if falls else MONDAY
    slot = await publishes(talk, host, **terms, weekday=(starts + timedelta(hours=9)).weekday())
    way = "Хонуу, школа, кабинет 5" if falls else "https://meet.example.org/chem"
    known = Facts(first is not Word.BOOKED, starts, f"Ведущая {mark}", way)
    case = Case(talk, host, reader, lead, hers, colleague, slot, mark, known)
    if number:
        card = await case.acts(reader, EnrolNumber, school_of_honuu(talk), case.key, 12)
        case.booking = card.booking.id
        case.is_now(heads=12)
    elif first is not Word.BOOKED:
        case.booking = BookingId(await books(talk, reader, slot, None, starts))
    case.first = case.now
    return case


def ought_to_read(case: Case, first: Word) -> list[list[str]]:
    """What each of her words in the morning has to say, each in its own line of reasoning: from what she believes to
    what is."""
    knew, is_now = case.first, case.now
    unheard, off = first is Word.BOOKED, first is Word.BACK
    if unheard or off:
        if not is_now.live:
            return []
        word = "Вас записал(а) завуч" if unheard else "всё-таки состоится"
        return [[word, shown(is_now.starts), is_now.leader, is_now.way, *_sure(is_now)]]
    if not is_now.live:
        return [["состоится|снята|отменил", shown(knew.starts), knew.leader]]
    said = []
    if is_now.starts != knew.starts:
        said += [case.moved, shown(is_now.starts)]
    if is_now.leader != knew.leader:
        said.append(is_now.leader)
    if is_now.way != knew.way:
        said.append(is_now.way)
    if is_now.heads != knew.heads:
        said.append(f"{is_now.heads}")
    said += _sure(is_now)
    return [[*said, shown(is_now.starts), is_now.leader]] if said else []


def _sure(is_now: Facts) -> list[str]:
    return ["вы будете"] if is_now.confirmed else []


def shown(starts: datetime) -> str:
    """On the Kolyma, two hours to the east of Якутск."""
    there = starts + timedelta(hours=11)
    weekdays = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
    return f"{weekdays[there.weekday()]}, {there.day} декабря, {there:%H:%M}"


def missing(text: str, wanted: list[str]) -> list[str]:
    found = text.lower().replace("ё", "е")
    return [one for one in wanted if not any(each in found for each in one.lower().replace("ё", "е").split("|"))]


def test_every_kind_of_news_is_in_the_table_or_told_to_somebody_else() -> None:
    modules = (notices, absences, on_behalf, moving)
    kinds = {policy.kind for module in modules for policy in module.POLICIES}
    named = {word.value for word in Word if isinstance(word.value, str)} | {on_behalf.FOR_YOU}
    assert kinds == named | TO_OTHERS
    assert {word.value for word in Word if isinstance(word.value, Deed)} == set(Deed)
    assert set(ACTS) == set(Word)


async def does(case: Case, word: Word, done: set[tuple[Word, date]]) -> None:
    """A day is called off, or restored, once for all who meet on it."""
    if word not in (Word.FELL, Word.BACK) or (word, day_of(case)) not in done:
        await ACTS[word](case)
    case.is_now(live=case.now.live if word not in (Word.FELL, Word.BACK) else word is Word.BACK)
    done.add((word, day_of(case)))


@pytest.mark.parametrize("then", [word for word in Word if word is not Word.BOOKED], ids=lambda word: word.name)
async def test_of_any_two_words_of_a_night_she_reads_in_the_morning_what_is_true_of_both(
    talk: Talk, then: Word
) -> None:
    hers = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")
    lead, done = await lead_of_honuu(talk), set[tuple[Word, date]]()
    cases = {first: await opens(talk, lead, hers, first, then) for first in FIRST if possible(first, then)}
    await talk.deliver()
    if Word.BACK in cases:
        await day_falls(cases[Word.BACK])
        await talk.deliver()
    await at(talk, NIGHT)
    for case in cases.values():
        case.reader.looks_away()
    for first, case in cases.items():
        await does(case, first, done)
    await talk.deliver()
    talk.clock.advance(minutes=5)
    for case in cases.values():
        await does(case, then, done)
    await talk.deliver()
    wrong = []
    for first, case in cases.items():
        assert [screen.text for screen in case.reader.news] == [], f"{first.name}, {then.name}: told in the night"
    await at(talk, MORNING)
    for first, case in cases.items():
        read = [screen.text for screen in case.reader.news if "имия" in screen.text]
        ought = ought_to_read(case, first)
        fits = len(read) == len(ought) and not any(missing(*pair) for pair in zip(read, ought, strict=True))
        if not fits:
            wrong.append(f"{first.name}, then {then.name}: read {read}, ought to have read {ought}")
    assert wrong == [], "\n".join(wrong)
