"""Announcements themselves, and whether their senders still may."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.announcements.access import ANNOUNCING
from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.model import Announcement, Draft, State, digest_of
from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import PersonState
from shnor_domain.storage.announcements.audiences import AudiencesStore
from shnor_domain.storage.announcements.restless import days_around, restless
from shnor_domain.storage.announcements.rows import announcement_of, values_of
from shnor_domain.storage.people.people import in_force
from shnor_domain.storage.people.reach import exactly, lies_within
from shnor_domain.storage.schema.announcements import announcement
from shnor_domain.storage.schema.people import person, preferences
from shnor_domain.storage.schema.places import place
from shnor_domain.storage.territories.lands import LandsStore
from shnor_domain.storage.traces import TraceStore

_A = announcement.c
_UNDONE = (State.STOPPED.value, State.RECALLED.value)


class AnnouncementsStore:
    """Port `AnnouncementStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self, draft: Draft, sender: PersonId, now: datetime, begins: datetime, reminds: AnnouncementId | None = None
    ) -> AnnouncementId:
        """Write it with the snapshot of who is there."""
        upto = await AudiencesStore(self._connection).snapshot()
        made = await self._connection.execute(
            announcement.insert()
            .values(
                **values_of(draft),
                sender_id=sender,
                state=State.PREPARING.value,
                confirmed=now,
                begins=begins,
                reminds_id=reminds,
                last_place=upto.place,
                last_pair=upto.pair,
            )
            .returning(_A.id)
        )
        return AnnouncementId(made.scalar_one())

    async def get(self, which: AnnouncementId) -> Announcement | None:
        """One."""
        row = (await self._connection.execute(select(announcement).where(_A.id == which))).first()
        return None if row is None else announcement_of(row)

    async def chain(self, which: AnnouncementId) -> Sequence[AnnouncementId]:
        """One statement: up to the first, which has the lowest number, then down again."""
        up = select(_A.id, _A.reminds_id).where(_A.id == which).cte("up", recursive=True)
        up = up.union(select(_A.id, _A.reminds_id).join(up, _A.id == up.c.reminds_id))
        first = select(func.min(up.c.id)).scalar_subquery()
        down = select(_A.id).where(_A.id == first).cte("down", recursive=True)
        down = down.union(select(_A.id).join(down, _A.reminds_id == down.c.id))
        found = await self._connection.execute(select(down.c.id).order_by(down.c.id))
        return [AnnouncementId(each) for each in found.scalars()]

    async def hold(self, which: AnnouncementId) -> Announcement | None:
        """Under a row lock; SQLite has one writer anyway."""
        row = (await self._connection.execute(select(announcement).where(_A.id == which).with_for_update())).first()
        return None if row is None else announcement_of(row)

    async def listed(
        self, within: Sequence[Territory], offset: int, limit: int, *, asking: bool = False
    ) -> Sequence[Announcement]:
        """The latest first."""
        query = select(announcement).where(_inside(within, asking)).order_by(_A.id.desc()).offset(offset).limit(limit)
        return [announcement_of(row) for row in await self._connection.execute(query)]

    async def count(self, within: Sequence[Territory], *, asking: bool = False) -> int:
        """How many."""
        query = select(func.count()).select_from(announcement).where(_inside(within, asking))
        return int((await self._connection.execute(query)).scalar_one())

    async def same(self, digest: str, since: datetime) -> datetime | None:
        """By its index, under an advisory lock; SQLite has one writer anyway."""
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(digest))))
        said = func.coalesce(_A.corrected, _A.confirmed)
        query = select(func.max(said)).where(_A.digest == digest, said > since, _A.state.not_in(_UNDONE))
        found: datetime | None = (await self._connection.execute(query)).scalar()
        return found

    async def set_state(self, which: AnnouncementId, state: State, now: datetime, why: str | None = None) -> None:
        """What slept wakes when it goes on, and only then: while it is paused `asleep` says that all of it sleeps."""
        paused = _A.state == State.PAUSED.value
        asleep: dict[str, Any] = {"asleep": False} if state is State.PAUSED else {}
        if state in (State.PREPARING, State.RUNNING):
            asleep = {"asleep": or_(_A.asleep, paused)}
        await self._connection.execute(
            update(announcement)
            .where(_A.id == which)
            .values(state=state.value, why=why, settled=False, ended=now if state.over else None, **asleep)
        )

    async def correct(self, corrected: Announcement, now: datetime) -> None:
        """Copies that were sent follow."""
        words = {"text": corrected.content.text, "digest": digest_of(corrected)}
        await self._connection.execute(
            update(announcement)
            .where(_A.id == corrected.id)
            .values(**words, corrected=now, corrected_to=0, settled=False)
        )

    async def restless(self, now: datetime) -> Sequence[AnnouncementId]:
        """One statement over their partial index."""
        found = await self._connection.execute(restless(), days_around(now))
        return [AnnouncementId(each) for each in found.scalars()]

    async def settle(self, which: AnnouncementId) -> None:
        """Nothing is left to do; a paused one stays among those that are looked at."""
        paused = _A.state == State.PAUSED.value
        changes = {"settled": ~paused, "asleep": or_(_A.asleep, paused)}
        await self._connection.execute(update(announcement).where(_A.id == which).values(**changes))

    async def sender_stands(self, found: Announcement, now: datetime) -> bool:
        """One short statement, after one for the day there."""
        if found.sender is None:
            return False
        day = local_day(now, await LandsStore(self._connection).zone_of(found.by.territory))
        hers = (
            select(place.c.id)
            .join(person, person.c.id == place.c.person_id)
            .where(place.c.person_id == found.sender, place.c.verified, in_force(day))
            .where(place.c.role.in_(sorted(role.value for role in ANNOUNCING)), _covers(found.by.territory))
            .where(person.c.state == PersonState.ACTIVE.value)
        )
        return (await self._connection.execute(hers.limit(1))).first() is not None

    async def sender_on_leave(self, found: Announcement, now: datetime) -> bool:
        """By her own calendar."""
        query = select(preferences.c.leave_until, person.c.zone).join(person, person.c.id == preferences.c.person_id)
        row = (await self._connection.execute(query.where(person.c.id == found.sender))).first()
        return row is not None and row.leave_until is not None and local_day(now, row.zone) <= row.leave_until

    async def of_sender(self, whom: PersonId) -> Sequence[Announcement]:
        """The latest first."""
        query = select(announcement).where(_A.sender_id == whom).order_by(_A.id.desc())
        return [announcement_of(row) for row in await self._connection.execute(query)]

    async def level_above(self, found: Announcement, now: datetime) -> Sequence[PersonId]:
        """The first level above that anybody holds."""
        levels = [(Role.ADMIN, Territory())]
        if found.by.territory.municipality is not None:
            levels.insert(0, (Role.REGIONAL_COORDINATOR, Territory(found.by.territory.region)))
        if found.by.role is Role.ADMIN:
            return []
        day = now.astimezone(ZoneInfo(await LandsStore(self._connection).zone_of(found.by.territory))).date()
        for role, where in levels:
            holders = (
                select(place.c.person_id)
                .join(person, person.c.id == place.c.person_id)
                .where(place.c.role == role.value, place.c.verified, in_force(day), exactly(place, where))
                .where(person.c.state == PersonState.ACTIVE.value, place.c.person_id != found.sender)
                .distinct()
                .order_by(place.c.person_id)
            )
            people = [PersonId(each) for each in (await self._connection.execute(holders)).scalars()]
            if people:
                return people
        return []

    async def erase(self, which: AnnouncementId, now: datetime) -> None:
        """One statement."""
        gone: dict[str, Any] = dict.fromkeys(("text", "digest", "photo_name", "document_name"), "")
        gone |= dict.fromkeys(("photo_digest", "document_digest", "link_text", "link_url"))
        reason = case((_A.urgent.is_not(None), ""), else_=None)
        erased = update(announcement).where(_A.id == which, _A.erased.is_(None))
        await self._connection.execute(erased.values(**gone, urgent=reason, erased=now))
        await TraceStore(self._connection).wipe_free_space()

    async def erased_files(self) -> Collection[str]:
        """Two statements; the second walks what there is only when there is something."""
        erased = select(_A.photo, _A.document).where(_A.erased.is_not(None))
        rows = await self._connection.execute(erased.where(or_(_A.photo.is_not(None), _A.document.is_not(None))))
        keys = _keys(rows)
        return keys - set(await self.files(keys)) if keys else keys

    async def unname(self, keys: Collection[str]) -> None:
        """Two short statements."""
        for column in (_A.photo, _A.document):
            gone = update(announcement).where(_A.erased.is_not(None), column.in_(keys))
            await self._connection.execute(gone.values({column: None}))

    async def files(self, keys: Collection[str]) -> Collection[str]:
        """Two columns of one statement."""
        query = select(_A.photo, _A.document).where(or_(_A.photo.in_(keys), _A.document.in_(keys)))
        return _keys(await self._connection.execute(query.where(_A.erased.is_(None))))


def _keys(rows: Iterable[Any]) -> set[str]:
    return {key for row in rows for key in row if key is not None}


def _inside(within: Sequence[Territory], asking: bool) -> ColumnElement[bool]:
    """What is told in the name of a territory covered by one of these."""
    levels = [Territory(each.region, each.municipality) for each in within if each.school is None]
    there = lies_within(announcement, levels)
    return and_(there, _A.acknowledge) if asking else there


def _covers(territory: Territory) -> ColumnElement[bool]:
    """Places whose territory covers this one."""
    c = place.c
    return and_(
        or_(c.region_id.is_(None), c.region_id == territory.region),
        or_(c.municipality_id.is_(None), c.municipality_id == territory.municipality),
        c.school_id.is_(None),
    )
