"""A version is submitted whole, returned or approved by another, and may be taken back (I28)."""

from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.cycle.model import OVER, Cycle
from shnor_domain.seminars.errors import CycleOver, ProgrammeEmpty, ProgrammeUnready
from shnor_domain.seminars.events.model import Event, EventState
from shnor_domain.seminars.events.rules import lacks
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.programme import notices, telling
from shnor_domain.seminars.programme.deciders import decides
from shnor_domain.seminars.programme.lines import lines_of
from shnor_domain.seminars.programme.machine import approved, returned, withdrawn
from shnor_domain.seminars.programme.model import Version, VersionId, VersionState
from shnor_domain.seminars.programme.versions import VersionCard, note, run_by, saved, seen, version_card
from shnor_domain.seminars.requests.changing import cycle_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SubmitVersion:
    """Methodists and the coordinator of the whole region; to all others the half-year is `NotFound`.

    Refused: `ProgrammeEmpty` without a draft, `ProgrammeUnready(event=…, count=…)` while one lacks something, `Stale`
    where a version is in work already, `CycleOver`.
    """

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId) -> VersionCard:
        """All drafts of the half-year beside what is published, as they are at this moment: until it is decided on, or
        taken back, nobody changes them. Who decides has a row in the digest."""
        operation, now = f"programme-submit:{cycle_id}", self.clock.now()
        async with self.write() as work:
            cycle, stands = await cycle_of(work, cycle_id, now)
            if not runs(actor, cycle.region):
                raise NotFound
            done = await work.applied.result(operation)
            if done is not None:
                return await version_card(work, actor, VersionId(int(done)), now)
            if stands in OVER:
                raise CycleOver
            version = await _submitted(work, actor, cycle, now)
            await note(work, actor, version, "programme-submit", now, {"cycle": int(cycle_id)})
            await work.applied.save(operation, str(version))
            return await version_card(work, actor, version, now)


@dataclass(frozen=True, slots=True)
class WithdrawVersion:
    """As `SubmitVersion`. Refused: `Stale` for what is not in work."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, version_id: VersionId) -> VersionCard:
        """Its drafts may be changed again; nobody decides on it any more."""
        operation, now = f"programme-withdraw:{version_id}", self.clock.now()
        async with self.write() as work:
            version, _cycle, _stands = await run_by(work, actor, version_id, now)
            if await work.applied.result(operation) is None:
                await saved(work, withdrawn(version), version)
                await work.notices.cancel(notices.subject_of(version.id), now)
                await note(work, actor, version.id, "programme-withdraw", now, {})
                await work.applied.save(operation, "withdrawn")
            return await version_card(work, actor, version_id, now)


@dataclass(frozen=True, slots=True)
class ApproveVersion:
    """A coordinator of the region who has not submitted it; an administrator where there is no other. To all but who
    runs the seminar and these it is `NotFound`. Refused: `OwnProgramme`, `Stale`."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, version_id: VersionId) -> VersionCard:
        """It may be published; who has submitted it is told."""
        operation, now = f"programme-approve:{version_id}", self.clock.now()
        async with self.write() as work:
            version = await _decided_by(work, actor, version_id, now)
            if await work.applied.result(operation) is None:
                after = approved(version, person_of(actor), now)
                await saved(work, after, version)
                await telling.tell_author(work, after, now)
                await note(work, actor, version.id, "programme-approve", now, {})
                await work.applied.save(operation, "approved")
            return await version_card(work, actor, version_id, now)


@dataclass(frozen=True, slots=True)
class ReturnVersion:
    """As `ApproveVersion`; also refused: `Invalid("reason", "empty" | "long")`."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, version_id: VersionId, reason: str) -> VersionCard:
        """`reason` is one line of 3 to 500 letters, read by who runs the seminar; its drafts may be changed again."""
        operation, now = f"programme-return:{version_id}", self.clock.now()
        async with self.write() as work:
            version = await _decided_by(work, actor, version_id, now)
            if await work.applied.result(operation) is None:
                after = returned(version, person_of(actor), reason, now)
                await saved(work, after, version)
                await telling.tell_author(work, after, now)
                await note(work, actor, version.id, "programme-return", now, {})
                await work.applied.save(operation, "returned")
            return await version_card(work, actor, version_id, now)


async def _submitted(work: EventWork, actor: Actor, cycle: Cycle, now: datetime) -> VersionId:
    drafts = await _held_drafts(work, cycle)
    if not drafts:
        raise ProgrammeEmpty
    unready = [each.id for each in drafts if lacks(each, cycle, now)]
    if unready:
        raise ProgrammeUnready(event=unready[0], count=len(unready))
    await work.seminar_programmes.hold(cycle.id)
    open_ones = await work.seminar_events.of_cycle(cycle.id, EventState.OPEN)
    new = Version(VersionId(0), cycle.id, VersionState.WAITING, now, person_of(actor))
    made = await work.seminar_programmes.add(new, await lines_of(work, [*open_ones, *drafts]))
    await telling.tell_deciders(work, cycle, replace(new, id=made), now)
    return made


async def _held_drafts(work: EventWork, cycle: Cycle) -> list[Event]:
    """As they are once nobody else changes them."""
    ids = [each.id for each in await work.seminar_events.of_cycle(cycle.id, EventState.DRAFT)]
    return [each for each in await work.seminar_events.hold_many(ids) if each.state is EventState.DRAFT]


async def _decided_by(work: EventWork, actor: Actor, version_id: VersionId, now: datetime) -> Version:
    version, cycle, _stands = await seen(work, actor, version_id, now)
    if not await decides(work, actor, version, cycle.region, now):
        raise NotFound
    return version
