"""What waits for an answer before a meeting, for consultations."""

from collections.abc import Collection, Mapping

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import BookingId
from shnor_domain.questions.model import QuestionState
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
