"""An approved version is published: all of it or nothing (I30, I20)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import Stale
from shnor_domain.identity import Actor, PersonId
from shnor_domain.seminars.cycle.model import OVER, Cycle
from shnor_domain.seminars.errors import CycleOver, ProgrammeUnready
from shnor_domain.seminars.events.hours import lock_hosts, take_hours
from shnor_domain.seminars.events.model import Event, EventState
from shnor_domain.seminars.events.rules import lacks
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.programme import tellings
from shnor_domain.seminars.programme.changing import give_way
from shnor_domain.seminars.programme.lines import lines_of
from shnor_domain.seminars.programme.machine import published
from shnor_domain.seminars.programme.model import VersionId
from shnor_domain.seminars.programme.readers import asking, leads_of, passed_over
from shnor_domain.seminars.programme.telling import tell_hosts
from shnor_domain.seminars.programme.versions import VersionCard, note, run_by, saved, version_card
from shnor_domain.seminars.requests.changing import saved as saved_request
from shnor_domain.seminars.requests.changing import today_of
from shnor_domain.seminars.requests.machine import planned
from shnor_domain.seminars.requests.model import RequestState
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing would do: `events` are made open, `schools` that had asked read of their own topic, and `people`
    beside their leads read of the programme. `passed_over`: events with how many schools that had asked none of the
    events invites."""

    card: VersionCard
    events: int
    schools: int
    people: int
    passed_over: tuple[tuple[Event, int], ...]


@dataclass(frozen=True, slots=True)
class PreviewPublication:
    """As `PublishVersion`, of which nothing is done."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, version_id: VersionId) -> Publication:
        """As it would be now."""
        now = self.clock.now()
        async with self.read() as work:
            _version, cycle, _stands = await run_by(work, actor, version_id, now)
            card = await version_card(work, actor, version_id, now)
            drafts = await _drafts(work, cycle, card)
            schools = {support.school for support, _event in await asking(work, drafts, now)}
            leads = await leads_of(work, cycle.region, now)
            readers = await work.seminar_readers.count(cycle.region, await today_of(work, cycle.region, now))
            told = sum(bool(each.schools & schools) for each in leads)
            passed = tuple(await passed_over(work, drafts, now))
            return Publication(card, len(drafts), len(schools), readers.leads + readers.teachers - told, passed)


@dataclass(frozen=True, slots=True)
class PublishVersion:
    """Methodists and the coordinator of the whole region; to all others it is `NotFound`.

    Refused: `NotApproved`, `ProgrammeUnready(event=…, count=…)` where a lesson has passed meanwhile or who was to lead
    has left, `HostIsElsewhere(event=…)` for the first event whose host is busy, `CycleOver`, `Stale`.
    """

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, version_id: VersionId) -> VersionCard:
        """Its drafts are open, with the hours of all who lead; what they answer is planned; it has the next number and
        holds in place of the one before. Schools are told by the job."""
        operation, now = f"programme-publish:{version_id}", self.clock.now()
        async with self.write() as work:
            version, cycle, stands = await run_by(work, actor, version_id, now)
            if await work.applied.result(operation) is None:
                published(version, None, now)
                if stands in OVER:
                    raise CycleOver
                await _publish(work, actor, cycle, version_id, now)
                await work.applied.save(operation, "published")
            return await version_card(work, actor, version_id, now)


async def _publish(work: EventWork, actor: Actor, cycle: Cycle, version_id: VersionId, now: datetime) -> None:
    drafts = await _held(work, cycle, await version_card(work, actor, version_id, now))
    unready = [each.id for each in drafts if lacks(each, cycle, now)]
    if unready:
        raise ProgrammeUnready(event=unready[0], count=len(unready))
    for event in drafts:
        await take_hours(work, event)
        if not await work.seminar_events.save(event, event.terms, EventState.OPEN, now):
            raise Stale
    await _plan_requests(work, drafts, now)
    await work.seminar_programmes.hold(cycle.id)
    version = await work.seminar_programmes.get(version_id)
    assert version is not None  # versions are never deleted
    before = await work.seminar_programmes.newest_published(cycle.id)
    after = published(version, before, now)
    await give_way(work, before)
    await saved(work, after, version)
    lines = await lines_of(work, await work.seminar_events.of_cycle(cycle.id, EventState.OPEN))
    await work.seminar_programmes.replace_lines(version_id, lines)
    await tell_hosts(work, actor, drafts, now)
    for kind in tellings.of_version(version_id):
        await work.seminar_tellings.begin(kind, cycle.id, now)
    await note(work, actor, version_id, "programme-publish", now, {"number": after.number, "events": len(drafts)})


async def _held(work: EventWork, cycle: Cycle, card: VersionCard) -> Sequence[Event]:
    """Its drafts by id, with their hosts and requests held; raises `Stale` where one has changed at this very
    minute."""
    drafts = await _drafts(work, cycle, card)
    await lock_hosts(work, drafts)
    await work.seminar_requests.hold(*{each for event in drafts for each in event.requests})
    held = await work.seminar_events.hold_many([each.id for each in drafts])
    if _stand(held) != _stand(drafts):
        raise Stale
    return held


async def _drafts(work: EventWork, cycle: Cycle, card: VersionCard) -> Sequence[Event]:
    shown = {each.event for each in card.lines}
    found = await work.seminar_events.of_cycle(cycle.id, EventState.DRAFT)
    return sorted((each for each in found if each.id in shown), key=lambda each: each.id)


def _stand(events: Sequence[Event]) -> list[tuple[int, PersonId | None, tuple[RequestId, ...], EventState]]:
    return [(each.id, each.terms.host, each.requests, each.state) for each in events]


async def _plan_requests(work: EventWork, events: Sequence[Event], now: datetime) -> None:
    requests = await work.seminar_requests.many({each for event in events for each in event.requests})
    for _id, request in sorted(requests.items()):
        if request.state is RequestState.OPEN:
            await saved_request(work, planned(request, now))
