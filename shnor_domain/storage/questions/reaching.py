"""Questions of those who may answer them, narrowed by territory and subject (`Reach`): the menu asks at every tap."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, false, func, not_, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.questions.audience import ANSWERING, Reach
from shnor_domain.questions.model import QuestionState
from shnor_domain.questions.ports import Heap
from shnor_domain.storage.people.reach import lies_within, territory_of
from shnor_domain.storage.questions.rows import topic_of
from shnor_domain.storage.schema.places import pair, place
from shnor_domain.storage.schema.questions import question

_Q = question.c
_FREE = func.count().filter(_Q.holder_id.is_(None))
_TAKEN = func.count().filter(_Q.holder_id.is_not(None))


def offered(person: PersonId, reach: Reach, now: datetime) -> Select[Any]:
    """By the partial index of open ones."""
    found = select(question).where(*_waiting(person, now), or_(_near(reach), _in_doubt(person, reach)))
    return found.order_by(_Q.turned, _Q.id)


async def count_near(connection: AsyncConnection, person: PersonId, reach: Reach, now: datetime) -> tuple[int, int]:
    """One statement."""
    counted = select(_FREE, _TAKEN).select_from(question).where(*_waiting(person, now), _near(reach))
    free, taken = (await connection.execute(counted)).one()
    return int(free), int(taken)


async def heaps(connection: AsyncConnection, person: PersonId, reach: Reach, now: datetime) -> Sequence[Heap]:
    """One statement."""
    keys = (_Q.region_id, _Q.municipality_id, _Q.school_id, _Q.matter, _Q.subject, _TOLD_APART)
    doubtful = and_(*_waiting(person, now), not_(_near(reach)), _in_doubt(person, reach))
    summed = select(*keys, _FREE.label("free"), _TAKEN.label("taken")).where(doubtful).group_by(*keys)
    return [
        Heap(
            topic_of(row),
            territory_of(row),
            None if row.asker is None else PersonId(row.asker),
            int(row.free),
            int(row.taken),
        )
        for row in await connection.execute(summed)
    ]


_TOLD_APART = case(
    (
        or_(
            _Q.asker_id.in_(select(pair.c.teacher_id).where(pair.c.teacher_id.is_not(None))),
            _Q.asker_id.in_(select(place.c.person_id).where(place.c.role.in_([role.value for role in ANSWERING]))),
        ),
        _Q.asker_id,
    )
).label("asker")
"""Who has a tutor, or answers herself: her questions are another audience's than those of her colleagues."""


def _waiting(person: PersonId, now: datetime) -> Sequence[ColumnElement[bool]]:
    # `offered_to` of the rules
    open_to_her = or_(_Q.first_to.is_(None), _Q.first_to == person, _Q.opens.is_(None), _Q.opens <= now)
    not_hers = (_Q.asker_id.is_distinct_from(person), _Q.holder_id.is_distinct_from(person))
    return (_Q.state == QuestionState.OPEN.value, _Q.booking_id.is_(None), *not_hers, open_to_her)


def _near(reach: Reach) -> ColumnElement[bool]:
    # never unknown, which «not near» would be too
    of_subjects = [
        and_(lies_within(question, [where]), _Q.subject.is_not(None), true() if some is None else _Q.subject.in_(some))
        for where, some in reach.of_subjects
    ]
    of_schools = [and_(lies_within(question, [where]), _Q.school_id.in_(some)) for where, some in reach.of_schools]
    of_project = and_(_Q.subject.is_(None), or_(lies_within(question, reach.of_matters), *of_schools))
    return or_(false(), of_project, *of_subjects)


def _in_doubt(person: PersonId, reach: Reach) -> ColumnElement[bool]:
    taught = select(pair.c.teacher_id).where(pair.c.helper_id == person, pair.c.teacher_id.is_not(None))
    return or_(lies_within(question, reach.above), _Q.asker_id.in_(taught))
