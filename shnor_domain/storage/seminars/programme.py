"""Versions of programmes and their lines."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Executable, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.model import Audience, CycleId, Form, Kind
from shnor_domain.seminars.programme.model import IN_WORK, SHOWN, At, Line, Version, VersionId, VersionState
from shnor_domain.seminars.requests.model import Route
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.schema.seminar_cycle import seminar_cycle
from shnor_domain.storage.schema.seminar_events import (
    VERSION_IN_WORK,
    VERSION_NUMBER,
    programme_line,
    programme_version,
)

_V, _N = programme_version.c, programme_line.c


class Programmes:
    """Port `ProgrammeStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, version: VersionId) -> Version | None:
        """One."""
        return next(iter(await self._read(_V.id == version)), None)

    async def hold(self, cycle: CycleId) -> None:
        """FOR NO KEY UPDATE of its row: rows that only name it do not wait. SQLite has one writer anyway."""
        row = select(seminar_cycle.c.id).where(seminar_cycle.c.id == cycle).with_for_update(key_share=True)
        await self._connection.execute(row)

    async def in_work_with(self, event: EventId) -> bool:
        """One statement."""
        shown = select(_N.event_id).join(programme_version, _V.id == _N.version_id).where(_N.event_id == event)
        return (await self._connection.execute(shown.where(_in(IN_WORK)).limit(1))).first() is not None

    async def of_person(self, person: PersonId) -> Sequence[Version]:
        """By the indexes of people."""
        return await self._read(or_(_V.made_by == person, _V.decided_by == person))

    async def forget(self, person: PersonId) -> None:
        """Three statements."""
        decided = update(programme_version).where(_V.decided_by == person).values(decided_by=None, reason=None)
        made = update(programme_version).where(_V.made_by == person).values(made_by=None)
        led = update(programme_line).where(_N.host_id == person).values(host_id=None)
        for statement in (decided, made, led):
            await self._connection.execute(statement)

    async def lines(self, version: VersionId) -> Sequence[Line]:
        """One statement."""
        rows = await self._connection.execute(select(programme_line).where(_N.version_id == version))
        return sorted(map(_line_of, rows), key=lambda each: (each.lessons[0].starts, each.event))

    async def of_cycle(self, cycle: CycleId) -> Sequence[Version]:
        """One statement."""
        return await self._read(_V.cycle_id == cycle)

    async def in_work(self, cycle: CycleId) -> Version | None:
        """By the index of versions in work."""
        return next(iter(await self._read(_V.cycle_id == cycle, _in(IN_WORK))), None)

    async def newest_published(self, cycle: CycleId) -> Version | None:
        """One statement."""
        return next(iter(await self._read(_V.cycle_id == cycle, _in((VersionState.PUBLISHED,)))), None)

    async def before(self, version: Version) -> Version | None:
        """By the index of numbers."""
        number = (version.number or 0) - 1
        return next(iter(await self._read(_V.cycle_id == version.cycle, _V.number == number)), None)

    async def was_published(self, event: EventId) -> bool:
        """One statement."""
        shown = select(_N.event_id).join(programme_version, _V.id == _N.version_id).where(_N.event_id == event)
        return (await self._connection.execute(shown.where(_in(SHOWN)).limit(1))).first() is not None

    async def waiting(self) -> Sequence[Version]:
        """One statement."""
        return (await self._read(_in((VersionState.WAITING,))))[::-1]

    async def add(self, version: Version, lines: Sequence[Line]) -> VersionId:
        """A version, then its lines in one statement."""
        new = insert(programme_version).values(cycle_id=version.cycle, **_values(version)).returning(_V.id)
        made = VersionId((await self._write(new)).scalar_one())
        await self._add_lines(made, lines)
        return made

    async def save(self, version: Version, came_from: VersionState) -> bool:
        """Compare and set."""
        written = update(programme_version).where(_V.id == version.id, _V.state == came_from.value)
        done: bool = (await self._write(written.values(**_values(version)))).rowcount == 1
        return done

    async def replace_lines(self, version: VersionId, lines: Sequence[Line]) -> None:
        """Two statements."""
        await self._connection.execute(delete(programme_line).where(_N.version_id == version))
        await self._add_lines(version, lines)

    async def _add_lines(self, version: VersionId, lines: Sequence[Line]) -> None:
        if lines:
            await self._connection.execute(insert(programme_line), [_row(version, line) for line in lines])

    async def _write(self, statement: Executable) -> Any:
        try:
            return await self._connection.execute(statement)
        except IntegrityError as error:
            if violated(error, VERSION_IN_WORK) or violated(error, VERSION_NUMBER):
                raise Stale from None
            raise

    async def _read(self, *where: ColumnElement[bool]) -> list[Version]:
        newest = select(programme_version).where(*where).order_by(_V.made.desc(), _V.id.desc())
        return [_version_of(row) for row in await self._connection.execute(newest)]


def _in(states: Collection[VersionState]) -> ColumnElement[bool]:
    return _V.state.in_([each.value for each in states])


def _values(version: Version) -> dict[str, Any]:
    return {
        "number": version.number,
        "state": version.state.value,
        "made_by": version.made_by,
        "made": version.made,
        "decided_by": version.decided_by,
        "decided": version.decided,
        "reason": version.reason,
        "published": version.published,
    }


def _row(version: VersionId, line: Line) -> dict[str, Any]:
    return {
        "version_id": version,
        "event_id": line.event,
        "title": line.title,
        "kind": line.kind.value,
        "form": line.form.value,
        "audience": line.audience.value,
        "lessons": [[at.number, int(at.starts.timestamp()), int(at.ends.timestamp())] for at in line.lessons],
        "host_id": line.host,
        "schools": line.schools,
        "people": line.people,
        "route": line.route.value,
    }


def _version_of(row: Any) -> Version:
    return Version(
        id=VersionId(row.id),
        cycle=CycleId(row.cycle_id),
        state=VersionState(row.state),
        made=row.made,
        made_by=_person(row.made_by),
        number=row.number,
        decided=row.decided,
        decided_by=_person(row.decided_by),
        reason=row.reason,
        published=row.published,
    )


def _line_of(row: Any) -> Line:
    return Line(
        event=EventId(row.event_id),
        title=row.title,
        kind=Kind(row.kind),
        form=Form(row.form),
        audience=Audience(row.audience),
        lessons=tuple(At(number, _instant(starts), _instant(ends)) for number, starts, ends in row.lessons),
        host=_person(row.host_id),
        schools=row.schools,
        people=row.people,
        route=Route(row.route),
    )


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _person(value: int | None) -> PersonId | None:
    return None if value is None else PersonId(value)
