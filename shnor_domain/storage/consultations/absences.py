"""Absences with their asks, and sessions that leave their rule."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, and_, delete, exists, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.absences.model import Absence, AbsenceId, Answer, Substitution, SubstitutionId
from shnor_domain.consultations.model import (
    Booking,
    BookingId,
    BookingState,
    Occurrence,
    Session,
    SessionId,
    SessionKey,
    SessionState,
    SlotId,
)
from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId, SubjectId
from shnor_domain.seats.times import instant
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.consultations.bookings import Bookings
from shnor_domain.storage.consultations.sessions import as_session
from shnor_domain.storage.schema.absences import (
    ONE_ASK,
    absence,
    session_fallen,
    session_moved,
    substitution,
    substitution_meeting,
)
from shnor_domain.storage.schema.consultations import booking, session, slot
from shnor_domain.storage.schema.people import preferences

_LIVE = (Answer.ASKED.value, Answer.AGREED.value)


class Absences:
    """Port `AbsenceStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, host: PersonId, by: PersonId, first: date, last: date, now: datetime) -> AbsenceId:
        """One row."""
        values = {"host_id": host, "by_id": by, "first_day": first, "last_day": last, "declared": now}
        made = await self._connection.execute(insert(absence).values(**values).returning(absence.c.id))
        return AbsenceId(made.scalar_one())

    async def of_host(self, host: PersonId, since: date) -> Sequence[Absence]:
        """By first day."""
        rows = await self._connection.execute(
            select(absence)
            .where(absence.c.host_id == host, absence.c.last_day >= since)
            .order_by(absence.c.first_day, absence.c.id)
        )
        return [
            Absence(AbsenceId(row.id), PersonId(row.host_id), PersonId(row.by_id), row.first_day, row.last_day)
            for row in rows
        ]

    async def days_away(
        self, people: Collection[PersonId], since: date
    ) -> Mapping[PersonId, Sequence[tuple[date, date]]]:
        """Two statements for any number of people."""
        found: dict[PersonId, list[tuple[date, date]]] = {person: [] for person in people}
        declared = select(absence).where(absence.c.host_id.in_(people), absence.c.last_day >= since)
        for row in await self._connection.execute(declared):
            found[PersonId(row.host_id)].append((row.first_day, row.last_day))
        leave = select(preferences.c.person_id, preferences.c.leave_until)
        on_leave = leave.where(preferences.c.person_id.in_(people), preferences.c.leave_until >= since)
        for row in await self._connection.execute(on_leave):
            found[PersonId(row.person_id)].append((date.min, row.leave_until))
        return found

    async def forget(self, person: PersonId, now: datetime) -> None:
        """What waits for her, or by her, is withdrawn; days on which she was away are nobody's business any more."""
        hers = or_(substitution.c.host_id == person, substitution.c.substitute_id == person)
        waiting = select(substitution.c.id).where(hers, substitution.c.state == Answer.ASKED.value)
        asked = [row.id for row in await self._connection.execute(waiting)]
        for each in asked:
            await self.answer(SubstitutionId(each), Answer.ASKED, Answer.WITHDRAWN, now)
        used = exists().where(substitution.c.absence_id == absence.c.id)
        await self._connection.execute(delete(absence).where(absence.c.host_id == person, ~used))

    async def ask(
        self,
        absence: AbsenceId,
        host: PersonId,
        substitute: PersonId,
        by: PersonId,
        subject: SubjectId,
        meetings: Collection[SessionId],
        now: datetime,
    ) -> SubstitutionId:
        """The ask and a row for each meeting."""
        values = {
            "absence_id": absence,
            "host_id": host,
            "substitute_id": substitute,
            "by_id": by,
            "subject": subject,
            "state": Answer.ASKED.value,
            "asked": now,
        }
        made = await self._connection.execute(insert(substitution).values(**values).returning(substitution.c.id))
        asked = SubstitutionId(made.scalar_one())
        rows = [{"substitution_id": asked, "session_id": each, "live": 1} for each in sorted(meetings)]
        try:
            await self._connection.execute(insert(substitution_meeting), rows)
        except IntegrityError as error:
            if violated(error, ONE_ASK):
                raise Stale from None
            raise
        return asked

    async def part(self, ask: Substitution, meetings: Collection[SessionId]) -> None:
        """Two statements."""
        copied = [column for column in substitution.c if column.name != "id"]
        same = select(*copied).where(substitution.c.id == ask.id)
        made = insert(substitution).from_select([column.name for column in copied], same).returning(substitution.c.id)
        own = (await self._connection.execute(made)).scalar_one()
        table = substitution_meeting.c
        parted = and_(table.substitution_id == ask.id, table.session_id.in_(meetings))
        await self._connection.execute(update(substitution_meeting).where(parted).values(substitution_id=own))

    async def get(self, substitution_id: SubstitutionId) -> Substitution | None:
        """Two statements."""
        row = (await self._connection.execute(select(substitution).where(substitution.c.id == substitution_id))).first()
        return None if row is None else await self._whole(row)

    async def of_absent(self, host: PersonId, since: datetime, *, refused: bool = False) -> Sequence[Substitution]:
        """Those with something ahead."""
        states = (*_LIVE, Answer.REFUSED.value) if refused else _LIVE
        ahead = (
            select(substitution_meeting.c.substitution_id)
            .join(session, session.c.id == substitution_meeting.c.session_id)
            .where(session.c.starts > since, session.c.state == SessionState.OPEN.value)
        )
        rows = await self._connection.execute(
            select(substitution)
            .where(substitution.c.host_id == host, substitution.c.state.in_(states), substitution.c.id.in_(ahead))
            .order_by(substitution.c.id)
        )
        return [await self._whole(row) for row in rows.all()]

    async def last_about(self, session_id: SessionId) -> Substitution | None:
        """One statement, and the ask."""
        about = select(func.max(substitution_meeting.c.substitution_id)).where(
            substitution_meeting.c.session_id == session_id
        )
        last = (await self._connection.execute(about)).scalar()
        return None if last is None else await self.get(SubstitutionId(last))

    async def concerning(self, person: PersonId) -> Sequence[Substitution]:
        """By id."""
        hers = or_(substitution.c.host_id == person, substitution.c.substitute_id == person)
        rows = await self._connection.execute(select(substitution).where(hers).order_by(substitution.c.id))
        return [await self._whole(row) for row in rows.all()]

    async def standing_in(self, since: datetime) -> Sequence[PersonId]:
        """One statement."""
        rows = await self._connection.execute(
            select(substitution.c.substitute_id)
            .join_from(substitution, substitution_meeting, substitution_meeting.c.substitution_id == substitution.c.id)
            .join(session, session.c.id == substitution_meeting.c.session_id)
            .where(
                substitution.c.state.in_(_LIVE),
                session.c.starts > since,
                session.c.state == SessionState.OPEN.value,
            )
            .distinct()
            .order_by(substitution.c.substitute_id)
        )
        return [PersonId(each) for each in rows.scalars()]

    async def answer(self, substitution_id: SubstitutionId, before: Answer, after: Answer, now: datetime) -> bool:
        """The first of two at once wins."""
        changed = await self._connection.execute(
            update(substitution)
            .where(substitution.c.id == substitution_id, substitution.c.state == before.value)
            .values(state=after.value, answered=now)
        )
        if changed.rowcount and after.value not in _LIVE:
            values = {"live": 0} if before is not Answer.AGREED else {"live": 0, "above": None}
            await self._connection.execute(
                update(substitution_meeting)
                .where(substitution_meeting.c.substitution_id == substitution_id)
                .values(**values)
            )
        return changed.rowcount == 1

    async def waiting_above(self, now: datetime, until: datetime) -> Sequence[tuple[Substitution, Session]]:
        """The latest ask of a meeting speaks for it."""
        other = substitution_meeting.alias("other")
        later = exists().where(
            other.c.session_id == substitution_meeting.c.session_id,
            other.c.substitution_id > substitution_meeting.c.substitution_id,
        )
        rows = await self._connection.execute(
            select(
                substitution_meeting.c.substitution_id,
                session,
            )
            .join_from(substitution_meeting, session, session.c.id == substitution_meeting.c.session_id)
            .join(substitution, substitution.c.id == substitution_meeting.c.substitution_id)
            .where(
                substitution.c.state.in_((Answer.ASKED.value, Answer.REFUSED.value)),
                substitution_meeting.c.above.is_(None),
                session.c.state == SessionState.OPEN.value,
                session.c.starts > now,
                session.c.starts <= until,
                session.c.host_id == substitution.c.host_id,
                ~later,
            )
            .order_by(session.c.starts, session.c.id)
        )
        found = []
        for row in rows.all():
            asked = await self.get(SubstitutionId(row.substitution_id))
            if asked is not None:
                found.append((asked, as_session(row)))
        return found

    async def tell_above(self, substitution_id: SubstitutionId, session_id: SessionId, now: datetime) -> None:
        """One statement."""
        table = substitution_meeting.c
        about = and_(table.substitution_id == substitution_id, table.session_id == session_id)
        await self._connection.execute(update(substitution_meeting).where(about).values(above=now))

    async def told_above(self, substitution_id: SubstitutionId) -> Collection[SessionId]:
        """One statement."""
        table = substitution_meeting.c
        asked = select(table.session_id).where(table.substitution_id == substitution_id, table.above.is_not(None))
        return [SessionId(each) for each in (await self._connection.execute(asked)).scalars()]

    async def sessions(self, ids: Collection[SessionId]) -> Sequence[Session]:
        """One statement."""
        return await self._sessions(session.c.id.in_(ids))

    async def hosted(self, host: PersonId, since: datetime, until: datetime) -> Sequence[Session]:
        """One statement."""
        rows = await self._connection.execute(
            select(session)
            .join_from(session, slot, slot.c.id == session.c.slot_id)
            .where(
                session.c.host_id == host,
                slot.c.host_id != host,
                session.c.state == SessionState.OPEN.value,
                session.c.ends > since,
                session.c.starts < until,
            )
            .order_by(session.c.starts, session.c.id)
        )
        return [as_session(row) for row in rows]

    async def led(self, people: Collection[PersonId], since: datetime, until: datetime) -> Sequence[Session]:
        """One statement."""
        then = and_(session.c.ends > since, session.c.starts < until)
        return await self._sessions(
            and_(session.c.host_id.in_(people), session.c.state == SessionState.OPEN.value, then)
        )

    async def pass_to(self, session_id: SessionId, host: PersonId) -> None:
        """One statement."""
        await self._connection.execute(update(session).where(session.c.id == session_id).values(host_id=host))

    async def rows_of_slot(self, slot_id: SlotId, since: datetime) -> Sequence[Session]:
        """One statement."""
        return await self._sessions(and_(session.c.slot_id == slot_id, session.c.starts >= since))

    async def shift(self, row: Session, to: Occurrence) -> None:
        """Two statements; `uq_session_slot_starts` keeps two from one place. Who has said that she comes said it of the
        old time."""
        moved = update(session).where(session.c.id == row.id).values(starts=to.starts, ends=to.ends)
        await self._connection.execute(moved)
        await self._connection.execute(update(booking).where(booking.c.session_id == row.id).values(confirmed=False))

    async def take_zone(self, slot_id: SlotId, zone: str) -> None:
        """One statement, and one for each move."""
        old = (await self._connection.execute(select(slot.c.zone).where(slot.c.id == slot_id))).scalar_one()
        marks = await self._connection.execute(select(session_moved).where(session_moved.c.slot_id == slot_id))
        for row in marks.all():
            wall = row.starts.astimezone(ZoneInfo(old))
            starts = instant(wall.date(), wall.time(), zone)
            moved = update(session_moved).where(session_moved.c.id == row.id).values(starts=starts)
            await self._connection.execute(moved)
        await self._connection.execute(update(slot).where(slot.c.id == slot_id).values(zone=zone))

    async def leave_mark(self, row: Session) -> None:
        """One row."""
        values = {"slot_id": row.key.slot, "starts": row.key.starts, "session_id": row.id}
        await self._connection.execute(insert(session_moved).values(**values))

    async def moved_to(self, key: SessionKey) -> SessionKey | None:
        """One statement."""
        found = await self._connection.execute(
            select(session.c.slot_id, session.c.starts)
            .join_from(session_moved, session, session.c.id == session_moved.c.session_id)
            .where(session_moved.c.slot_id == key.slot, session_moved.c.starts == key.starts)
        )
        row = found.first()
        return None if row is None else SessionKey(SlotId(row.slot_id), row.starts)

    async def fall(self, session_id: SessionId, now: datetime) -> None:
        """One row; what fell before, and was brought back, falls anew."""
        await self._connection.execute(delete(session_fallen).where(session_fallen.c.session_id == session_id))
        await self._connection.execute(insert(session_fallen).values(session_id=session_id, at=now))

    async def fallen(self, slots: Collection[SlotId], since: datetime) -> Sequence[tuple[Session, datetime]]:
        """One statement."""
        rows = await self._connection.execute(
            select(session, session_fallen.c.at)
            .join_from(session_fallen, session, session.c.id == session_fallen.c.session_id)
            .where(
                session.c.slot_id.in_(slots),
                session.c.starts > since,
                session.c.state == SessionState.CANCELLED.value,
            )
            .order_by(session.c.starts, session.c.id)
        )
        return [(as_session(row), row.at) for row in rows]

    async def rise(self, session_id: SessionId) -> bool:
        """Compare and set."""
        opened = await self._connection.execute(
            update(session)
            .where(session.c.id == session_id, session.c.state == SessionState.CANCELLED.value)
            .values(state=SessionState.OPEN.value, taken=0, held=0, loose=0)
        )
        await self._connection.execute(delete(session_fallen).where(session_fallen.c.session_id == session_id))
        return opened.rowcount == 1

    async def fell_with(self, session_id: SessionId, fell: datetime) -> Sequence[Booking]:
        """In the order in which they were made."""
        ids = await self._connection.execute(
            select(booking.c.id)
            .where(
                booking.c.session_id == session_id,
                booking.c.state == BookingState.SESSION_CANCELLED.value,
                booking.c.ended == fell,
            )
            .order_by(booking.c.id)
        )
        store = Bookings(self._connection)
        found = [await store.get(BookingId(each)) for each in ids.scalars().all()]
        return [each for each in found if each is not None]

    async def revive(self, booking_id: BookingId, now: datetime) -> bool:
        """Compare and set; made anew, so that reminders before it are not made up for (N3)."""
        back = await self._connection.execute(
            update(booking)
            .where(booking.c.id == booking_id, booking.c.state == BookingState.SESSION_CANCELLED.value)
            .values(state=BookingState.BOOKED.value, ended=None, made=now)
        )
        return back.rowcount == 1

    async def _sessions(self, condition: Any) -> list[Session]:
        rows = await self._connection.execute(select(session).where(condition).order_by(session.c.starts, session.c.id))
        return [as_session(row) for row in rows]

    async def _whole(self, row: Row[Any]) -> Substitution:
        meetings = await self._connection.execute(
            select(substitution_meeting.c.session_id)
            .where(substitution_meeting.c.substitution_id == row.id)
            .order_by(substitution_meeting.c.session_id)
        )
        return Substitution(
            SubstitutionId(row.id),
            AbsenceId(row.absence_id),
            PersonId(row.host_id),
            PersonId(row.substitute_id),
            PersonId(row.by_id),
            SubjectId(row.subject),
            Answer(row.state),
            row.asked,
            tuple(SessionId(each) for each in meetings.scalars()),
        )
