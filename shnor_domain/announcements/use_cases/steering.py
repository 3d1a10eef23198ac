"""Pause, go on, stop, correct, recall: the sender or another coordinator whose territory covers the whole audience."""

from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.announcements import content as contents
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
            await _turn(work, actor, found, State.PAUSED, self.clock.now())


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
            await _turn(work, actor, found, going, self.clock.now())


@dataclass(frozen=True, slots=True)
class StopAnnouncement:
    """From the next copy on nothing goes, for ever. `Stale` when all have gone."""

    write: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId) -> None:
        """A second tap changes nothing."""
        async with self.write() as work:
            found = await held(work, actor, which)
            if found.state in (State.STOPPED, State.RECALLED):
                return
            if found.state.over:
                raise Stale
            await _turn(work, actor, found, State.STOPPED, self.clock.now(), "person")


@dataclass(frozen=True, slots=True)
class CorrectAnnouncement:
    """Other words: copies that went are edited and say so, the others go with the new ones. `Stale` for a recalled one,
    `BadAnnouncement` for words that cannot be sent with its files."""

    write: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId, text: str) -> None:
        """The same words once more change nothing."""
        now = self.clock.now()
        async with self.write() as work:
            found = await held(work, actor, which)
            if found.state is State.RECALLED:
                raise Stale
            contents.checked(replace(found.content, text=text))
            if text == found.content.text:
                return
            await work.announcements.correct(which, text, now)
            await work.audit.add(AuditEntry(now, actor.person, "announce-correct", f"announcement:{which}"))


@dataclass(frozen=True, slots=True)
class RecallAnnouncement:
    """Copies are deleted where the messenger still does it (Telegram: 48 hours), the others are counted; what waits
    never goes."""

    write: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId) -> None:
        """A second tap changes nothing."""
        async with self.write() as work:
            found = await held(work, actor, which)
            if found.state is not State.RECALLED:
                await _turn(work, actor, found, State.RECALLED, self.clock.now(), "person")


async def held(work: AnnouncementWork, actor: Actor, which: AnnouncementId) -> Announcement:
    """The announcement, which nobody else changes in this unit, once the actor may steer it."""
    found = await work.announcements.hold(which)
    require_steering(actor, None if found is None else found.by.territory)
    assert found is not None
    return found


async def _turn(
    work: AnnouncementWork, actor: Actor, found: Announcement, state: State, now: datetime, why: str | None = None
) -> None:
    await work.announcements.set_state(found.id, state, now, why)
    await work.audit.add(AuditEntry(now, actor.person, f"announce-{state.value}", f"announcement:{found.id}"))
