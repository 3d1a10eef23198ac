"""A small change of what is published makes a version of its day, without approval: «Изменилось» is true at once."""

from datetime import datetime

from shnor_domain.errors import Stale
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.events.model import Event, EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.programme.changes import changes
from shnor_domain.seminars.programme.lines import lines_of
from shnor_domain.seminars.programme.machine import next_number, superseded
from shnor_domain.seminars.programme.model import Version, VersionId, VersionState


async def note_change(work: EventWork, event: Event, actor: Actor, now: datetime) -> None:
    """A published event has just been changed and is held: the first change of a day makes the next version, further
    ones of that day join it; what no reader sees makes none."""
    await work.seminar_programmes.hold(event.cycle)
    holds = await work.seminar_programmes.newest_published(event.cycle)
    if holds is None:
        return
    lines = await lines_of(work, await work.seminar_events.of_cycle(event.cycle, EventState.OPEN))
    if not holds.by_hand and await _of_today(work, event, holds, now):
        await work.seminar_programmes.replace_lines(holds.id, lines)
    elif changes(await work.seminar_programmes.lines(holds.id), lines):
        await give_way(work, holds)
        number = next_number(holds)
        made = Version(
            VersionId(0), event.cycle, VersionState.PUBLISHED, now, actor.person, number=number, published=now
        )
        await work.seminar_programmes.add(made, lines)


async def give_way(work: EventWork, holds: Version | None) -> None:
    """Another takes its place; raises `Stale` where that has happened already."""
    if holds is not None and not await work.seminar_programmes.save(superseded(holds), VersionState.PUBLISHED):
        raise Stale


async def _of_today(work: EventWork, event: Event, version: Version, now: datetime) -> bool:
    zone = await work.lands.zone_of(Territory(event.region))
    return version.published is not None and local_day(version.published, zone) == local_day(now, zone)
