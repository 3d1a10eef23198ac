"""What waits for an answer before a meeting, and what has one, for consultations."""

from collections.abc import Collection, Mapping

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import BookingId
from shnor_domain.questions.model import QuestionState
from shnor_domain.storage.schema.consultations import booking
from shnor_domain.storage.schema.questions import question, question_turn

_Q, _T = question.c, question_turn.c


class AskedBeforeMeetings:
    """Port `AskedBefore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def waiting(self, bookings: Collection[BookingId]) -> Mapping[BookingId, str]:
        """The first turn since the last answer, in one statement; none for no bookings."""
        if not bookings:
            return {}
        answer = question_turn.alias()
        last = select(func.max(answer.c.id)).where(answer.c.question_id == _Q.id, answer.c.answer).correlate(question)
        first = (
            select(func.min(_T.id))
            .join(question, _Q.id == _T.question_id)
            .where(_Q.booking_id.in_(bookings), _Q.state == QuestionState.OPEN.value)
            .where(_T.id > func.coalesce(last.scalar_subquery(), 0))
            .group_by(_Q.id)
        )
        query = select(_Q.booking_id, _T.text).join(question_turn, _T.question_id == _Q.id).where(_T.id.in_(first))
        return {BookingId(row.booking_id): row.text for row in await self._connection.execute(query)}

    async def answered_topics(self, bookings: Collection[BookingId]) -> Collection[BookingId]:
        """A topic that is answered ahead is a turn of its thread, with an answer after it; one statement."""
        if not bookings:
            return ()
        answer = question_turn.alias()
        after = select(answer.c.id).where(answer.c.question_id == _T.question_id, answer.c.answer, answer.c.id > _T.id)
        query = (
            select(_Q.booking_id)
            .join(question_turn, _T.question_id == _Q.id)
            .join(booking, booking.c.id == _Q.booking_id)
            .where(_Q.booking_id.in_(bookings), ~_T.answer, _T.text == booking.c.topic, after.exists())
        )
        return {BookingId(each) for each in (await self._connection.execute(query)).scalars()}
