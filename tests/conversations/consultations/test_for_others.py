"""A lead books for a colleague with an account: both see it, both may cancel, the host hears of people."""

import pytest
from sqlalchemy import select

from shnor_domain.consultations.model import BookingState, SessionKey, SlotId
from shnor_domain.consultations.on_behalf.errors import TheyAreBooked
from shnor_domain.consultations.on_behalf.use_cases.book import BookForAnother
from shnor_domain.consultations.on_behalf.use_cases.colleagues import TeachersToBookFor
from shnor_domain.consultations.on_behalf.use_cases.queueing import QueueForAnother
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Role
from shnor_domain.storage.schema.people import audit
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.colleagues import books_for, lead_of_honuu, looks_at, looks_for, looks_for_guest
from tests.support.hosts import NEXT_MONDAY, YAKUTIA, books, methodist_of, publishes, teacher_of_honuu
from tests.support.queueing import cancels, tick


async def test_a_lead_books_for_a_teacher_who_is_told_at_once(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host = await methodist_of(talk)
        await publishes(talk, host)
        anna, lead = await teacher_of_honuu(talk), await lead_of_honuu(talk)
        await looks_for(lead, "Айталина Петровна")
        lead.sees("Айталина Петровна. О чём будет разговор?")
        await lead.sends("ЕГЭ, задание 34")
        lead.sees("Записано: Айталина Петровна", "понедельник, 7 декабря", "Вопрос: ЕГЭ", "Учителю я уже пишу")
        anna.looks_away()
        host.looks_away()
        await talk.deliver()
        anna.sees("Вас записал(а) завуч, Мария Ивановна", "Понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск")
        assert anna.last.rows[-1][0].text == "Буду"
        host.sees("Новая запись: химия", "Придёт: Айталина Петровна", "ЕГЭ, задание 34")
        await anna.sends("/my")
        anna.sees("17:00 (у вас) · 15:00 Якутск, химия, Пётр Семёнович")
        await anna.presses("химия")
        anna.sees("Вас записал(а) завуч, Мария Ивановна.")


async def test_what_a_lead_has_booked_for_others_stands_apart_from_her_own(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        anna, lead = await teacher_of_honuu(talk), await lead_of_honuu(talk)
        await books(talk, lead, slot)
        await books_for(talk, lead, anna, slot)
        await lead.sends("/my")
        lead.sees("17:00 (у вас) · 15:00 Якутск, химия, Пётр Семёнович")
        lead.sees("Вы записали\n", "химия: Айталина Петровна")


async def test_the_teacher_cancels_what_her_lead_has_booked(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        anna, lead = await teacher_of_honuu(talk), await lead_of_honuu(talk)
        booking = await books_for(talk, lead, anna, slot)
        await talk.deliver()
        await anna.presses("Отменить запись")
        await anna.presses("Болею")
        anna.sees("Запись отменена.")
        card = await looks_at(talk, lead, booking)
        assert card.booking.state is BookingState.CANCELLED
        await lead.sends("/my")
        lead.does_not_see("Вы записали")


async def test_a_lead_cancels_for_a_teacher_who_is_told_of_it(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        anna, lead = await teacher_of_honuu(talk), await lead_of_honuu(talk)
        await books(talk, anna, slot, "О личном")
        await talk.deliver()
        await lead.opens("Записать учителя")
        await lead.presses("Айталина Петровна")
        await lead.presses("химия")
        lead.sees("понедельник, 7 декабря", "Пока не подтверждено")
        lead.does_not_see("О личном")
        await lead.presses("Отменить запись")
        await lead.presses("Болезнь")
        lead.sees("Запись отменена: Айталина Петровна")
        lead.looks_away()
        anna.looks_away()
        await talk.deliver()
        anna.sees("Вашу запись отменил(а) завуч, Мария Ивановна", "Понедельник, 7 декабря")
        lead.hears_nothing()


async def test_the_host_hears_of_a_cancel_for_another_inside_the_last_day_only(sqlite_url: str) -> None:
    clock = MovedClock()
    async with talking_bot(sqlite_url, clock) as talk:
        host = await methodist_of(talk)
        slot = await publishes(talk, host)
        anna, bella = await teacher_of_honuu(talk), await teacher_of_honuu(talk, "Белла Ивановна")
        lead = await lead_of_honuu(talk)
        early, late = await books_for(talk, lead, anna, slot), await books_for(talk, lead, bella, slot)
        await talk.deliver()
        cancel = await talk.the(CancelBooking)
        host.looks_away()
        await cancel(await talk.actor(lead), early, None)
        await talk.deliver()
        host.hears_nothing()
        clock.instant = NEXT_MONDAY.replace(hour=3)
        await cancel(await talk.actor(lead), late, None)
        await talk.deliver()
        host.sees("Запись отменили: химия", "Не сможет прийти: Белла Ивановна")


async def test_booked_and_cancelled_for_her_in_one_night_is_no_news_to_her(sqlite_url: str) -> None:
    clock = MovedClock()
    async with talking_bot(sqlite_url, clock) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        anna, lead = await teacher_of_honuu(talk), await lead_of_honuu(talk)
        clock.advance(hours=7)  # nine in the evening in Якутск, eleven in Хонуу
        booking = await books_for(talk, lead, anna, slot)
        anna.looks_away()
        await talk.deliver()
        await (await talk.the(CancelBooking))(await talk.actor(lead), booking, None)
        await talk.deliver()
        clock.advance(hours=12)
        await talk.deliver()
        anna.hears_nothing()


async def test_i_will_come_from_the_reminder_is_seen_by_the_host(sqlite_url: str) -> None:
    clock = MovedClock()
    async with talking_bot(sqlite_url, clock) as talk:
        host = await methodist_of(talk)
        slot = await publishes(talk, host)
        anna = await teacher_of_honuu(talk)
        await books(talk, anna, slot)
        await talk.deliver()
        clock.instant = NEXT_MONDAY.replace(day=6)
        anna.looks_away()
        await talk.deliver()
        anna.sees("Завтра консультация")
        reminder = str(anna.last)
        await anna.presses("Буду")
        anna.sees("Вы подтвердили, что будете")
        assert reminder in [str(screen) for screen in anna.screens]
        await anna.presses("Буду")
        anna.sees("Вы подтвердили, что будете")
        await host.presses("Открыть встречу")
        host.sees("Айталина Петровна · будет")


async def test_a_lead_confirms_for_a_teacher_and_she_reads_it(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host = await methodist_of(talk)
        slot = await publishes(talk, host)
        anna, lead = await teacher_of_honuu(talk), await lead_of_honuu(talk)
        await books(talk, anna, slot)
        await talk.deliver()
        await lead.opens("Записать учителя")
        await lead.presses("Айталина Петровна")
        await lead.presses("химия")
        await lead.presses("Подтвердить: будет")
        lead.sees("Подтверждено: будет.")
        anna.looks_away()
        await talk.deliver()
        anna.sees("За вас подтвердил(а) завуч, Мария Ивановна: вы будете")
        await host.presses("Открыть встречу")
        host.sees("Айталина Петровна · будет")


async def test_a_moved_booking_is_confirmed_anew(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        anna, lead = await teacher_of_honuu(talk), await lead_of_honuu(talk)
        booking = await books_for(talk, lead, anna, slot)
        await talk.deliver()
        await anna.presses("Буду")
        await anna.presses("Перенести")
        await anna.presses("Пн 14 декабря")
        card = await looks_at(talk, anna, booking)
        assert (card.booking.key.starts.day, card.booking.confirmed) == (14, False)


async def test_a_coordinator_acts_for_teachers_of_the_municipality_alone(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        anna = await teacher_of_honuu(talk)
        own = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Дария Афанасьевна")
        far = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Чужая Петровна")
        booking = await books_for(talk, own, anna, slot)
        await talk.deliver()
        anna.sees("Вас записал(а) координатор района, Дария Афанасьевна")
        with pytest.raises(NotFound):
            await looks_at(talk, far, booking)
        with pytest.raises(NotFound):
            await (await talk.the(CancelBooking))(await talk.actor(far), booking, None)
        await own.opens("Записать учителя")
        await own.presses("Айталина Петровна")
        await own.presses("химия")
        await own.presses("Отменить запись")
        await own.presses("Пропустить")
        own.sees("Запись отменена: Айталина Петровна")


async def test_nobody_acts_for_another_schools_teacher_nor_a_teacher_for_anybody(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        anna, bella = await teacher_of_honuu(talk), await teacher_of_honuu(talk, "Белла Ивановна")
        stranger = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Чужая Ивановна")
        key, case = SessionKey(slot, NEXT_MONDAY), await talk.the(BookForAnother)
        with pytest.raises(NotFound):
            await case(await talk.actor(stranger), await talk.person_id(anna), key, None)
        with pytest.raises(NotAllowed):
            await case(await talk.actor(bella), await talk.person_id(anna), key, None)
        with pytest.raises(NotAllowed):
            await (await talk.the(TeachersToBookFor))(await talk.actor(bella))
        await stranger.opens("Записать учителя")
        stranger.does_not_see("Айталина")
        assert "Записать учителя" not in await bella.offers()


async def test_a_lead_reads_that_her_colleague_is_booked_or_busy_and_keeps_the_question(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk))
        other = await methodist_of(talk, "biology", name="Раиса Петровна")
        anna, lead = await teacher_of_honuu(talk), await lead_of_honuu(talk)
        await publishes(talk, other, subject="biology")
        await books(talk, anna, slot)
        await looks_for(lead, "Айталина Петровна", "Пн 14 декабря")
        await lead.sends("Соли <b>")
        lead.sees("этот человек уже записан", "Вопрос сохранён: «Соли <b>»")
        await lead.opens("Записать учителя")
        await lead.presses("Айталина Петровна")
        await lead.presses("Записать")
        await lead.presses("Биология")
        await lead.presses("Пн 7 декабря")
        await lead.sends("Клетка")
        lead.sees("у этого человека уже есть другая запись", "Вопрос сохранён: «Клетка»")


async def test_a_lead_who_consults_books_nobody_into_her_own_time(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        lead = await lead_of_honuu(talk)
        await talk.grown_person(
            Role.METHODIST, region="Республика Саха (Якутия)", subjects=["chemistry"], chat=lead.chat,
            name="Мария Ивановна",
        )  # fmt: skip
        await publishes(talk, lead)
        await teacher_of_honuu(talk)
        await lead.opens("Записать учителя")
        await lead.presses("Айталина Петровна")
        await lead.presses("Записать")
        lead.sees("Сейчас нет консультаций, открытых для вашей школы")


async def test_a_lead_puts_a_colleague_into_the_queue_and_she_takes_the_seat_herself(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk), capacity=1)
        bella, lead = await teacher_of_honuu(talk, "Белла Ивановна"), await lead_of_honuu(talk)
        anna = await teacher_of_honuu(talk)
        taken = await books(talk, bella, slot)
        await looks_for(lead, "Айталина Петровна", "Пн 7 декабря · мест нет")
        await lead.presses("17:00 · мест нет, в очередь")
        lead.sees("Айталина Петровна: мест на это время нет. Поставить в очередь?", "решит он сам")
        await lead.sends("Задание 34")
        lead.sees("В очереди: Айталина Петровна", "Место в очереди: 1.")
        anna.looks_away()
        await talk.deliver()
        anna.sees("Вас поставил(а) в очередь завуч, Мария Ивановна", "Сейчас вы первая")
        await lead.presses("Записать ещё")
        for label in ("Айталина Петровна", "Записать", "Химия", "Пн 7 декабря"):
            await lead.presses(label)
        await lead.presses("17:00 · уже в очереди")
        lead.sees("Этот учитель уже в очереди на это время.")
        await cancels(talk, bella, taken)
        anna.looks_away()
        lead.looks_away()
        await tick(talk)
        anna.sees("Освободилось место: химия")
        lead.hears_nothing()
        await anna.presses("Беру")
        anna.sees("Вы записаны", "Задание 34")
        async with talk.database.read() as connection:
            rows = (
                await connection.execute(select(audit.c.about_id).where(audit.c.action == "queue-for-another"))
            ).all()
        assert [row.about_id for row in rows] == [await talk.person_id(anna)]


async def test_a_seat_that_comes_before_the_lead_has_queued_a_colleague_is_booked_with_her_question(
    sqlite_url: str,
) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk), capacity=1)
        bella, lead = await teacher_of_honuu(talk, "Белла Ивановна"), await lead_of_honuu(talk)
        await teacher_of_honuu(talk)
        taken = await books(talk, bella, slot)
        await looks_for(lead, "Айталина Петровна", "Пн 7 декабря · мест нет")
        await lead.presses("17:00 · мест нет, в очередь")
        await cancels(talk, bella, taken)
        lead.looks_away()
        await lead.sends("Задание 34")
        lead.sees("Место как раз есть", "Вопрос сохранён: «Задание 34»")
        lead.does_not_see("мест на это время нет")
        await lead.presses("Пн 7 декабря")
        lead.sees("Записано: Айталина Петровна", "Задание 34")


async def test_who_has_no_account_is_put_into_no_queue_and_the_lead_reads_what_to_do(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk), capacity=1)
        bella, lead = await teacher_of_honuu(talk, "Белла Ивановна"), await lead_of_honuu(talk)
        await books(talk, bella, slot)
        await looks_for_guest(lead, "Вера Павловна", "Пн 7 декабря · мест нет")
        assert "17:00 · мест нет" in lead.buttons
        await lead.presses("17:00 · мест нет")
        lead.sees("В очередь можно поставить только того, кто есть в боте", "пригласите коллегу по ссылке школы")
        await lead.presses("Назад")
        await lead.presses("Пн 14 декабря")
        lead.sees("О чём будет разговор?")


async def test_nobody_is_put_into_a_queue_by_who_does_not_act_for_her(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk), capacity=1)
        anna, bella = await teacher_of_honuu(talk), await teacher_of_honuu(talk, "Белла Ивановна")
        stranger = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Чужая Ивановна")
        await books(talk, bella, slot)
        case, key, whom = await talk.the(QueueForAnother), SessionKey(slot, NEXT_MONDAY), await talk.person_id(anna)
        with pytest.raises(NotFound):
            await case(await talk.actor(stranger), whom, key, None)
        with pytest.raises(NotAllowed):
            await case(await talk.actor(bella), whom, key, None)
        lead = await lead_of_honuu(talk)
        with pytest.raises(TheyAreBooked):
            await case(await talk.actor(lead), await talk.person_id(bella), key, None)


async def test_two_at_once_the_lead_who_was_later_keeps_the_question(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk), capacity=1)
        anna, lead = await teacher_of_honuu(talk), await lead_of_honuu(talk)
        bella = await teacher_of_honuu(talk, "Белла Ивановна")
        await looks_for(lead, "Айталина Петровна")
        await books(talk, bella, slot)
        await lead.sends("Соли <b>")
        lead.sees("Это место только что заняли", "Вопрос сохранён: «Соли <b>»")
        await lead.presses("Пн 14 декабря")
        lead.sees("Записано: Айталина Петровна", "14 декабря", "Вопрос: Соли <b>")
        await talk.deliver()
        anna.sees("Вас записал(а) завуч")


async def test_a_coordinator_of_the_region_acts_for_its_teachers_and_of_no_other(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await publishes(talk, await methodist_of(talk))
        anna = await teacher_of_honuu(talk)
        own = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Иван Иванович")
        far = await talk.grown_person(Role.REGIONAL_COORDINATOR, region="Краснодарский край", name="Чужой Иванович")
        await own.opens("Записать учителя")
        own.sees("Из какого района или улуса учитель?")
        while "Момский" not in own.buttons:
            await own.presses("›")
        for label in ("Момский", "СОШ № 1", "Айталина Петровна", "Записать", "Химия", "Пн 7 декабря", "Пропустить"):
            await own.presses(label)
        own.sees("Записано: Айталина Петровна")
        await talk.deliver()
        anna.sees("Вас записал(а) региональный координатор, Иван Иванович")
        await own.presses("Записать ещё")
        await own.presses("Айталина Петровна")
        await own.presses("химия")
        await own.presses("Подтвердить: будет")
        await own.presses("Отменить запись")
        await own.presses("Пропустить")
        own.sees("Запись отменена: Айталина Петровна")
        async with talk.database.read() as connection:
            rows = (await connection.execute(select(audit.c.action, audit.c.about_id).order_by(audit.c.id))).all()
        for_another = [(row.action, row.about_id) for row in rows if row.action.endswith("for-another")]
        whom = await talk.person_id(anna)
        deeds = ["booking-for-another", "booking-confirm-for-another", "booking-cancel-for-another"]
        assert for_another == [(deed, whom) for deed in deeds]
        case, stranger = await talk.the(TeachersToBookFor), await talk.actor(far)
        assert await case(stranger) == await case(stranger, talk.where("Момский").municipality) == []
        with pytest.raises(NotFound):
            await (await talk.the(BookForAnother))(stranger, whom, SessionKey(SlotId(1), NEXT_MONDAY), None)
