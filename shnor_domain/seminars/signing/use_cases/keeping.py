"""A lead keeps seats for people of her school without naming them; who of them signs up takes one of these (J4)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Actor, Role, SchoolId
from shnor_domain.people.model.audit import AuditEntry, Details
from shnor_domain.seminars.events.model import Event, EventId
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing import reminders
from shnor_domain.seminars.signing.errors import TooFewSeats, TooManyForQuota
from shnor_domain.seminars.signing.model import MOST_KEPT, SignUp, SignUpId, SignUpState, Sits
from shnor_domain.seminars.signing.rights import role_over
from shnor_domain.seminars.signing.showing import SignUpCard, card_of
from shnor_domain.seminars.signing.sitting import check_ahead, give_seats, held_event
from shnor_domain.seminars.signing.use_cases.for_others import school_for
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class KeepSeats:
    """A lead of a school that the event invites.

    Refused: `NotAllowed`, `NotFound`, `EventOff`, `SignUpOver`, `Invalid("heads", "range")`, `AlreadySignedUp` (it
    keeps some), `TooManyForQuota(left=)`, `TooFewSeats(left=)`.
    """

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, school: SchoolId, heads: int) -> SignUpCard:
        """So many, 1 to 500, within the quota of the school and what is free."""
        operation, now = f"keep-seats:{event_id}:{school}", self.clock.now()
        _check(heads)
        async with self.write() as work:
            if await work.applied.result(operation) is None:
                event, where = await school_for(work, actor, event_id, school, now)
                if role_over(actor, where) is not Role.SCHOOL_LEAD:
                    raise NotFound
                event = await held_event(work, event)
                check_ahead(event, now)
                new = SignUp(
                    SignUpId(0), event.id, None, school, where.municipality, Sits.KEPT, now, heads,
                    by=actor.person, by_role=Role.SCHOOL_LEAD,
                )  # fmt: skip
                made = await work.event_signups.add(new)
                before = await _count(work, event, school, heads, now)
                kept = await _one(work, made)
                await work.notices.lay(reminders.of_signup(kept, event.open_lessons, now))
                if before == 0:
                    await work.notices.lay(reminders.of_host(event.terms.host, event.open_lessons, now))
                await _note(work, actor, kept, "event-keep-seats", heads, now)
                await work.applied.save(operation, str(made))
            return await card_of(work, actor, event_id, now)


@dataclass(frozen=True, slots=True)
class ChangeKept:
    """As `KeepSeats`, of what the school keeps; `Stale` where it is not `was` any more, or has ended. All of it is
    given back by `CancelSignUp`."""

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, signup_id: SignUpId, was: int, heads: int) -> SignUpCard:
        """Another number: the difference is counted, what is given back goes to the queue."""
        operation, now = f"change-kept:{signup_id}:{was}:{heads}", self.clock.now()
        _check(heads)
        async with self.write() as work:
            found = await work.event_signups.get(signup_id)
            if found is None or found.school is None or found.sits is not Sits.KEPT:
                raise NotFound
            whole = await work.seminar_directory.whole(found.school)
            event, where = await school_for(work, actor, found.event, whole, now)
            if role_over(actor, where) is not Role.SCHOOL_LEAD:
                raise NotFound
            if await work.applied.result(operation) is None:
                event = await held_event(work, event)
                check_ahead(event, now)
                kept = await _one(work, signup_id)
                if kept.state is not SignUpState.LIVE or kept.heads != was:
                    raise Stale
                if heads > was:
                    await _count(work, event, found.school, heads - was, now)
                elif heads < was:
                    await give_seats(work, event, kept, was - heads, now)
                if not await work.event_signups.recount(signup_id, was, heads):
                    raise Stale
                await _note(work, actor, kept, "event-change-kept", heads, now)
                await work.applied.save(operation, "changed")
            return await card_of(work, actor, event.id, now)


async def _count(work: EventWork, event: Event, school: SchoolId, more: int, now: datetime) -> int:
    """So many seats more of the held event; gives how many were taken before. Who else would take seats or quota waits
    for the event, so that what is left is told as it is; the constraints hold whatever is told."""
    room, quota = await work.event_seats.locked(event.id), event.terms.quota
    if room is None:
        raise NotFound
    left = None if quota is None else quota - (await work.event_schools.taken(event.id)).get(school, 0)
    if left is not None and more > left:
        raise TooManyForQuota(left=max(0, left))
    if more > room.free:
        raise TooFewSeats(left=max(0, room.free))
    await work.event_schools.take(event.id, school, more, quota)
    await work.event_seats.take_seat(event.id, more)
    if room.held:
        await work.event_clock.look(event.id, now)
    return room.taken


async def _one(work: EventWork, signup_id: SignUpId) -> SignUp:
    found = await work.event_signups.get(signup_id)
    if found is None:
        raise NotFound
    return found


async def _note(work: EventWork, actor: Actor, kept: SignUp, action: str, heads: int, now: datetime) -> None:
    details: Details = {"signup": int(kept.id), "heads": heads}
    await work.audit.add(AuditEntry(now, actor.person, action, f"event:{kept.event}", None, details))


def _check(heads: int) -> None:
    if not 1 <= heads <= MOST_KEPT:
        raise Invalid("heads", "range", most=MOST_KEPT)
