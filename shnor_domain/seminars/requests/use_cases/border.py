"""When a half-year is over: each school behind what is left open says whether it takes the topic along (I21)."""

from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor
from shnor_domain.people.model.audit import Details
from shnor_domain.seminars.access import schools_led
from shnor_domain.seminars.cycle.model import Cycle
from shnor_domain.seminars.errors import NotAtBorder
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.carrying import held_target
from shnor_domain.seminars.requests.changing import (
    cycle_of,
    end_with_last,
    held_root,
    is_answered,
    note,
    root_of,
    saved,
    unheld_among,
)
from shnor_domain.seminars.requests.demand import by_school
from shnor_domain.seminars.requests.machine import planned, revived
from shnor_domain.seminars.requests.model import (
    STANDING,
    RequestState,
    SeminarRequest,
    Support,
    SupportId,
    SupportState,
)
from shnor_domain.seminars.requests.notices import subject_of
from shnor_domain.seminars.requests.ports import KnownSchool, RequestWork
from shnor_domain.seminars.requests.rules import waits_at_border
from shnor_domain.seminars.requests.unanswered import may_answer
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AskedOver:
    """What a school is asked about; `asked` False where it has answered, or nothing is asked any more. `behalf`: who
    reads it answers for a school that nobody leads."""

    support: Support
    request: SeminarRequest
    school: KnownSchool
    asked: bool
    behalf: bool


@dataclass(frozen=True, slots=True)
class OneBorder:
    """A lead of that very school; where nobody leads it, the coordinators over it. To all others it is `NotFound`."""

    read: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, support_id: SupportId) -> AskedOver:
        """As it stands now."""
        async with self.read() as work:
            now = self.clock.now()
            support = await _answered_by(work, actor, support_id, now)
            request = await root_of(work, support.request)
            _cycle, stands = await cycle_of(work, request.cycle, now)
            school = (await work.seminar_directory.schools([support.school]))[support.school]
            asked = waits_at_border(support, request, stands, await unheld_among(work, [request]))
            return AskedOver(support, request, school, asked, behalf=not _leads(actor, support))


@dataclass(frozen=True, slots=True)
class AnswerBorder:
    """As `OneBorder`.

    Refused: `NotAtBorder` before the half-year is over, once its cycle is closed, and for what has ended otherwise;
    `Stale` where it was answered already.
    """

    write: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, support_id: SupportId, carry: bool) -> RequestId:
        """Of the schools that carry a request over the first makes the new one, the others join it while it can still
        be answered (`held_target`). Gives the request that the school stands behind then, or the old one where the
        school lets it go."""
        operation, now = f"seminar-border:{support_id}", self.clock.now()
        async with self.write() as work:
            found = await _answered_by(work, actor, support_id, now)
            if (done := await work.applied.result(operation)) is not None:
                return RequestId(int(done))
            request = await held_root(work, found.request)
            cycle, support = await _asked(work, request, support_id, now)
            answered = request.id
            own = _leads(actor, support)
            if carry:
                asked_by = actor.person if own else None
                answered = await _carry(work, request, replace(support, asked_by=asked_by), cycle, now)
            await _leave(work, request, support, SupportState.CARRIED if carry else SupportState.LET_GO, now)
            if not own:
                details: Details = {"support": int(support.id), "school": int(support.school), "carry": carry}
                await note(work, actor, request, "seminar-border-for", now, details)
            await work.applied.save(operation, str(answered))
            return answered


def _leads(actor: Actor, support: Support) -> bool:
    return support.school in {each.school for each in schools_led(actor)}


async def _answered_by(work: RequestWork, actor: Actor, support_id: SupportId, now: datetime) -> Support:
    found = await work.request_supports.get(support_id)
    if found is None or not await may_answer(work, actor, found, now):
        raise NotFound
    return found


async def _asked(
    work: RequestWork, request: SeminarRequest, support_id: SupportId, now: datetime
) -> tuple[Cycle, Support]:
    support = await work.request_supports.get(support_id)
    assert support is not None  # it was found before its request was held
    cycle, stands = await cycle_of(work, request.cycle, now)
    if support.state in {SupportState.CARRIED, SupportState.LET_GO}:
        raise Stale
    if support.request != request.id or not waits_at_border(
        support, request, stands, await unheld_among(work, [request])
    ):
        raise NotAtBorder
    return cycle, support


async def _carry(
    work: RequestWork, request: SeminarRequest, support: Support, cycle: Cycle, now: datetime
) -> RequestId:
    """The school stands behind the same topic in the next half-year, with the number by which it was counted; where it
    does already, it goes on so."""
    target = await held_target(work, request, cycle, now)
    there = await work.request_supports.of_requests([target.id])
    if support.school not in {each.school for each in there if each.state is SupportState.LIVE}:
        people = by_school(await work.request_supports.of_requests([request.id]))[support.school]
        fresh = replace(support, request=target.id, people=people, joined=now, came_from=None)
        await work.request_supports.add(fresh)
    if target.state is RequestState.WITHDRAWN:
        back = revived(target, now)
        await saved(work, planned(back, now) if await is_answered(work, target) else back)
    return target.id


async def _leave(
    work: RequestWork, request: SeminarRequest, support: Support, state: SupportState, now: datetime
) -> None:
    supports = await work.request_supports.of_requests([request.id])
    gone = [
        replace(each, state=state, ended=now)
        for each in supports
        if each.school == support.school and each.state in STANDING
    ]
    await work.request_supports.save(gone)
    for each in gone:
        await work.notices.cancel(subject_of(each.id), now)
    await end_with_last(work, request, await work.request_supports.of_requests([request.id]), now)
