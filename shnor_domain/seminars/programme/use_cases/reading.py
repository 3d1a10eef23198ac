"""The programme of a half-year for its readers, and what of it anybody may read (I26, I27)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, PersonId, RegionId, Territory
from shnor_domain.people.model.person import PersonState
from shnor_domain.seminars.access import regions_sat_in
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.programme.cards import EventView, Eyes, OpenEvent, event_view, eyes_of, open_event
from shnor_domain.seminars.programme.changes import Change, changes
from shnor_domain.seminars.programme.model import Version
from shnor_domain.seminars.programme.telling import told_before
from shnor_domain.seminars.requests.changing import seen
from shnor_domain.seminars.requests.use_cases.looking import Halves, halves_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Row:
    """An event of the programme; `asked`: the reader, or a school of hers, had asked for it. `invited`: she may sign
    up."""

    event: Event
    asked: bool
    invited: bool


@dataclass(frozen=True, slots=True)
class Programme:
    """`halves` None before any programme was published in her regions. `rows` are what takes place and is hers to
    read: what is ahead by time, then what is over. `changed` is what of it has become otherwise, as the last message
    of it counts; `hosts` names who leads, by id; `zone` is the clock of the region, on which events are set."""

    halves: Halves | None
    version: Version | None = None
    rows: tuple[Row, ...] = ()
    changed: tuple[Change, ...] = ()
    hosts: Mapping[PersonId, str] = field(default_factory=dict)
    zone: str = ""

    @property
    def asked(self) -> tuple[Row, ...]:
        """What the reader, or a school of hers, had asked for."""
        return tuple(each for each in self.rows if each.asked)


@dataclass(frozen=True, slots=True)
class OneEvent:
    """Whoever has a place where the event is shown, who runs the seminar or leads it; anybody, registered or not, of
    what is shown to all (`OpenEvent` alone). To all others it is `NotFound`."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> EventView:
        """As it stands now; one that was called off says so."""
        async with self.read() as work:
            return await event_view(work, actor, event_id, self.clock.now())


@dataclass(frozen=True, slots=True)
class OpenProgramme:
    """Events that are shown to all, for anybody: topic, kind, form, date and hours."""

    read: Opens[EventWork]
    clock: Clock

    async def regions(self) -> Sequence[tuple[RegionId, str]]:
        """Regions that have one ahead, by name."""
        async with self.read() as work:
            shown = {each.region for each in await work.seminar_events.shown_to_all(self.clock.now())}
            return [(each.id, each.name) for each in await work.municipalities.regions() if each.id in shown]

    async def __call__(self, region: RegionId) -> Sequence[OpenEvent]:
        """Those of a region that are not over, by time."""
        async with self.read() as work:
            found = await work.seminar_events.shown_to_all(self.clock.now())
        return [open_event(each) for each in found if each.region == region]


@dataclass(frozen=True, slots=True)
class WhatAnswers:
    """Who may look at the request (`OneRequest`); to all others it is `NotFound`."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, request_id: RequestId) -> Sequence[Event]:
        """Published events that answer it and that she may read, by id; of a merged one those of what it has become."""
        now = self.clock.now()
        async with self.read() as work:
            request, _supports, _rights = await seen(work, actor, request_id)
            eyes = await eyes_of(work, actor, request.region, request.cycle, now)
            found = await work.seminar_events.of_requests([request.id])
            return [each for each in found if _takes_place(each) and eyes.sees(each)]


@dataclass(frozen=True, slots=True)
class ProgrammeForMe:
    """Whoever has a place in a region; others are refused with `NotAllowed`."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId | None = None) -> Programme:
        """Of the half-year that runs, or of a chosen one (`NotFound` where it is not of hers)."""
        regions = set(regions_sat_in(actor))
        if not regions:
            raise NotAllowed
        now = self.clock.now()
        async with self.read() as work:
            halves = await halves_of(work, regions, cycle_id, now, announced=True, published=True)
            if halves is None:
                return Programme(None)
            cycle = halves.cycle
            eyes = await eyes_of(work, actor, cycle.region, cycle.id, now)
            events = await work.seminar_events.of_cycle(cycle.id, EventState.OPEN, EventState.CANCELLED)
            hers = {each.id: each for each in events if eyes.sees(each)}
            version, changed = await _changed(work, cycle.id)
            mine = tuple(each for each in changed if each.line.event in hers)
            rows = [_row(eyes, each) for each in hers.values() if _takes_place(each)]
            return Programme(
                halves=halves,
                version=version,
                rows=tuple(sorted(rows, key=lambda row: row.event.over(now))),
                changed=mine,
                hosts=await _hosts(work, [row.event for row in rows]),
                zone=await work.lands.zone_of(Territory(cycle.region)),
            )


def _takes_place(event: Event) -> bool:
    return event.state is EventState.OPEN and bool(event.open_lessons)


def _row(eyes: Eyes, event: Event) -> Row:
    return Row(event, eyes.has_asked(event), bool(eyes.invited(event)))


async def _changed(work: EventWork, cycle: CycleId) -> tuple[Version | None, tuple[Change, ...]]:
    """What holds, and what differs from what readers knew before the last message of it, small changes since included;
    nothing is «changed» in the first one, but for those."""
    version = await work.seminar_programmes.newest_published(cycle)
    if version is None:
        return None, ()
    told = version if version.by_hand else await told_before(work, version)
    before = None if told is None else await told_before(work, told) or told
    if before is None or before.id == version.id:
        return version, ()
    lines = [await work.seminar_programmes.lines(each.id) for each in (before, version)]
    return version, changes(*lines)


async def _hosts(work: EventWork, events: Sequence[Event]) -> Mapping[PersonId, str]:
    people = await work.people.many({each.terms.host for each in events if each.terms.host is not None})
    return {each.id: each.name for each in people.values() if each.state is PersonState.ACTIVE}
