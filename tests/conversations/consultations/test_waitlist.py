"""A full meeting: teachers stand in its queue, and a seat that becomes free goes to them one after the other."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, time, timedelta

from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.changing import Changes
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.change_slot import ChangeSlot
from shnor_domain.identity import Role
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, books, methodist_of, publishes
from tests.support.queueing import cancels, passes, tick, waits

WHEN = "Понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск"


async def test_who_finds_no_seat_stands_in_the_queue_with_her_question(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    slot = await publishes(talk, host, capacity=1)
    await books(talk, anna, slot)
    await waits(talk, bella, slot)
    for step in ("/consult", "Химия", "Пн 7 декабря · мест нет", "17:00 · мест нет, в очередь"):
        await (vera.sends(step) if step.startswith("/") else vera.presses(step))
    vera.sees("Мест сейчас нет. Можно встать в очередь: вы вторая.", WHEN)
    await vera.sends("ЕГЭ, задание 34")
    vera.sees("Вы в очереди: вы вторая. Когда место освободится, я напишу.", "Ваш вопрос: ЕГЭ, задание 34")
    await vera.sends("/my")
    vera.sees("Очередь", "Химия, пн 7 декабря: вы вторая")
    await vera.presses("Очередь: химия")
    await vera.presses("Выйти из очереди")
    vera.sees("Вы вышли из очереди.")
    await vera.sends("/my")
    assert "Очередь: химия" not in vera.buttons


async def test_the_loser_of_a_race_joins_by_one_button_and_her_question_goes_along(
    talk: Talk, host: Person, anna: Person, bella: Person
) -> None:
    await publishes(talk, host, capacity=1)
    for who in (anna, bella):
        for step in ("/consult", "Химия", "Пн 7 декабря · 1 место"):
            await (who.sends(step) if step.startswith("/") else who.presses(step))
    await anna.sends("Соли")
    await bella.sends("Щёлочи")
    bella.sees("Это место только что заняли", "Ваш вопрос сохранён: «Щёлочи»")
    await bella.presses("В очередь (вы первая)")
    bella.sees("Вы в очереди: вы первая.", "Ваш вопрос: Щёлочи")


async def test_a_seat_is_offered_to_the_first_then_to_the_next_and_others_see_no_seat(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    slot = await publishes(talk, host, capacity=1)
    seat = await books(talk, anna, slot)
    await waits(talk, bella, slot, "Соли")
    await waits(talk, vera, slot)
    await cancels(talk, anna, seat)
    await tick(talk)
    assert bella.last.text == f"Освободилось место: химия, Пётр Семёнович\n{WHEN}\nДержим для вас до 15:00 (у вас)."
    assert bella.last.buttons == ["Беру", "Не смогу", "Выйти из очереди"]
    for step in ("/consult", "Химия"):
        await (anna.sends(step) if step.startswith("/") else anna.presses(step))
    assert "Пн 7 декабря · мест нет" in anna.buttons
    vera.hears_nothing()
    offer = bella.last
    await passes(talk, minutes=60)
    assert offer.buttons == []
    assert "Ответа не было, место предложили дальше. Вы остаётесь в очереди." in offer.text
    assert vera.last.text == f"Освободилось место: химия, Пётр Семёнович\n{WHEN}\nДержим для вас до 16:00 (у вас)."
    taken = vera.last
    await vera.presses("Беру")
    vera.sees("Вы записаны.", "понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск")
    await tick(talk)
    assert taken.text.startswith("Место ваше: химия, 7 декабря в 17:00. Вы записаны.")
    assert taken.buttons == []


async def test_who_cannot_come_keeps_her_place_and_old_buttons_answer_truly(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    slot = await publishes(talk, host, capacity=1)
    seat = await books(talk, anna, slot)
    await waits(talk, bella, slot)
    await waits(talk, vera, slot)
    await cancels(talk, anna, seat)
    await tick(talk)
    offer = deepcopy(bella.last)
    await bella.presses("Не смогу")
    bella.sees("Вы в очереди: вы первая.")
    await tick(talk)
    vera.sees("Освободилось место")
    await bella.presses_old(offer, "Беру")
    bella.sees("Это место уже держат для следующего. Вы остаётесь в очереди")
    await bella.presses_old(offer, "Не смогу")
    bella.sees("Вы в очереди: вы первая.")
    await bella.presses_old(offer, "Выйти из очереди")
    bella.sees("Вы вышли из очереди.")
    await vera.presses("Беру")
    vera.sees("Вы записаны.")
    await bella.presses_old(offer, "Беру")
    bella.sees("Вы вышли из очереди.")


async def test_a_late_tap_books_while_the_seat_is_held_for_nobody_else(
    talk: Talk, host: Person, anna: Person, bella: Person
) -> None:
    slot = await publishes(talk, host, capacity=1, notice=720)
    seat = await books(talk, anna, slot)
    await waits(talk, bella, slot, "Соли")
    # five hours before the start, well inside the notice
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=5)
    await cancels(talk, anna, seat)
    await tick(talk)
    offer = deepcopy(bella.last)
    await passes(talk, minutes=61)
    bella.sees("Ответа не было")
    await bella.presses_old(offer, "Беру")
    bella.sees("Вы записаны.", "Ваш вопрос: Соли")


async def test_a_tap_after_the_start_books_nothing(talk: Talk, host: Person, anna: Person, bella: Person) -> None:
    slot = await publishes(talk, host, capacity=1)
    seat = await books(talk, anna, slot)
    await waits(talk, bella, slot)
    talk.clock.instant = NEXT_MONDAY - timedelta(minutes=40)
    await cancels(talk, anna, seat)
    await tick(talk)
    offer = deepcopy(bella.last)
    talk.clock.instant = NEXT_MONDAY + timedelta(minutes=1)
    await bella.presses_old(offer, "Беру")
    bella.does_not_see("Вы записаны.")
    await tick(talk)
    assert bella.screens[0].buttons == []


async def test_nobody_is_asked_in_her_night_and_the_seat_waits_for_her_morning(
    talk: Talk, host: Person, anna: Person, bella: Person
) -> None:
    slot = await publishes(talk, host, capacity=1)
    seat = await books(talk, anna, slot)
    await waits(talk, bella, slot)
    talk.clock.advance(hours=8)  # 22:00 in Хонуу, a week before
    await cancels(talk, anna, seat)
    await tick(talk)
    bella.hears_nothing()
    talk.clock.advance(hours=10)
    await tick(talk)
    bella.sees("Освободилось место", "Держим для вас до 09:00 (у вас).")


async def test_what_is_open_to_all_is_said_and_booked_from_the_card_of_the_queue(
    talk: Talk, host: Person, anna: Person, bella: Person
) -> None:
    slot = await publishes(talk, host, capacity=1)
    seat = await books(talk, anna, slot)
    await waits(talk, bella, slot, "Соли")
    await cancels(talk, anna, seat)
    await tick(talk)
    await passes(talk, minutes=61)
    # nobody stands behind her
    bella.sees("Ответа не было, место теперь открыто для всех. Вы остаётесь в очереди.")
    await bella.presses("Открыть очередь")
    bella.sees("Место открыто для всех: запишитесь, пока оно есть.", "Ваш вопрос: Соли")
    bella.does_not_see("Когда место освободится")
    await bella.presses("Записаться")
    bella.sees("Вы записаны.", "Ваш вопрос: Соли")


async def test_who_waits_for_a_moved_meeting_opens_her_place_and_hears_what_is_in_her_way(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    slot = await publishes(talk, host, capacity=1)
    await books(talk, anna, slot)
    for waiter in (bella, vera):
        await waits(talk, waiter, slot)
    other = await methodist_of(talk, "biology", name="Марфа Ильинична")
    busy = await publishes(talk, other, subject="biology", weekday=1, starts=time(16))
    await books(talk, bella, busy, None, NEXT_MONDAY + timedelta(hours=25))
    move = await talk.the(MoveMeeting)
    await move(await talk.actor(host), SessionKey(slot, NEXT_MONDAY), date(2026, 12, 8), time(16))
    await tick(talk)
    vera.sees("Консультацию, которой вы ждёте, перенесли", "Ваше место в очереди сохранилось.")
    vera.does_not_see("другая запись")
    bella.sees("Ваше место в очереди сохранилось. В новое время у вас другая запись")
    await bella.presses("Открыть очередь")
    bella.sees("Вы в очереди: вы первая.", "Пока в это время у вас есть другая запись")


async def test_half_an_hour_before_the_start_the_seat_is_open_to_all_without_notice(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    slot = await publishes(talk, host, capacity=1, notice=720)
    seat = await books(talk, anna, slot)
    await waits(talk, bella, slot)
    talk.clock.instant = NEXT_MONDAY - timedelta(minutes=50)
    await cancels(talk, anna, seat)
    await tick(talk)
    bella.sees("Держим для вас до 16:30 (у вас).")
    await passes(talk, minutes=20)
    bella.sees("Ответа не было")
    for step in ("/consult", "Химия", "Пн 7 декабря · 1 место", "Пропустить"):
        await (vera.sends(step) if step.startswith("/") else vera.presses(step))
    vera.sees("Вы записаны.")


async def test_who_is_booked_at_that_time_is_told_as_she_joins_and_passed_over(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    slot = await publishes(talk, host, capacity=1)
    other = await methodist_of(talk, "chemistry", name="Мария Ильинична")
    elsewhere = await publishes(talk, other)
    seat = await books(talk, anna, slot)
    await books(talk, bella, elsewhere)
    for step in ("/consult", "Химия", "Пётр Семёнович", "Пн 7 декабря · мест нет"):
        await (bella.sends(step) if step.startswith("/") else bella.presses(step))
    await bella.presses("17:00 · мест нет, в очередь")
    await bella.presses("Встать в очередь")
    bella.sees("вы первая", "Пока в это время у вас есть другая запись, место предложим следующему.")
    await waits(talk, vera, slot)
    bella.looks_away()
    await cancels(talk, anna, seat)
    await tick(talk)
    bella.hears_nothing()
    vera.sees("Освободилось место")


async def test_called_off_with_an_offer_open_everybody_who_waited_is_told_once(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    slot = await publishes(talk, host, capacity=1)
    seat = await books(talk, anna, slot)
    await waits(talk, bella, slot)
    await waits(talk, vera, slot)
    await cancels(talk, anna, seat)
    await tick(talk)
    offer = bella.last
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await tick(talk)
    assert offer.buttons == []
    for who in (bella, vera):
        assert who.last.text.startswith("Консультация, на которую вы стояли в очереди, не состоится")
        who.looks_away()
    await passes(talk, minutes=2)
    for who in (bella, vera):
        who.hears_nothing()


async def test_with_fewer_seats_who_had_an_offer_is_told_and_stays_in_the_queue(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    slot = await publishes(talk, host, capacity=2)
    seat = await books(talk, anna, slot)
    await books(talk, bella, slot)
    await waits(talk, vera, slot)
    await cancels(talk, anna, seat)
    await tick(talk)
    vera.sees("Освободилось место")
    await (await talk.the(ChangeSlot))(await talk.actor(host), slot, Changes(capacity=1))
    await tick(talk)
    vera.sees("Места, которое мы держали для вас, больше нет", "Вы остаётесь в очереди: вы первая.")
    await (await talk.the(ChangeSlot))(await talk.actor(host), slot, Changes(capacity=2))
    await tick(talk)
    vera.sees("Освободилось место")


async def test_a_window_of_which_the_bot_was_down_is_given_again(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    slot = await publishes(talk, host, capacity=1)
    seat = await books(talk, anna, slot)
    await waits(talk, bella, slot)
    await waits(talk, vera, slot)
    await cancels(talk, anna, seat)
    await tick(talk)
    await passes(talk, minutes=5)
    offer = bella.last
    talk.clock.advance(minutes=70)
    await tick(talk)
    assert "предложу место ещё раз" in offer.text
    bella.sees("Освободилось место", "Держим для вас до 16:15 (у вас).")
    vera.hears_nothing()


async def test_the_host_sees_how_many_wait(talk: Talk, host: Person, anna: Person, bella: Person) -> None:
    slot = await publishes(talk, host, capacity=1)
    await books(talk, anna, slot)
    await waits(talk, bella, slot)
    await host.sends("/schedule")
    await host.presses("Пн 7 декабря")
    host.sees("Ждут места: 1")


async def test_a_stranger_taps_no_offer(talk: Talk, host: Person, anna: Person, bella: Person) -> None:
    slot = await publishes(talk, host, capacity=1)
    seat = await books(talk, anna, slot)
    await waits(talk, bella, slot)
    await cancels(talk, anna, seat)
    await tick(talk)
    stranger = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"])
    for button in ("Беру", "Не смогу", "Выйти из очереди"):
        await stranger.presses_old(replace(deepcopy(bella.last), chat=stranger.chat), button)
        stranger.sees("Этого здесь больше нет.")
    await bella.presses("Беру")
    bella.sees("Вы записаны.")


async def test_who_leaves_or_blocks_the_bot_holds_nobody_up(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    slot = await publishes(talk, host, capacity=1)
    seat = await books(talk, anna, slot)
    await waits(talk, bella, slot, "Соли")
    await waits(talk, vera, slot)
    await bella.blocks_the_bot()
    await cancels(talk, anna, seat)
    await tick(talk)
    vera.sees("Освободилось место")
