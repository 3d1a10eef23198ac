"""«Кто отвечает»: which people stand behind a body of a region's plans."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, PersonId, RegionId, Role, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import PersonState
from shnor_domain.roadmap.ports.bringing import BodyWork, BringingWork
from shnor_domain.work import Opens

_NAMING = (Role.REGIONAL_COORDINATOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body as the region's plans call it, and who answers for it, by id."""

    name: str
    people: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class BodiesOf:
    """A regional coordinator or admin: bodies of the region's plans. Refused: `NotAllowed`, `NotFound` elsewhere."""

    read: Opens[BringingWork]

    async def __call__(self, actor: Actor, region: RegionId) -> Sequence[BodyRow]:
        """By name."""
        _require(actor, region)
        async with self.read() as work:
            people = await work.plan_bodies.people(region)
            return [BodyRow(name, tuple(people.get(name, ()))) for name in await work.plan_bodies.used(region)]


@dataclass(frozen=True, slots=True)
class NameBody:
    """A regional coordinator or admin lets somebody of the region answer for a body. Refused: as `BodiesOf`; `NotFound`
    for a body of no plan and for a person without a place there."""

    write: Opens[BodyWork]
    clock: Clock

    async def __call__(self, actor: Actor, region: RegionId, body: str, person: PersonId) -> None:
        """A second time changes nothing."""
        _require(actor, region)
        now = self.clock.now()
        async with self.write() as work:
            if body not in await work.plan_bodies.used(region):
                raise NotFound
            if not await _works_in(work, region, person, actor, self.clock):
                raise NotFound
            if person not in (await work.plan_bodies.people(region)).get(body, ()):
                await work.plan_people.name_body(region, body, person)
                await work.audit.add(AuditEntry(now, actor.person, "plan-body-name", f"region:{region}", person))


@dataclass(frozen=True, slots=True)
class UnnameBody:
    """Undoes `NameBody`; her open items reach those who are left. Refused: as `BodiesOf`."""

    write: Opens[BringingWork]
    clock: Clock

    async def __call__(self, actor: Actor, region: RegionId, body: str, person: PersonId) -> None:
        """A second time changes nothing."""
        _require(actor, region)
        async with self.write() as work:
            if person in (await work.plan_bodies.people(region)).get(body, ()):
                await work.plan_people.unname_body(region, body, person)
                entry = AuditEntry(self.clock.now(), actor.person, "plan-body-unname", f"region:{region}", person)
                await work.audit.add(entry)


def _require(actor: Actor, region: RegionId) -> None:
    if not actor.has(*_NAMING):
        raise NotAllowed
    if not actor.reaches(Territory(region), *_NAMING):
        raise NotFound


async def _works_in(work: BodyWork, region: RegionId, person: PersonId, actor: Actor, clock: Clock) -> bool:
    """Registered, and at work somewhere in the region today."""
    found = await work.people.get(person)
    if found is None or found.state is not PersonState.ACTIVE:
        return False
    held = (await work.places.of_many([person], local_day(clock.now(), actor.zone))).get(person, ())
    return any(place.verified and place.territory.region == region for place in held)
