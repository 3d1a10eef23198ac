"""Of what happens to a booking in one night its visitor reads one word in the morning, all that is new to her (N6)."""

from datetime import date, time, timedelta

from shnor_domain.consultations.absences.model import SubstitutionId
from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.decide import AbsenceAsks, TakeAskBack
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.model import BookingId, SessionKey, SlotId
from shnor_domain.consultations.on_behalf.use_cases.confirm import ConfirmBooking
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.link import SendMeetingLink
from shnor_domain.identity import SubjectId
from tests.support.afterwards import at
from tests.support.bot_in_memory import Talk
from tests.support.colleagues import books_for, lead_of_honuu
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, books, methodist_of, publishes, teacher_of_honuu

NIGHT = NEXT_MONDAY - timedelta(days=3, hours=17)
"""Ten at night in Якутск, midnight in Хонуу, days before the meeting."""
MORNING = NIGHT + timedelta(hours=11)
MONDAY = NEXT_MONDAY.date()
FIRST = BookingId(1)
TUESDAY = MONDAY + timedelta(days=1)


async def moves(
    talk: Talk, host: Person, slot: SlotId, day: date = TUESDAY, starts: time = time(16), was: SessionKey | None = None
) -> SessionKey:
    """In silence till the morning; gives where it is now."""
    key = was or SessionKey(slot, NEXT_MONDAY)
    await (await talk.the(MoveMeeting))(await talk.actor(host), key, day, starts)
    await talk.deliver()
    talk.clock.advance(minutes=5)
    return SessionKey(slot, NEXT_MONDAY + timedelta(days=1, hours=1))


async def links(talk: Talk, host: Person, key: SessionKey, link: str = "https://meet.example.org/one") -> None:
    await (await talk.the(SendMeetingLink))(await talk.actor(host), key, link)
    await talk.deliver()
    talk.clock.advance(minutes=5)


async def booked(talk: Talk, host: Person, teacher: Person) -> SlotId:
    slot = await publishes(talk, host)
    assert await books(talk, teacher, slot, "задание 34", NEXT_MONDAY) == FIRST
    await at(talk, NIGHT)
    teacher.looks_away()
    return slot


async def morning(talk: Talk, teacher: Person) -> list[str]:
    assert [screen.text for screen in teacher.news] == []
    await at(talk, MORNING)
    return [screen.text for screen in teacher.news]


async def test_a_link_and_then_a_move_are_one_word_about_the_move(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await booked(talk, host, teacher)
    await links(talk, host, SessionKey(slot, NEXT_MONDAY))
    await moves(talk, host, slot)
    (told,) = await morning(talk, teacher)
    assert "перенесли" in told
    assert "понедельник, 7 декабря" in told.lower() and "вторник, 8 декабря" in told.lower()


async def test_a_move_and_then_a_link_are_one_word_about_the_move(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await booked(talk, host, teacher)
    await links(talk, host, await moves(talk, host, slot))
    (told,) = await morning(talk, teacher)
    assert "перенесли" in told


async def test_a_link_stays_news_though_the_meeting_has_come_back(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await booked(talk, host, teacher)
    await links(talk, host, SessionKey(slot, NEXT_MONDAY))
    await moves(talk, host, slot, MONDAY, time(15), was=await moves(talk, host, slot))
    (told,) = await morning(talk, teacher)
    assert told.startswith("Новая ссылка на консультацию")


async def test_booked_for_her_and_moved_is_one_word_about_the_booking(talk: Talk, host: Person) -> None:
    slot, teacher, lead = await publishes(talk, host), await teacher_of_honuu(talk), await lead_of_honuu(talk)
    await at(talk, NIGHT)
    teacher.looks_away()
    await books_for(talk, lead, teacher, slot)
    await talk.deliver()
    talk.clock.advance(minutes=5)
    await moves(talk, host, slot)
    (told,) = await morning(talk, teacher)
    assert "записал" in told and "вторник, 8 декабря" in told.lower()


async def test_booked_for_her_and_called_off_is_no_word_at_all(talk: Talk, host: Person) -> None:
    slot, teacher, lead = await publishes(talk, host), await teacher_of_honuu(talk), await lead_of_honuu(talk)
    await at(talk, NIGHT)
    teacher.looks_away()
    await books_for(talk, lead, teacher, slot)
    await talk.deliver()
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await talk.deliver()
    assert await morning(talk, teacher) == []


async def test_moved_where_she_is_elsewhere_she_reads_that_her_seat_is_lost(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await booked(talk, host, teacher)
    other = await methodist_of(talk, "biology", name="Марфа Ильинична")
    tuesday = NEXT_MONDAY + timedelta(days=1, hours=1)
    elsewhere = await publishes(talk, other, subject="biology", weekday=1, starts=time(16))
    await books(talk, teacher, elsewhere, starts=tuesday)
    await links(talk, host, SessionKey(slot, NEXT_MONDAY))
    teacher.looks_away()
    await moves(talk, host, slot)
    (told,) = await morning(talk, teacher)
    assert "понедельник, 7 декабря" in told.lower() and "ваша запись снята" in told


async def stands_in(talk: Talk, host: Person, colleague: Person) -> SubstitutionId:
    me, whom = await talk.actor(host), (await talk.actor(colleague)).person
    assert me.person is not None and whom is not None
    await (await talk.the(DeclareAbsence))(me, me.person, MONDAY, MONDAY, {SubjectId("chemistry"): whom})
    (card,) = await (await talk.the(AbsenceAsks))(me)
    await (await talk.the(AnswerAsk))(await talk.actor(colleague), card.ask.id, True)
    await talk.deliver()
    talk.clock.advance(minutes=5)
    return card.ask.id


async def test_another_leads_it_and_gives_his_link_is_one_word_with_both(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot, colleague = await booked(talk, host, teacher), await methodist_of(talk, name="Марфа Ильинична")
    await stands_in(talk, host, colleague)
    await links(talk, colleague, SessionKey(slot, NEXT_MONDAY), "https://meet.example.org/marfa")
    (told,) = await morning(talk, teacher)
    assert told.startswith("Консультацию проведёт Марфа Ильинична") and "https://meet.example.org/marfa" in told


async def test_of_a_substitute_for_one_night_she_never_reads_but_of_the_move_she_does(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot, colleague = await booked(talk, host, teacher), await methodist_of(talk, name="Марфа Ильинична")
    ask = await stands_in(talk, host, colleague)
    await (await talk.the(TakeAskBack))(await talk.actor(host), ask)
    await talk.deliver()
    await moves(talk, host, slot)
    (told,) = await morning(talk, teacher)
    assert "перенесли" in told and "Марфа Ильинична" not in told


async def test_confirmed_for_her_in_a_night_in_which_it_moved_she_reads_of_the_move(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot, lead = await booked(talk, host, teacher), await lead_of_honuu(talk)
    await moves(talk, host, slot)
    await (await talk.the(ConfirmBooking))(await talk.actor(lead), FIRST)
    await talk.deliver()
    (told,) = await morning(talk, teacher)
    assert "перенесли" in told
