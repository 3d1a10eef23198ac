"""A seat is given back by who has it, or by who acts for her (J7)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor
from shnor_domain.people.model.audit import AuditEntry, Details
from shnor_domain.seminars.events.model import EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing import notices
from shnor_domain.seminars.signing.access import acting_role, acts_for
from shnor_domain.seminars.signing.model import Reason, SignUp, SignUpId, SignUpState
from shnor_domain.seminars.signing.sitting import begun, check_not_over, held_event, rise
from shnor_domain.seminars.signing.use_cases.for_others import tell_by
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class CancelSignUp:
    """Who sits there, a lead of her school, a coordinator over it; of kept seats the last two. All others: `NotFound`.

    Refused: `Stale` (it has ended), `EventOver`.
    """

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, signup_id: SignUpId, reason: Reason | None = None) -> SignUp:
        """Before the first lesson seat and quota are free; in the middle of a series the coming hours are, and what she
        attended stays. Gives it as it is now."""
        operation, now = f"cancel-sign-up:{signup_id}", self.clock.now()
        async with self.write() as work:
            signup = await _one(work, signup_id)
            if not await acts_for(work, actor, signup):
                raise NotFound
            if await work.applied.result(operation) is None:
                signup = await _given_back(work, actor, signup, reason, now)
                await work.applied.save(operation, signup.state.value)
            return signup


async def _given_back(work: EventWork, actor: Actor, signup: SignUp, reason: Reason | None, now: datetime) -> SignUp:
    if signup.person is not None:
        await work.lesson_times.lock([signup.person])
    found = await work.seminar_events.get(signup.event)
    if found is None:
        raise NotFound
    event = await held_event(work, found)
    # how many seats a school keeps may have changed while this waited
    signup = await _one(work, signup.id)
    if event.state is not EventState.OPEN:
        raise Stale
    check_not_over(event, now)
    state = SignUpState.LEFT if begun(event, now) else SignUpState.CANCELLED
    await rise(work, event, signup, state, now, None if reason is None else reason.value)
    if signup.person != actor.person:
        role = await acting_role(work, actor, signup)
        if role is not None:
            await tell_by(work, actor, signup, event, notices.Deed.CANCELLED, role, now)
        details: Details = {"signup": int(signup.id)}
        await work.audit.add(AuditEntry(now, actor.person, "event-cancel", f"event:{event.id}", signup.person, details))
    return await _one(work, signup.id)


async def _one(work: EventWork, signup_id: SignUpId) -> SignUp:
    found = await work.event_signups.get(signup_id)
    if found is None:
        raise NotFound
    return found
