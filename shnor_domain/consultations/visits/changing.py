"""How a visit changes inside an open unit of work: saved once, hours of the host kept, who is concerned told."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from shnor_domain.consultations.visits.errors import VisitDecided
from shnor_domain.consultations.visits.model import Appointment, Visit
from shnor_domain.consultations.visits.notices import Telling, subject_of
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.sides import Deciders, both_sides, school_side
from shnor_domain.errors import Invalid
from shnor_domain.identity import Actor, PersonId
from shnor_domain.people.model.audit import AuditEntry, Details
from shnor_domain.people.model.days import local_day


async def saved(work: VisitWork, changed: Visit) -> Visit:
    """The visit as it is stored now; raises `VisitDecided` when somebody was first."""
    if not await work.visits.save(changed):
        raise VisitDecided
    return replace(changed, version=changed.version + 1)


async def check_open(work: VisitWork, visit: Visit, wanted: Appointment) -> None:
    """Raise `Invalid("starts", "called-off")` for a day on which schools there are closed by an act («актированный
    день»): it would fall at once had the day been called off later (F16)."""
    assert visit.where.municipality is not None  # a visit leads to a school
    day = local_day(wanted.starts, visit.zone)
    rows = await work.called_off.since(visit.where.municipality, day)
    if any(row.day == day and row.stands for row in rows):
        raise Invalid("starts", "called-off")


async def ask(work: VisitWork, visit: Visit, actor: Actor, now: datetime) -> None:
    """Rows for who may decide now, and for the digests of later days."""
    await work.notices.cancel(subject_of(visit.id), now)
    telling, deciders = Telling(visit, now), Deciders(work, now)
    near, (again, up) = await deciders.of(visit), await deciders.days(visit)
    await work.notices.plan(*telling.asked(_but(actor, near)))
    await work.notices.plan(*telling.waits(near, again))
    await work.notices.plan(*telling.waits(await deciders.of(visit, above=True), up))


async def plan(work: VisitWork, visit: Visit, actor: Actor | None, now: datetime) -> None:
    """The hours of the host are taken, both sides are told and will be reminded; at any hour where nobody acts, and an
    «актированный день» is undone. Raises `HostIsBusy`."""
    await work.visits.occupy(visit)
    await work.notices.cancel(subject_of(visit.id), now)
    people, telling = await both_sides(work, visit, now), Telling(visit, now)
    await work.notices.plan(*telling.planned(_but(actor, people), urgent=actor is None))
    await work.notices.plan(*telling.ahead(people))


async def move(work: VisitWork, visit: Visit, before: Appointment, actor: Actor, now: datetime) -> None:
    """The same for another hour, or host: who does not come any more hears that she is free. Raises `HostIsBusy`."""
    await work.visits.release(visit.id)
    await work.visits.occupy(visit)
    await work.notices.cancel(subject_of(visit.id), now)
    people, telling = await both_sides(work, visit, now), Telling(visit, now)
    await work.notices.plan(*telling.moved(_but(actor, people), before))
    await work.notices.plan(*telling.ahead(people))


async def call_off(work: VisitWork, visit: Visit, actor: Actor | None, now: datetime, *, urgent: bool = False) -> None:
    """The host is free again, reminders say that it is off, the others are told."""
    await work.visits.release(visit.id)
    await work.notices.cancel(subject_of(visit.id), now)
    people = await both_sides(work, visit, now)
    await work.notices.plan(*Telling(visit, now).cancelled(_but(actor, people), urgent=urgent))


async def decline(work: VisitWork, visit: Visit, actor: Actor, now: datetime) -> None:
    """The school reads why."""
    await work.notices.cancel(subject_of(visit.id), now)
    people = await school_side(work, visit, now)
    await work.notices.plan(*Telling(visit, now).declined(_but(actor, people)))


async def report(work: VisitWork, visit: Visit, actor: Actor, now: datetime) -> None:
    """The school reads what came of it and is asked to confirm."""
    await work.notices.cancel(subject_of(visit.id), now)
    people = await school_side(work, visit, now)
    await work.notices.plan(*Telling(visit, now).reported(_but(actor, people)))


async def note(
    work: VisitWork, actor: Actor, visit: Visit, action: str, now: datetime, details: Mapping[str, str | int]
) -> None:
    """A line of the audit log, of what is done to a school by others."""
    kept: Details = dict(details)
    await work.audit.add(AuditEntry(now, actor.person, action, subject_of(visit.id), visit.asked_by, kept))


def _but(actor: Actor | None, people: Iterable[PersonId]) -> list[PersonId]:
    """Whoever acts is answered on the screen only (N5); None: nobody of them has acted."""
    return [person for person in people if actor is None or person != actor.person]
