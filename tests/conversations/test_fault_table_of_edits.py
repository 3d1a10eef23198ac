"""The fault table for calls that change what is there already: edits, faces, deletes, menus; and for answers to taps.

Repeating them changes nothing, so a fault of the network is met by trying again; none of them puts a second message
into a chat, unless the first is gone and may come anew.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from aiogram.types import CallbackQuery, User

from bot.command_menus import Command, CommandMenus
from bot.message_manager import MessageManager
from bot.middlewares.answers import say
from shnor_domain.identity import PersonId
from shnor_domain.messaging import ChatId, Message, MessageRef, OutcomeUnknown, Refused, TryLater, Undeliverable
from shnor_domain.notifications.model import Face
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units
from tests.support.fault_table import ROWS, Row, detail_of, refusal
from tests.support.faulty_line import Break, Exchange, exchange
from tests.support.loop_time import loop_goes_on
from tests.support.notices import NOW, notice, post_office

OLD, NEW = Message("Завтра в 17:00"), Message("Встреча прошла")
GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
HER = ChatId(1001)
MENU = [Command("consult", "записаться")]
FACES: dict[str, Break | None] = {row.name: row.meets for row in ROWS} | {
    words: refusal(400, f"Bad Request: {words}") for words in (*GONE, "message is not modified")
}


@pytest.fixture
async def place() -> AsyncIterator[Exchange]:
    """A person for each fault that the table knows."""
    async with exchange() as made:
        await made.settle(len(FACES))
        yield made


def tried_again(row: Row) -> bool:
    """The network, or a server in trouble."""
    return row.said is OutcomeUnknown or (row.said is TryLater and row.detail is None)


async def outcomes(
    place: Exchange, act: Callable[[MessageRef], Awaitable[object]]
) -> dict[str, tuple[object, list[str]]]:
    """By the name of each row: what `act` gave or raised when it met it, and what stands in that person's chat."""
    found: dict[str, object] = {}
    for number, row in enumerate(ROWS, 1):
        chat = ChatId(1000 + number)
        sent = await place.messenger.send(chat, OLD)
        place.meets(chat, row.meets)
        try:
            found[row.name] = await act(sent) in (sent, True)
        except Undeliverable as fault:
            found[row.name] = (type(fault), detail_of(fault))
        place.mended()
    said = await place.said()
    return {row.name: (found[row.name], said.get(1000 + number, [])) for number, row in enumerate(ROWS, 1)}


async def test_an_edit_is_tried_again_after_a_fault_of_the_network_and_means_else_what_a_message_means(
    place: Exchange,
) -> None:
    def expected(row: Row) -> tuple[object, list[str]]:
        if row.meets is None or (row.said is not None and not tried_again(row)):
            return (row.said, row.detail), [OLD.text]
        return True, [NEW.text]

    found = await outcomes(place, lambda sent: place.messenger.edit(sent, NEW))
    assert found == {row.name: expected(row) for row in ROWS}


async def test_a_delete_is_tried_again_after_a_fault_of_the_network_and_means_else_what_a_message_means(
    place: Exchange,
) -> None:
    def expected(row: Row) -> tuple[object, list[str]]:
        if row.meets is None or (row.said is not None and not tried_again(row)):
            return (row.said, row.detail), [OLD.text]
        # one that was done is gone the second time
        return not row.arrived, []

    assert await outcomes(place, place.messenger.delete) == {row.name: expected(row) for row in ROWS}


async def test_after_three_times_it_is_left_for_later(place: Exchange) -> None:
    sent = await place.messenger.send(HER, OLD)
    place.line.breaks[HER] = [row.meets for row in ROWS if row.name.startswith("a page") and row.meets is not None]
    with pytest.raises(OutcomeUnknown):
        await place.messenger.edit(sent, NEW)
    assert place.line.calls_to(HER) == ["sendMessage", *["editMessageText"] * 3]


async def test_an_edit_that_changes_nothing_is_a_success(place: Exchange) -> None:
    sent = await place.messenger.send(HER, OLD)
    assert await place.messenger.edit(sent, OLD) == sent
    place.meets(HER, refusal(400, NOT_MODIFIED))
    assert await place.messenger.edit(sent, NEW) == sent


@pytest.mark.parametrize("words", GONE)
async def test_what_is_gone_comes_anew_only_where_it_may(place: Exchange, words: str) -> None:
    sent = await place.messenger.send(HER, OLD)
    place.meets(HER, refusal(400, f"Bad Request: {words}"))
    assert await place.messenger.edit(sent, NEW, anew=False) is None
    assert (await place.said())[HER] == [OLD.text]
    place.meets(HER, refusal(400, f"Bad Request: {words}"))
    assert await place.messenger.edit(sent, NEW) == f"{HER}:2"
    assert (await place.said())[HER] == [OLD.text, NEW.text]


async def test_the_words_of_a_file_are_edited_in_its_caption(place: Exchange) -> None:
    sent = await place.messenger.send(HER, OLD)
    place.meets(HER, refusal(400, "Bad Request: there is no text in the message to edit"))
    with pytest.raises(Refused, match="there is no caption"):
        # the sandbox knows that this one is text
        await place.messenger.edit(sent, NEW)
    assert place.line.calls_to(HER)[1:] == ["editMessageText", "editMessageCaption"]


@pytest.mark.parametrize("words", ["message to delete not found", "message can't be deleted for everyone"])
async def test_what_cannot_be_deleted_is_told(place: Exchange, words: str) -> None:
    sent = await place.messenger.send(HER, OLD)
    place.meets(HER, refusal(400, f"Bad Request: {words}"))
    assert not await place.messenger.delete(sent)
    assert await place.messenger.delete(sent)


async def test_n4_another_face_is_never_a_second_message_and_one_that_was_put_off_is_put_on_later(
    sqlite_url: str, place: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    after_an_hour = NOW + timedelta(hours=1)
    people = range(1, len(FACES) + 1)
    async with post_office(sqlite_url, len(people)) as office:
        line = office.line(mailing=False, messenger=place.messenger)

        async def faces() -> dict[str, Face]:
            await line()
            rows = [await office.row(f"booking:{number}:1h") for number in people]
            return {name: row.face for name, row in zip(FACES, rows, strict=True)}

        reminders = [notice(f"booking:{n}:1h", NOW, kind="reminder", person=PersonId(n)) for n in people]
        await office.plan(*(replace(each, over_at=after_an_hour) for each in reminders))
        assert set((await faces()).values()) == {Face.NEW}
        office.clock.move_to(after_an_hour)
        for number, fault in zip(people, FACES.values(), strict=True):
            place.meets(ChatId(1000 + number), fault)
        put_off = {row.name for row in ROWS if row.meets is None or (row.said is TryLater and row.detail)}
        assert await faces() == {name: Face.NEW if name in put_off else Face.PAST for name in FACES}
        place.mended()
        office.real.advance(timedelta(minutes=15))
        loop_goes_on(monkeypatch, timedelta(minutes=15))
        assert set((await faces()).values()) == {Face.PAST}
        assert {len(words) for words in (await place.said()).values()} == {1}


@pytest.fixture
async def menus(sqlite_url: str, place: Exchange) -> AsyncIterator[CommandMenus]:
    database = Database(sqlite_url)
    units = Units(database)
    yield CommandMenus(place.bot, units.read, units.write)
    await database.close()


@pytest.mark.parametrize("words", ["BOT_COMMAND_INVALID", "BOT_COMMANDS_TOO_MUCH", "chat not found"])
async def test_a_menu_that_was_refused_is_tried_the_next_time(place: Exchange, menus: CommandMenus, words: str) -> None:
    place.meets(HER, refusal(400, f"Bad Request: {words}"))
    assert [await menus.show(HER, MENU) for _ in range(3)] == [False, True, True]
    assert place.line.calls_to(HER) == ["setMyCommands"] * 2


async def test_a_menu_does_not_wait_where_the_gate_is_closed_for_long(place: Exchange, menus: CommandMenus) -> None:
    place.meets(HER, refusal(429, "Too Many Requests: retry after 70", retry_after=70))
    assert [await menus.show(HER, MENU) for _ in range(2)] == [False, False]
    assert place.line.calls_to(HER) == ["setMyCommands"]


async def test_a_menu_is_tried_again_after_a_fault_of_the_network(place: Exchange, menus: CommandMenus) -> None:
    for number, row in enumerate(row for row in ROWS if tried_again(row) and row.meets is not None):
        place.meets(ChatId(1001 + number), row.meets)
        assert await menus.show(ChatId(1001 + number), MENU), row


# one of each meaning, and the two that only an answer to a tap can meet
TAPS = {row.said: row.meets for row in reversed(ROWS) if row.meets is not None} | {
    "too old": refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"),
    "too long": refusal(400, "Bad Request: MESSAGE_TOO_LONG"),
}


@pytest.mark.parametrize("fault", TAPS.values(), ids=map(str, TAPS))
async def test_an_answer_to_a_tap_that_fails_troubles_nobody(place: Exchange, fault: Break) -> None:
    # answers belong to no chat: they are neither paced nor tried again, for they are late already
    tap = CallbackQuery(id="7", from_user=User(id=HER, is_bot=False, first_name="x"), chat_instance="7").as_(place.bot)
    place.meets(0, fault)
    assert not await say(tap, "Мест нет", alert=True)
    place.meets(0, fault)
    await MessageManager().answer_callback(place.bot, tap)
    assert place.line.calls_to(0) == ["answerCallbackQuery"] * 2
