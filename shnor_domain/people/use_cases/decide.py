"""«Подтвердить» and «Не подтверждено»: the first decision wins (product.md «Who lets whom in»)."""

from dataclasses import dataclass
from datetime import date, datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, PersonId, Place, PlaceId
from shnor_domain.people.model.applications import Application, ApplicationId, ApplicationState, checked_reason
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import may_decide
from shnor_domain.people.model.errors import AlreadyDecided, NotAboutYourself
from shnor_domain.people.model.places import KeptPlace, checked_order
from shnor_domain.people.ports import PeopleWork, Telling
from shnor_domain.people.use_cases.apply import stored
from shnor_domain.people.use_cases.levels import look_again_below, subject_of
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Approve:
    """A holder of any level that the application has reached lets the person in; the order is optional here.

    Refused: `NotFound` to all others, `NotAllowed` to a level that it has not reached, `NotAboutYourself`,
    `AlreadyDecided`; `Stale` when the applicant corrected it, or it moved on, after what the decider has `seen`.
    """

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        which: ApplicationId,
        order_number: str | None = None,
        order_date: date | None = None,
        *,
        seen: datetime | None = None,
    ) -> PlaceId:
        """The new place, in force from today of its own calendar, or the one that she was given meanwhile.

        `seen` is `Application.since` of what the decider had before her eyes; None asks for no such check.
        """
        decider, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            done = await work.applied.result(f"approve:{which}")
            if done is not None:
                return PlaceId(int(done))
            application = await to_decide(work, actor, which, seen)
            today = local_day(now, await work.lands.zone_of(application.territory))
            order = checked_order(order_number, order_date, today, needed=False)
            await _first(work, application, ApplicationState.APPROVED, decider, now)
            place = Place(PlaceId(0), application.role, application.territory, application.subjects, starts=today)
            identity = await _held(work, place, application.person, today)
            if identity is None:
                identity = await work.places.add(KeptPlace(place, application.person, order, application.home_school))
            await _tell_outcome(work, application, "approved", now)
            await work.audit.add(_entry(application, decider, "approve", now))
            await look_again_below(work, [place], now)
            await work.applied.save(f"approve:{which}", str(identity))
        return identity


@dataclass(frozen=True, slots=True)
class Decline:
    """As `Approve`; the reason is obligatory (`Invalid("reason", …)`) and reaches the applicant, who may correct and
    send again."""

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: ApplicationId, reason: str, *, seen: datetime | None = None) -> None:
        """Nothing stays but the application with its reason."""
        decider, now, checked = person_of(actor), self.clock.now(), checked_reason(reason)
        async with self.write() as work:
            if await work.applied.result(f"decline:{which}") is not None:
                return
            application = await to_decide(work, actor, which, seen)
            await _first(work, application, ApplicationState.DECLINED, decider, now, checked)
            await _tell_outcome(work, application, "declined", now)
            await work.audit.add(_entry(application, decider, "decline", now))
            await work.applied.save(f"decline:{which}", "done")


async def to_decide(work: PeopleWork, actor: Actor, which: ApplicationId, seen: datetime | None = None) -> Application:
    """The application, if this actor may decide on it; nobody corrects it until the unit ends."""
    application = await work.applications.hold(which)
    if application is None:
        raise NotFound
    if application.person == actor.person:
        raise NotAboutYourself
    if not may_decide(actor, application.levels):
        raise NotFound
    if not may_decide(actor, application.levels, application.reached):
        raise NotAllowed
    if application.state is not ApplicationState.WAITING:
        raise _decided(application)
    if seen is not None and application.since != seen:
        raise Stale
    return application


async def _held(work: PeopleWork, place: Place, person: PersonId, today: date) -> PlaceId | None:
    """A verified place of the same role there, given while the application waited: one is enough."""
    await work.people.hold(person)
    held = await work.places.in_force(person, today)
    same = (each for each in held if each.verified and (each.role, each.territory) == (place.role, place.territory))
    return next((each.id for each in same), None)


def _decided(application: Application) -> AlreadyDecided:
    return AlreadyDecided(
        state=application.state.value, by=application.decided_by, at=application.decided_at, application=application.id
    )


async def _first(
    work: PeopleWork,
    application: Application,
    state: ApplicationState,
    by: PersonId,
    now: datetime,
    reason: str | None = None,
) -> None:
    if not await work.applications.decide(application.id, state, by, now, reason):
        raise _decided(await stored(work, application.id))


async def _tell_outcome(work: PeopleWork, application: Application, outcome: str, now: datetime) -> None:
    await work.tellings.untell(subject_of(application), now)
    await work.tellings.tell(
        Telling(
            key=f"{subject_of(application)}:{outcome}",
            person=application.person,
            kind=f"application-{outcome}",
            subject=subject_of(application),
            due=now,
            payload={"application": application.id},
        )
    )


def _entry(application: Application, decider: PersonId, what: str, now: datetime) -> AuditEntry:
    return AuditEntry(
        at=now,
        actor=decider,
        action=f"application-{what}",
        subject=subject_of(application),
        about=application.person,
        details={"role": application.role.value, "school": application.territory.school},
    )
