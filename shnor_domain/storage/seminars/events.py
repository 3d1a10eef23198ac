"""Events and their lessons."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SubjectId
from shnor_domain.seminars.events.model import Event, EventId, EventState, Lesson, LessonId, LessonState, Terms
from shnor_domain.seminars.model import Audience, CycleId, Form, Kind, RequestId
from shnor_domain.seminars.presence.model import EARLY
from shnor_domain.seminars.requests.model import Route
from shnor_domain.storage.schema.consultations import busy
from shnor_domain.storage.schema.seminar_events import event, lesson, programme_line, request_event
from shnor_domain.storage.schema.seminar_presence import lesson_mark, presence
from shnor_domain.storage.seminars.event_links import answered, events_that_answer
from shnor_domain.storage.upsert import insert as upsert

_EVENTS, _LESSONS = event, lesson
_E, _L, _R, _M = event.c, lesson.c, request_event.c, lesson_mark.c
_OPEN = _L.state == LessonState.OPEN.value


class Events:
    """Port `EventStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, event: EventId) -> Event | None:
        """One."""
        return next(iter(await self._read(_E.id == event)), None)

    async def many(self, events: Collection[EventId]) -> Mapping[EventId, Event]:
        """Three statements, none for nothing."""
        return {each.id: each for each in await self._read(_E.id.in_(events))} if events else {}

    async def hold(self, event: EventId) -> Event | None:
        """FOR NO KEY UPDATE: a line of a version that only names it does not wait. SQLite has one writer anyway."""
        await self._connection.execute(select(_E.id).where(_E.id == event).with_for_update(key_share=True))
        return await self.get(event)

    async def hold_many(self, events: Collection[EventId]) -> Sequence[Event]:
        """Locked in one statement, in the order of ids."""
        rows = select(_E.id).where(_E.id.in_(events)).order_by(_E.id)
        await self._connection.execute(rows.with_for_update(key_share=True))
        return await self._read(_E.id.in_(events))

    async def of_cycle(self, cycle: CycleId, *states: EventState) -> Sequence[Event]:
        """Three statements, whatever their number."""
        within = [_E.state.in_(each.value for each in states)] if states else []
        return sorted(await self._read(_E.cycle_id == cycle, *within), key=_by_time)

    async def shown_to_all(self, ending_after: datetime) -> Sequence[Event]:
        """By the index of lessons."""
        ahead = select(_L.event_id).where(_L.ends > ending_after, _OPEN)
        public = (_E.state == EventState.OPEN.value, _E.shown_to_all.is_(True))
        return sorted(await self._read(*public, _E.id.in_(ahead)), key=_by_time)

    async def led_by(self, host: PersonId, ending_after: datetime) -> Sequence[Event]:
        """By the index of hosts."""
        ahead = select(_L.event_id).where(_L.ends > ending_after, _OPEN)
        gone = _E.state == EventState.CANCELLED.value
        return sorted(await self._read(_E.host_id == host, ~gone, _E.id.in_(ahead)), key=_by_time)

    async def hosts_ahead(self, now: datetime) -> Sequence[PersonId]:
        """One statement."""
        ahead = select(_L.event_id).where(_L.ends > now, _OPEN)
        stands = _E.state != EventState.CANCELLED.value
        hosts = select(_E.host_id).where(_E.host_id.is_not(None), stands, _E.id.in_(ahead)).distinct()
        return [PersonId(each) for each in await self._connection.scalars(hosts.order_by(_E.host_id))]

    async def of_lesson(self, lesson: LessonId) -> Event | None:
        """One."""
        return next(iter(await self._read(_E.id.in_(select(_L.event_id).where(_L.id == lesson)))), None)

    async def of_requests(self, requests: Collection[RequestId]) -> Sequence[Event]:
        """By the key of links."""
        return await self._read(_E.id.in_(events_that_answer(requests)))

    async def none_held(self, events: Collection[EventId]) -> Collection[EventId]:
        """One statement, none for nothing."""
        if not events:
            return frozenset()
        theirs = and_(_L.event_id == _E.id, _OPEN)
        failed = select(_M.lesson_id).where(_M.lesson_id == _L.id, _M.held.is_(False)).exists()
        found = select(_E.id).where(
            _E.id.in_(events),
            select(_L.id).where(theirs).exists(),
            ~select(_L.id).where(theirs, ~failed).exists(),
        )
        return frozenset(EventId(each) for each in await self._connection.scalars(found))

    async def add(self, event: Event) -> EventId:
        """Lessons are numbered in the order in which they stand."""
        new = insert(_EVENTS).values(
            region_id=event.region, cycle_id=event.cycle, zone=event.zone, route=event.route.value,
            state=event.state.value, since=event.since, **_terms(event.terms),
        )  # fmt: skip
        made = EventId((await self._connection.execute(new.returning(_E.id))).scalar_one())
        for each in event.lessons:
            await self.add_lesson(made, each)
        await self.link(made, event.requests)
        return made

    async def save(self, event: Event, terms: Terms, state: EventState, now: datetime) -> bool:
        """Compare and set."""
        since = now if state is not event.state else event.since
        written = (
            update(_EVENTS)
            .where(_E.id == event.id, _E.version == event.version)
            .values(state=state.value, since=since, version=event.version + 1, **_terms(terms))
        )
        return (await self._connection.execute(written)).rowcount == 1

    async def add_lesson(self, event: EventId, lesson: Lesson) -> LessonId:
        """The number is given by the same statement."""
        next_number = select(func.coalesce(func.max(_L.number), 0) + 1).where(_L.event_id == event).scalar_subquery()
        new = insert(_LESSONS).values(event_id=event, number=next_number, **_lesson(lesson))
        made = LessonId((await self._connection.execute(new.returning(_L.id))).scalar_one())
        await self._span(event)
        return made

    async def save_lesson(self, lesson: Lesson) -> None:
        """By its id."""
        await self._connection.execute(update(_LESSONS).where(_L.id == lesson.id).values(**_lesson(lesson)))
        early = delete(presence).where(presence.c.lesson_id == lesson.id, presence.c.said_at < lesson.starts - EARLY)
        await self._connection.execute(early)
        await self._span(lesson.event)

    async def drop(self, event: EventId) -> bool:
        """What refers to it goes first; lines of versions stay."""
        shown = select(programme_line.c.event_id).where(programme_line.c.event_id == event).limit(1)
        if (await self._connection.execute(shown)).first() is not None:
            return False
        await self._connection.execute(delete(request_event).where(_R.event_id == event))
        await self._connection.execute(delete(_LESSONS).where(_L.event_id == event))
        await self._connection.execute(delete(_EVENTS).where(_E.id == event))
        return True

    async def drop_lesson(self, lesson: LessonId) -> None:
        """By its id."""
        gone = delete(_LESSONS).where(_L.id == lesson).returning(_L.event_id)
        for its in (await self._connection.scalars(gone)).all():
            await self._span(EventId(its))

    async def forget(self, host: PersonId) -> None:
        """By the indexes of hosts and of lessons."""
        hers = select(_L.id).join(_EVENTS, _E.id == _L.event_id).where(_E.host_id == host)
        await self._connection.execute(delete(busy).where(busy.c.person_id == host, busy.c.lesson_id.in_(hers)))
        await self._connection.execute(
            update(_EVENTS).where(_E.host_id == host).values(host_id=None, version=_E.version + 1)
        )

    async def link(self, event: EventId, requests: Collection[RequestId]) -> None:
        """What is linked already stays so."""
        if requests:
            rows = [{"request_id": request, "event_id": event} for request in requests]
            linked = upsert(self._connection, request_event).on_conflict_do_nothing()
            await self._connection.execute(linked, rows)

    async def _span(self, event: EventId) -> None:
        """Its first start and last end, as seats and queues reckon by them."""
        theirs = select(func.min(_L.starts), func.max(_L.ends)).where(_L.event_id == event, _OPEN)
        first, last = (await self._connection.execute(theirs)).one()
        await self._connection.execute(update(_EVENTS).where(_E.id == event).values(starts=first, ends=last))

    async def _read(self, *where: ColumnElement[bool]) -> list[Event]:
        rows = (await self._connection.execute(select(event).where(*where).order_by(_E.id))).all()
        ids = [row.id for row in rows]
        lessons: dict[int, list[Lesson]] = defaultdict(list)
        requests: Mapping[int, list[RequestId]] = {}
        if ids:
            of_these = select(lesson).where(_L.event_id.in_(ids)).order_by(_L.event_id, _L.number)
            for row in await self._connection.execute(of_these):
                lessons[row.event_id].append(_lesson_of(row))
            requests = await answered(self._connection, ids)
        return [_event_of(row, lessons[row.id], requests.get(row.id, [])) for row in rows]


def _by_time(each: Event) -> tuple[bool, float, int]:
    lessons = each.open_lessons
    return (not lessons, lessons[0].starts.timestamp() if lessons else 0, each.id)


def _terms(terms: Terms) -> dict[str, Any]:
    return {
        "kind": terms.kind.value,
        "title": terms.title,
        "about": terms.about,
        "subject": terms.subject,
        "audience": terms.audience.value,
        "form": terms.form.value,
        "open_municipality_id": terms.municipality,
        "project_schools_only": terms.project_schools_only,
        "shown_to_all": terms.shown_to_all,
        "host_id": terms.host,
        "capacity": terms.capacity,
        "quota": terms.quota,
    }


def _lesson(each: Lesson) -> dict[str, Any]:
    return {
        "starts": each.starts,
        "ends": each.ends,
        "link": each.link,
        "venue": each.venue,
        "state": each.state.value,
        "was": each.was,
    }


def _lesson_of(row: Any) -> Lesson:
    return Lesson(
        LessonId(row.id), EventId(row.event_id), row.number, row.starts, row.ends, row.link, row.venue,
        LessonState(row.state), row.was,
    )  # fmt: skip


def _event_of(row: Any, lessons: list[Lesson], requests: list[RequestId]) -> Event:
    return Event(
        id=EventId(row.id),
        region=RegionId(row.region_id),
        cycle=CycleId(row.cycle_id),
        terms=Terms(
            title=row.title,
            kind=Kind(row.kind),
            audience=Audience(row.audience),
            form=Form(row.form),
            capacity=row.capacity,
            host=None if row.host_id is None else PersonId(row.host_id),
            about=row.about,
            subject=None if row.subject is None else SubjectId(row.subject),
            municipality=None if row.open_municipality_id is None else MunicipalityId(row.open_municipality_id),
            project_schools_only=row.project_schools_only,
            shown_to_all=row.shown_to_all,
            quota=row.quota,
        ),
        zone=row.zone,
        route=Route(row.route),
        state=EventState(row.state),
        since=row.since,
        version=row.version,
        lessons=tuple(lessons),
        requests=tuple(requests),
    )
