"""Weekly rules and their exceptions."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Row, delete, or_, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import Audience, Exceptions, ExtraWindow, Format, Slot, SlotId, SlotState, Terms
from shnor_domain.consultations.rules import falls_with
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, SubjectId, Territory
from shnor_domain.seats.times import instant
from shnor_domain.storage.consultations.holidays import holidays_of
from shnor_domain.storage.schema.absences import session_moved
from shnor_domain.storage.schema.consultations import slot, slot_closed_day, slot_window
from shnor_domain.storage.schema.territories import called_off_day
from shnor_domain.storage.upsert import insert


class Slots:
    """Port `SlotStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, host: PersonId, town: MunicipalityId | None, terms: Terms) -> SlotId:
        """Insert a published slot."""
        added = await self._connection.execute(
            plain_insert(slot)
            .values(host_id=host, town_id=town, state=SlotState.PUBLISHED.value, **_columns(terms))
            .returning(slot.c.id)
        )
        return SlotId(added.scalar_one())

    async def get(self, slot_id: SlotId) -> Slot | None:
        """One slot."""
        found = (await self._connection.execute(select(slot).where(slot.c.id == slot_id))).first()
        return None if found is None else _slot(found)

    async def many(self, slots: Collection[SlotId]) -> Sequence[Slot]:
        """One statement."""
        return [_slot(row) for row in await self._connection.execute(select(slot).where(slot.c.id.in_(slots)))]

    async def of_host(self, host: PersonId) -> Sequence[Slot]:
        """Published slots of a host."""
        return await self._published(slot.c.host_id == host)

    async def of_hosts(self, hosts: Collection[PersonId]) -> Sequence[Slot]:
        """One statement."""
        return await self._published(slot.c.host_id.in_(hosts))

    async def published(self, regions: Collection[RegionId]) -> Sequence[Slot]:
        """Published slots of the regions, those open to every region included."""
        if not regions:
            return []
        return await self._published(or_(slot.c.open_region_id.in_(regions), slot.c.open_region_id.is_(None)))

    async def close(self, slot_id: SlotId) -> None:
        """End a slot."""
        await self._connection.execute(update(slot).where(slot.c.id == slot_id).values(state=SlotState.CLOSED.value))

    async def exceptions(self, slots: Collection[SlotId]) -> Mapping[SlotId, Exceptions]:
        """Closed days, windows, moves, called-off days and holidays, eight statements at most for any number of
        slots."""
        closed: dict[SlotId, set[date]] = {each: set() for each in slots}
        windows: dict[SlotId, list[ExtraWindow]] = {each: [] for each in slots}
        for row in await self._connection.execute(select(slot_closed_day).where(slot_closed_day.c.slot_id.in_(slots))):
            closed[SlotId(row.slot_id)].add(row.day)
        for row in await self._connection.execute(select(slot_window).where(slot_window.c.slot_id.in_(slots))):
            windows[SlotId(row.slot_id)].append(ExtraWindow(row.day, row.starts, row.minutes))
        moved: dict[SlotId, set[datetime]] = {each: set() for each in slots}
        for row in await self._connection.execute(select(session_moved).where(session_moved.c.slot_id.in_(slots))):
            moved[SlotId(row.slot_id)].add(row.starts)
        holidays, called_off = await holidays_of(self._connection, slots), await self._called_off(slots)
        return {
            each: Exceptions(
                frozenset(closed[each]),
                tuple(windows[each]),
                holidays[each],
                frozenset(moved[each]),
                frozenset(called_off[each]),
            )
            for each in slots
        }

    async def forget(self, host: PersonId) -> None:
        """One statement."""
        await self._connection.execute(update(slot).where(slot.c.host_id == host).values(link=None, venue=None))

    async def set_link(self, slot_id: SlotId, link: str) -> None:
        """One statement."""
        await self._connection.execute(update(slot).where(slot.c.id == slot_id).values(link=link))

    async def change(self, slot_id: SlotId, terms: Terms) -> None:
        """One statement."""
        await self._connection.execute(update(slot).where(slot.c.id == slot_id).values(**_columns(terms)))

    async def close_day(self, slot_id: SlotId, day: date) -> None:
        """Close a day once."""
        statement = insert(self._connection, slot_closed_day).values(slot_id=slot_id, day=day).on_conflict_do_nothing()
        await self._connection.execute(statement)

    async def open_day(self, slot_id: SlotId, day: date) -> None:
        """Open a closed day again."""
        await self._connection.execute(
            delete(slot_closed_day).where(slot_closed_day.c.slot_id == slot_id, slot_closed_day.c.day == day)
        )

    async def add_window(self, slot_id: SlotId, window: ExtraWindow) -> None:
        """Add a window once; from where a meeting had moved away there is one again."""
        values = {"slot_id": slot_id, "day": window.day, "starts": window.starts, "minutes": window.minutes}
        await self._connection.execute(insert(self._connection, slot_window).values(**values).on_conflict_do_nothing())
        zone = (await self._connection.execute(select(slot.c.zone).where(slot.c.id == slot_id))).scalar_one()
        there = session_moved.c.starts == instant(window.day, window.starts, zone)
        await self._connection.execute(delete(session_moved).where(session_moved.c.slot_id == slot_id, there))

    async def _called_off(self, slots: Collection[SlotId]) -> Mapping[SlotId, set[date]]:
        days: dict[SlotId, set[date]] = {each: set() for each in slots}
        # all that could concern a slot; which does is the rule's to say
        near = called_off_day.c.municipality_id.in_([slot.c.open_municipality_id, slot.c.town_id])
        rows = await self._connection.execute(
            select(slot, called_off_day.c.municipality_id, called_off_day.c.day)
            .join(called_off_day, near)
            .where(slot.c.id.in_(slots), slot.c.format == Format.ON_SITE.value, called_off_day.c.undone.is_(None))
        )
        for row in rows:
            if falls_with(_slot(row), MunicipalityId(row.municipality_id)):
                days[SlotId(row.id)].add(row.day)
        return days

    async def _published(self, condition: object) -> list[Slot]:
        rows = await self._connection.execute(
            select(slot)
            .where(condition, slot.c.state == SlotState.PUBLISHED.value)  # type: ignore[arg-type]
            .order_by(slot.c.weekday, slot.c.starts, slot.c.id)
        )
        return [_slot(row) for row in rows]


def _columns(terms: Terms) -> dict[str, object]:
    return {
        "subject": terms.subject,
        "weekday": terms.weekday,
        "starts": terms.starts,
        "zone": terms.zone,
        "minutes": terms.minutes,
        "format": terms.format.value,
        "audience": terms.audience.value,
        "open_region_id": terms.open_to.region,
        "open_municipality_id": terms.open_to.municipality,
        "open_school_id": terms.open_to.school,
        "project_schools_only": terms.project_schools_only,
        "capacity": terms.capacity,
        "first_day": terms.first_day,
        "last_day": terms.last_day,
        "link": terms.link,
        "venue": terms.venue,
        "notice": terms.notice,
        "horizon": terms.horizon,
    }


def territory(row: Row[tuple[object, ...]], prefix: str = "") -> Territory:
    """Territory from the columns «{prefix}region_id», «{prefix}municipality_id», «{prefix}school_id»."""
    region, municipality, school = (
        getattr(row, f"{prefix}{level}_id") for level in ("region", "municipality", "school")
    )
    return Territory(
        None if region is None else RegionId(region),
        None if municipality is None else MunicipalityId(municipality),
        None if school is None else SchoolId(school),
    )


def _slot(row: Row[tuple[object, ...]]) -> Slot:
    terms = Terms(
        subject=SubjectId(row.subject),
        weekday=row.weekday,
        starts=row.starts,
        zone=row.zone,
        minutes=row.minutes,
        format=Format(row.format),
        audience=Audience(row.audience),
        open_to=territory(row, "open_"),
        project_schools_only=row.project_schools_only,
        capacity=row.capacity,
        first_day=row.first_day,
        last_day=row.last_day,
        link=row.link,
        venue=row.venue,
        notice=row.notice,
        horizon=row.horizon,
    )
    town = None if row.town_id is None else MunicipalityId(row.town_id)
    return Slot(SlotId(row.id), PersonId(row.host_id), town, terms, SlotState(row.state))
