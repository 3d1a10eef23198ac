"""Who decides approves a visit with host and hour, or says what has to change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.visits.cards import SeenVisit, VisitCard, seen, seen_card, visit_cards
from shnor_domain.consultations.visits.changing import check_open, decline, note, plan, saved
from shnor_domain.consultations.visits.errors import OwnVisit, VisitDecided
from shnor_domain.consultations.visits.machine import approved, declined
from shnor_domain.consultations.visits.model import Appointment, Visit, VisitId
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.rules import checked_appointment, checked_reason, oversees
from shnor_domain.consultations.visits.sides import Deciders, own, rights_of
from shnor_domain.consultations.visits.use_cases.asking import require_comes
from shnor_domain.errors import Invalid, NotAllowed, NotFound
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES, Actor, PersonId
from shnor_domain.people.model.days import local_day
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class WaitingVisits:
    """Coordinators, and hosts to whom requests are addressed; others are refused with `NotAllowed`."""

    read: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[VisitCard]:
        """What waits for this very actor at this minute, the oldest first."""
        async with self.read() as work:
            return await visit_cards(work, await _waiting(work, actor, self.clock.now()))


@dataclass(frozen=True, slots=True)
class CountWaitingVisits:
    """How many `WaitingVisits` are, for the menu: nothing of schools and people is read. `NotAllowed` as there."""

    read: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> int:
        """At this minute."""
        async with self.read() as work:
            return len(await _waiting(work, actor, self.clock.now()))


@dataclass(frozen=True, slots=True)
class ApproveVisit:
    """To whom the request is addressed, for herself alone, or a coordinator over the school, for any host; never on own
    request (`OwnVisit`).

    Refused: `NotFound`, `VisitDecided` (also when it was corrected since `seen`), `Invalid("starts" | "minutes" |
    "host", …)`, `HostIsBusy`.
    """

    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor, visit_id: VisitId, seen_version: int, wanted: Appointment) -> SeenVisit:
        """The host's hours are taken; both sides are told and reminded. Fed again it answers alike."""
        now, operation = self.clock.now(), f"visit-approve:{visit_id}"
        async with self.write() as work:
            visit = await _to_decide(work, actor, visit_id)
            if await work.applied.result(operation) is None:
                by = _decider(actor, visit, seen_version)
                if wanted.host != by and not oversees(actor, visit.where):
                    raise Invalid("host", "unknown")
                wanted = checked_appointment(wanted, now)
                await check_open(work, visit, wanted)
                await work.bookings.lock({wanted.host})
                today = local_day(now, visit.zone)
                await require_comes(work, wanted.host, visit.where, visit.wish.subjects, today)
                visit = await saved(work, approved(visit, wanted, by, now))
                await plan(work, visit, actor, now)
                await note(work, actor, visit, "visit-approve", now, {"starts": wanted.starts.isoformat()})
                await work.applied.save(operation, "planned")
            return await seen_card(work, actor, visit)


@dataclass(frozen=True, slots=True)
class DeclineVisit:
    """As `ApproveVisit`; the reason is obligatory, and the school may correct its wish and send it again."""

    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor, visit_id: VisitId, seen_version: int, reason: str) -> SeenVisit:
        """`reason` is one line of 3 to 500 letters."""
        now, operation = self.clock.now(), f"visit-decline:{visit_id}"
        async with self.write() as work:
            visit = await _to_decide(work, actor, visit_id)
            if await work.applied.result(operation) is None:
                by = _decider(actor, visit, seen_version)
                visit = await saved(work, declined(visit, checked_reason(reason), by, now))
                await decline(work, visit, actor, now)
                await note(work, actor, visit, "visit-decline", now, {})
                await work.applied.save(operation, "declined")
            return await seen_card(work, actor, visit)


async def _waiting(work: VisitWork, actor: Actor, now: datetime) -> list[Visit]:
    if actor.person is None or not actor.has(*COORDINATOR_ROLES, *HOST_ROLES):
        raise NotAllowed
    regions = {place.territory.region for place in actor.places if place.territory.region is not None}
    deciders = Deciders(work, now)
    return [each for each in await work.visits.waiting(regions) if await deciders.wait_for(actor, each)]


async def _to_decide(work: VisitWork, actor: Actor, visit_id: VisitId) -> Visit:
    visit, _ = await seen(work, actor, visit_id)
    rights = rights_of(actor, visit)
    if not rights.addressed and not rights.oversees:
        raise NotFound
    return visit


def _decider(actor: Actor, visit: Visit, seen_version: int) -> PersonId:
    if own(actor, visit):
        raise OwnVisit
    if visit.version != seen_version:
        raise VisitDecided
    assert actor.person is not None  # `seen` has asked
    return actor.person
