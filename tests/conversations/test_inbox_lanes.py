"""Order within a chat, chats side by side, and what becomes of an update that does not end well."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from aiogram import Bot, Router
from aiogram.exceptions import TelegramForbiddenError
from aiogram.filters import Command
from aiogram.methods import SendMessage
from aiogram.types import CallbackQuery, Chat, InaccessibleMessage, Message, Update, User
from dishka import FromDishka, Provider, Scope, make_async_container
from dishka.integrations.aiogram import AiogramProvider

from bot.inbox import lanes
from bot.inbox.apologies import SpokenApologies
from bot.tasks import Tasks
from bot.updates import NotReady
from handlers.texts import Texts
from shnor_domain.errors import Stale
from shnor_domain.messaging import Unreachable
from shnor_domain.storage.inbox import REPLAYS, Arrived
from tests.support.inbox import TEXTS, Killed, Process, World, nothing_happens
from tests.support.screens import SENT_AT

TEACHER, CURATOR, STRANGER = 101, 202, 303


def says(update_id: int, text: str, chat: int = TEACHER) -> Update:
    her = User(id=chat, is_bot=False, first_name="x")
    return Update(
        update_id=update_id,
        message=Message(
            message_id=update_id, date=SENT_AT, chat=Chat(id=chat, type="private"), from_user=her, text=f"/echo {text}"
        ),
    )


def taps(update_id: int, data: str, chat: int = TEACHER) -> Update:
    window = InaccessibleMessage(chat=Chat(id=chat, type="private"), message_id=5)
    her = User(id=chat, is_bot=False, first_name="x")
    query = CallbackQuery(id=f"q{update_id}", from_user=her, chat_instance="1", data=data, message=window)
    return Update(update_id=update_id, callback_query=query)


@pytest.fixture
def world(sqlite_url: str) -> World:
    return World(sqlite_url)


@pytest.fixture
async def process(world: World) -> AsyncIterator[Process]:
    process = await world.start()
    yield process
    await process.ends()


class Gate:
    """Holds handlers of some texts until opened; tells who is inside."""

    def __init__(self, world: World, *held: str) -> None:
        self.inside: list[str] = []
        self.left: list[str] = []
        self._changed = asyncio.Condition()
        self.most = 0
        self.opened = asyncio.Event()
        self.entered = asyncio.Event()
        self._held = held
        world.disturb = self

    async def __call__(self, text: str) -> None:
        self.inside.append(text)
        self.most = max(self.most, len(self.inside))
        self.entered.set()
        await self._tell()
        if not self._held or text in self._held:
            await self.opened.wait()
        self.inside.remove(text)
        self.left.append(text)
        await self._tell()

    async def until(self, comes_true: Callable[[], bool]) -> None:
        """Wait for something that only entering or leaving can bring about."""
        async with self._changed:
            await self._changed.wait_for(comes_true)

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()


async def test_updates_of_a_chat_go_one_after_another(process: Process, world: World) -> None:
    gate = Gate(world, "/echo 1")
    await process.give(says(1, "1"), says(2, "2"), says(3, "3"))
    await gate.entered.wait()
    assert world.seen == [(TEACHER, "/echo 1")]
    assert process.inbox.waiting == 3
    gate.opened.set()
    await process.inbox.idle()
    assert [text for _chat, text in world.seen] == ["/echo 1", "/echo 2", "/echo 3"]


async def test_a_slow_chat_holds_nobody_else(process: Process, world: World) -> None:
    gate = Gate(world, "/echo slow")
    await process.give(says(1, "slow"))
    await gate.entered.wait()
    quick = process.conversation.person(CURATOR)
    await process.give(says(2, "quick", CURATOR))
    await gate.until(lambda: gate.left == ["/echo quick"])
    assert gate.inside == ["/echo slow"]
    quick.hears_nothing()
    gate.opened.set()
    await process.inbox.idle()


async def test_no_more_than_so_many_chats_at_once(world: World) -> None:
    process = await world.start(at_once=3)
    gate = Gate(world)
    await process.give(*(says(number, "x", chat=number) for number in range(1, 11)))
    await gate.until(lambda: len(gate.inside) == 3)
    gate.opened.set()
    await process.inbox.idle()
    assert (gate.most, len(world.seen)) == (3, 10)
    await process.ends()


async def test_more_than_the_memory_holds_waits_outside(
    process: Process, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "WAITING", 2)
    gate = Gate(world)
    giving = asyncio.gather(process.give(*(says(number, "x") for number in range(1, 6))))
    await gate.entered.wait()
    assert process.inbox.waiting == 2 and not giving.done()
    assert len(await process.store.pending()) == 5
    gate.opened.set()
    await giving
    await process.inbox.idle()
    assert len(world.seen) == 5


async def test_what_a_dead_process_has_left_is_taken_up_in_order(world: World) -> None:
    async def die(_text: str) -> None:
        raise Killed

    first = await world.start()
    world.disturb = die
    await first.give(says(1, "1"), says(2, "2"), says(3, "3", CURATOR))
    assert await first.tasks.drain(5)
    await first.dies()
    world.seen.clear()
    world.disturb = nothing_happens

    second = await world.start()
    await second.inbox.idle()
    await second.feed(says(4, "4"))
    mine = [text for chat, text in world.seen if chat == TEACHER]
    assert mine == ["/echo 1", "/echo 2", "/echo 4"]
    assert (CURATOR, "/echo 3") in world.seen
    assert await second.store.pending() == []
    await second.ends()


async def test_nothing_is_accepted_before_what_waited_was_read(world: World) -> None:
    process = Process(world)
    with pytest.raises(NotReady):
        await process.give(says(1, "1"))
    await process.start()
    await process.feed(says(1, "1"))
    assert world.seen == [(TEACHER, "/echo 1")]
    await process.ends()


async def test_an_update_that_ends_the_process_each_time_is_put_aside(world: World) -> None:
    first = await world.start()
    Gate(world)
    await first.give(says(1, "deadly"), says(2, "harmless"))
    await first.dies()
    for _start in range(REPLAYS):
        life = await world.start()
        await life.dies()
    world.disturb = nothing_happens
    world.seen.clear()
    last = await world.start()
    await last.inbox.idle()
    assert world.seen == [(TEACHER, "/echo harmless")]
    assert await last.store.parked() == [(1, "message:text")]
    await last.ends()


async def test_three_failures_put_an_update_aside_and_its_person_is_told_once(process: Process, world: World) -> None:
    async def fail(text: str) -> None:
        if text == "/echo 1":
            raise RuntimeError("a bug")

    world.disturb = fail
    await process.give(says(1, "1"), says(2, "2"))
    await process.inbox.idle()
    assert [text for _chat, text in world.seen] == ["/echo 1"] * 3 + ["/echo 2"]
    assert world.apologies.told == [("broken 1", TEACHER)]
    assert await process.store.parked() == [(1, "message:text")]


async def test_a_second_attempt_may_succeed(process: Process, world: World) -> None:
    failures = [RuntimeError("once")]

    async def fail_once(_text: str) -> None:
        if failures:
            raise failures.pop()

    world.disturb = fail_once
    await process.feed(says(1, "1"))
    assert len(world.seen) == 2
    assert world.apologies.told == [] and await process.store.parked() == []


async def test_a_handler_that_hangs_is_cut_off(world: World) -> None:
    process = await world.start(guard=0.01)
    Gate(world)
    await process.feed(says(1, "hangs"))
    assert world.apologies.told == [("broken 1", TEACHER)]
    await process.ends()


async def test_an_update_that_cannot_be_read_spoils_only_itself(process: Process, world: World) -> None:
    spoilt = {"update_id": 1, "message": {"message_id": "?", "date": "?", "chat": {"id": TEACHER, "type": "private"}}}
    sound = says(2, "2").model_dump(mode="json", by_alias=True, exclude_none=True)
    await process.inbox.accept([spoilt, sound])
    await process.inbox.idle()
    assert world.seen == [(TEACHER, "/echo 2")]
    assert await process.store.parked() == [(1, "message:other")]


async def test_a_kind_of_update_that_nobody_asked_for_is_done_at_once(process: Process, world: World) -> None:
    await process.inbox.accept([{"update_id": 1, "poll": {"id": "1", "question": "?"}}])
    await process.inbox.idle()
    assert await process.store.pending() == [] and await process.store.parked() == []
    assert world.session.calls == [] and world.apologies.told == []


async def test_a_tap_from_before_a_long_pause_is_answered_and_not_carried_out(world: World) -> None:
    first = await world.start()
    Gate(world)
    await first.give(says(1, "blocks"), taps(2, "menu"), taps(3, "menu"), says(4, "text"))
    await first.dies()
    world.clock.advance(minutes=11)
    world.disturb = nothing_happens
    world.seen.clear()
    second = await world.start()
    await second.inbox.idle()
    assert world.apologies.told == [("late", TEACHER)]
    assert {"q2", "q3"} <= world.session.answers.keys()
    assert [text for _chat, text in world.seen] == ["/echo blocks", "/echo text"]
    assert world.session.screens.get(TEACHER, []) == []
    await second.ends()


async def test_a_tap_of_nine_minutes_ago_is_carried_out(world: World) -> None:
    first = await world.start()
    Gate(world)
    await first.give(says(1, "blocks"), taps(2, "menu"))
    await first.dies()
    world.clock.advance(minutes=9)
    world.disturb = nothing_happens
    second = await world.start()
    await second.inbox.idle()
    assert world.apologies.told == []
    assert [screen.text for screen in world.session.screens[TEACHER]] == ["Меню"]
    await second.ends()


async def test_leaving_finishes_what_was_taken_in_hand(world: World) -> None:
    process = await world.start()
    gate = Gate(world)
    await process.give(says(1, "1"))
    await gate.entered.wait()
    leaving = asyncio.gather(process.inbox.close(5))
    gate.opened.set()
    [finished] = await leaving
    assert finished
    assert await process.store.pending() == []
    await process.ends()


async def test_while_the_database_is_away_a_chat_waits_in_order_and_nothing_is_forgotten() -> None:
    handled: list[int] = []
    faults = [OSError("away"), OSError("away")]

    async def handle(arrived: Arrived) -> None:
        if arrived.update_id == 1 and faults:
            raise faults.pop()
        handled.append(arrived.update_id)

    queue = lanes.Lanes(handle, Tasks(), first_pause=0)
    for number in (1, 2):
        await queue.put(Arrived(number, TEACHER, "message:text", "{}", SENT_AT))
    await queue.idle()
    assert handled == [1, 2]


async def test_who_leaves_while_the_database_is_away_leaves_the_whole_chat_for_the_next_start() -> None:
    handled: list[int] = []
    failed = asyncio.Event()

    async def handle(arrived: Arrived) -> None:
        if arrived.update_id == 1:
            failed.set()
            raise OSError("away")
        handled.append(arrived.update_id)

    tasks = Tasks()
    queue = lanes.Lanes(handle, tasks, first_pause=60)
    for number in (1, 2):
        await queue.put(Arrived(number, TEACHER, "message:text", "{}", SENT_AT))
    await failed.wait()
    assert await queue.close(5)
    assert handled == []


async def test_what_is_no_update_at_all_holds_up_nothing_of_its_batch(process: Process, world: World) -> None:
    whole = says(3, "3").model_dump(mode="json", by_alias=True, exclude_none=True)
    torn = says(2, "\ud83d").model_dump(mode="json", by_alias=True, exclude_none=True)
    await process.inbox.accept([{"update_id": 1, "message": {"text": "без чата"}}, torn, whole])
    await process.inbox.idle()
    assert world.seen == [(TEACHER, "/echo 3")]
    assert await process.store.pending() == []


async def test_leaving_does_not_wait_for_ever(world: World) -> None:
    process = await world.start()
    gate = Gate(world)
    await process.give(says(1, "1"))
    await gate.entered.wait()
    assert await process.inbox.close(0.01) is False
    assert [one.update_id for one in await process.store.pending()] == [1]
    assert len(process.tasks) == 0
    await process.ends()


async def test_a_chat_that_takes_no_messages_is_no_bug(process: Process, world: World) -> None:
    async def refuse(_text: str) -> None:
        raise TelegramForbiddenError(SendMessage(chat_id=1, text="x"), "Forbidden: bot was blocked by the user")

    world.disturb = refuse
    await process.feed(says(1, "1"))
    assert len(world.seen) == 1 and world.apologies.told == []


async def test_a_refusal_outside_of_dialogs_leaves_the_open_dialog_alone(sqlite_url: str) -> None:
    def notices(_world: World) -> Router:
        router = Router(name="notices")

        async def refuse(event: Message | CallbackQuery) -> None:
            raise Stale()

        async def notice(message: Message, bot: Bot) -> None:
            await bot.send_message(message.chat.id, "Напоминание")

        router.message.register(refuse, Command("refuse"))
        router.message.register(notice, Command("notice"))
        router.callback_query.register(refuse, is_ours)
        return router

    async def is_ours(query: CallbackQuery) -> bool:
        return query.data == "notice:1"

    world = World(sqlite_url, routers=[notices])
    process = await world.start()
    teacher, words = process.conversation.person(TEACHER), Texts().plain("error-stale")
    await teacher.sends("/book")
    window = str(teacher.last)
    await process.feed(taps(900, "notice:1"))
    assert world.session.answers["q900"] == words
    assert [str(screen) for screen in teacher.screens] == [window]
    await teacher.sends("/refuse")
    teacher.sees(words)
    assert [str(screen) for screen in teacher.screens] == [window, f"{words}\n[{TEXTS.button('btn-menu')}]"]
    await process.ends()


async def test_a_handler_is_given_what_the_container_has(sqlite_url: str) -> None:
    def router(_world: World) -> Router:
        asking = Router(name="asking")

        async def answer(message: Message, texts: FromDishka[Texts]) -> None:
            await message.answer(texts("btn-menu"))

        asking.message.register(answer, Command("ask"))
        return asking

    provider = Provider(scope=Scope.APP)
    provider.provide(lambda: TEXTS, provides=Texts)
    container = make_async_container(provider, AiogramProvider())
    world = World(sqlite_url, routers=[router], container=container)
    process = await world.start()
    await process.conversation.person(TEACHER).sends("/ask")
    process.conversation.person(TEACHER).sees("В меню")
    await process.ends()
    await container.close()


async def test_apologies_have_words_and_reach_persons_only() -> None:
    said: list[tuple[int, str]] = []

    class Postman:
        async def send(self, chat: int, message: object, lane: object = None) -> str:
            if chat == STRANGER:
                raise Unreachable("blocked")
            said.append((chat, message.text))  # type: ignore[attr-defined]
            return "1:1"

    texts = Texts()
    apologies = SpokenApologies(Postman(), texts)  # type: ignore[arg-type]
    await apologies.broken(TEACHER, "77")
    await apologies.late(TEACHER)
    await apologies.late(-100)
    await apologies.late(STRANGER)
    assert said == [(TEACHER, texts("error-broken", incident="77")), (TEACHER, texts("late-tap"))]
    assert "77" in said[0][1]
