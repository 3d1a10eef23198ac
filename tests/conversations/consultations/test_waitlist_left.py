"""Who waits no more and taps an old button reads how it stands with her, and what she can do; never that she waits."""

from copy import deepcopy
from datetime import timedelta

from shnor_domain.consultations.model import SessionKey, SlotId
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.identity import Role
from shnor_domain.people.use_cases.my_places import LeavePlace, MyPlaces
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, books, publishes
from tests.support.queueing import cancels, passes, tick, waits
from tests.support.screens import Screen

LEFT = "Вы вышли из очереди. Передумаете, встать в неё можно снова."


async def offered(talk: Talk, host: Person, anna: Person, bella: Person, *more: Person) -> tuple[SlotId, Screen]:
    """One seat: Анна gives hers back, Белла is asked, others stand behind her; the slot, and the offer as it came."""
    slot = await publishes(talk, host, capacity=1)
    seat = await books(talk, anna, slot)
    for person in (bella, *more):
        await waits(talk, person, slot)
    await cancels(talk, anna, seat)
    await tick(talk)
    bella.sees("Освободилось место")
    return slot, deepcopy(bella.last)


async def test_who_has_left_reads_so_from_every_old_button_and_finds_the_way_back(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    _, offer = await offered(talk, host, anna, bella, vera)
    await bella.presses("Выйти из очереди")
    bella.sees(LEFT)
    await tick(talk)
    vera.sees("Освободилось место")
    for label in ("Беру", "Не смогу", "Выйти из очереди"):
        await bella.presses_old(offer, label)
        bella.sees(LEFT)
        bella.does_not_see("остаётесь")
    await bella.presses("Выбрать время")
    assert any("7 декабря" in label for label in bella.buttons)
    await vera.presses("Беру")
    vera.sees("Вы записаны.")


async def test_who_has_joined_anew_is_led_to_her_new_place_and_leaves_it_by_its_own_button(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    slot, offer = await offered(talk, host, anna, bella, vera)
    await bella.presses("Выйти из очереди")
    await tick(talk)
    await waits(talk, bella, slot)
    await bella.presses_old(offer, "Выйти из очереди")
    bella.sees("Вы в очереди: вы вторая.")
    await bella.presses_old(offer, "Беру")
    bella.sees("Это место уже держат для следующего. Вы остаётесь в очереди")
    await bella.presses_old(offer, "Не смогу")
    bella.sees("Вы в очереди: вы вторая.")
    await bella.presses("Выйти из очереди")
    bella.sees(LEFT)


async def test_whose_seat_is_hers_opens_it_and_whose_is_not_any_more_reads_that(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    _, offer = await offered(talk, host, anna, bella, vera)
    await bella.presses("Беру")
    await bella.presses_old(offer, "Не смогу")
    bella.sees("Вы записаны на эту консультацию, очередь больше не нужна.")
    await bella.presses("Открыть запись")
    for label in ("Отменить запись", "Пропустить"):
        await bella.presses(label)
    await tick(talk)
    vera.sees("Освободилось место")
    await bella.presses_old(offer, "Беру")
    bella.sees("Вашей записи на эту консультацию больше нет, и в очереди вы не стоите.")
    assert "Выбрать время" in bella.buttons


async def test_of_what_was_called_off_every_old_button_says_so(
    talk: Talk, host: Person, anna: Person, bella: Person
) -> None:
    slot, offer = await offered(talk, host, anna, bella)
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await talk.deliver()
    for label in ("Беру", "Не смогу", "Выйти из очереди"):
        await bella.presses_old(offer, label)
        bella.sees("Консультация не состоится, очереди больше нет.")
        assert "Выбрать время" in bella.buttons


async def test_in_the_last_half_hour_nobody_is_promised_a_word(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    _, offer = await offered(talk, host, anna, bella, vera)
    await bella.presses("Не смогу")
    await tick(talk)
    await vera.presses("Беру")
    talk.clock.instant = NEXT_MONDAY - timedelta(minutes=20)
    await bella.presses_old(offer, "Беру")
    bella.sees("До начала меньше получаса, очередь закончилась.")
    bella.does_not_see("я напишу")
    await bella.presses_old(offer, "Не смогу")
    bella.sees("До начала меньше получаса, очередь закончилась.")
    await bella.presses("Выйти из очереди")
    bella.sees("Вы больше не в очереди. До начала меньше получаса")
    talk.clock.instant = NEXT_MONDAY + timedelta(minutes=1)
    await bella.presses_old(offer, "Не смогу")
    bella.sees("Консультация уже началась, очередь закончилась.")


async def test_an_offer_that_ended_as_she_left_does_not_say_that_she_waits(
    talk: Talk, host: Person, anna: Person, bella: Person, vera: Person
) -> None:
    await offered(talk, host, anna, bella, vera)
    notice = bella.last
    await bella.presses("Не смогу")
    await bella.presses_old(notice, "Выйти из очереди")
    await passes(talk, minutes=1)
    assert "место предложим следующему" in notice.text and "остаётесь" not in notice.text


async def test_whom_another_school_has_confirmed_finds_the_way_to_times_from_her_old_place(
    talk: Talk, host: Person, anna: Person, bella: Person
) -> None:
    _, offer = await offered(talk, host, anna, bella)
    actor = await talk.actor(bella)
    (school,) = await (await talk.the(MyPlaces))(actor)
    await (await talk.the(LeavePlace))(actor, school.place.id)
    await talk.deliver()
    await bella.presses_old(offer, "Не смогу")
    bella.sees("Ваше место в школе закончилось, поэтому вы больше не в очереди.")
    assert "Выбрать время" not in bella.buttons
    await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"], chat=bella.chat)
    await bella.presses_old(offer, "Не смогу")
    bella.sees("С нынешним можно записаться снова.")
    await bella.presses("Выбрать время")
    assert any("7 декабря" in label for label in bella.buttons)
