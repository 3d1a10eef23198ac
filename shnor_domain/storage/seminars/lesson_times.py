"""Hours of who leads lessons, in the one table of who is where when."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.errors import DomainError
from shnor_domain.identity import PersonId
from shnor_domain.seats.times import grid
from shnor_domain.seminars.errors import HostIsElsewhere
from shnor_domain.seminars.events.model import Lesson, LessonId
from shnor_domain.storage.schema.consultations import busy
from shnor_domain.storage.seats.times import BusyTimes

_B = busy.c


class HoursOfLessons:
    """Port `LessonTimes`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._times = BusyTimes(connection, _B.lesson_id)

    async def lock(self, people: Collection[PersonId]) -> None:
        """The same locks as of consultations."""
        await self._times.lock(people)

    async def occupy(self, person: PersonId, lesson: Lesson) -> None:
        """The refusal names the event."""
        try:
            await self._times.occupy(person, lesson, HostIsElsewhere)
        except HostIsElsewhere:
            raise HostIsElsewhere(event=lesson.event) from None

    async def attend(self, person: PersonId, lessons: Collection[Lesson], refusal: type[DomainError]) -> None:
        """One statement a lesson."""
        for each in lessons:
            await self._times.occupy(person, each, refusal)

    async def elsewhere(self, people: Collection[PersonId], lessons: Collection[Lesson]) -> Collection[PersonId]:
        """One statement."""
        if not people or not lessons:
            return frozenset()
        cells = [grid(each.starts, each.ends) for each in lessons]
        within = or_(*(and_(_B.cell >= each.start, _B.cell < each.stop) for each in cells))
        other = or_(_B.lesson_id.is_(None), _B.lesson_id.not_in([each.id for each in lessons]))
        found = select(_B.person_id).where(_B.person_id.in_(people), within, other)
        return {PersonId(each) for each in await self._connection.scalars(found.distinct())}

    async def release(self, person: PersonId, lesson: LessonId) -> None:
        """Delete the rows."""
        await self._times.release(person, lesson)

    async def busy(
        self, people: Collection[PersonId], starts: datetime, ends: datetime, *, but: Collection[LessonId] = ()
    ) -> Collection[PersonId]:
        """One statement for all people."""
        cells = grid(starts, ends)
        found = select(_B.person_id).where(_B.person_id.in_(people), _B.cell >= cells.start, _B.cell < cells.stop)
        if but:
            found = found.where(or_(_B.lesson_id.is_(None), _B.lesson_id.not_in(but)))
        return {PersonId(each) for each in await self._connection.scalars(found.distinct())}
