"""Three books of one installation: what its database says, what people read, what they did; and what was in hand
whenever the bot was killed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import select

from shnor_domain.consultations.notices import BOOKED as TOLD_OF_A_BOOKING
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.consultations import booking
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import account
from shnor_domain.storage.schema.updates import applied, inbox
from tests.end_to_end.crashes.blows import Accepted, Striker
from tests.support.installation import Installation
from tests.support.letters import LETTER
from tests.support.walk import HOST

QUESTION = re.compile(r"Вопрос \d+-\d{3}")
FINAL = {"sent", "cancelled", "missed", "failed", "unknown"}
MARKED = {"sent", "unknown"}
"""The mark speaks of the last message of the row."""


@dataclass(frozen=True, slots=True)
class Fall:
    """What the database held right after a kill: rows leased by who was killed (id → does it stand in the mailings'
    line; those of earlier lives are free again and not claimed yet), and the numbers of updates that were written down
    and not done; `withheld` is the message whose answer never came.
    """

    in_flight: Mapping[int, bool]
    pending: frozenset[int]
    withheld: Accepted | None


async def fall(database: Database, striker: Striker) -> Fall:
    flying = select(notification.c.id, notification.c.mailing).where(
        notification.c.state == "sending", notification.c.lease.is_not(None)
    )
    new = select(inbox.c.update_id).where(inbox.c.state == "new")
    async with database.read() as connection:
        in_flight = {row.id: row.mailing for row in await connection.execute(flying)}
        pending = frozenset((await connection.execute(new)).scalars())
    return Fall(in_flight, pending, striker.withheld)


@dataclass(frozen=True)
class Books:
    """`rows`, `bookings`, `results` and `inbox` are the database; `transcript` is the sandbox's, `lives` tells in which
    life it took a message (chat, number); `given` are the updates that it gave to the bot, by number; `falls` by life.
    """

    rows: Sequence[Any]
    bookings: Sequence[Any]
    results: Sequence[Any]
    inbox: Mapping[int, str]
    chats: Mapping[int, int]
    transcript: Sequence[Mapping[str, Any]]
    lives: Mapping[tuple[int, int], int]
    given: Mapping[int, Mapping[str, Any]]
    falls: Mapping[int, Fall]

    @cached_property
    def messages(self) -> Mapping[int, list[Accepted]]:
        """Each message that nobody has tapped for, under the row that it belongs to; fails for one without a row."""
        readers = {self.chats[row.person_id] for row in self.rows if row.kind == LETTER}
        found: dict[int, list[Accepted]] = {row.id: [] for row in self.rows}
        for message in self._new_messages():
            if message.chat in readers:
                row = self.row(message.text)
            elif message.chat == HOST:
                row = self.row(f"{TOLD_OF_A_BOOKING}:{self.booking_of(message.text).id}")
            else:
                continue
            assert self.chats[row.person_id] == message.chat, f"{row.key} went to somebody else"
            found[row.id].append(message)
        return found

    def row(self, key: str) -> Any:
        found = [row for row in self.rows if row.key == key]
        assert len(found) == 1, f"{len(found)} rows are called {key!r}"
        return found[0]

    def booking_of(self, text: str) -> Any:
        """By the question that stands in the text."""
        question = QUESTION.search(text)
        found = [each for each in self.bookings if question is not None and each.topic == question.group()]
        assert len(found) == 1, f"{len(found)} bookings are spoken of in {text!r}"
        return found[0]

    def read(self, chat: int, *words: str) -> list[int]:
        """Places in the transcript at which somebody read all of these words in one message."""
        return [
            place
            for place, said in enumerate(self.transcript)
            if said["from_bot"] and said["chat_id"] == chat and all(word in said["text"] for word in words)
        ]

    def taps_of(self, operation: str, result: str) -> list[int]:
        """Numbers of the updates that have applied it; the operation goes on after a colon or ends there."""
        return [
            each.update_id
            for each in self.results
            if f"{each.operation}:".startswith(f"{operation}:") and each.result == result
        ]

    def _new_messages(self) -> list[Accepted]:
        return [
            Accepted(self.lives[said["chat_id"], said["message_id"]], said["chat_id"], said["message_id"], said["text"])
            for said in self.transcript
            if said["event"] == "message" and said["from_bot"]
        ]


async def open_books(place: Installation, striker: Striker, falls: Mapping[int, Fall]) -> Books:
    async with place.land.database.read() as connection:
        rows = (await connection.execute(select(notification))).all()
        bookings = (await connection.execute(select(booking))).all()
        results = (await connection.execute(select(applied))).all()
        states = {row.update_id: row.state for row in await connection.execute(select(inbox))}
        chats = {row.person_id: row.chat for row in await connection.execute(select(account))}
    return Books(
        rows,
        bookings,
        results,
        states,
        chats,
        await place.street.transcript(),
        {(each.chat, each.message): each.life for each in striker.accepted},
        dict(striker.given),  # the poll that is open now will write into the striker's own
        falls,
    )
