"""Hours of who leads lessons, in the one table of who is where when."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, func, insert, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import grid
from shnor_domain.identity import PersonId
from shnor_domain.seminars.errors import HostIsElsewhere
from shnor_domain.seminars.events.model import Lesson, LessonId
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.schema.consultations import BUSY_CELL, busy

_B = busy.c


class HoursOfLessons:
    """Port `LessonTimes`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def lock(self, people: Collection[PersonId]) -> None:
        """Advisory locks in one order, the same as of consultations; SQLite has one writer anyway."""
        if self._connection.dialect.name == "postgresql":
            for person in sorted(people):
                await self._connection.execute(select(func.pg_advisory_xact_lock(person)))

    async def occupy(self, person: PersonId, lesson: Lesson) -> None:
        """Insert a row for each 5 minutes."""
        cells = [{"person_id": person, "cell": cell, "lesson_id": lesson.id} for cell in _cells(lesson)]
        try:
            await self._connection.execute(insert(busy), cells)
        except IntegrityError as error:
            if violated(error, BUSY_CELL):
                raise HostIsElsewhere(event=lesson.event) from None
            raise

    async def release(self, person: PersonId, lesson: LessonId) -> None:
        """Delete the rows."""
        await self._connection.execute(delete(busy).where(_B.person_id == person, _B.lesson_id == lesson))

    async def busy(
        self, people: Collection[PersonId], starts: datetime, ends: datetime, *, but: Collection[LessonId] = ()
    ) -> Collection[PersonId]:
        """One statement for all people."""
        cells = grid(starts, ends)
        found = select(_B.person_id).where(_B.person_id.in_(people), _B.cell >= cells.start, _B.cell < cells.stop)
        if but:
            found = found.where(or_(_B.lesson_id.is_(None), _B.lesson_id.not_in(but)))
        return {PersonId(each) for each in await self._connection.scalars(found.distinct())}


def _cells(lesson: Lesson) -> range:
    return grid(lesson.starts, lesson.ends)
