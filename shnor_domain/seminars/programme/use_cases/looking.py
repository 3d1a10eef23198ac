"""Versions as who runs the seminar, and who decides, find them (I28, I29)."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, Role
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.cycle.model import Cycle
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.programme.deciders import decides
from shnor_domain.seminars.programme.model import Version, VersionId
from shnor_domain.seminars.programme.versions import VersionCard, version_card
from shnor_domain.seminars.requests.changing import cycle_of
from shnor_domain.work import Opens

DECIDING = (Role.REGIONAL_COORDINATOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class OneVersion:
    """Who runs the seminar of the region, and who decides; to all others it is `NotFound`."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, version_id: VersionId) -> VersionCard:
        """In any state."""
        async with self.read() as work:
            return await version_card(work, actor, version_id, self.clock.now())


@dataclass(frozen=True, slots=True)
class VersionsOfCycle:
    """Who runs the seminar; to all others the half-year is `NotFound`."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId) -> tuple[Cycle, Sequence[Version]]:
        """All of them, the newest first."""
        async with self.read() as work:
            cycle, _stands = await cycle_of(work, cycle_id, self.clock.now())
            if not runs(actor, cycle.region):
                raise NotFound
            return cycle, await work.seminar_programmes.of_cycle(cycle_id)


@dataclass(frozen=True, slots=True)
class WaitingVersions:
    """Coordinators of regions and administrators; others are refused with `NotAllowed`."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[tuple[Version, Cycle]]:
        """What waits for this very reader, the oldest first."""
        if actor.person is None or not actor.has(*DECIDING):
            raise NotAllowed
        now, found = self.clock.now(), list[tuple[Version, Cycle]]()
        async with self.read() as work:
            for version in await work.seminar_programmes.waiting():
                cycle, _stands = await cycle_of(work, version.cycle, now)
                if version.made_by != actor.person and await decides(work, actor, version, cycle.region, now):
                    found.append((version, cycle))
        return found
