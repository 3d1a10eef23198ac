"""Sums over consultations: the database counts, Python only names the columns (R142, R156)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, distinct, false, func, or_, select, text, true
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.attendance.model import NotHeld, Said
from shnor_domain.consultations.model import BookingState, Format, SessionKey, SessionState, SlotId
from shnor_domain.consultations.statistics.model import (
    Help,
    HelpKind,
    Line,
    MeetingRow,
    Meetings,
    Scope,
    Seats,
    Statements,
    TopicCount,
)
from shnor_domain.consultations.statistics.ports import By
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SubjectId, Territory
from shnor_domain.seats.model import WaitState
from shnor_domain.storage.consultations.months import month_at, month_number, on_days, zones_of_slots
from shnor_domain.storage.consultations.origin import home_of
from shnor_domain.storage.schema.attendance import booking_came, session_mark, visitor_word
from shnor_domain.storage.schema.consultations import booking, session, slot
from shnor_domain.storage.schema.territories import municipality
from shnor_domain.storage.schema.waitlist import waiting

_LIVE = booking.c.state == BookingState.BOOKED.value
_GIVEN_BACK_LATE = and_(booking.c.state == BookingState.CANCELLED.value, booking.c.late)
_CAME = func.coalesce(booking_came.c.came, 0)
# more pupils may come than seats were kept for them: a share is never above the whole
_SEATED = case((booking.c.heads < _CAME, booking.c.heads), else_=_CAME)
_HEADS = booking.c.heads
_KEY, _MONTH = "counted_by", "month_number"
"""Named in GROUP BY: of one expression with its values bound twice PostgreSQL cannot tell that it is one."""
_MARKED, _HELD = session_mark.c.session_id.is_not(None), session_mark.c.held
_KEPT = booking.join(session, booking.c.session_id == session.c.id).join(slot)
_JUDGED = _KEPT.outerjoin(session_mark, session_mark.c.session_id == session.c.id).outerjoin(
    booking_came, booking_came.c.booking_id == booking.c.id
)


def _sum(value: ColumnElement[Any], when: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((when, value), else_=0)), 0)


def _meetings(when: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(distinct(case((and_(_LIVE, when), session.c.id))))


_SEATS = (
    _sum(_SEATED, and_(_LIVE, _HELD)).label("came"),
    _sum(_HEADS - _SEATED, and_(_LIVE, _HELD)).label("absent"),
    _sum(_HEADS, _GIVEN_BACK_LATE).label("late"),
    _sum(_HEADS, and_(_LIVE, _MARKED, ~_HELD)).label("not_held"),
    _sum(_HEADS, and_(_LIVE, ~_MARKED)).label("unmarked"),
)
_MEETINGS = (
    _meetings(_HELD).label("meetings_held"),
    _meetings(~_MARKED).label("meetings_unmarked"),
    *(_meetings(session_mark.c.reason == reason.value).label(f"off_{reason.value}") for reason in NotHeld),
)
_OVER = (session.c.state == SessionState.OPEN.value, or_(_LIVE, _GIVEN_BACK_LATE))


class StatisticsRows:
    """Port `StatisticsStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def lines(self, scope: Scope, since: date, until: date, now: datetime, by: By) -> Sequence[Line]:
        """Two statements after that for the zones: what is over, and who waits."""
        days = on_days(await zones_of_slots(self._connection), since, until)
        key, home = {
            By.WHOLE: (None, None),
            By.SUBJECT: (session.c.subject, session.c.subject),
            By.MUNICIPALITY: (booking.c.municipality_id, home_of(waiting.c.person_id)),
        }[by]
        over = select(*_SEATS, *_MEETINGS).select_from(_JUDGED).where(days, session.c.ends <= now, *_OVER)
        ahead = (
            select(func.count().label("waiting"))
            .select_from(waiting.join(session, waiting.c.session_id == session.c.id).join(slot))
            .where(days, session.c.starts > now, waiting.c.state == WaitState.WAITING.value)
        )
        found = await self._by(over.where(_inside(scope, booking.c.municipality_id)), key)
        queue = await self._by(ahead.where(_inside(scope, home_of(waiting.c.person_id))), home)
        nothing = {} if by is not By.WHOLE else {None: Line(None, Seats(), Meetings())}
        for name, row in found.items():
            nothing[name] = _line(name, row, 0)
        for name, row in queue.items():
            known = nothing.get(name, Line(name, Seats(), Meetings()))
            nothing[name] = Line(name, known.seats, known.meetings, row.waiting)
        return [each for each in nothing.values() if by is By.WHOLE or each.seats.all or each.waiting]

    async def topics(self, scope: Scope, since: date, until: date) -> Sequence[TopicCount]:
        """One statement after that for the zones; of spellings of one topic the first by the alphabet stands."""
        days = on_days(await zones_of_slots(self._connection), since, until)
        # who books once more brings her topic along: people tell how common it is, bookings do not
        count, people = func.count().label("count"), func.count(distinct(booking.c.visitor_id)).label("people")
        rows = await self._connection.execute(
            select(session.c.subject, func.min(booking.c.topic).label("topic"), count, people)
            .select_from(_KEPT)
            .where(days, _LIVE, booking.c.topic_key.is_not(None), _inside(scope, booking.c.municipality_id))
            .group_by(session.c.subject, booking.c.topic_key)
            .order_by(count.desc(), booking.c.topic_key, session.c.subject)
        )
        return [TopicCount(SubjectId(row.subject), row.topic, row[2], row.people) for row in rows]

    async def statements(self, scope: Scope, since: date, until: date, now: datetime) -> Statements:
        """One statement after that for the zones."""
        days = on_days(await zones_of_slots(self._connection), since, until)
        said = visitor_word.c.said
        both = said.in_([Said.HELD.value, Said.HOST_ABSENT.value])
        differ = or_(and_(_HELD, said == Said.HOST_ABSENT.value), and_(~_HELD, said == Said.HELD.value))
        row = (
            await self._connection.execute(
                select(
                    func.count(distinct(session.c.id)),
                    func.count(distinct(case((differ, session.c.id)))),
                )
                .select_from(
                    _KEPT.join(session_mark, session_mark.c.session_id == session.c.id).join(
                        visitor_word, visitor_word.c.booking_id == booking.c.id
                    )
                )
                .where(days, session.c.ends <= now, _LIVE, both, _inside(scope, booking.c.municipality_id))
            )
        ).one()
        return Statements(row[0], row[1])

    async def rows(self, scope: Scope, since: date, until: date, now: datetime, most: int) -> Sequence[MeetingRow]:
        """One statement after that for the zones."""
        days = on_days(await zones_of_slots(self._connection), since, until)
        inside = _inside(scope, booking.c.municipality_id)
        return await self._meetings(_rows().where(days, session.c.ends <= now, *_OVER, inside), most)

    async def hours(
        self, host: PersonId | None, areas: Collection[Territory], since: date, until: date
    ) -> Sequence[Help]:
        """One statement after that for the zones."""
        zones = await zones_of_slots(self._connection)
        if not zones:
            return []
        month = month_number(zones, since, until).label(_MONTH)
        people = (
            select(booking.c.session_id, func.sum(booking_came.c.came).label("people"))
            .join_from(booking, booking_came)
            .where(_LIVE)
            .group_by(booking.c.session_id)
            .subquery()
        )
        rows = await self._connection.execute(
            select(
                session.c.host_id,
                slot.c.format,
                month,
                func.count().label("times"),
                func.sum(session_mark.c.minutes).label("minutes"),
                func.coalesce(func.sum(people.c.people), 0).label("people"),
            )
            .select_from(session.join(slot).join(session_mark).outerjoin(people, people.c.session_id == session.c.id))
            .where(_HELD, on_days(zones, since, until), true() if host is None else session.c.host_id == host)
            .where(_open_inside(areas) if host is None else true())
            .group_by(session.c.host_id, slot.c.format, text(_MONTH))
        )
        return [
            Help(
                PersonId(row.host_id),
                HelpKind(row.format),
                month_at(since, row.month_number),
                row.times,
                int(row.minutes),
                int(row.people),
            )
            for row in rows
        ]

    async def held(
        self, host: PersonId, areas: Collection[Territory] | None, since: date, until: date, most: int
    ) -> Sequence[MeetingRow]:
        """One statement after that for the zones."""
        days = on_days(await zones_of_slots(self._connection), since, until)
        hers = _rows().where(days, _HELD, _LIVE, session.c.host_id == host)
        return await self._meetings(hers if areas is None else hers.where(_open_inside(areas)), most)

    async def municipalities(self, regions: Collection[RegionId]) -> Mapping[MunicipalityId, str]:
        """One statement."""
        rows = await self._connection.execute(
            select(municipality.c.id, municipality.c.name)
            .where(municipality.c.region_id.in_(regions))
            .order_by(municipality.c.name)
        )
        return {MunicipalityId(row.id): row.name for row in rows}

    async def _by(self, statement: Select[*tuple[Any, ...]], key: Any) -> dict[Any, Row[Any]]:
        """Its row, or one a value of `key` that is not NULL."""
        if key is None:
            return {None: (await self._connection.execute(statement)).one()}
        grouped = statement.add_columns(key.label(_KEY)).where(key.is_not(None)).group_by(text(_KEY))
        return {row.counted_by: row for row in await self._connection.execute(grouped)}

    async def _meetings(self, statement: Select[Any], most: int) -> list[MeetingRow]:
        rows = await self._connection.execute(statement.limit(most))
        return [
            MeetingRow(
                SessionKey(SlotId(row.slot_id), row.starts),
                SubjectId(row.subject),
                Format(row.format),
                PersonId(row.host_id),
                _seats(row),
                row.minutes,
                int(row.people) - int(row.came),
            )
            for row in rows
        ]


def _rows() -> Select[Any]:
    meeting = (session.c.id, session.c.slot_id, session.c.starts, session.c.subject, session.c.host_id, slot.c.format)
    people = _sum(_CAME, and_(_LIVE, _HELD)).label("people")
    return (
        select(*meeting, session_mark.c.minutes, people, *_SEATS)
        .select_from(_JUDGED)
        .group_by(*meeting, session_mark.c.minutes)
        .order_by(session.c.starts, session.c.id)
    )


def _inside(scope: Scope, home: ColumnElement[Any]) -> ColumnElement[bool]:
    """A region's are those that are open in it, a municipality's those that its people have booked."""
    if scope.host is not None:
        return session.c.host_id == scope.host
    if scope.territory is None or scope.territory.region is None:
        return false()
    if scope.territory.municipality is not None:
        return home == scope.territory.municipality
    return slot.c.open_region_id == scope.territory.region


def _open_inside(areas: Collection[Territory]) -> ColumnElement[bool]:
    """Slots whose territory one of `areas` covers (rule 1)."""
    levels = (slot.c.open_region_id, slot.c.open_municipality_id, slot.c.open_school_id)
    inside = []
    for area in areas:
        named = zip(levels, (area.region, area.municipality, area.school), strict=True)
        inside.append(and_(*(column == each for column, each in named if each is not None)))
    return or_(*inside) if inside else false()


def _line(name: Any, row: Row[Any], queue: int) -> Line:
    reasons = {reason: getattr(row, f"off_{reason.value}") for reason in NotHeld}
    meetings = Meetings(
        row.meetings_held, row.meetings_unmarked, {reason: count for reason, count in reasons.items() if count}
    )
    return Line(name, _seats(row), meetings, queue)


def _seats(row: Row[Any]) -> Seats:
    return Seats(int(row.came), int(row.absent), int(row.late), int(row.not_held), int(row.unmarked))
