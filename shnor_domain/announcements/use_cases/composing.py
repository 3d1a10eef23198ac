"""Before anything is sent: as who, to whom, with what files, and what it will look like."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from shnor_domain.announcements.access import require_scope, scopes_of
from shnor_domain.announcements.audience import Audience
from shnor_domain.announcements.content import KeptFile, file_digest
from shnor_domain.announcements.errors import BadAnnouncement
from shnor_domain.announcements.forecast import Forecast, forecast
from shnor_domain.announcements.model import Announcement, AnnouncementId, By, Draft, Start, State, checked_start
from shnor_domain.announcements.ports import AnnouncementFiles, AnnouncementWork, Recipient
from shnor_domain.announcements.preparing import check_audience, checked_draft
from shnor_domain.announcements.scoping import scope_for
from shnor_domain.clock import Clock
from shnor_domain.contents import clean_name, type_of
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens

SAMPLE = 8
_AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class AnnouncesAs:
    """Coordinators and administrators: the places in whose name they may announce. Others get none."""

    async def __call__(self, actor: Actor) -> Sequence[By]:
        """The widest first."""
        return scopes_of(actor) if actor.person is not None else ()


@dataclass(frozen=True, slots=True)
class ForecastAudience:
    """Who announces in the name of `by`: how many would be told, and when. `NotFound` for another's place."""

    read: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, by: By, audience: Audience, start: Start | None = None, *, urgent: bool = False
    ) -> Forecast:
        """People, never their names. `Invalid` for criteria or an instant that cannot be."""
        require_scope(actor, by)
        now, wanted = self.clock.now(), start or Start()
        async with self.read() as work:
            await check_audience(work, actor, audience)
            scope = await scope_for(work, by, audience, actor.person, now)
            groups = await work.audiences.alike(scope)
            checked_start(wanted, {group.reader.zone for group in groups} or {actor.zone}, now)
            first = scope.day - timedelta(days=1)
            rests: dict[Territory, frozenset[date]] = {}
            for where in dict.fromkeys(group.rests for group in groups):
                rests[where] = frozenset(await work.lands.days_off(where, first, first + _AHEAD))
        known = [replace(one, reader=replace(one.reader, days_off=rests[one.rests])) for one in groups]
        return forecast(known, wanted, urgent=urgent, now=now)


@dataclass(frozen=True, slots=True)
class SampleAudience:
    """As `ForecastAudience`: the first eight, with their places inside of the sender's territory."""

    read: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, by: By, audience: Audience) -> Sequence[Recipient]:
        """By municipality, number and name of the school, then name (L8)."""
        require_scope(actor, by)
        async with self.read() as work:
            await check_audience(work, actor, audience)
            scope = await scope_for(work, by, audience, actor.person, self.clock.now())
            return await work.audiences.sample(scope, SAMPLE)


@dataclass(frozen=True, slots=True)
class KeepAnnouncementFile:
    """Who announces anything: a photo or document is kept before the announcement is confirmed; without one it goes in
    a month. `BadEvidence` for what is not taken (R114)."""

    announcement_files: AnnouncementFiles

    async def __call__(self, actor: Actor, body: bytes, name: str, *, photo: bool = False) -> KeptFile:
        """By its bytes, never by its name; `BadAnnouncement("file")` for a photo that is no picture."""
        if not scopes_of(actor):
            raise NotAllowed
        kind = type_of(body)
        if photo and not kind.picture:
            raise BadAnnouncement("file")
        key = await self.announcement_files.keep(body, kind.value)
        return KeptFile(key, clean_name(name, kind) or f"file.{kind.value}", file_digest(body))


@dataclass(frozen=True, slots=True)
class PreviewAnnouncement:
    """Who announces in the name of the draft's place: the announcement as it would stand, for the same view that its
    readers get, and for a test to oneself."""

    read: Opens[AnnouncementWork]
    announcement_files: AnnouncementFiles
    clock: Clock

    async def __call__(self, actor: Actor, draft: Draft) -> Announcement:
        """Changes nothing. Refuses what `Announce` would refuse, but for an empty audience."""
        require_scope(actor, draft.by)
        now = self.clock.now()
        draft = await checked_draft(draft, self.announcement_files)
        async with self.read() as work:
            await check_audience(work, actor, draft.audience)
            if not draft.start.now:
                scope = await scope_for(work, draft.by, draft.audience, actor.person, now)
                checked_start(draft.start, await work.audiences.zones(scope) or {actor.zone}, now)
        return Announcement(
            AnnouncementId(0), person_of(actor), draft.by, draft.audience, draft.content, draft.start, draft.urgent,
            State.PREPARING, now, now,
        )  # fmt: skip
