"""Answers of visitors, and their sums."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Row, delete, distinct, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.feedback.model import Answer, Sum
from shnor_domain.consultations.feedback.rules import next_month
from shnor_domain.consultations.model import BookingId
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, SubjectId, Territory
from shnor_domain.storage.consultations.months import month_at, month_number, on_days, zones_of_slots
from shnor_domain.storage.schema.attendance import feedback
from shnor_domain.storage.schema.consultations import booking, session, slot
from shnor_domain.storage.upsert import insert

_RATED = feedback.join(booking).join(session, booking.c.session_id == session.c.id).join(slot)


class FeedbackRows:
    """Port `FeedbackStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, booking_id: BookingId) -> Answer | None:
        """One row."""
        found = await self._connection.execute(select(feedback).where(feedback.c.booking_id == booking_id))
        row = found.first()
        return None if row is None else _answer(row)

    async def of_visitor(self, visitor: PersonId) -> Sequence[Answer]:
        """One statement."""
        rows = await self._connection.execute(
            select(feedback)
            .join_from(feedback, booking)
            .where(booking.c.visitor_id == visitor)
            .order_by(feedback.c.booking_id)
        )
        return [_answer(row) for row in rows]

    async def put(self, answer: Answer, now: datetime) -> None:
        """One statement."""
        values = {"score": answer.score, "words": answer.words, "given": now}
        giving = insert(self._connection, feedback).values(booking_id=answer.booking, **values)
        await self._connection.execute(giving.on_conflict_do_update(index_elements=["booking_id"], set_=values))

    async def drop(self, booking_id: BookingId) -> None:
        """One statement."""
        await self._connection.execute(delete(feedback).where(feedback.c.booking_id == booking_id))

    async def forget(self, visitor: PersonId) -> None:
        """One statement."""
        hers = select(booking.c.id).where(booking.c.visitor_id == visitor)
        await self._connection.execute(update(feedback).where(feedback.c.booking_id.in_(hers)).values(words=None))

    async def sums(self, host: PersonId, since: date, until: date) -> Sequence[Sum]:
        """One statement after that for the zones."""
        zones = await zones_of_slots(self._connection)
        if not zones:
            return []
        month = month_number(zones, since, until).label("month_number")
        rows = await self._connection.execute(
            select(
                session.c.subject,
                month,
                func.count().label("answers"),
                func.count(distinct(booking.c.visitor_id)).label("people"),
                func.sum(feedback.c.score).label("total"),
            )
            .select_from(_RATED)
            .where(session.c.host_id == host, on_days(zones, since, until))
            .group_by(session.c.subject, text("month_number"))
            .order_by(month.desc(), session.c.subject)
        )
        return [
            Sum(SubjectId(row.subject), month_at(since, row.month_number), row.answers, row.people, int(row.total))
            for row in rows
        ]

    async def lines(self, host: PersonId, month: Sum) -> Sequence[str]:
        """One statement after that for the zones."""
        zones = await zones_of_slots(self._connection)
        found = await self._connection.execute(
            select(feedback.c.words)
            .select_from(_RATED)
            .where(
                session.c.host_id == host,
                session.c.subject == month.subject,
                on_days(zones, month.month, next_month(month.month)),
                feedback.c.words.is_not(None),
            )
        )
        return sorted(found.scalars())

    async def areas(self, host: PersonId) -> Sequence[Territory]:
        """One statement."""
        where = (slot.c.open_region_id, slot.c.open_municipality_id, slot.c.open_school_id)
        led = select(session.c.slot_id).where(session.c.host_id == host)
        rows = await self._connection.execute(
            select(*where).where((slot.c.host_id == host) | slot.c.id.in_(led)).distinct()
        )
        return [
            Territory(
                None if region is None else RegionId(region),
                None if municipality is None else MunicipalityId(municipality),
                None if school is None else SchoolId(school),
            )
            for region, municipality, school in rows
        ]


def _answer(row: Row[tuple[object, ...]]) -> Answer:
    return Answer(BookingId(row.booking_id), row.score, row.words)
