"""What must vanish: the words and files of who leaves, and of threads that are over for long (rule 10)."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.questions.model import QuestionState
from shnor_domain.storage.schema.questions import question, question_file, question_turn

_Q, _T, _F = question.c, question_turn.c, question_file.c


async def wipe_person(connection: AsyncConnection, person: PersonId, now: datetime) -> Collection[str]:
    """Her own threads close and are wiped whole: an answer repeats what was asked. Elsewhere her turns alone."""
    own = select(_Q.id).where(_Q.asker_id == person)
    keys = await _wipe(connection, or_(_T.author_id == person, _T.question_id.in_(own)))
    closed = {"state": QuestionState.CLOSED.value, "closed": now, "due": None, "opens": None}
    live = _Q.state != QuestionState.CLOSED.value
    await connection.execute(update(question).where(_Q.asker_id == person, live).values(closed))
    await connection.execute(update(question).where(_Q.asker_id == person).values(asker_id=None))
    await connection.execute(update(question).where(_Q.first_by == person).values(first_by=None))
    await connection.execute(update(question_turn).where(_T.author_id == person).values(author_id=None))
    return keys


async def wipe_before(connection: AsyncConnection, instant: datetime) -> Collection[str]:
    """Threads that still wait are not old, whenever they were asked."""
    old = select(_Q.id).where(_Q.turned < instant, _Q.state != QuestionState.OPEN.value)
    return await _wipe(connection, and_(_T.question_id.in_(old), _T.text != ""))


async def _wipe(connection: AsyncConnection, turns: ColumnElement[bool]) -> Collection[str]:
    which: Any = select(_T.id).where(turns)
    keys = [str(key) for key in (await connection.execute(select(_F.key).where(_F.turn_id.in_(which)))).scalars()]
    await connection.execute(delete(question_file).where(_F.turn_id.in_(which)))
    await connection.execute(update(question_turn).where(turns).values(text=""))
    return keys
