"""What a person has typed survives refusals, crashes and second deliveries."""

from collections.abc import AsyncIterator

import pytest
from aiogram.types import CallbackQuery, Update, User
from sqlalchemy import func, select

from handlers.texts import Texts
from shnor_domain.storage.schema.updates import form
from tests.support.inbox import REFUSED, Killed, Process, World, nothing_happens
from tests.support.screens import Screen

TEACHER, RIVAL = 101, 202


@pytest.fixture
def world(sqlite_url: str) -> World:
    return World(sqlite_url)


@pytest.fixture
async def process(world: World) -> AsyncIterator[Process]:
    process = await world.start()
    yield process
    await process.ends()


async def typed_topic(process: Process, chat: int = TEACHER) -> None:
    teacher = process.conversation.person(chat)
    await teacher.sends("/book")
    await teacher.sends("Окислители")
    teacher.sees("Когда? Тема: Окислители")


async def forms(process: Process) -> int:
    async with process.database.read() as connection:
        return int((await connection.execute(select(func.count()).select_from(form))).scalar_one())


async def test_a_refusal_keeps_what_was_typed_and_says_why(process: Process) -> None:
    words = Texts().plain("error-stale")
    await typed_topic(process, RIVAL)
    await process.conversation.person(RIVAL).presses("15:00")
    await typed_topic(process)
    teacher = process.conversation.person(TEACHER)
    await teacher.presses("15:00")
    teacher.sees("Когда? Тема: Окислители", words)
    await teacher.presses("16:00")
    teacher.sees("Записано: Окислители, booked")
    teacher.does_not_see(words)


async def test_a_refusal_of_what_was_typed_asks_again_and_keeps_it(process: Process) -> None:
    teacher = process.conversation.person(TEACHER)
    await teacher.sends("/book")
    await teacher.sends(REFUSED)
    assert len(teacher.news) == 1
    teacher.sees(Texts().plain("error-stale"), "Тема?", REFUSED)
    await teacher.sends("Окислители")
    teacher.sees("Когда? Тема: Окислители")


async def test_a_window_that_may_not_be_seen_leads_to_the_menu(process: Process) -> None:
    await typed_topic(process)
    teacher = process.conversation.person(TEACHER)
    await teacher.presses("Закрытое")
    teacher.sees(Texts().plain("error-not-found"), "Меню")


async def test_a_form_goes_on_after_a_restart(world: World) -> None:
    first = await world.start()
    await typed_topic(first)
    await first.ends()
    second = await world.start()
    teacher = second.conversation.person(TEACHER)
    await teacher.presses("15:00")
    teacher.sees("Записано: Окислители, booked")
    await second.ends()


async def test_killed_after_the_effect_the_tap_is_fed_again_and_its_result_returned(world: World) -> None:
    first = await world.start()
    await typed_topic(first)

    async def die(_where: str) -> None:
        raise Killed

    world.disturb = die
    slot = first.conversation.person(TEACHER).last
    tap = Update(update_id=50, callback_query=tap_on(slot, "15:00"))
    await first.give(tap)
    assert await first.tasks.drain(5)
    assert world.books == [(TEACHER, "15:00")]
    await first.dies()

    world.disturb = nothing_happens
    second = await world.start()
    await second.inbox.idle()
    teacher = second.conversation.person(TEACHER)
    assert teacher.last.text == "Записано: Окислители, booked"
    assert world.books == [(TEACHER, "15:00")]
    await second.ends()


async def test_forms_of_a_failed_attempt_are_not_kept(process: Process, world: World) -> None:
    await typed_topic(process)
    attempts: list[str] = []

    async def fail(where: str) -> None:
        attempts.append(where)
        raise RuntimeError("a bug")

    world.disturb = fail
    teacher = process.conversation.person(TEACHER)
    await teacher.presses("Сломать")
    assert attempts == ["broken"] * 3
    assert [chat for _words, chat in world.apologies.told] == [TEACHER]
    await teacher.presses("16:00")
    assert "spoilt" not in teacher.last.text


async def test_the_same_tap_twice_changes_neither_window_nor_choice(process: Process, world: World) -> None:
    await typed_topic(process)
    teacher = process.conversation.person(TEACHER)
    tap = Update(update_id=50, callback_query=tap_on(teacher.last, "15:00"))
    await process.feed(tap)
    shown, calls = str(teacher.last), len(process.world.session.calls)
    await process.feed(tap)
    assert (str(teacher.last), len(process.world.session.calls)) == (shown, calls)
    assert world.books == [(TEACHER, "15:00")]


async def test_a_tap_on_a_window_of_an_ended_dialog_shows_the_menu(process: Process) -> None:
    await typed_topic(process)
    teacher = process.conversation.person(TEACHER)
    old = str(teacher.last)
    tap = tap_on(teacher.last, "16:00")
    await teacher.sends("/book")
    await process.feed(Update(update_id=60, callback_query=tap))
    assert process.world.session.answers["tap"] == Texts().plain("menu-updated")
    assert any("Тема?" in screen.text for screen in teacher.screens) and old not in map(str, teacher.screens)


async def test_an_unknown_button_and_an_unknown_text_lead_to_the_menu(process: Process) -> None:
    teacher = process.conversation.person(TEACHER)
    await teacher.sends("Здравствуйте")
    teacher.sees(Texts().plain("fallback-text"))
    await teacher.sends("/unknown")
    teacher.sees(Texts().plain("fallback-command"))
    await teacher.sends_photo()
    teacher.sees(Texts().plain("fallback-file"))
    await teacher.presses("В меню")
    teacher.sees("Меню")


async def test_a_closed_dialog_leaves_no_form_of_its_own(process: Process) -> None:
    await typed_topic(process)
    before = await forms(process)
    teacher = process.conversation.person(TEACHER)
    await teacher.sends("/book")
    assert before == await forms(process) == 2  # the stack and the one open window


def tap_on(screen: Screen, words: str) -> CallbackQuery:
    button = next(button for row in screen.rows for button in row if button.text == words)
    return CallbackQuery(
        id="tap",
        from_user=User(id=TEACHER, is_bot=False, first_name="x"),
        chat_instance="1",
        message=screen.as_message(),
        data=button.callback_data,
    )
