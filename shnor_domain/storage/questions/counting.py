"""Figures of questions: answers as help, and what was asked when."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, PersonId, Territory
from shnor_domain.questions.model import Topic
from shnor_domain.questions.ports import Answered, Asked
from shnor_domain.storage.people.reach import lies_within
from shnor_domain.storage.questions.rows import topic_of
from shnor_domain.storage.schema.questions import question, question_turn

_Q, _T = question.c, question_turn.c


async def answered(
    connection: AsyncConnection,
    since: datetime,
    until: datetime,
    *,
    within: Collection[Territory] | None,
    person: PersonId | None,
    topic: Topic | None,
) -> Sequence[Answered]:
    """One statement; summed by the database."""
    wanted = [_T.answer, _T.at >= since, _T.at < until, *_in(within)]
    if person is not None:
        wanted.append(_T.author_id == person)
    if topic is not None:
        wanted += [_Q.matter == topic.matter.value, _Q.subject.is_not_distinct_from(topic.subject)]
    groups = (_T.author_id, _Q.matter, _Q.subject, _Q.municipality_id)
    query = (
        select(*groups, func.count(_Q.id.distinct()).label("many"))
        .join(question, _Q.id == _T.question_id)
        .where(*wanted)
        .group_by(*groups)
        .order_by(_Q.matter, _Q.subject, _T.author_id, _Q.municipality_id)
    )
    return [
        Answered(
            None if row.author_id is None else PersonId(row.author_id),
            topic_of(row),
            MunicipalityId(row.municipality_id),
            row.many,
        )
        for row in await connection.execute(query)
    ]


async def asked(
    connection: AsyncConnection,
    since: datetime,
    until: datetime,
    *,
    within: Collection[Territory] | None,
    by: PersonId | None,
) -> Sequence[Asked]:
    """A few columns of each: a median has no sum."""
    wanted = [_Q.asked >= since, _Q.asked < until, _Q.booking_id.is_(None), *_in(within)]
    if by is not None:
        wanted.append(_Q.first_by == by)
    columns = (_Q.matter, _Q.subject, _Q.asked, _Q.first_due, _Q.first_answer, _Q.first_by)
    rows = await connection.execute(select(*columns).where(*wanted).order_by(_Q.id))
    return [
        Asked(
            topic_of(row),
            row.asked,
            row.first_due,
            row.first_answer,
            None if row.first_by is None else PersonId(row.first_by),
        )
        for row in rows
    ]


def _in(within: Collection[Territory] | None) -> list[ColumnElement[bool]]:
    return [] if within is None else [lies_within(question, within)]
