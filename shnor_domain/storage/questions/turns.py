"""What was said in a thread, and the files beside it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.questions.model import Attached, FileId, QuestionId, Turn, TurnId, Words
from shnor_domain.storage.schema.questions import question_file, question_turn

_T = question_turn.c
_F = question_file.c


class Turns:
    """The half of `QuestionStore` that is about turns."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, which: QuestionId, author: PersonId, answer: bool, at: datetime, words: Words) -> TurnId:
        """Insert with its files."""
        turn = {"question_id": which, "author_id": author, "answer": answer, "at": at, "text": words.text}
        made = await self._connection.execute(insert(question_turn).values(turn).returning(_T.id))
        identity = TurnId(made.scalar_one())
        if words.files:
            rows = [{"turn_id": identity, "key": file.key, "name": file.name} for file in words.files]
            await self._connection.execute(insert(question_file), rows)
        return identity

    async def of(self, which: QuestionId) -> Sequence[Turn]:
        """In order."""
        return await self._read(select(question_turn).where(_T.question_id == which).order_by(_T.id))

    async def said_by(self, person: PersonId) -> Sequence[Turn]:
        """The latest first."""
        return await self._read(select(question_turn).where(_T.author_id == person).order_by(_T.id.desc()))

    async def first_words(self, which: Collection[QuestionId]) -> Mapping[QuestionId, str]:
        """One statement."""
        first = select(func.min(_T.id)).where(_T.question_id.in_(which)).group_by(_T.question_id)
        rows = await self._connection.execute(select(_T.question_id, _T.text).where(_T.id.in_(first)))
        return {QuestionId(row.question_id): row.text for row in rows}

    async def has_answered(self, which: QuestionId, person: PersonId) -> bool:
        """One row is enough."""
        hers = select(_T.id).where(_T.question_id == which, _T.author_id == person, _T.answer).limit(1)
        return (await self._connection.execute(hers)).first() is not None

    async def answered_by(self, person: PersonId) -> Mapping[QuestionId, Collection[TurnId]]:
        """One statement."""
        found: dict[QuestionId, list[TurnId]] = defaultdict(list)
        hers = select(_T.question_id, _T.id).where(_T.author_id == person, _T.answer).order_by(_T.id)
        for row in await self._connection.execute(hers):
            found[QuestionId(row.question_id)].append(TurnId(row.id))
        return found

    async def file(self, which: FileId) -> tuple[QuestionId, Attached] | None:
        """With its question."""
        query = select(_T.question_id, question_file).join(question_turn, _T.id == _F.turn_id).where(_F.id == which)
        row = (await self._connection.execute(query)).first()
        return None if row is None else (QuestionId(row.question_id), Attached(row.key, row.name, FileId(row.id)))

    async def named(self, keys: Collection[str]) -> Collection[str]:
        """One statement."""
        found = await self._connection.execute(select(_F.key).where(_F.key.in_(keys)))
        return {str(key) for key in found.scalars()}

    async def _read(self, statement: Select[Any]) -> list[Turn]:
        rows = (await self._connection.execute(statement)).all()
        files: dict[int, list[Attached]] = defaultdict(list)
        if rows:
            of_these = select(question_file).where(_F.turn_id.in_([row.id for row in rows])).order_by(_F.id)
            for row in await self._connection.execute(of_these):
                files[row.turn_id].append(Attached(row.key, row.name, FileId(row.id)))
        return [_turn(row, files[row.id]) for row in rows]


def _turn(row: Row[Any], files: Collection[Attached]) -> Turn:
    author = None if row.author_id is None else PersonId(row.author_id)
    return Turn(TurnId(row.id), author, row.answer, row.at, Words(row.text, tuple(files)))
