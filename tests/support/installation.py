"""One installation: the sample region in a database of its own, a sandbox here, and the bot as a process beside it."""

from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from aiohttp import ClientSession
from dishka import AsyncContainer
from pydantic import SecretStr

from bot import assembly
from bot.clock import SystemClock
from bot.sample.loading import Sample
from bot.sample.rows import rows
from bot.sandbox.limits import Pace
from bot.sandbox.server import Options, Sandbox, start_sandbox
from bot.settings import Settings
from shnor_domain.clock import Clock
from shnor_domain.identity import Actor, Role, SubjectId, Territory
from shnor_domain.people.model.consent import ConsentTerms
from shnor_domain.people.use_cases.actor import ActorOf
from shnor_domain.people.use_cases.consent import GiveConsent
from shnor_domain.people.use_cases.make_links import Invite
from shnor_domain.people.use_cases.role_link import UseRoleLink
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units
from tests.support.another_day import AnotherDay, RehearsedBot
from tests.support.nursery import Nursery
from tests.support.process import BotProcess, put_away_after
from tests.support.street import Street, WirePerson, street_of

TOKEN = "42:end-to-end"

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Land:
    """The database from inside, as the operator's own commands reach it: people are made here, never bookings."""

    database: Database
    container: AsyncContainer

    @property
    def units(self) -> Units:
        return Units(self.database)

    async def the(self, case: type[C]) -> C:
        return await self.container.get(case)

    async def actor(self, chat: int) -> Actor:
        return await (await self.the(ActorOf))(chat)

    async def where(self, municipality: str, school: str | None = None) -> Territory:
        """A territory by its names in the sample; a region's name is one, too."""
        async with self.units.read() as work:
            for region, name in await work.directory.regions():
                if name == municipality:
                    return Territory(region)
            unit = next(unit for unit in await work.municipalities.within(None) if unit.name == municipality)
            if school is None:
                return unit.territory
            schools = await work.schools.within(None, unit.id)
        return next(one.territory for one in schools if one.name == school)

    async def settles(
        self, chat: int, role: Role, where: Territory, *, name: str, subjects: Collection[str] = ()
    ) -> Actor:
        """Somebody who has consented and was let in by the operator's invitation."""
        await (await self.the(GiveConsent))(chat, (await self.the(ConsentTerms)).version)
        codes = frozenset(SubjectId(code) for code in subjects)
        link = await (await self.the(Invite))(role, where, subjects=codes)
        await (await self.the(UseRoleLink))(await self.actor(chat), link.code, name)
        return await self.actor(chat)


@dataclass(frozen=True, slots=True)
class Installation:
    """All of it at work. `street` has the people of the sample by their chats (bot/sample/people.csv)."""

    url: str
    folder: Path
    sandbox: Sandbox
    land: Land
    street: Street
    bot: BotProcess

    def person(self, chat: int) -> WirePerson:
        return self.street.person(chat)

    async def settled(
        self, chat: int, role: Role, where: Territory, *, name: str, subjects: Collection[str] = ()
    ) -> WirePerson:
        """`Land.settles`, with a chat in the sandbox."""
        await self.land.settles(chat, role, where, name=name, subjects=subjects)
        self.sandbox.ensure_person(chat, name)
        return self.person(chat)

    async def clock(self, **step: object) -> None:
        """Move the clock of a bot that was started with CLOCK=movable; returns when all that fell due is done."""
        async with ClientSession() as http, http.post(self._clock, json=step) as answer:
            assert answer.status == 200, await answer.text()

    async def daytime(self, zone: str) -> None:
        """Quiet hours hold back some notices: go on to the next morning where it is too early or too late for them."""
        now = SystemClock().now().astimezone(ZoneInfo(zone))
        if not 9 <= now.hour < 19:
            morning = now.replace(hour=9, minute=0) + timedelta(days=now.hour >= 19)
            await self.clock(to=morning.isoformat())

    @property
    def _clock(self) -> str:
        return f"http://127.0.0.1:{self.bot.port}/clock"


@asynccontextmanager
async def land_of(url: str, folder: Path, clock: Clock | None = None) -> AsyncIterator[Land]:
    """The migrated database at `url`, filled with the sample when it is empty."""
    settings = Settings(
        bot_token=SecretStr(TOKEN),
        database_url=url,
        files_dir=folder / "files",
        _env_file=None,  # type: ignore[call-arg]  # an option of pydantic-settings that mypy does not see
    )
    clock = clock or SystemClock()
    parts = assembly.of_settings(settings, Database(url), clock, clock)
    fields = parts.fields()
    container = parts.container(fields | {"kinds": parts.kinds(fields)})
    try:
        await Sample(parts.units, clock, parts.files, container).load()
        yield Land(parts.database, container)
    finally:
        await container.close()
        await parts.pool.close()
        await parts.database.close()


@asynccontextmanager
async def installation(
    url: str,
    folder: Path,
    *,
    answered_within: float = 20.0,
    begins: datetime | None = None,
    process: Callable[[Path, Mapping[str, object]], BotProcess] = BotProcess,
    nursery: Nursery | None = None,
    **settings: object,
) -> AsyncIterator[Installation]:
    """Everything but the bot runs; `await place.bot.started()` begins. `settings` go to the `process`. A story that
    `begins` on another day has a movable clock and, with a `nursery`, a bot that is forked.

    Neither side paces calls: the pace has tests of its own. `answered_within` are seconds of real time for
    which the sandbox keeps a tap open.
    """
    sandbox = await start_sandbox(
        "127.0.0.1", 0, TOKEN, options=Options(Pace(enabled=False), answer_window=answered_within)
    )
    for row in rows("people.csv"):
        sandbox.ensure_person(int(row["chat"]), row["name"], started=bool(row["role"]))
    usual = {"BOT_TOKEN": TOKEN, "API_URL": sandbox.url, "DATABASE_URL": url, "CALLS_PER_SECOND": 0, **_operator()}
    if begins is None:
        bot, clock = process(folder, usual | settings), None
    else:
        bot, clock = RehearsedBot(folder, usual | settings, begins, sandbox.url, nursery), AnotherDay(begins)
    try:
        async with land_of(url, folder, clock) as land, street_of(sandbox.url) as street:
            with put_away_after(bot):
                yield Installation(url, folder, sandbox, land, street, bot)
    finally:
        await sandbox.stop()


def _operator() -> dict[str, object]:
    return {"OPERATOR_NAME": "Институт", "OPERATOR_ADDRESS": "г. Примерный, 1", "OPERATOR_REGISTER": "77-00-000000"}
