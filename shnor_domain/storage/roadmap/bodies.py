"""Bodies of a region: how its plans call them, and who answers for them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, RegionId
from shnor_domain.people.model.person import PersonState
from shnor_domain.roadmap.model import ItemState
from shnor_domain.storage.schema.people import person
from shnor_domain.storage.schema.roadmap import plan_body, plan_item


class PlanBodiesStore:
    """Port `PlanBodies`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def used(self, region: RegionId) -> Sequence[str]:
        """Two statements: columns of JSON are told apart here, since PostgreSQL does not."""
        own = select(plan_item.c.bodies).where(
            plan_item.c.region_id == region,
            plan_item.c.municipality_id.is_(None),
            plan_item.c.parts == 0,
            plan_item.c.state != ItemState.DROPPED.value,
        )
        named = select(plan_body.c.body).where(plan_body.c.region_id == region).distinct()
        found = {body for bodies in (await self._connection.execute(own)).scalars() for body in bodies}
        return sorted(found | set((await self._connection.execute(named)).scalars()))

    async def people(self, region: RegionId) -> Mapping[str, Sequence[PersonId]]:
        """One statement, each list by id."""
        rows = await self._connection.execute(
            select(plan_body.c.body, plan_body.c.person_id)
            .join(person, person.c.id == plan_body.c.person_id)
            .where(plan_body.c.region_id == region, person.c.state == PersonState.ACTIVE.value)
            .order_by(plan_body.c.body, plan_body.c.person_id)
        )
        found: dict[str, list[PersonId]] = defaultdict(list)
        for row in rows:
            found[row.body].append(PersonId(row.person_id))
        return dict(found)
