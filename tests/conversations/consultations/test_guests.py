"""A colleague without an account: known by how she is called, her lead hears for her (N8)."""

from datetime import time, timedelta

import pytest
from sqlalchemy import select

from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.model import BookingState, SessionKey
from shnor_domain.consultations.on_behalf.errors import TheyAreBooked, TheyAreBusy
from shnor_domain.consultations.on_behalf.use_cases.confirm import ConfirmBooking
from shnor_domain.consultations.on_behalf.use_cases.forgetting import ForgetGuests
from shnor_domain.consultations.use_cases import leaving
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.move import MoveBooking
from shnor_domain.identity import SubjectId
from shnor_domain.people.model.preferences import Names
from shnor_domain.people.use_cases.leaving import DeleteMe
from shnor_domain.people.use_cases.my_places import LeavePlace
from shnor_domain.storage.schema.consultations import booking as bookings
from shnor_domain.storage.schema.updates import form
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.colleagues import books_for, lead_of_honuu, looks_at, looks_for_guest
from tests.support.hosts import NEXT_MONDAY, books, methodist_of, publishes


async def names_kept(talk: Talk) -> list[str | None]:
    async with talk.database.read() as connection:
        return list((await connection.execute(select(bookings.c.guest).order_by(bookings.c.id))).scalars())


async def names_typed(talk: Talk) -> list[str]:
    """Forms in which one stands."""
    async with talk.database.read() as connection:
        return list(
            (await connection.execute(select(form.c.key).where(form.c.data.contains("Вера Павловна")))).scalars()
        )


async def test_a_colleague_without_an_account_is_booked_by_name_and_the_lead_is_reminded(sqlite_url: str) -> None:
    clock = MovedClock()
    async with talking_bot(sqlite_url, clock) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        await publishes(talk, host)
        await looks_for_guest(lead, "Вера Павловна")
        await lead.presses("Пропустить")
        lead.sees("Записано: Вера Павловна", "Для кого: Вера Павловна", "напоминания придут вам")
        host.looks_away()
        await talk.deliver()
        host.sees("Придёт: Вера Павловна")
        clock.instant = NEXT_MONDAY.replace(day=6)
        lead.looks_away()
        await talk.deliver()
        lead.sees("Завтра консультация", "Для кого: Вера Павловна")
        assert "Перенести" in lead.buttons
        await lead.presses("Придёт")
        lead.sees("Вы подтвердили", "Для кого: Вера Павловна")
        await host.presses("Открыть встречу")
        host.sees("Вера Павловна · будет")


async def test_two_guests_sit_in_one_meeting_and_the_lead_is_free_for_her_own(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        other = await publishes(
            talk, await methodist_of(talk, "biology", name="Раиса Петровна"), subject=SubjectId("biology")
        )
        lead = await lead_of_honuu(talk)
        await books_for(talk, lead, "Вера Павловна", slot)
        await books_for(talk, lead, "Нина Сергеевна", slot)
        await books(talk, lead, other)
        await lead.sends("/my")
        lead.sees("биология, Раиса Петровна", "химия: Вера Павловна", "химия: Нина Сергеевна")


async def test_a_guest_has_one_open_booking_and_is_in_one_place_at_a_time(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        other = await publishes(
            talk, await methodist_of(talk, "biology", name="Раиса Петровна"), subject=SubjectId("biology")
        )
        lead, second = await lead_of_honuu(talk), await lead_of_honuu(talk, "Ольга Петровна")
        await books_for(talk, lead, "Алёна Павловна", slot)
        with pytest.raises(TheyAreBooked):
            await books_for(talk, second, "алена  павловна", slot)
        with pytest.raises(TheyAreBusy):
            await books_for(talk, second, "Алёна Павловна", other)


async def test_a_telephone_is_no_way_to_call_a_colleague_and_what_was_typed_can_be_corrected(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await publishes(talk, await methodist_of(talk))
        lead = await lead_of_honuu(talk)
        await lead.opens("Записать учителя")
        await lead.presses("Коллега без аккаунта")
        await lead.sends("Вера 8 914 000 00 00")
        lead.sees("Здесь нужны буквы", "Как обратиться к коллеге?")
        await lead.sends("Вера Павловна")
        lead.sees("Вера Павловна. По какому предмету?")


@pytest.mark.parametrize(
    ("names", "shown"), [(Names.FULL, "Орлова Вера Павловна"), (Names.PATRONYMIC, "Вера Павловна"), (Names.NONE, "")]
)
async def test_n8_the_guests_name_stands_in_messages_as_the_installation_allows(
    sqlite_url: str, names: Names, shown: str
) -> None:
    clock = MovedClock()
    async with talking_bot(sqlite_url, clock, names=names) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        slot = await publishes(talk, host)
        await books_for(talk, lead, "Орлова Вера Павловна", slot)
        host.looks_away()
        await talk.deliver()
        host.sees(f"Придёт: {shown or 'участник'}\n")
        clock.instant = NEXT_MONDAY.replace(day=6)
        lead.looks_away()
        await talk.deliver()
        lead.sees(f"Для кого: {shown or 'коллега'}\n")
        for hidden in {"Орлова", "Павловна"} - set(shown.split()):
            lead.does_not_see(hidden)


async def test_another_lead_of_the_school_may_cancel_and_the_first_is_told(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        lead, second = await lead_of_honuu(talk), await lead_of_honuu(talk, "Ольга Петровна")
        booking = await books_for(talk, lead, "Вера Павловна", slot)
        await talk.deliver()
        await (await talk.the(CancelBooking))(await talk.actor(second), booking, None)
        lead.looks_away()
        second.looks_away()
        await talk.deliver()
        lead.sees("Вашу запись отменил(а) завуч, Ольга Петровна", "Для кого: Вера Павловна")
        second.hears_nothing()


async def test_a_guests_name_is_forgotten_thirty_days_after_the_meeting(sqlite_url: str) -> None:
    clock = MovedClock()
    async with talking_bot(sqlite_url, clock) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        lead = await lead_of_honuu(talk)
        booking = await books_for(talk, lead, "Вера Павловна", slot)
        forget = await talk.the(ForgetGuests)
        clock.instant = NEXT_MONDAY + timedelta(days=30)
        assert await forget() == 0
        clock.advance(hours=1)
        assert await forget() == 1
        assert await names_kept(talk) == [None]
        assert (await looks_at(talk, lead, booking)).booking.heads == 1


async def test_a_guests_name_in_a_booking_that_was_never_finished_is_forgotten_after_thirty_days(
    sqlite_url: str,
) -> None:
    clock = MovedClock()
    async with talking_bot(sqlite_url, clock) as talk:
        await publishes(talk, await methodist_of(talk))
        lead = await lead_of_honuu(talk)
        await looks_for_guest(lead, "Вера Павловна")
        forget = await talk.the(ForgetGuests)
        clock.advance(days=30)
        assert await forget() == 0
        assert len(await names_typed(talk)) == 1
        clock.advance(minutes=1)
        assert await forget() == 1
        assert await names_typed(talk) == []
        await lead.sends("/menu")
        lead.sees("Здравствуйте, Мария Ивановна")


async def test_with_the_leads_data_the_guests_name_and_seat_go(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        slot = await publishes(talk, host, capacity=1)
        await books_for(talk, lead, "Вера Павловна", slot, "Щёлочи")
        await (await talk.the(DeleteMe))(await talk.actor(lead))
        assert await names_kept(talk) == [None]
        second = await lead_of_honuu(talk, "Ольга Петровна")
        await books_for(talk, second, "Нина Сергеевна", slot)
        assert await names_kept(talk) == [None, "Нина Сергеевна"]


async def test_the_leads_own_data_tell_which_colleague_she_has_booked(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        lead = await lead_of_honuu(talk)
        await books_for(talk, lead, "Вера Павловна", slot)
        async with talk.units.read() as work:
            told = await leaving.contribute(work, await talk.person_id(lead))
        assert "Вера Павловна" in str(told["bookings"])


async def test_when_the_leads_role_ends_the_seats_that_she_kept_are_free_and_she_is_told(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk), capacity=1)
        lead, second = await lead_of_honuu(talk), await lead_of_honuu(talk, "Ольга Петровна")
        await books_for(talk, lead, "Вера Павловна", slot)
        (place,) = (await talk.actor(lead)).places
        await (await talk.the(LeavePlace))(await talk.actor(lead), place.id)
        lead.looks_away()
        await talk.deliver()
        lead.sees("Запись на консультацию снята", "Для кого: Вера Павловна")
        await books_for(talk, second, "Нина Сергеевна", slot)


async def test_a_host_who_moves_the_meeting_takes_guests_along_and_asks_anew_whether_they_come(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        slot = await publishes(talk, host)
        other = await publishes(
            talk, await methodist_of(talk, "biology", name="Раиса Петровна"), subject=SubjectId("biology"), weekday=1
        )
        booking = await books_for(talk, lead, "Вера Павловна", slot)
        await (await talk.the(ConfirmBooking))(await talk.actor(lead), booking)
        # at the new time the lead herself is elsewhere: her guest is not
        await books(talk, lead, other, starts=NEXT_MONDAY + timedelta(days=1))
        await talk.deliver()
        lead.looks_away()
        tuesday = NEXT_MONDAY.date() + timedelta(days=1)
        await (await talk.the(MoveMeeting))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY), tuesday, time(15))
        await talk.deliver()
        lead.sees("Для кого: Вера Павловна", "8 декабря")
        card = await looks_at(talk, lead, booking)
        assert (card.booking.state, card.booking.confirmed) == (BookingState.BOOKED, False)


async def test_a_guests_seat_is_moved_at_one_tap_and_another_lead_tells_who_keeps_it(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        second = await lead_of_honuu(talk, "Ольга Петровна")
        slot = await publishes(talk, host)
        booking = await books_for(talk, lead, "Вера Павловна", slot, "Щёлочи")
        await talk.deliver()
        host.looks_away()
        await lead.sends("/my")
        await lead.presses("химия")
        await lead.presses("Перенести")
        await lead.presses("Пн 14 декабря")
        lead.sees("Запись перенесена", "понедельник, 14 декабря", "Для кого: Вера Павловна", "Щёлочи")
        lead.looks_away()
        await talk.deliver()
        lead.hears_nothing()
        host.hears_nothing()
        await (await talk.the(MoveBooking))(await talk.actor(second), booking, SessionKey(slot, NEXT_MONDAY))
        await talk.deliver()
        lead.sees("Вашу запись перенес(ла) завуч, Ольга Петровна", "Понедельник, 7 декабря", "Для кого: Вера Павловна")
        assert len(lead.news) == 1
        assert (await looks_at(talk, lead, booking)).booking.behalf.guest == "Вера Павловна"
