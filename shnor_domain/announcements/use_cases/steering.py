"""Pause, go on, stop, correct, recall: the sender or another coordinator whose territory covers the whole audience."""

from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.announcements import content as contents
from shnor_domain.announcements.access import require_steering, steers
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
    """Other words: copies that went are edited and say so, the others go with the new ones; reminders of it too, which
    the actor may steer. `Stale` for a recalled one, `BadAnnouncement` for words that cannot be sent with its files."""

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
            await _correct(work, actor, which, text, now)
            repeating = {which}
            for each in await work.announcements.chain(which):
                reminder = await work.announcements.hold(each) if each > which else None
                if reminder is not None and reminder.reminds in repeating and _repeats(reminder, found, actor):
                    repeating.add(each)
                    await _correct(work, actor, each, text, now)


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


def _repeats(reminder: Announcement, found: Announcement, actor: Actor) -> bool:
    """The same words still stand in it, and are the actor's to change: nobody puts words into the mouth of a level
    above."""
    same = reminder.content.text == found.content.text and reminder.state is not State.RECALLED
    return same and steers(actor, reminder.by.territory)


async def _correct(work: AnnouncementWork, actor: Actor, which: AnnouncementId, text: str, now: datetime) -> None:
    await work.announcements.correct(which, text, now)
    await work.audit.add(AuditEntry(now, actor.person, "announce-correct", f"announcement:{which}"))
