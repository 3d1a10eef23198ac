"""Questions as they stand, and who has them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, insert, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, Territory
from shnor_domain.questions.audience import Reach
from shnor_domain.questions.model import (
    Attached,
    FileId,
    Question,
    QuestionId,
    QuestionState,
    Topic,
    Turn,
    TurnId,
    Words,
)
from shnor_domain.questions.ports import Answered, Asked, Heap
from shnor_domain.storage.people.reach import lies_within
from shnor_domain.storage.questions.counting import answered, asked
from shnor_domain.storage.questions.reaching import count_near, heaps, offered
from shnor_domain.storage.questions.rows import changing, question_of, values_of
from shnor_domain.storage.questions.turns import Turns
from shnor_domain.storage.questions.wiping import wipe_before, wipe_person
from shnor_domain.storage.schema.questions import question
from shnor_domain.storage.seats.times import lock_people

_Q = question.c
_OPEN = _Q.state == QuestionState.OPEN.value


class Questions:
    """Port `QuestionStore`; turns and counts have files of their own."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._turns = Turns(connection)

    async def add(self, new: Question) -> QuestionId:
        """Insert."""
        made = await self._connection.execute(insert(question).values(values_of(new)).returning(_Q.id))
        return QuestionId(made.scalar_one())

    async def get(self, which: QuestionId) -> Question | None:
        """One."""
        row = (await self._connection.execute(select(question).where(_Q.id == which))).first()
        return None if row is None else question_of(row)

    async def hold(self, which: QuestionId) -> Question | None:
        """Under a row lock; SQLite has one writer anyway."""
        row = (await self._connection.execute(select(question).where(_Q.id == which).with_for_update())).first()
        return None if row is None else question_of(row)

    async def save(self, changed: Question) -> None:
        """One statement."""
        await self._connection.execute(update(question).where(_Q.id == changed.id).values(changing(changed)))

    async def take(self, which: QuestionId, person: PersonId, due: datetime | None) -> bool:
        """Compare and set."""
        taken = update(question).where(_Q.id == which, _OPEN, _Q.holder_id.is_(None))
        return (await self._connection.execute(taken.values(holder_id=person, due=due))).rowcount == 1

    async def lock_asker(self, person: PersonId) -> None:
        """The lock of her time."""
        await lock_people(self._connection, [person])

    async def count_open(self, asker: PersonId) -> int:
        """One number."""
        counted = select(func.count()).select_from(question).where(_Q.asker_id == asker, _OPEN)
        return int((await self._connection.execute(counted)).scalar_one())

    async def of_asker(self, asker: PersonId) -> Sequence[Question]:
        """The latest turn first."""
        return await self._read(select(question).where(_Q.asker_id == asker).order_by(_Q.turned.desc(), _Q.id.desc()))

    async def open_in(self, within: Collection[Territory]) -> Sequence[Question]:
        """By their partial index."""
        return await self._read(select(question).where(_OPEN, lies_within(question, within)).order_by(_Q.turned, _Q.id))

    async def offered(self, person: PersonId, reach: Reach, now: datetime) -> Sequence[Question]:
        """See `reaching`."""
        return await self._read(offered(person, reach, now))

    async def count_near(self, person: PersonId, reach: Reach, now: datetime) -> tuple[int, int]:
        """See `reaching`."""
        return await count_near(self._connection, person, reach, now)

    async def heaps(self, person: PersonId, reach: Reach, now: datetime) -> Sequence[Heap]:
        """See `reaching`."""
        return await heaps(self._connection, person, reach, now)

    async def count_held(self, person: PersonId) -> tuple[int, int]:
        """Two numbers."""
        counted = select(func.count().filter(_OPEN), func.count()).where(_Q.holder_id == person)
        waiting, every = (await self._connection.execute(counted)).one()
        return int(waiting), int(every)

    async def count_late(self, within: Collection[Territory], but_of: PersonId) -> int:
        """One number."""
        ahead = and_(_Q.booking_id.is_not(None), _Q.due.is_(None))
        late = (_OPEN, _Q.rounds > 0, not_(ahead), _Q.asker_id.is_distinct_from(but_of))
        counted = select(func.count()).select_from(question).where(*late, lies_within(question, within))
        return int((await self._connection.execute(counted)).scalar_one())

    async def held_by(self, person: PersonId) -> Sequence[Question]:
        """The latest turn first."""
        return await self._read(select(question).where(_Q.holder_id == person).order_by(_Q.turned.desc(), _Q.id.desc()))

    async def of_bookings(self, bookings: Collection[int]) -> Mapping[int, Question]:
        """One statement."""
        found = await self._read(select(question).where(_Q.booking_id.in_(bookings)))
        return {each.booking: each for each in found if each.booking is not None}

    async def overdue(self, now: datetime) -> Sequence[QuestionId]:
        """Of the few that are open."""
        query = select(_Q.id).where(_OPEN, or_(_Q.due <= now, _Q.opens <= now)).order_by(_Q.id)
        return [QuestionId(each) for each in (await self._connection.execute(query)).scalars()]

    async def add_turn(self, which: QuestionId, author: PersonId, answer: bool, at: datetime, words: Words) -> TurnId:
        """See `Turns`."""
        return await self._turns.add(which, author, answer, at, words)

    async def turns(self, which: QuestionId) -> Sequence[Turn]:
        """See `Turns`."""
        return await self._turns.of(which)

    async def first_words(self, which: Collection[QuestionId]) -> Mapping[QuestionId, str]:
        """See `Turns`."""
        return await self._turns.first_words(which)

    async def has_answered(self, which: QuestionId, person: PersonId) -> bool:
        """See `Turns`."""
        return await self._turns.has_answered(which, person)

    async def answered_by(self, person: PersonId) -> Mapping[QuestionId, Collection[TurnId]]:
        """See `Turns`."""
        return await self._turns.answered_by(person)

    async def file(self, which: FileId) -> tuple[QuestionId, Attached] | None:
        """See `Turns`."""
        return await self._turns.file(which)

    async def named(self, keys: Collection[str]) -> Collection[str]:
        """See `Turns`."""
        return await self._turns.named(keys)

    async def said_by(self, person: PersonId) -> Sequence[Turn]:
        """See `Turns`."""
        return await self._turns.said_by(person)

    async def wipe_person(self, person: PersonId, now: datetime) -> Collection[str]:
        """See `wiping`."""
        return await wipe_person(self._connection, person, now)

    async def wipe_before(self, instant: datetime) -> Collection[str]:
        """See `wiping`."""
        return await wipe_before(self._connection, instant)

    async def answered(
        self,
        since: datetime,
        until: datetime,
        *,
        within: Collection[Territory] | None = None,
        person: PersonId | None = None,
        topic: Topic | None = None,
    ) -> Sequence[Answered]:
        """See `counting`."""
        return await answered(self._connection, since, until, within=within, person=person, topic=topic)

    async def asked(
        self, since: datetime, until: datetime, *, within: Collection[Territory] | None, by: PersonId | None = None
    ) -> Sequence[Asked]:
        """See `counting`."""
        return await asked(self._connection, since, until, within=within, by=by)

    async def _read(self, statement: Select[Any]) -> list[Question]:
        return [question_of(row) for row in await self._connection.execute(statement)]
