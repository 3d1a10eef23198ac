"""The whole bot over a real database and a Telegram in memory: `async with talking_bot(sqlite_url) as talk:`.

Territories and subjects are those that the package ships, schools those of tests/support/loaded_land.py.
"""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from unittest.mock import patch

from aiogram import Bot
from aiogram.types import Update

from bot.assembly import Assembly
from bot.import_files import ImportFiles
from bot.inbox.figures import Uncounted
from bot.inbox.handling import Handling
from bot.sender import TelegramMessenger
from bot.tasks import Tasks
from bot.updates import Inbox
from handlers.registration.consent_file import ConsentFile
from handlers.texts import Texts
from shnor_domain.identity import Actor, PersonId, Role, SubjectId, Territory
from shnor_domain.notifications.model import Brake, NoticeState
from shnor_domain.notifications.use_cases import Deliver, Delivery
from shnor_domain.people.model.consent import ConsentTerms
from shnor_domain.people.model.preferences import Names
from shnor_domain.people.use_cases.actor import ActorOf
from shnor_domain.people.use_cases.consent import GiveConsent
from shnor_domain.people.use_cases.make_links import Invite
from shnor_domain.people.use_cases.role_link import UseRoleLink
from shnor_domain.storage.engine import Database
from shnor_domain.storage.inbox import InboxStore
from shnor_domain.storage.work import Units
from tests.support.classifying import ClassifierHere
from tests.support.conversation import Conversation, Person
from tests.support.loaded_land import TablesAtHand, land_in
from tests.support.papers_at_hand import PapersAtHand
from tests.support.pictures_at_hand import PicturesAtHand
from tests.support.plans_at_hand import PlansAtHand
from tests.support.telegram import recording_bot
from tests.support.warmth import KeptGraph, kept_dialogs, kept_look, kept_use_cases

MONDAY = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
"""Three in the afternoon in Якутск, nine in the morning in Лабинск: quiet hours nowhere."""
TERMS = ConsentTerms(3, date(2026, 9, 1), "Институт развития образования", "г. Примерный, 1", "77-00-000000", 30)
TEXTS = Texts()

C = TypeVar("C")


@dataclass
class MovedClock:
    """Stands still until a test moves it."""

    instant: datetime = MONDAY

    def now(self) -> datetime:
        return self.instant

    def advance(self, **by: float) -> None:
        self.instant += timedelta(**by)


@dataclass
class Silent:
    """A meter that nobody reads."""

    def looked(self) -> None:
        """Nothing."""

    def ended(self, kind: str, state: NoticeState, reason: str) -> None:
        """Nothing."""

    def put_off(self, kind: str, reason: str) -> None:
        """Nothing."""


@dataclass
class Broken:
    """Where an update that could not be handled fails its test."""

    incidents: list[str] = field(default_factory=list)

    async def broken(self, chat: int, incident: str) -> None:
        self.incidents.append(incident)

    async def late(self, chat: int) -> None:
        self.incidents.append("late")


class Talk:
    """One bot, its people and its database. `restart()` is a new process over the same file."""

    def __init__(self, url: str, clock: MovedClock, terms: ConsentTerms, names: Names) -> None:
        self.url, self.clock, self.terms, self.names = url, clock, terms, names
        self.bot, self.session = recording_bot()
        self.conversation = Conversation(self.bot, self._feed)
        self.database = Database(url)
        self.papers = PapersAtHand()
        self.pictures = PicturesAtHand()
        self.territories: dict[str, Territory] = {}
        self._broken = Broken()
        self._chats = 10_000
        self._tasks = Tasks()
        self._folder = TemporaryDirectory()

    async def start(self) -> None:
        """Build the process as `run` does."""
        self.units = Units(self.database)
        assembly = Assembly(
            database=self.database,
            clock=self.clock,
            real=self.clock,
            terms=self.terms,
            consent=ConsentFile(),
            names=self.names,
            texts=TEXTS,
            files=ImportFiles(Path(self._folder.name)),
        )
        fields = assembly.fields() | {
            "tables": TablesAtHand(),
            "classifier": ClassifierHere(),
            "papers": self.papers,
            "pictures": self.pictures,
            "plan_reader": PlansAtHand(),
        }
        self._kinds = fields["kinds"] = assembly.kinds(fields)
        with (
            patch("dishka.async_container.GraphBuilder", KeptGraph),
            patch("bot.container.use_cases.classes", kept_use_cases),
        ):
            self.container = assembly.container(fields)
        self._live = Bot("42:TEST", session=self.session, default=self.bot.default)
        # a middleware of an earlier life of the process has gone with it
        self.session.middleware._middlewares.clear()
        with (
            patch("bot.routers.dialogs", kept_dialogs),
            patch("aiogram.dispatcher.event.handler.CallableObject.__post_init__", kept_look),
        ):
            dispatcher = await assembly.dispatcher(self.container)
        store = InboxStore(self.database)
        handling = Handling(
            self._live, dispatcher, store, self._broken, self.clock, Uncounted(), sleep=_no_pause, guard=30
        )
        self._inbox = Inbox(store, handling, self._tasks, self.clock, Uncounted())
        await dispatcher.emit_startup(bot=self._live)
        await self._inbox.start()

    async def restart(self) -> None:
        """What a person has typed and where she is lies in the database."""
        await self.close()
        self.database, self._tasks = Database(self.url), Tasks()
        await self.start()

    async def close(self) -> None:
        """Finish what is in hand."""
        await self._inbox.close()
        await self._tasks.cancel()
        await self.container.close()
        await self.database.close()

    @property
    def files(self) -> Path:
        """FILES_DIR."""
        return Path(self._folder.name)

    def forget_files(self) -> None:
        """Uploaded tables go with the test."""
        self._folder.cleanup()

    def person(self, chat: int, name: str = "Айталина") -> Person:
        """The person of this private chat, unknown to the bot until she does something."""
        return self.conversation.person(chat, name)

    async def the(self, case: type[C]) -> C:
        """A use case of this bot."""
        return await self.container.get(case)

    async def actor(self, person: Person) -> Actor:
        """Who she is now."""
        return await (await self.the(ActorOf))(person.chat)

    async def deliver(self, *, mailing: bool = False) -> int:
        """A tick of one line of delivery: what is due reaches the chats. Gives how many rows were handled."""
        read, write, meter = self.units.read, self.units.write, Silent()
        delivery = Delivery(
            read, write, self._kinds, TelegramMessenger(self._live), self.clock, self.clock, meter, jitter=lambda: 0.5
        )
        return await Deliver(read, write, delivery, self.clock, self.clock, Brake(), meter, mailing)()

    def where(self, municipality: str | None = None, school: str | None = None, region: str | None = None) -> Territory:
        """A territory by the name in the tables: «Амгинский», «Амгинский / СОШ № 1», a region's name; none: all."""
        if school is not None:
            return self.territories[f"{municipality} / {school}"]
        return Territory() if (name := municipality or region) is None else self.territories[name]

    async def grown_person(
        self,
        role: Role,
        municipality: str | None = None,
        school: str | None = None,
        *,
        region: str | None = None,
        subjects: Collection[str] = (),
        name: str = "Айталина Петровна",
        chat: int | None = None,
    ) -> Person:
        """Somebody who consented and was let in by the operator's invitation; again with her `chat`: one more role."""
        if chat is None:
            self._chats += 1
            chat = self._chats
        await (await self.the(GiveConsent))(chat, self.terms.version)
        where = self.where(municipality, school, region)
        codes = frozenset(SubjectId(code) for code in subjects)
        link = await (await self.the(Invite))(role, where, subjects=codes)
        actor = await (await self.the(ActorOf))(chat)
        await (await self.the(UseRoleLink))(actor, link.code, name)
        return self.person(chat, name)

    async def person_id(self, person: Person) -> PersonId:
        """The id of somebody who has consented."""
        known = (await self.actor(person)).person
        assert known is not None
        return known

    async def _feed(self, update: Update) -> None:
        await self._inbox.accept([update.model_dump(mode="json", by_alias=True, exclude_none=True)])
        await self._inbox.idle()
        assert not self._broken.incidents, "an update failed, see the log"


@asynccontextmanager
async def talking_bot(
    url: str, clock: MovedClock | None = None, *, terms: ConsentTerms = TERMS, names: Names = Names.FULL
) -> AsyncIterator[Talk]:
    """A running bot with its territories, nobody in it yet."""
    territories = await land_in(url)
    talk = Talk(url, clock or MovedClock(), terms, names)
    talk.territories = territories
    await talk.start()
    try:
        yield talk
    finally:
        await talk.close()
        talk.forget_files()


async def _no_pause(_seconds: float) -> None:
    """Attempts follow at once."""
