"""Letters to many before there are announcements: one more kind of notice, which says its own key, and rows of it.

Bots of `tests.support.nursery` know the kind; nothing else of them is different.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select

from shnor_domain.identity import PersonId
from shnor_domain.messaging import Message
from shnor_domain.notifications.kinds import DigestKind, Kind, Kinds
from shnor_domain.notifications.model import Face, KindPolicy, Notice, Reader, StoredNotice
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import account, person
from shnor_domain.storage.work import Units

LETTER = "letter"
_FIRST_CHAT = 50_000


async def still_true(row: StoredNotice, now: datetime) -> bool:
    return True


async def its_key(row: StoredNotice, reader: Reader, face: Face) -> Message:
    return Message(row.notice.key)


KIND = Kind(KindPolicy(LETTER, night=False, resend_unknown=False), still_true, its_key)


def kinds_with_letters(kinds: Iterable[Kind | DigestKind], *others: Any) -> Kinds:
    """Stands in for `Kinds` where the bot joins its own."""
    return Kinds([*kinds, KIND], *others)


@dataclass
class Letters:
    """Readers who hear nothing else from the bot, and letters to all of them, planned as a feature plans notices.

    `readers` are people and their chats, `keys` the rows that were ever planned.
    """

    database: Database
    readers: dict[PersonId, int] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)
    _written: int = 0

    @property
    def last_reader(self) -> int:
        """The chat of whose row comes last of all that wait."""
        return list(self.readers.values())[-1]

    async def settle(self, count: int, now: datetime) -> None:
        """So many readers who have an account and nothing else."""
        common = {"name": "", "name_key": "", "zone": "Asia/Yakutsk", "state": "active", "created": now}
        async with self.database.write() as connection:
            for chat in range(_FIRST_CHAT, _FIRST_CHAT + count):
                made = await connection.execute(insert(person).values(**common).returning(person.c.id))
                reader = PersonId(made.scalar_one())
                await connection.execute(insert(account).values(chat=chat, person_id=reader, active=True, since=now))
                self.readers[reader] = chat

    async def go_on(self, now: datetime) -> None:
        """The next letter goes to all as soon as fewer rows wait than there are readers."""
        waits = select(func.count()).where(notification.c.mailing, notification.c.wake.is_not(None))
        async with self.database.read() as connection:
            waiting = (await connection.execute(waits)).scalar_one()
        if waiting >= len(self.readers):
            return
        self._written += 1
        letter = f"{LETTER}:{self._written}"
        rows = [Notice(f"{letter}:{who}", who, LETTER, letter, now, mailing=True) for who in self.readers]
        self.keys += [row.key for row in rows]
        async with Units(self.database).write() as work:
            await work.notices.plan(*rows)
