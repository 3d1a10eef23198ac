"""Who came to lessons, and codes."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, RegionId, SchoolId
from shnor_domain.seminars.events.model import EventId, EventState, LessonId, LessonState
from shnor_domain.seminars.presence.hours import Attended
from shnor_domain.seminars.presence.model import LessonMark, Presence, SaidBy, WhyNotHeld
from shnor_domain.seminars.presence.ports import Sat
from shnor_domain.seminars.signing.model import SignUpId, SignUpState
from shnor_domain.storage.schema.seminar_events import event, lesson
from shnor_domain.storage.schema.seminar_presence import code_try, lesson_code, lesson_mark, presence
from shnor_domain.storage.schema.seminar_seats import event_signup
from shnor_domain.storage.seminars.schools import MERGED
from shnor_domain.storage.upsert import insert as upsert

_P, _M, _C, _T = presence.c, lesson_mark.c, lesson_code.c, code_try.c
_E, _L, _S = event.c, lesson.c, event_signup.c


def came() -> ColumnElement[bool]:
    """`Presence.came` of a joined row of `presence`."""
    return or_(_P.host_says.is_(True), and_(_P.host_says.is_(None), _P.said_at.is_not(None)))


class PresenceRows:
    """Port `PresenceStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of_lesson(self, lesson: LessonId) -> Mapping[SignUpId, Presence]:
        """By the key."""
        rows = await self._connection.execute(select(presence).where(_P.lesson_id == lesson))
        return {SignUpId(row.signup_id): _presence_of(row) for row in rows}

    async def of_signup(self, signup: SignUpId) -> Mapping[LessonId, Presence]:
        """By the index of seats."""
        rows = await self._connection.execute(select(presence).where(_P.signup_id == signup))
        return {LessonId(row.lesson_id): _presence_of(row) for row in rows}

    async def say(self, lesson: LessonId, signup: SignUpId, by: SaidBy, now: datetime) -> Presence:
        """One statement: of two taps at once the first stays."""
        said = upsert(self._connection, presence).values(
            lesson_id=lesson, signup_id=signup, said_at=now, said_by=by.value
        )
        first = {
            "said_at": func.coalesce(_P.said_at, said.excluded.said_at),
            "said_by": func.coalesce(_P.said_by, said.excluded.said_by),
        }
        kept = said.on_conflict_do_update(index_elements=[_P.lesson_id, _P.signup_id], set_=first).returning(presence)
        return _presence_of((await self._connection.execute(kept)).one())

    async def mark(self, mark: LessonMark, came: Mapping[SignUpId, bool]) -> None:
        """Two statements."""
        values = {
            "host_id": mark.host,
            "held": mark.held,
            "reason": None if mark.reason is None else mark.reason.value,
            "minutes": mark.minutes,
            "kept_came": mark.kept_came,
            "marked": mark.marked,
        }
        whole = upsert(self._connection, lesson_mark).values(lesson_id=mark.lesson, **values)
        await self._connection.execute(whole.on_conflict_do_update(index_elements=[_M.lesson_id], set_=values))
        if came:
            rows = [
                {"lesson_id": mark.lesson, "signup_id": each, "host_says": was, "marked": mark.marked}
                for each, was in sorted(came.items())
            ]
            each = upsert(self._connection, presence)
            said = {"host_says": each.excluded.host_says, "marked": each.excluded.marked}
            await self._connection.execute(
                each.on_conflict_do_update(index_elements=[_P.lesson_id, _P.signup_id], set_=said), rows
            )

    async def marks(self, lessons: Collection[LessonId]) -> Mapping[LessonId, LessonMark]:
        """One statement."""
        rows = await self._connection.execute(select(lesson_mark).where(_M.lesson_id.in_(lessons)))
        return {LessonId(row.lesson_id): _mark_of(row) for row in rows}

    async def unmarked(
        self, host: PersonId, runs: Collection[RegionId], ended_after: datetime, now: datetime
    ) -> Sequence[LessonId]:
        """By the index of hosts."""
        hers = or_(_E.host_id == host, and_(_E.host_id.is_(None), _E.region_id.in_(runs)))
        somebody = select(_S.id).where(_S.event_id == _E.id, _S.state == SignUpState.LIVE.value).exists()
        found = (
            select(_L.id)
            .join(event, _E.id == _L.event_id)
            .where(hers, _E.state == EventState.OPEN.value, somebody)
            .where(_L.state == LessonState.OPEN.value, _L.ends > ended_after, _L.ends <= now)
            .where(~select(_M.lesson_id).where(_M.lesson_id == _L.id).exists())
            .order_by(_L.starts, _L.id)
        )
        return [LessonId(each) for each in await self._connection.scalars(found)]

    async def make_code(self, lesson: LessonId, code: str) -> str:
        """The key decides who was first; the other waits for it, and reads."""
        first = upsert(self._connection, lesson_code).values(lesson_id=lesson, code=code)
        await self._connection.execute(first.on_conflict_do_nothing())
        made = await self.code(lesson)
        assert made is not None
        return made

    async def code(self, lesson: LessonId) -> str | None:
        """One."""
        found: str | None = await self._connection.scalar(select(_C.code).where(_C.lesson_id == lesson))
        return found

    async def wrong(self, lesson: LessonId, person: PersonId) -> int:
        """One."""
        tries = select(_T.wrong).where(_T.lesson_id == lesson, _T.person_id == person)
        return int(await self._connection.scalar(tries) or 0)

    async def count_wrong(self, lesson: LessonId, person: PersonId) -> int:
        """One statement."""
        first = upsert(self._connection, code_try).values(lesson_id=lesson, person_id=person, wrong=1)
        more = first.on_conflict_do_update(index_elements=[_T.lesson_id, _T.person_id], set_={"wrong": _T.wrong + 1})
        return int((await self._connection.execute(more.returning(_T.wrong))).scalar_one())

    async def attended(self, person: PersonId, event: EventId | None = None) -> Sequence[Attended]:
        """By the index of people."""
        found = attended_rows().where(_S.person_id == person)
        if event is not None:
            found = found.where(_E.id == event)
        return [attended_of(row) for row in await self._connection.execute(found.order_by(_L.starts, _L.id))]

    async def attended_at(self, event: EventId) -> Mapping[PersonId, Sequence[Attended]]:
        """One statement."""
        found: dict[PersonId, list[Attended]] = defaultdict(list)
        theirs = attended_rows().where(_E.id == event, _S.person_id.is_not(None))
        for row in await self._connection.execute(theirs.order_by(_L.starts, _L.id)):
            found[PersonId(row.person_id)].append(attended_of(row))
        return found

    async def attended_by(
        self, people: Collection[PersonId], since: datetime, until: datetime
    ) -> Mapping[PersonId, Sequence[Attended]]:
        """One statement."""
        found: dict[PersonId, list[Attended]] = defaultdict(list)
        theirs = attended_rows().where(_S.person_id.in_(people), _L.starts >= since, _L.starts < until)
        for row in await self._connection.execute(theirs.order_by(_L.starts, _L.id)):
            found[PersonId(row.person_id)].append(attended_of(row))
        return found

    async def sat_in(self, region: RegionId, since: datetime, until: datetime) -> Sequence[Sat]:
        """One statement; who has left counts as one for each seat."""
        return await self._sat(_E.region_id == region, _L.starts >= since, _L.starts < until)

    async def sat_at(self, events: Collection[EventId]) -> Sequence[Sat]:
        """As `sat_in`."""
        return await self._sat(_E.id.in_(events))

    async def _sat(self, *where: ColumnElement[bool]) -> list[Sat]:
        found = attended_rows().add_columns(func.coalesce(MERGED.c.whole, _S.school_id).label("whole"))
        found = found.outerjoin(MERGED, MERGED.c.part == _S.school_id).where(_S.school_id.is_not(None), *where)
        return [
            Sat(
                person=-row.signup_id if row.person_id is None else row.person_id,
                school=SchoolId(row.whole),
                attended=attended_of(row),
            )
            for row in await self._connection.execute(found.order_by(_L.starts, _L.id, _P.signup_id))
        ]

    async def forget_codes(self, ended_before: datetime) -> int:
        """Two statements."""
        old = select(_L.id).where(_L.ends < ended_before)
        codes = await self._connection.execute(delete(lesson_code).where(_C.lesson_id.in_(old)))
        tries = await self._connection.execute(delete(code_try).where(_T.lesson_id.in_(old)))
        return codes.rowcount + tries.rowcount

    async def forget(self, person: PersonId) -> None:
        """Two statements."""
        await self._connection.execute(delete(code_try).where(_T.person_id == person))
        await self._connection.execute(update(lesson_mark).where(_M.host_id == person).values(host_id=None))


def attended_rows() -> Any:
    """Lessons with who came to them; what was marked as not held is left out, and who gave her seat back before it
    began."""
    sat = or_(_S.state == SignUpState.LIVE.value, _S.ended >= _L.starts)
    held = or_(_M.held.is_(None), _M.held.is_(True))
    return (
        select(
            _L.id, _L.event_id, _L.number, _L.starts, _L.ends, _E.region_id, _E.title, _E.zone,
            _M.minutes, _P.signup_id, _S.person_id,
        )
        .select_from(presence)
        .join(event_signup, _S.id == _P.signup_id)
        .join(lesson, _L.id == _P.lesson_id)
        .join(event, _E.id == _L.event_id)
        .outerjoin(lesson_mark, _M.lesson_id == _L.id)
        .where(came(), held, sat, _L.state == LessonState.OPEN.value, _E.state == EventState.OPEN.value)
    )  # fmt: skip


def attended_of(row: Any) -> Attended:
    """A row of `attended_rows`."""
    length = int((row.ends - row.starts).total_seconds()) // 60
    return Attended(
        lesson=LessonId(row.id),
        event=EventId(row.event_id),
        region=RegionId(row.region_id),
        title=row.title,
        number=row.number,
        starts=row.starts,
        zone=row.zone,
        minutes=length if row.minutes is None else row.minutes,
    )


def _presence_of(row: Any) -> Presence:
    return Presence(
        LessonId(row.lesson_id),
        SignUpId(row.signup_id),
        row.said_at,
        None if row.said_by is None else SaidBy(row.said_by),
        row.host_says,
    )


def _mark_of(row: Any) -> LessonMark:
    return LessonMark(
        LessonId(row.lesson_id),
        None if row.host_id is None else PersonId(row.host_id),
        None if row.reason is None else WhyNotHeld(row.reason),
        row.minutes,
        row.marked,
        row.kept_came,
    )
