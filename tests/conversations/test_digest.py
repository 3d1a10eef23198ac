"""The plan of a day in the chat: what waits too long, opened from its row, and put off till tomorrow (P1, L3, L6)."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiogram.types import InlineKeyboardButton

from handlers.digest.callbacks import Tomorrow
from shnor_domain.identity import Role
from shnor_domain.people.use_cases.waiting import MoveApplications
from tests.support.conversation import Person
from tests.support.neighbours import Neighbours, neighbours
from tests.support.screens import Screen


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        yield made


async def works(here: Neighbours, **by: float) -> None:
    """Time passes; the job and the delivery of the process do what is due."""
    here.talk.clock.advance(**by)
    await (await here.talk.the(MoveApplications))()
    await here.talk.deliver()


def plans(person: Person) -> list[Screen]:
    return [screen for screen in person.screens if "План на сегодня, " in screen.text]


async def test_p1_the_head_reads_at_four_who_waits_and_decides_from_the_row(here: Neighbours) -> None:
    await here.applies("Анна Петровна")  # Monday, 9:00
    await works(here, days=2)
    await works(here, hours=6, minutes=59)
    assert plans(here.lead) == []
    await works(here, minutes=1)
    (plan,) = plans(here.lead)
    assert plan.text == (
        "План на сегодня, среда, 2 декабря\n"
        "Ждёт вашего решения\n"
        "1. Заявка на регистрацию от 30 ноября: Анна Петровна, учитель, СОШ № 6, Лабинский"
    )
    assert plan.buttons == ["1. Анна Петровна", "Напомнить завтра"]
    shown = replace(plan, rows=list(plan.rows))
    await here.lead.presses("1. Анна Петровна")
    here.lead.sees("Заявка на регистрацию: учитель, СОШ № 6, Лабинский")
    assert (plan.text, plan.buttons) == (shown.text, shown.buttons)
    await here.lead.presses("Подтвердить")
    await here.lead.presses_old(plan, "Напомнить завтра")
    here.lead.sees("Напоминать уже не о чем")
    await here.lead.presses_old(plan, "1. Анна Петровна")
    here.lead.sees("Подтверждено: вы")
    await works(here, days=5)
    assert len(plans(here.lead)) == 1


async def test_p1_on_the_fourth_day_the_district_reads_of_it_at_nine_and_may_decide_at_once(here: Neighbours) -> None:
    await here.applies("Анна Петровна")
    await works(here, days=2, hours=7)
    await works(here, days=1, hours=16, minutes=55)
    assert plans(here.coordinator) == []
    here.talk.clock.advance(minutes=5)
    await here.talk.deliver()  # before the job: the digest is not late for what is due in its very minute
    (plan,) = plans(here.coordinator)
    assert "1. Заявка на регистрацию от 30 ноября: Анна Петровна" in plan.text
    await here.coordinator.presses("1. Анна Петровна")
    await here.coordinator.presses("Подтвердить")
    here.coordinator.sees("Подтверждено: вы")
    assert len(plans(here.lead)) == 1, "whose level it was is not told again"


async def test_p1_who_may_no_longer_decide_is_not_told(here: Neighbours) -> None:
    await here.applies("Анна Петровна")
    await works(here, days=2)
    lead = await here.talk.actor(here.lead)
    async with here.talk.units.write() as work:
        await work.places.end(lead.places[0].id, here.talk.clock.now().date().replace(day=1))
    await works(here, hours=7)
    assert plans(here.lead) == []


async def test_l6_tomorrow_it_is_named_by_its_day_and_the_plan_stays_as_it_was(here: Neighbours) -> None:
    for number in range(1, 4):
        await here.applies(f"Учитель Номер {number}")
    await works(here, days=2, hours=7)
    (plan,) = plans(here.lead)
    shown = replace(plan, rows=list(plan.rows))
    for _ in range(2):
        await here.lead.presses("Напомнить завтра")
        here.lead.sees("Напомню завтра: четверг, 3 декабря, 16:00.")
    assert (plan.text, plan.buttons) == (shown.text, shown.buttons)
    await works(here, days=1)
    _, second = plans(here.lead)
    assert second.text.startswith("План на сегодня, четверг, 3 декабря\nЖдёт вашего решения\n1. Заявка")
    assert second.buttons == ["1. Учитель Номер 1", "2. Учитель Номер 2", "3. Учитель Номер 3", "Напомнить завтра"]
    await works(here, days=1)
    assert len(plans(here.lead)) == 2
    await here.lead.presses("Напомнить завтра")
    here.lead.sees("Напомню в рабочий день: понедельник, 7 декабря, 16:00.")


async def test_l6_a_foreign_or_forged_button_is_nothing(here: Neighbours) -> None:
    await here.applies("Анна Петровна")
    await works(here, days=2, hours=7)
    data = plans(here.lead)[0].rows[-1][0].callback_data
    for person in (here.foreign, here.teacher, here.coordinator, here.stranger):
        for forged in (data, Tomorrow(notice=0).pack(), Tomorrow(notice=2**31 - 1).pack(), "tomorrow:-1", "tomorrow:x"):
            screen = Screen(person.chat, 90, "", "", [[InlineKeyboardButton(text="Ещё", callback_data=forged)]])
            person._session.screens.setdefault(person.chat, []).append(screen)
            await person.presses_old(screen, "Ещё")
            person.does_not_see("Анна", "Напомню")
    await works(here, days=1)
    assert len(plans(here.lead)) == 1


async def test_names_stay_out_of_the_plan_where_its_reader_says_so(here: Neighbours) -> None:
    await here.lead.sends("/settings")
    await here.lead.presses("Имена в сообщениях")
    await here.lead.presses("Имена в сообщениях")
    here.lead.sees("Имена в сообщениях: без имён")
    await here.applies("Анна Петровна")
    await works(here, days=2, hours=7)
    (plan,) = plans(here.lead)
    assert "Анна" not in str(plan)
    assert plan.buttons[0].startswith("1. участник № ")


async def test_one_message_a_day_joins_all_roles_of_a_person(here: Neighbours) -> None:
    both = await here.talk.grown_person(
        Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Лидия Руководителева", chat=here.lead.chat
    )
    await here.applies("Анна Петровна")
    await here.applies("Новый Директор", role=Role.SCHOOL_LEAD)
    await works(here, days=2)
    (plan,) = plans(both)
    assert "среда, 2 декабря" in plan.text, "at nine: she is a coordinator too"
    assert plan.buttons == ["1. Анна Петровна", "2. Новый Директор", "Напомнить завтра"]
