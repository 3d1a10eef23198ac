"""Videos by territory, found by words."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.videos.model import Exam, Shown, Video, VideoId
from shnor_domain.consultations.videos.rules import words_of
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SubjectId, Territory
from shnor_domain.storage.schema.visits import video


class Videos:
    """Port `VideoStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, new: Video) -> VideoId:
        """One row."""
        values = {
            "region_id": new.where.region,
            "municipality_id": new.where.municipality,
            "author_id": new.author,
            **_columns(new),
        }
        made = await self._connection.execute(insert(video).values(**values).returning(video.c.id))
        return VideoId(made.scalar_one())

    async def get(self, video_id: VideoId) -> Video | None:
        """One row."""
        row = (await self._connection.execute(select(video).where(video.c.id == video_id))).first()
        return None if row is None else _video(row)

    async def change(self, changed: Video) -> None:
        """One row."""
        await self._connection.execute(update(video).where(video.c.id == changed.id).values(**_columns(changed)))

    async def remove(self, video_id: VideoId) -> bool:
        """One row."""
        return (await self._connection.execute(delete(video).where(video.c.id == video_id))).rowcount == 1

    async def counts(self, seen: Collection[Territory]) -> Mapping[SubjectId, int]:
        """One statement."""
        counted = select(video.c.subject, func.count()).where(_around(seen)).group_by(video.c.subject)
        return {SubjectId(subject): count for subject, count in await self._connection.execute(counted)}

    async def page(
        self, seen: Collection[Territory], subject: SubjectId, words: Sequence[str], skip: int, count: int
    ) -> tuple[Sequence[Video], int]:
        """Two statements."""
        has_all = [video.c.words.contains(word, autoescape=True) for word in words]
        found = and_(_around(seen), video.c.subject == subject, *has_all)
        total = await self._connection.scalar(select(func.count()).select_from(video).where(found))
        rows = await self._connection.execute(
            select(video).where(found).order_by(video.c.title, video.c.id).offset(skip).limit(count)
        )
        return [_video(row) for row in rows], int(total or 0)

    async def of_author(self, person: PersonId) -> Sequence[Video]:
        """One statement."""
        rows = await self._connection.execute(select(video).where(video.c.author_id == person).order_by(video.c.id))
        return [_video(row) for row in rows]

    async def forget(self, person: PersonId) -> None:
        """One statement."""
        await self._connection.execute(update(video).where(video.c.author_id == person).values(author_id=None))


def _around(seen: Collection[Territory]) -> ColumnElement[bool]:
    """Videos of the region as a whole, and of the municipality where one is named."""
    return or_(*(_of(where) for where in seen)) if seen else video.c.id < 0


def _of(where: Territory) -> ColumnElement[bool]:
    in_region = video.c.region_id == where.region
    if where.municipality is None:
        return in_region
    own = or_(video.c.municipality_id.is_(None), video.c.municipality_id == where.municipality)
    return and_(in_region, own)


def _columns(of: Video) -> dict[str, object]:
    shown = of.shown
    return {
        "subject": shown.subject,
        "title": shown.title,
        "topic": shown.topic,
        "link": shown.link,
        "minutes": shown.minutes,
        "megabytes": shown.megabytes,
        "exam": shown.exam.value,
        "summary": shown.summary,
        "words": words_of(shown),
        "changed": of.changed,
    }


def _video(row: Row[Any]) -> Video:
    unit = None if row.municipality_id is None else MunicipalityId(row.municipality_id)
    shown = Shown(
        SubjectId(row.subject),
        row.title,
        row.link,
        Exam(row.exam),
        row.topic,
        row.minutes,
        row.megabytes,
        row.summary,
    )
    author = None if row.author_id is None else PersonId(row.author_id)
    return Video(VideoId(row.id), Territory(RegionId(row.region_id), unit), author, shown, row.changed)
