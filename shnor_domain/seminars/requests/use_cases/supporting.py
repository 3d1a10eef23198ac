"""A school stands behind a request of others, changes its number, takes it back (I6, I7)."""

from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor, SchoolId
from shnor_domain.seminars.access import schools_led
from shnor_domain.seminars.cycle.model import Phase
from shnor_domain.seminars.errors import AlreadySupported, CycleOver, RequestClosed
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.cards import RequestCard, card_of
from shnor_domain.seminars.requests.changing import (
    asking_cycle,
    cycle_of,
    end_with_last,
    has_begun,
    held_root,
    require_not_over,
)
from shnor_domain.seminars.requests.machine import require_living, require_open
from shnor_domain.seminars.requests.model import STANDING, SeminarRequest, Support, SupportId, SupportState
from shnor_domain.seminars.requests.notices import subject_of
from shnor_domain.seminars.requests.ports import RequestWork
from shnor_domain.seminars.requests.rules import checked_people, checked_why
from shnor_domain.seminars.requests.telling import tell_withdrew
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SupportRequest:
    """A lead, for a school of hers in the region of the request; to all others it is `NotFound`.

    Refused: `NotAnnounced`, `CycleOver`, `RequestClosed`, `Invalid("people" | "why", …)`, `AlreadySupported`.
    """

    write: Opens[RequestWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, request_id: RequestId, school: SchoolId, people: int, why: str | None = None
    ) -> RequestCard:
        """Of a merged request what it was merged into. However many tap at once, the school stands once."""
        operation, now = f"seminar-support:{request_id}:{school}", self.clock.now()
        async with self.write() as work:
            request = await held_root(work, request_id)
            if await work.applied.result(operation) is None:
                where = await work.lands.of_school(school)
                led = {each.school for each in schools_led(actor)}
                if where is None or where.region != request.region or school not in led:
                    raise NotFound
                await asking_cycle(work, request.cycle, now)
                require_living(request)
                if await has_begun(work, request, now):
                    raise RequestClosed(state=request.state.value)
                code = checked_why(why, await work.seminar_directory.factors(request.region))
                if school in {each.school for each in await _live(work, request)}:
                    raise AlreadySupported(request=request.id)
                new = Support(SupportId(0), request.id, where, checked_people(people), now, actor.person, code)
                await work.request_supports.add(new)
                await work.applied.save(operation, "stands")
            return await card_of(work, actor, request.id, now)


@dataclass(frozen=True, slots=True)
class ChangeSupport:
    """A lead of that very school, also another than who asked.

    Refused: `NotFound`, `CycleOver`, `RequestClosed`, `Stale` for what was withdrawn, `Invalid("people", "range")`.
    """

    write: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, support_id: SupportId, people: int) -> RequestCard:
        """Another number of people, for all that had met in it: those numbers are kept, and come back with a split."""
        operation, now = f"seminar-people:{support_id}", self.clock.now()
        async with self.write() as work:
            request, support = await _own(work, actor, support_id)
            if await work.applied.result(operation) is None:
                await require_not_over(work, request.cycle, now)
                require_open(request)
                if support.state is not SupportState.LIVE:
                    raise Stale
                met = [each for each in await _standing(work, request, support) if each.id != support.id]
                number = checked_people(people)
                outsaid = [replace(each, state=SupportState.SAID_ANEW) for each in met]
                await work.request_supports.save([replace(support, people=number), *outsaid])
                await work.applied.save(operation, str(number))
            return await card_of(work, actor, request.id, now)


@dataclass(frozen=True, slots=True)
class WithdrawSupport:
    """A lead of that very school; others' support stays, with the last one the request ends. Where an event answers it
    who runs the seminar is told.

    Refused: `NotFound`, `Stale` for what was withdrawn before, `RequestClosed` once an event that answers it has begun,
    `CycleOver` once its half-year is closed.
    """

    write: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, support_id: SupportId) -> RequestCard:
        """All that had met in it goes too."""
        operation, now = f"seminar-withdraw:{support_id}", self.clock.now()
        async with self.write() as work:
            request, support = await _own(work, actor, support_id)
            if await work.applied.result(operation) is None:
                if support.state is not SupportState.LIVE:
                    raise Stale
                if await has_begun(work, request, now):
                    raise RequestClosed(state=request.state.value)
                _cycle, stands = await cycle_of(work, request.cycle, now)
                if stands is Phase.CLOSED:
                    raise CycleOver
                gone = [
                    replace(each, state=SupportState.WITHDRAWN, ended=now)
                    for each in await _standing(work, request, support)
                ]
                await work.request_supports.save(gone)
                for each in gone:
                    await work.notices.cancel(subject_of(each.id), now)
                await end_with_last(work, request, await work.request_supports.of_requests([request.id]), now)
                await tell_withdrew(work, actor, request, support, now)
                await work.applied.save(operation, "withdrawn")
            return await card_of(work, actor, request.id, now)


async def _own(work: RequestWork, actor: Actor, support_id: SupportId) -> tuple[SeminarRequest, Support]:
    """A support of a school that the actor leads, with its request held; raises `NotFound`."""
    found = await work.request_supports.get(support_id)
    if found is None or found.school not in {each.school for each in schools_led(actor)}:
        raise NotFound
    request = await held_root(work, found.request)
    support = await work.request_supports.get(support_id)
    if support is None or support.request != request.id:
        raise Stale
    return request, support


async def _live(work: RequestWork, request: SeminarRequest) -> list[Support]:
    supports = await work.request_supports.of_requests([request.id])
    return [each for each in supports if each.state is SupportState.LIVE]


async def _standing(work: RequestWork, request: SeminarRequest, support: Support) -> list[Support]:
    """All rows of its school behind the request, those that met in it too."""
    supports = await work.request_supports.of_requests([request.id])
    return [each for each in supports if each.school == support.school and each.state in STANDING]
