"""Who runs the seminar says by which route a request goes, or that it does not come into the programme (I10, I11)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.cards import RequestCard, card_of
from shnor_domain.seminars.requests.changing import is_answered, note, require_not_over, run_by, saved
from shnor_domain.seminars.requests.machine import planned, reopened, routed, set_aside
from shnor_domain.seminars.requests.model import Aside, Route, SeminarRequest, SupportState
from shnor_domain.seminars.requests.notices import REOPENED, ROUTED, SET_ASIDE
from shnor_domain.seminars.requests.ports import RequestWork
from shnor_domain.seminars.requests.rules import checked_reason
from shnor_domain.seminars.requests.telling import tell
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class RouteRequest:
    """Methodists and the coordinator of the whole region; to all others it is `NotFound`. Refused: `RequestClosed`,
    `CycleOver`."""

    write: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, request_id: RequestId, route: Route) -> RequestCard:
        """By the plan, or beyond the budget; its schools are told where that is another than they know."""
        operation, now = f"seminar-route:{request_id}", self.clock.now()
        async with self.write() as work:
            before = await run_by(work, actor, request_id)
            if await work.applied.result(operation) is None:
                await require_not_over(work, before.cycle, now)
                after = await saved(work, routed(before, route, person_of(actor), now))
                if after.route is not before.route:
                    await _tell(work, ROUTED, before, actor, now)
                await note(work, actor, after, "seminar-route", now, {"route": route.value})
                await work.applied.save(operation, route.value)
            return await card_of(work, actor, request_id, now)


@dataclass(frozen=True, slots=True)
class SetRequestAside:
    """As `RouteRequest`; also refused: `Invalid("reason", "empty" | "long")`."""

    write: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, request_id: RequestId, reason: str) -> RequestCard:
        """`reason` is a value of `Aside`, or one line of 3 to 300 letters; the schools behind it read it, nobody
        else."""
        operation, now = f"seminar-aside:{request_id}", self.clock.now()
        async with self.write() as work:
            before = await run_by(work, actor, request_id)
            if await work.applied.result(operation) is None:
                await require_not_over(work, before.cycle, now)
                why = checked_reason(reason)
                after = await saved(work, set_aside(before, why, person_of(actor), now))
                await _tell(work, SET_ASIDE, before, actor, now)
                code = why if why in {each.value for each in Aside} else "typed"
                await note(work, actor, after, "seminar-aside", now, {"reason": code})
                await work.applied.save(operation, "aside")
            return await card_of(work, actor, request_id, now)


@dataclass(frozen=True, slots=True)
class ReopenRequest:
    """As `RouteRequest`; `Stale` for what was not set aside."""

    write: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, request_id: RequestId) -> RequestCard:
        """It is open, or in the programme where a published event answers it. Its schools are told, but for those who
        have not read yet that it was set aside."""
        operation, now = f"seminar-reopen:{request_id}", self.clock.now()
        async with self.write() as work:
            before = await run_by(work, actor, request_id)
            if await work.applied.result(operation) is None:
                await require_not_over(work, before.cycle, now)
                after = reopened(before, now)
                if await is_answered(work, before):
                    after = planned(after, now)
                after = await saved(work, after)
                await _tell(work, REOPENED, before, actor, now)
                await note(work, actor, after, "seminar-reopen", now, {})
                await work.applied.save(operation, "open")
            return await card_of(work, actor, request_id, now)


async def _tell(work: RequestWork, kind: str, before: SeminarRequest, actor: Actor, now: datetime) -> None:
    # what its school had given for a request that was merged into this one is told with the other row
    live = [each for each in await work.request_supports.of_requests([before.id]) if each.state is SupportState.LIVE]
    await tell(work, kind, before, live, actor, now)
