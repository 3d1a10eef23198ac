"""A teacher with a telephone that can be out of reach, and a delivery of which every part can be watched."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from shnor_domain.identity import PersonId
from shnor_domain.messaging import ChatId, Lane, Message, MessageRef, Messenger
from shnor_domain.notifications.kinds import DigestKind, Kind, Kinds
from shnor_domain.notifications.model import (
    Brake,
    Face,
    KindPolicy,
    Line,
    Notice,
    NoticeId,
    NoticeState,
    Part,
    Reader,
    StoredNotice,
)
from shnor_domain.notifications.use_cases import Deliver, Delivery
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.people import account, person
from shnor_domain.storage.work import Units

NOW = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)
"""Noon in Якутск, a Monday."""
TEACHER, CURATOR = PersonId(1), PersonId(2)


@dataclass
class HandClock:
    """Stands still until it is moved."""

    instant: datetime = NOW

    def now(self) -> datetime:
        return self.instant

    def advance(self, by: timedelta) -> None:
        self.instant += by

    def move_to(self, instant: datetime) -> datetime:
        self.instant = max(self.instant, instant)
        return self.instant


@dataclass
class Telephone:
    """A messenger: what was seen in each chat, and which fault the next call meets."""

    clock: HandClock
    seen: list[tuple[datetime, ChatId, str]] = field(default_factory=list)
    edits: list[tuple[MessageRef, str]] = field(default_factory=list)
    faults: dict[ChatId, list[BaseException]] = field(default_factory=dict)
    after_send: Callable[[], None] = lambda: None

    async def send(self, chat: ChatId, message: Message, lane: Lane = Lane.PEOPLE) -> MessageRef:
        if self.faults.get(chat):
            raise self.faults[chat].pop(0)
        self.seen.append((self.clock.now(), chat, message.text))
        self.after_send()
        return MessageRef(f"{chat}:{len(self.seen)}")

    async def edit(
        self, ref: MessageRef, message: Message, *, anew: bool = True, lane: Lane = Lane.PEOPLE
    ) -> MessageRef | None:
        assert not anew, "a notice that is gone must not come back"
        self.edits.append((ref, message.text))
        return ref

    async def delete(self, ref: MessageRef, lane: Lane = Lane.PEOPLE) -> bool:
        return True

    @property
    def texts(self) -> list[str]:
        return [text for _, _, text in self.seen]


@dataclass
class Counter:
    """What the operator would see."""

    ends: list[tuple[str, NoticeState, str]] = field(default_factory=list)
    delays: list[str] = field(default_factory=list)
    looks: int = 0

    def looked(self) -> None:
        self.looks += 1

    def ended(self, kind: str, state: NoticeState, reason: str) -> None:
        self.ends.append((kind, state, reason))

    def put_off(self, kind: str, reason: str) -> None:
        self.delays.append(reason)


@dataclass
class Feature:
    """Checks and views of a feature: says the key, is true until told otherwise."""

    answers: dict[str, bool | datetime | Exception] = field(default_factory=dict)

    async def still_true(self, row: StoredNotice, now: datetime) -> bool | datetime:
        answer = self.answers.get(row.notice.key, True)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def render(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        known = "" if row.known is None else f" after {row.known['start']}"
        return Message(f"{row.notice.key} {face.value}{known}")

    async def line(self, row: StoredNotice, reader: Reader) -> Line:
        return Line(Part.WAITING, row.notice.key, order=(row.notice.key,))


async def one_message(first: NoticeId, lines: Sequence[Line], reader: Reader) -> Message:
    """A digest as its keys."""
    return Message(" + ".join(line.text for line in sorted(lines, key=lambda line: line.order)))


async def broken_view(first: NoticeId, lines: Sequence[Line], reader: Reader) -> Message:
    """A bug of ours."""
    raise ZeroDivisionError


DEFAULT_KINDS = (
    KindPolicy("told"),
    KindPolicy("reminder", night=False),
    KindPolicy("once", resend_unknown=False),
    KindPolicy("invitation", rest=True, optional=True),
    KindPolicy("step", digest=True),
)


@dataclass
class PostOffice:
    """One process that delivers."""

    units: Units
    clock: HandClock
    real: HandClock
    telephone: Telephone
    feature: Feature
    meter: Counter
    brake: Brake
    policies: tuple[KindPolicy, ...] = DEFAULT_KINDS
    breaks_the_view: bool = False

    @property
    def kinds(self) -> Kinds:
        feature = self.feature
        return Kinds(
            (
                DigestKind(policy, feature.still_true, feature.line)
                if policy.digest
                else Kind(policy, feature.still_true, feature.render)
                for policy in self.policies
            ),
            broken_view if self.breaks_the_view else one_message,
        )

    @property
    def deliver(self) -> Deliver:
        return self.line(mailing=False)

    def line(self, *, mailing: bool, messenger: Messenger | None = None) -> Deliver:
        read, write = self.units.read, self.units.write
        parts = (read, write, self.kinds, messenger or self.telephone, self.clock, self.real, self.meter)
        delivery = Delivery(*parts, jitter=lambda: 0.5)
        return Deliver(read, write, delivery, self.clock, self.real, self.brake, self.meter, mailing)

    async def plan(self, *notices: Notice) -> None:
        async with self.units.write() as work:
            await work.notices.plan(*notices)

    async def cancel(self, subject: str) -> None:
        async with self.units.write() as work:
            await work.notices.cancel(subject, self.clock.now())

    async def row(self, key: str) -> StoredNotice:
        async with self.units.read() as work:
            rows = await work.notices.in_state(list(NoticeState), 10_000)
        return next(row for row in rows if row.notice.key == key)

    async def states(self) -> dict[str, NoticeState]:
        async with self.units.read() as work:
            rows = await work.notices.in_state(list(NoticeState), 10_000)
        return {row.notice.key: row.state for row in rows}


@asynccontextmanager
async def post_office(url: str, people: int = 2) -> AsyncIterator[PostOffice]:
    """People 1…`people` live in Якутск; person n has chat 1000 + n. With none the database is taken as it is."""
    database = Database(url)
    if people:
        await _settle(database, range(1, people + 1))
    clock = HandClock()
    try:
        yield PostOffice(Units(database), clock, HandClock(), Telephone(clock), Feature(), Counter(), Brake())
    finally:
        await database.close()


async def _settle(database: Database, ids: range) -> None:
    common = {"name": "", "name_key": "", "zone": "Asia/Yakutsk", "state": "active", "created": NOW}
    async with database.write() as connection:
        await connection.execute(insert(person), [{"id": n, **common} for n in ids])
        chats = [{"chat": 1000 + n, "person_id": n, "active": True, "since": NOW} for n in ids]
        await connection.execute(insert(account), chats)


def notice(key: str, due: datetime = NOW, *, kind: str = "told", person: PersonId = TEACHER) -> Notice:
    """About the subject that its key begins with: «booking:17:…»."""
    return Notice(key, person, kind, ":".join(key.split(":")[:2]), due)
