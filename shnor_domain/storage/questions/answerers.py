"""Who may answer in a region, and its coordinators."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, Place, PlaceId, RegionId, Role, SchoolId, SubjectId, Territory
from shnor_domain.people.model.deciders import Level
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.model.person import PersonState
from shnor_domain.questions.audience import ANSWERING, Candidate
from shnor_domain.storage.people.people import in_force
from shnor_domain.storage.people.places import PlacesStore
from shnor_domain.storage.people.reach import territory_of
from shnor_domain.storage.schema.people import person, preferences
from shnor_domain.storage.schema.places import pair, place, place_subject

_ROLES = tuple(role.value for role in ANSWERING)
_KIND_OF_ROLE = {kind.helper_role: kind for kind in (PairKind.SCHOOL, PairKind.TEAM)}


class Answerers:
    """Port `AnswererBook`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of_region(self, region: RegionId, day: date) -> Sequence[Candidate]:
        """Three statements: places, their subjects, pairs."""
        there = (
            select(place, preferences.c.leave_until)
            .join(person, person.c.id == place.c.person_id)
            .join(preferences, preferences.c.person_id == person.c.id, isouter=True)
            .where(place.c.region_id == region, place.c.role.in_(_ROLES), place.c.verified, in_force(day))
            .where(person.c.state == PersonState.ACTIVE.value)
            .order_by(place.c.id)
        )
        rows = (await self._connection.execute(there)).all()
        subjects = await self._subjects([row.id for row in rows])
        assigned = await self._assigned(sorted({row.person_id for row in rows}), day)
        return [
            Candidate(
                PersonId(row.person_id),
                Place(
                    PlaceId(row.id),
                    role := Role(row.role),
                    territory_of(row),
                    frozenset(subjects[row.id]),
                    frozenset(assigned[row.person_id, kind.value])
                    if (kind := _KIND_OF_ROLE.get(role))
                    else frozenset(),
                    row.starts,
                    row.ends,
                ),
                away=row.leave_until is not None and day <= row.leave_until,
            )
            for row in rows
        ]

    async def coordinators(self, where: Territory, day: date, *, region: bool) -> Sequence[PersonId]:
        """An empty level passes upward."""
        near = Level(Role.MUNICIPAL_COORDINATOR, Territory(where.region, where.municipality))
        above = Level(Role.REGIONAL_COORDINATOR, Territory(where.region))
        found = await PlacesStore(self._connection).holders([near, above], day)
        people = {*found[near], *(found[above] if region or not found[near] else ())}
        return sorted(people)

    async def _subjects(self, places: Sequence[int]) -> dict[int, set[SubjectId]]:
        found: dict[int, set[SubjectId]] = defaultdict(set)
        rows = await self._connection.execute(select(place_subject).where(place_subject.c.place_id.in_(places)))
        for which, subject in rows:
            found[which].add(SubjectId(subject))
        return found

    async def _assigned(self, people: Sequence[int], day: date) -> dict[tuple[int, str], set[SchoolId]]:
        found: dict[tuple[int, str], set[SchoolId]] = defaultdict(set)
        rows = await self._connection.execute(
            select(pair.c.helper_id, pair.c.kind, pair.c.school_id).where(
                pair.c.helper_id.in_(people), pair.c.starts <= day, or_(pair.c.ends.is_(None), pair.c.ends >= day)
            )
        )
        for helper, kind, school in rows:
            found[helper, kind].add(SchoolId(school))
        return found
