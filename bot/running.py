"""One process from start to end: what is opened, in which order, and how it is closed again."""

import asyncio
import logging
import random
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from aiogram import Bot
from dishka import AsyncContainer

from bot import assembly, database, jobs, operator_texts, web
from bot.clock import MovableClock, SystemClock
from bot.collecting import settle
from bot.command_menus import CommandMenus
from bot.failures import StartFailure
from bot.inbox.apologies import SpokenApologies
from bot.inbox.figures import Counted
from bot.inbox.handling import Handling
from bot.inbox.stripping import ALLOWED
from bot.middlewares.commands import menu
from bot.sender import Limits, Pace, TelegramMessenger, pace_session
from bot.sending.figures import DeliveryFigures
from bot.settings import Settings
from bot.tasks import Tasks
from bot.telegram import introduce, make_bot
from bot.updates import Inbox, Polling, add_webhook
from scheduler.heartbeat import Heartbeat
from scheduler.local import LocalScheduler
from scheduler.rehearsal import Rehearsal
from shnor_domain.consultations.waitlist.use_cases.clock import NextQueueLook
from shnor_domain.identity import Actor
from shnor_domain.notifications.model import Brake
from shnor_domain.notifications.use_cases import CheckKinds, Deliver, Delivery, FreeLeases, NextWake
from shnor_domain.people.use_cases.consent import SeatAdmins
from shnor_domain.results.use_cases.profiles import FillThresholds
from shnor_domain.risk.use_cases.catalogue import FillFactors
from shnor_domain.seminars.signing.use_cases.clock import NextEventLook
from shnor_domain.storage import migrate
from shnor_domain.storage.engine import Database
from shnor_domain.storage.inbox import InboxStore
from shnor_domain.territories.use_cases.subjects import FillReference

logger = logging.getLogger(__name__)

DRAIN_SECONDS = 20.0
"""What was begun is finished within this time after SIGTERM."""


@dataclass(frozen=True, slots=True)
class Running:
    """A process at work: the port of its HTTP side."""

    http_port: int


async def run(settings: Settings) -> int:
    """Work until SIGTERM or SIGINT; raises StartFailure when the process cannot start."""
    await database.require(settings)
    if not await migrate.is_current(settings.database_url):
        raise StartFailure(operator_texts.DATABASE_IS_OLD)
    stop_on_signals()
    with suppress(asyncio.CancelledError):
        async with running(settings, clock_of(settings)):
            await asyncio.Event().wait()
    return 0


def stop_on_signals() -> None:
    """SIGTERM and SIGINT cancel the task that runs; closing happens on its way out."""
    task = asyncio.current_task()
    assert task is not None
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)


async def _next_wake(container: AsyncContainer) -> Callable[[datetime], Awaitable[datetime | None]]:
    """When a notice or a queue has to be looked at, whichever comes first."""
    notices = await container.get(NextWake)
    queues, events = await container.get(NextQueueLook), await container.get(NextEventLook)

    async def earliest(after: datetime) -> datetime | None:
        found = [await notices(after), await queues(after), await events(after)]
        return min((instant for instant in found if instant is not None), default=None)

    return earliest


def clock_of(settings: Settings) -> SystemClock | MovableClock:
    """The machine's, or one that can be moved forward in a rehearsal."""
    return MovableClock() if settings.rehearsal else SystemClock()


@asynccontextmanager
async def running(settings: Settings, clock: SystemClock | MovableClock) -> AsyncIterator[Running]:
    """Everything open and at work while the block lasts; the database is migrated. Raises StartFailure."""
    bot = make_bot(settings)
    store = Database(settings.database_url)
    tasks, brake, heartbeat = Tasks(), Brake(), Heartbeat()
    figures = DeliveryFigures(heartbeat.beat)
    parts = assembly.of_settings(settings, store, clock, SystemClock())
    pace_session(bot, Pace(Limits(per_second=settings.calls_per_second), figures.throttled, figures.called))
    try:
        await introduce(bot, settings)
        messenger = TelegramMessenger(bot, parts.uploads)
        fields = parts.fields() | {"messenger": messenger, "brake": brake, "meter": figures, "jitter": random.random}
        kinds = parts.kinds(fields)
        fields["kinds"] = kinds
        container = parts.container(fields)
        units = parts.units
        await FillReference(units.write)()
        await FillFactors(units.write)()
        await FillThresholds(units.write)()
        await (await container.get(SeatAdmins))()
        await (await container.get(CheckKinds))()
        if store.is_sqlite:
            await (await container.get(FreeLeases))()
        delivery = Delivery(units.read, units.write, kinds, messenger, clock, parts.real, figures, random.random)
        lines = [
            Deliver(units.read, units.write, delivery, clock, parts.real, brake, figures, mailing=mailing)
            for mailing in (False, True)
        ]
        menus = CommandMenus(bot, units.read, units.write)
        await menus.show_strangers(menu(parts.texts, Actor(None, 0)))
        dispatcher = await parts.dispatcher(container, menus)
        inbox_store = InboxStore(store)
        apologies = SpokenApologies(messenger, parts.texts)
        handling = Handling(bot, dispatcher, inbox_store, apologies, parts.real, Counted())
        inbox = Inbox(inbox_store, handling, tasks, parts.real, Counted())
        await dispatcher.emit_startup(bot=bot)
        await inbox.start()
        work = (await jobs.work_of(parts, container, lines[0], lines[1], figures)).jobs()
        rehearsal = None
        if isinstance(clock, MovableClock):
            rehearsal = Rehearsal(clock, work, await _next_wake(container), settle=inbox.idle)
        scheduler = LocalScheduler([rehearsal.as_job()] if rehearsal else work, heartbeat)
        app = web.build({"database": lambda: _answers(store), "clock": heartbeat.alive}, rehearsal)
        if settings.mode == "webhook":
            add_webhook(app, inbox.accept, path=_path(settings), secret=_secret(settings))
        async with web.serving(app, settings.http_host, settings.http_port) as port:
            scheduler.start()
            settle()
            try:
                async with _source(settings, bot, inbox, tasks):
                    yield Running(port)
            finally:
                logger.info("stopping: what was begun is finished first")
                brake.pressed = True
                await scheduler.stop(DRAIN_SECONDS)
                await inbox.close(DRAIN_SECONDS)
                await dispatcher.emit_shutdown(bot=bot)
                await container.close()
    finally:
        await tasks.cancel()
        await parts.pool.close()
        await bot.session.close()
        await store.close()


@asynccontextmanager
async def _source(settings: Settings, bot: Bot, inbox: Inbox, tasks: Tasks) -> AsyncIterator[None]:
    """Updates flow in while the block lasts."""
    if settings.mode == "webhook":
        await bot.set_webhook(settings.webhook_url or "", secret_token=_secret(settings), allowed_updates=list(ALLOWED))
        yield
        return
    await bot.delete_webhook()
    polling = tasks.start(Polling(bot, inbox.accept).run(), name="polling")
    try:
        yield
    finally:
        polling.cancel()
        await asyncio.wait([polling])


def _path(settings: Settings) -> str:
    return urlsplit(settings.webhook_url or "").path or "/webhook"


def _secret(settings: Settings) -> str:
    return "" if settings.webhook_secret is None else settings.webhook_secret.get_secret_value()


async def _answers(store: Database) -> bool:
    async with store.read() as connection:
        await connection.exec_driver_sql("SELECT 1")
    return True
