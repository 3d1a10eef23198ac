"""What carries materials to who came, and a short note to who asked and did not (JP11)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.one_by_one import one_by_one
from shnor_domain.seminars.events.model import EventId, EventState
from shnor_domain.seminars.materials import notices
from shnor_domain.seminars.materials.ports import MaterialWork
from shnor_domain.seminars.materials.reading import who_missed
from shnor_domain.seminars.materials.rules import COLLECTED, batch, missed_at
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class CarryMaterials:
    """A job, every five minutes: nobody's action."""

    read: Opens[MaterialWork]
    write: Opens[MaterialWork]
    clock: Clock

    async def __call__(self) -> int:
        """Of how many events was told."""
        async with self.read() as work:
            waiting = list(await work.event_materials.waiting(self.clock.now() - COLLECTED))
        return await one_by_one(self.write, waiting, self._told, "materials of event %s could not be told of")

    async def _told(self, work: MaterialWork, which: EventId) -> int:
        event, now = await work.seminar_events.hold(which), self.clock.now()
        if event is None or event.state is not EventState.OPEN:
            return 0
        fresh = batch(event, await work.event_materials.of_event(which), now)
        came = sorted(await work.presence.attended_at(which)) if fresh else []
        # before anybody came it waits: who marks does so within days
        if not fresh or (not came and not event.over(now)):
            return 0
        await work.notices.lay(notices.added(which, fresh, came, now))
        missed = sorted(await who_missed(work, event, now))
        await work.notices.lay(notices.missed(event, missed, missed_at(event, now)))
        await work.event_materials.told([each.id for each in fresh], now)
        return 1
