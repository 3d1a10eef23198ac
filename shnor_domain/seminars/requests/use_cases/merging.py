"""Who runs the seminar makes one topic of several, or takes one out again (I8, I9)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Actor
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.errors import NotSameCycle, RequestClosed
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.cards import RequestCard, card_of
from shnor_domain.seminars.requests.changing import begun_among, end_with_last, note, require_not_over, saved
from shnor_domain.seminars.requests.joining import joined, parted
from shnor_domain.seminars.requests.machine import merged, split
from shnor_domain.seminars.requests.model import LIVING, RequestState, SeminarRequest, SupportState
from shnor_domain.seminars.requests.notices import MERGED, came_subject, subject_of
from shnor_domain.seminars.requests.ports import RequestWork
from shnor_domain.seminars.requests.telling import tell
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MergeRequests:
    """Methodists and the coordinator of the whole region; to all others they are `NotFound`.

    Refused: `Invalid("into", "same" | "in-programme")`, `NotSameCycle`, `CycleOver`, `RequestClosed` where an event
    that answers one of them has begun, `Stale` where one has ended or gone on already: of two merges at once one holds.
    """

    write: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, into: RequestId, others: Collection[RequestId]) -> RequestCard:
        """Every school that stood behind one of them stands behind `into`, once; those of the others are told."""
        operation, now = f"seminar-merge:{into}:{'-'.join(map(str, sorted(others)))}"[:200], self.clock.now()
        async with self.write() as work:
            held = await work.seminar_requests.hold(into, *others)
            _require_run(actor, held.values(), {into, *others})
            if await work.applied.result(operation) is None:
                target, gone = held[into], [held[each] for each in sorted(set(others))]
                _require_mergeable(target, gone)
                await require_not_over(work, target.cycle, now)
                if await begun_among(work, [target, *gone], now):
                    raise RequestClosed(state=RequestState.PLANNED.value)
                await _join(work, actor, target, gone, now)
                merged_ids = ",".join(str(each.id) for each in gone)
                await note(work, actor, target, "seminar-merge", now, {"merged": merged_ids})
                await work.applied.save(operation, str(into))
            return await card_of(work, actor, into, now)


@dataclass(frozen=True, slots=True)
class SplitOff:
    """As `MergeRequests`; within seven days, while what it went into is open.

    Refused: `NotFound`, `CycleOver`, `Stale`.
    """

    write: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, of: RequestId, back: RequestId) -> RequestCard:
        """`back` stands by itself again with its schools; what was told of the merge says so. Gives its card."""
        operation, now = f"seminar-split:{of}:{back}", self.clock.now()
        async with self.write() as work:
            held = await work.seminar_requests.hold(of, back)
            _require_run(actor, held.values(), {of, back})
            if await work.applied.result(operation) is None:
                await require_not_over(work, held[of].cycle, now)
                alone = await saved(work, split(held[back], held[of], now))
                await _part(work, held[of], alone, now)
                await note(work, actor, alone, "seminar-split", now, {"of": int(of)})
                await work.applied.save(operation, str(back))
            return await card_of(work, actor, back, now)


def _require_run(actor: Actor, found: Iterable[SeminarRequest], wanted: Collection[RequestId]) -> None:
    ids = {each.id for each in found if runs(actor, each.region)}
    if ids != set(wanted):
        raise NotFound


def _require_mergeable(target: SeminarRequest, gone: Collection[SeminarRequest]) -> None:
    if not gone or any(each.id == target.id for each in gone):
        raise Invalid("into", "same")
    if any(each.cycle != target.cycle for each in gone):
        raise NotSameCycle
    if target.state not in LIVING:
        raise Stale
    # else its schools would be told that it is looked at still, though an event answers it
    if target.state is RequestState.OPEN and any(each.state is RequestState.PLANNED for each in gone):
        raise Invalid("into", "in-programme")


async def _join(
    work: RequestWork, actor: Actor, target: SeminarRequest, gone: Collection[SeminarRequest], now: datetime
) -> None:
    for each in gone:
        await saved(work, merged(each, target.id, now))
        await work.notices.cancel(came_subject(each.id), now)
    before = await work.request_supports.of_requests([target.id, *(each.id for each in gone)])
    after = joined(target.id, before)
    await work.request_supports.save([each for each in after if each not in before])
    now_there = {each.id: each for each in after}
    for other in gone:
        stood = [each for each in before if each.request == other.id and each.state is SupportState.LIVE]
        about = f"{target.id}:{int(now.timestamp())}"
        await tell(work, MERGED, other, [now_there[each.id] for each in stood], actor, now, about=about)


async def _part(work: RequestWork, of: SeminarRequest, alone: SeminarRequest, now: datetime) -> None:
    family = await work.seminar_requests.family(alone.id)
    before = await work.request_supports.of_requests([of.id])
    after = parted(before, alone.id, family)
    await work.request_supports.save([each for each in after if each not in before])
    for each in after:
        if each.request == alone.id:
            await work.notices.cancel(subject_of(each.id), now, key_prefix=f"{MERGED}:{each.id}:{of.id}:")
    for request in (of, alone):
        await end_with_last(work, request, [each for each in after if each.request == request.id], now)
