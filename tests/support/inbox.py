"""The real inbox over a file, with a small booking dialog: for tests that kill and feed again."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message, Update
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo
from aiogram_dialog.widgets.text import Const, Format
from dishka import AsyncContainer

from bot.dispatcher import build_dispatcher
from bot.forms import FormStorage
from bot.inbox.figures import Uncounted
from bot.inbox.handling import Handling
from bot.tasks import Tasks
from bot.updates import Inbox
from handlers.shell import Asks, Screen
from handlers.shell.buttons import Home
from handlers.texts import Texts
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor
from shnor_domain.storage.applied import AppliedStore
from shnor_domain.storage.engine import Database
from shnor_domain.storage.forms import FormStore
from shnor_domain.storage.inbox import InboxStore
from tests.support.conversation import Conversation
from tests.support.telegram import RecordingSession, recording_bot

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
TEXTS = Texts()
REFUSED = "Запретная тема"


class Killed(BaseException):
    """What a test raises where the process would die: nothing catches it."""


class Booking(StatesGroup):
    topic = State()
    slot = State()
    booked = State()
    closed = State()


@dataclass
class StoppedClock:
    """Stands still until a test moves it."""

    instant: datetime = NOW

    def now(self) -> datetime:
        return self.instant

    def advance(self, **by: float) -> None:
        self.instant += timedelta(**by)


@dataclass
class HeardApologies:
    """Keeps what would have been said."""

    told: list[tuple[str, int]] = field(default_factory=list)

    async def broken(self, chat: int, incident: str) -> None:
        self.told.append((f"broken {incident}", chat))

    async def late(self, chat: int) -> None:
        self.told.append(("late", chat))


async def no_pause(_seconds: float) -> None:
    """Attempts follow at once."""


async def nothing_happens(_where: str) -> None:
    """Where a test does not disturb."""


async def no_process(_update: Update) -> None:
    """Nobody runs."""
    raise AssertionError("no process has been started")


async def somebody(chat: int) -> Actor:
    """Nobody is known."""
    return Actor(person=None, chat=chat)


@dataclass
class World:
    """Outlives the process: the database, Telegram with its chats, and the hooks by which a test disturbs."""

    url: str
    clock: StoppedClock = field(default_factory=StoppedClock)
    apologies: HeardApologies = field(default_factory=HeardApologies)
    books: list[tuple[int, str]] = field(default_factory=list)
    seen: list[tuple[int, str]] = field(default_factory=list)
    disturb: Callable[[str], Awaitable[None]] = nothing_happens
    routers: Sequence[Callable[["World"], Router]] = ()
    container: AsyncContainer | None = None

    def __post_init__(self) -> None:
        self.bot, self.session = recording_bot()
        # one for all lives of the process: Telegram never uses the number of an update again
        self.conversation = Conversation(self.bot, no_process)

    async def start(self, **settings: Any) -> "Process":
        """Start a process on it, as `run` does."""
        process = Process(self, **settings)
        await process.start()
        return process


class Process:
    """One life of the bot."""

    def __init__(self, world: World, **settings: Any) -> None:
        self.world = world
        self.bot = Bot("42:TEST", session=world.session, default=world.bot.default)
        # a middleware of an earlier life of the process has gone with it
        assert isinstance(world.session, RecordingSession)
        world.session.middleware._middlewares.clear()
        self.database = Database(world.url)
        self.store = InboxStore(self.database)
        self.tasks = Tasks()
        self.dispatcher = build_dispatcher(
            forms=FormStorage(FormStore(self.database)),
            texts=TEXTS,
            actor_of=somebody,
            container=world.container,
            routers=[*(make(world) for make in world.routers), commands(world), booking(self), menu()],
        )
        handling = Handling(
            self.bot,
            self.dispatcher,
            self.store,
            world.apologies,
            world.clock,
            Uncounted(),
            **{"sleep": no_pause, **settings},
        )
        self.inbox = Inbox(self.store, handling, self.tasks, world.clock, Uncounted())
        self.conversation = world.conversation
        self.conversation.feed = self.feed

    async def start(self) -> None:
        await self.dispatcher.emit_startup(bot=self.bot)
        await self.inbox.start()

    async def feed(self, update: Update) -> None:
        await self.give(update)
        await self.inbox.idle()

    async def give(self, *updates: Update) -> None:
        """Accept without waiting for the end."""
        batch = [update.model_dump(mode="json", by_alias=True, exclude_none=True) for update in updates]
        await self.inbox.accept(batch)

    async def ends(self) -> None:
        """Leave as on SIGTERM."""
        await self.inbox.close()
        await self.tasks.cancel()
        await self.database.close()

    async def dies(self) -> None:
        """Leave as on SIGKILL: nothing more is written."""
        await self.tasks.cancel()
        await self.database.close()

    async def book(self, chat: int, slot: str) -> str:
        """A use case of one seat per slot: effect and result in one transaction, then perhaps the end."""
        async with self.database.write() as connection:
            applied = AppliedStore(connection)
            if (done := await applied.result(f"book:{slot}")) is not None:
                return done
            if any(taken == slot for _chat, taken in self.world.books):
                raise Stale()
            await applied.save(f"book:{slot}", "booked")
        self.world.books.append((chat, slot))
        await self.world.disturb("after the effect")
        return "booked"


def commands(world: World) -> Router:
    router = Router(name="commands")

    async def start(message: Message, dialog_manager: DialogManager) -> None:
        await dialog_manager.start(Booking.topic, mode=StartMode.RESET_STACK)

    async def echo(message: Message) -> None:
        assert message.text is not None
        world.seen.append((message.chat.id, message.text))
        await world.disturb(message.text)

    router.message.register(start, Command("book"))
    router.message.register(echo, Command("echo"))
    return router


def menu() -> Dialog:
    return Dialog(Window(Const("Меню"), state=Home.menu))


def booking(process: Process) -> Dialog:
    async def typed(manager: DialogManager, text: str) -> None:
        manager.dialog_data["topic"] = text
        if text == REFUSED:
            raise Stale()
        await manager.switch_to(Booking.slot)

    async def picked(query: CallbackQuery, widget: object, manager: DialogManager, slot: str) -> None:
        assert query.message is not None
        manager.dialog_data["result"] = await process.book(query.message.chat.id, slot)
        await manager.switch_to(Booking.booked)

    async def broken(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        manager.dialog_data["topic"] = "spoilt"
        await process.world.disturb("broken")

    async def closing(**_data: object) -> dict[str, object]:
        raise NotFound()

    slots = Column(
        Select(Format("{item}"), id="s", item_id_getter=str, items=lambda _: ["15:00", "16:00"], on_click=picked)
    )
    return Dialog(
        Screen(Format("Тема? Было: {dialog_data}"), Asks("topic", typed, most=50), state=Booking.topic),
        Screen(
            Format("Когда? Тема: {dialog_data[topic]}"),
            slots,
            Button(Const("Сломать"), id="b", on_click=broken),
            SwitchTo(Const("Закрытое"), id="c", state=Booking.closed),
            state=Booking.slot,
        ),
        Screen(Format("Записано: {dialog_data[topic]}, {dialog_data[result]}"), state=Booking.booked),
        Screen(Const("Закрыто"), state=Booking.closed, getter=closing),
    )
