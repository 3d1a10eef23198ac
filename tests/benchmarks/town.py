"""A database of any number of people with notices, filled by the database itself, and the delivery that a bot has."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from sqlalchemy import CTE, String, Table, cast, insert, literal, select, text

from bot.clock import SystemClock
from bot.sender import Limits, Pace, TelegramMessenger, pace_session
from bot.sending.figures import DeliveryFigures
from shnor_domain.messaging import Messenger
from shnor_domain.notifications.kinds import Kind, Kinds
from shnor_domain.notifications.model import Brake, KindPolicy
from shnor_domain.notifications.use_cases import Deliver, Delivery
from shnor_domain.storage.engine import Database
from shnor_domain.storage.notifications.rows import FRESH
from shnor_domain.storage.schema.base import Instant
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import account, person
from shnor_domain.storage.work import Units
from tests.benchmarks.bot_api import TOKEN, Address
from tests.support.notices import NOW, Feature, HandClock

FIRST_CHAT = 1000
Fresh = Callable[[], AbstractContextManager[str]]
"""Opens a fresh migrated database."""


@dataclass(frozen=True, slots=True)
class Town:
    """`clock` stands at noon; leases are on the machine's own."""

    database: Database
    clock: HandClock

    async def settle(self, people: int) -> None:
        """People 1…`people` with chats FIRST_CHAT + 1…; nobody has anything planned."""
        n = numbers(people)
        await self._fill(person, n, id=n.c.i, name="", name_key="", zone="Asia/Yakutsk", state="active", created=NOW)
        await self._fill(account, n, chat=n.c.i + FIRST_CHAT, person_id=n.c.i, active=True, since=NOW)

    @property
    def units(self) -> Units:
        """Units of work over it."""
        return Units(self.database)

    async def plan(
        self,
        rows: int,
        *,
        people: int | None = None,
        after: timedelta = timedelta(),
        mailing: bool = False,
        **changes: Any,
    ) -> None:
        """One notice to each of `rows` people, or in turn to so many `people`; `changes` are columns of what is no
        longer fresh."""
        n = numbers(rows)
        due = literal(NOW + after, Instant)
        key = literal(f"plan:{mailing}:{after}:") + cast(n.c.i, String)
        values: dict[str, Any] = {
            "key": key,
            "person_id": (n.c.i - 1) % (people or rows) + 1,
            "kind": "told",
            "subject": key,
            "due": due,
            "wake": due,
            "payload": {},
            "urgent": False,
            "on_site": False,
            "news": False,
            "mailing": mailing,
        }
        fresh = {name: value for name, value in FRESH.items() if value is not None}
        await self._fill(notification, n, **values | fresh | changes)

    async def _fill(self, table: Table, numbers: CTE, **columns: Any) -> None:
        values = [
            value if hasattr(value, "label") else literal(value, table.c[name].type) for name, value in columns.items()
        ]
        async with self.database.write() as connection:
            await connection.execute(insert(table).from_select(list(columns), select(*values).select_from(numbers)))

    async def statistics(self) -> None:
        """What a planner of a database at rest knows."""
        async with self.database.engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            await connection.execute(text("ANALYZE"))

    def line(
        self, messenger: Messenger, *, mailing: bool = False, brake: Brake | None = None, kinds: Kinds | None = None
    ) -> Deliver:
        """Delivery as `bot.running` puts it together; without `kinds`, of a feature whose notices are always true."""
        units, real, figures, feature = self.units, SystemClock(), DeliveryFigures(), Feature()
        kinds = kinds or Kinds([Kind(KindPolicy("told"), feature.still_true, feature.render)])
        parts = (units.read, units.write, kinds, messenger, self.clock, real, figures)
        delivery = Delivery(*parts, jitter=lambda: 0.5)
        return Deliver(units.read, units.write, delivery, self.clock, real, brake or Brake(), figures, mailing)


@asynccontextmanager
async def town(url: str) -> AsyncIterator[Town]:
    """In the migrated database at `url`."""
    database = Database(url)
    try:
        yield Town(database, HandClock())
    finally:
        await database.close()


@asynccontextmanager
async def telegram(api: Address, limits: Limits) -> AsyncIterator[tuple[Bot, TelegramMessenger]]:
    """A bot paced as `bot.running` paces it, and its messenger."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api.url)))
    figures = DeliveryFigures()
    pace_session(bot, Pace(limits, figures.throttled, figures.called))
    try:
        yield bot, TelegramMessenger(bot)
    finally:
        await bot.session.close()


def numbers(last: int) -> CTE:
    first = select(literal(1).label("i")).cte("n", recursive=True)
    return first.union_all(select(first.c.i + 1).where(first.c.i < last))
