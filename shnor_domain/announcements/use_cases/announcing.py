"""«Отправить», and «напомнить остальным»."""

from dataclasses import dataclass, replace

from shnor_domain.announcements.access import require_scope, require_steering, scopes_of
from shnor_domain.announcements.audience import NotAcknowledged
from shnor_domain.announcements.errors import Duplicate, NobodyToTell, OnLeave
from shnor_domain.announcements.model import DUPLICATE, Announcement, AnnouncementId, Draft, checked_start, digest_of
from shnor_domain.announcements.ports import AnnouncementFiles, AnnouncementWork
from shnor_domain.announcements.preparing import check_audience, checked_draft
from shnor_domain.announcements.scoping import is_recalled, scope_for
from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.days import local_day
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Announce:
    """Coordinators and administrators, in the name of a place of theirs.

    Refused: `BadAnnouncement`; `Invalid` of audience, start, reason; `NobodyToTell`; `OnLeave` for what is put off;
    `Duplicate` for the same words to the same audience within an hour, unless `again`.
    """

    read: Opens[AnnouncementWork]
    write: Opens[AnnouncementWork]
    announcement_files: AnnouncementFiles
    clock: Clock

    async def __call__(
        self, actor: Actor, draft: Draft, *, again: bool = False, reminds: AnnouncementId | None = None
    ) -> AnnouncementId:
        """Confirmed: the audience is that of this moment, its rows are laid by the job. A second tap gives the first
        number."""
        require_scope(actor, draft.by)
        sender, now = person_of(actor), self.clock.now()
        async with self.read() as work:
            # before any rule: a time that has passed since does not unsay what was sent
            if (done := await work.applied.result("announce")) is not None:
                return AnnouncementId(int(done))
        draft = await checked_draft(draft, self.announcement_files)
        async with self.read() as work:
            await check_audience(work, actor, draft.audience)
            scope = await scope_for(work, draft.by, draft.audience, sender, now)
            zones = await work.audiences.zones(scope)
            leave = (await work.people.preferences(sender)).leave_until
        if not zones:
            raise NobodyToTell
        checked_start(draft.start, zones, now)
        if not draft.start.now and leave is not None and local_day(now, actor.zone) <= leave:
            raise OnLeave
        begins = min(max(draft.start.due(zone, now), now) for zone in zones)
        async with self.write() as work:
            if (done := await work.applied.result("announce")) is not None:
                return AnnouncementId(int(done))
            before = await work.announcements.same(digest_of(draft), now - DUPLICATE)
            if before is not None and not again:
                raise Duplicate(before)
            made = await work.announcements.add(draft, sender, now, begins, reminds)
            details: dict[str, str | int | bool | None] = {"urgent": draft.urgent is not None, "reminds": reminds}
            await work.audit.add(AuditEntry(now, sender, "announce", f"announcement:{made}", details=details))
            await work.applied.save("announce", str(made))
        return made


@dataclass(frozen=True, slots=True)
class RemindRest:
    """«Напомнить остальным»: who may stop an announcement tells it once more to whom it reached and who has not said
    «ознакомлен(а)», if they are still hers to tell.

    Refused as `Announce`; `Stale` once it was recalled, `NotFound` for one that asks for no such word."""

    read: Opens[AnnouncementWork]
    announce: Announce

    async def __call__(self, actor: Actor, which: AnnouncementId, *, again: bool = False) -> AnnouncementId:
        """The number of the reminder."""
        async with self.read() as work:
            draft = await _reminder(work, actor, which)
        return await self.announce(actor, draft, again=again, reminds=which)


@dataclass(frozen=True, slots=True)
class CountRest:
    """As `RemindRest`, before it is confirmed: whom the reminder would be for."""

    read: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId) -> int:
        """People who have it, have not said so, and are still hers to tell."""
        async with self.read() as work:
            draft = await _reminder(work, actor, which)
            scope = await scope_for(work, draft.by, draft.audience, person_of(actor), self.clock.now())
            return await work.audiences.count(scope)


async def _reminder(work: AnnouncementWork, actor: Actor, which: AnnouncementId) -> Draft:
    """What tells it once more, in the narrowest of her places that covers it."""
    found: Announcement | None = await work.announcements.get(which)
    require_steering(actor, None if found is None else found.by.territory)
    assert found is not None
    if await is_recalled(work, found):
        raise Stale
    if not found.content.acknowledge:
        raise NotFound
    by = next(by for by in reversed(scopes_of(actor)) if by.territory.covers(found.by.territory))
    return Draft(by, replace(found.audience, missing=NotAcknowledged(which)), found.content)
