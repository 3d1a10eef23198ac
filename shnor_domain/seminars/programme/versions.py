"""A version as who runs the seminar, or decides on it, looks at it; and how it is found and written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor, PersonId, Territory
from shnor_domain.people.model.audit import AuditEntry, Details
from shnor_domain.people.model.person import PersonState
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.cycle.model import Cycle, Phase
from shnor_domain.seminars.events.model import EventState
from shnor_domain.seminars.events.rules import Lack, lacks
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.programme.changes import Change, changes
from shnor_domain.seminars.programme.deciders import decides
from shnor_domain.seminars.programme.lines import lines_of
from shnor_domain.seminars.programme.model import IN_WORK, Line, Version, VersionId, VersionState
from shnor_domain.seminars.requests.changing import cycle_of


@dataclass(frozen=True, slots=True)
class VersionCard:
    """`changed` is against what holds, of a published one against the one before it; `first` where there is none, as of
    one that went back.
    `lacks` is what has become of its drafts meanwhile. `hosts` names who leads, by id; `zone` is the region's clock.
    `decides`: the reader approves or returns it now; `own`: she would, had she not submitted it herself."""

    version: Version
    cycle: Cycle
    phase: Phase
    lines: tuple[Line, ...]
    changed: tuple[Change, ...]
    first: bool
    lacks: Mapping[int, tuple[Lack, ...]]
    hosts: Mapping[PersonId, str]
    zone: str
    runs: bool
    decides: bool
    own: bool

    @property
    def new(self) -> tuple[Line, ...]:
        """Events that it brings."""
        if self.first:
            return self.lines
        return tuple(each.after for each in self.changed if each.before is None and each.after is not None)


async def seen(work: EventWork, actor: Actor, version_id: VersionId, now: datetime) -> tuple[Version, Cycle, Phase]:
    """A version for who runs the seminar of its region, or decides on it; raises `NotFound` for all others."""
    version = await work.seminar_programmes.get(version_id)
    if version is None:
        raise NotFound
    cycle, stands = await cycle_of(work, version.cycle, now)
    if not runs(actor, cycle.region) and not await decides(work, actor, version, cycle.region, now):
        raise NotFound
    return version, cycle, stands


async def run_by(work: EventWork, actor: Actor, version_id: VersionId, now: datetime) -> tuple[Version, Cycle, Phase]:
    """As `seen`, for who runs the seminar alone."""
    version, cycle, stands = await seen(work, actor, version_id, now)
    if not runs(actor, cycle.region):
        raise NotFound
    return version, cycle, stands


async def version_card(work: EventWork, actor: Actor, version_id: VersionId, now: datetime) -> VersionCard:
    """As it stands now; raises `NotFound` as `seen`."""
    version, cycle, stands = await seen(work, actor, version_id, now)
    lines = await _lines(work, version)
    before = await _before(work, version)
    changed = () if before is None else changes(await work.seminar_programmes.lines(before.id), lines)
    may = await decides(work, actor, version, cycle.region, now)
    waits = version.state is VersionState.WAITING
    return VersionCard(
        version=version,
        cycle=cycle,
        phase=stands,
        lines=lines,
        changed=changed,
        first=before is None,
        lacks=await _lacks(work, cycle, version, lines, now),
        hosts=await _hosts(work, lines),
        zone=await work.lands.zone_of(Territory(cycle.region)),
        runs=runs(actor, cycle.region),
        decides=may and waits and actor.person != version.made_by,
        own=may and waits and actor.person == version.made_by,
    )


async def saved(work: EventWork, after: Version, before: Version) -> None:
    """Raise `Stale` when somebody was first."""
    if not await work.seminar_programmes.save(after, before.state):
        raise Stale


async def note(work: EventWork, actor: Actor, version: VersionId, action: str, now: datetime, details: Details) -> None:
    """A line of the audit log: ids and codes."""
    await work.audit.add(AuditEntry(now, actor.person, action, f"version:{version}", None, details))


async def _lines(work: EventWork, version: Version) -> tuple[Line, ...]:
    """As it was written; of one in work its drafts beside what is published now: that is what would hold."""
    written = await work.seminar_programmes.lines(version.id)
    if version.state not in IN_WORK:
        return tuple(written)
    drafts = {each.id for each in await work.seminar_events.of_cycle(version.cycle, EventState.DRAFT)}
    now_open = await lines_of(work, await work.seminar_events.of_cycle(version.cycle, EventState.OPEN))
    lines = [*(each for each in written if each.event in drafts), *now_open]
    return tuple(sorted(lines, key=lambda each: (each.lessons[0].starts, each.event)))


async def _before(work: EventWork, version: Version) -> Version | None:
    """With which it is compared: none for what went back."""
    if version.number is not None:
        return await work.seminar_programmes.before(version)
    return await work.seminar_programmes.newest_published(version.cycle) if version.state in IN_WORK else None


async def _lacks(
    work: EventWork, cycle: Cycle, version: Version, lines: tuple[Line, ...], now: datetime
) -> dict[int, tuple[Lack, ...]]:
    if version.state not in IN_WORK:
        return {}
    shown = {each.event for each in lines}
    drafts = await work.seminar_events.of_cycle(version.cycle, EventState.DRAFT)
    return {each.id: lack for each in drafts if each.id in shown and (lack := lacks(each, cycle, now))}


async def _hosts(work: EventWork, lines: tuple[Line, ...]) -> dict[PersonId, str]:
    people = await work.people.many({each.host for each in lines if each.host is not None})
    return {each.id: each.name for each in people.values() if each.state is PersonState.ACTIVE}
