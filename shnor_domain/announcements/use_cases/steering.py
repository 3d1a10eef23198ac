"""Pause, go on, stop: the sender or another coordinator whose territory covers the whole audience."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.announcements.access import require_steering
from shnor_domain.announcements.model import Announcement, AnnouncementId, State
from shnor_domain.announcements.ports import AnnouncementWork
from shnor_domain.clock import Clock
from shnor_domain.errors import Stale
from shnor_domain.identity import Actor
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.work import Opens

_GOING = (State.PREPARING, State.RUNNING)


@dataclass(frozen=True, slots=True)
class PauseAnnouncement:
    """From the next copy on nothing goes; what waits sleeps until `GoOnWithAnnouncement`. `Stale` once it is over."""

    write: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId) -> None:
        """A second tap changes nothing."""
        async with self.write() as work:
            found = await held(work, actor, which)
            if found.state is State.PAUSED:
                return
            if found.state not in _GOING:
                raise Stale
            await turn(work, actor, found, State.PAUSED, self.clock.now())


@dataclass(frozen=True, slots=True)
class GoOnWithAnnouncement:
    """A paused one goes on from where it was. `Stale` once it is over."""

    write: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId) -> None:
        """A second tap changes nothing."""
        async with self.write() as work:
            found = await held(work, actor, which)
            if found.state in _GOING:
                return
            if found.state is not State.PAUSED:
                raise Stale
            going = State.RUNNING if found.laid else State.PREPARING
            await turn(work, actor, found, going, self.clock.now())


@dataclass(frozen=True, slots=True)
class StopAnnouncement:
    """From the next copy on nothing goes, for ever. `Stale` when all have gone; a finished one is stopped for whom
    nothing reached: should she come back within the month, she is not told."""

    write: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId) -> None:
        """A second tap changes nothing."""
        async with self.write() as work:
            found = await held(work, actor, which)
            if found.state in (State.STOPPED, State.RECALLED):
                return
            if found.state is State.DONE and not (await work.recipients.progress(which)).open:
                raise Stale
            await turn(work, actor, found, State.STOPPED, self.clock.now(), "person")


async def held(work: AnnouncementWork, actor: Actor, which: AnnouncementId) -> Announcement:
    """The announcement, which nobody else changes in this unit, once the actor may steer it."""
    found = await work.announcements.hold(which)
    require_steering(actor, None if found is None else found.by.territory)
    assert found is not None
    return found


async def turn(
    work: AnnouncementWork, actor: Actor, found: Announcement, state: State, now: datetime, why: str | None = None
) -> None:
    """Into another state, with who has said so."""
    await work.announcements.set_state(found.id, state, now, why)
    await work.audit.add(AuditEntry(now, actor.person, f"announce-{state.value}", f"announcement:{found.id}"))
