"""Roles given and taken, and deputies, by an order's number and date (R022)."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import COORDINATOR_ROLES, Actor, PersonId, Place, PlaceId, Role, SubjectId, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import ladder, may_decide
from shnor_domain.people.model.errors import AlreadyYours, NotAboutYourself
from shnor_domain.people.model.places import BY_ORDER, KeptPlace, Order, checked_order
from shnor_domain.people.ports import PeopleWork, PlaceEnds, Telling
from shnor_domain.people.use_cases.apply import check_subjects
from shnor_domain.people.use_cases.ending import end_place
from shnor_domain.people.use_cases.levels import look_again_below
from shnor_domain.people.use_cases.rights import person_of, resolved, visible
from shnor_domain.people.use_cases.role_link import subject_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Given:
    """What a coordinator gives: the order is obligatory for roles of `BY_ORDER`; `starts` is today when None."""

    role: Role
    territory: Territory
    order_number: str | None = None
    order_date: date | None = None
    starts: date | None = None
    ends: date | None = None
    subjects: frozenset[SubjectId] = frozenset()


@dataclass(frozen=True, slots=True)
class GiveRole:
    """Whoever may let this role in there, to a person whom she can see. The person is told.

    Refused: `NotAboutYourself`, `NotFound` outside of reach, `AlreadyYours`, `Invalid("order" | "dates" | "subjects",
    …)`.
    """

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, person: PersonId, given: Given) -> PlaceId:
        """The new place."""
        giver, now = person_of(actor), self.clock.now()
        if giver == person:
            raise NotAboutYourself
        async with self.write() as work:
            done = await work.applied.result(f"give-role:{person}")
            if done is not None:
                return PlaceId(int(done))
            where = await resolved(work, given.role, given.territory)
            if not may_decide(actor, ladder(given.role, where)) or not await visible(work, actor, person, now):
                raise NotFound
            today = local_day(now, await work.lands.zone_of(where))
            needed = given.role in BY_ORDER
            order = checked_order(given.order_number, given.order_date, today, needed=needed)
            await check_subjects(work, given.subjects)
            starts = given.starts or today
            place = Place(PlaceId(0), given.role, where, given.subjects, starts=starts, ends=given.ends)
            identity = await seat(work, KeptPlace(place, person, order), giver, now)
            await look_again_below(work, [place], now)
            await work.applied.save(f"give-role:{person}", str(identity))
        return identity


@dataclass(frozen=True, slots=True)
class TakeRole:
    """Whoever may let this role in there ends it (administrators each other's); `last_day` is yesterday when None, so
    that it closes at once.

    What hung on it ends with a word to those concerned. Refused as in `GiveRole`; `Stale` when it has ended already.
    """

    write: Opens[PeopleWork]
    clock: Clock
    on_end: tuple[PlaceEnds, ...] = field(default=())

    async def __call__(
        self,
        actor: Actor,
        which: PlaceId,
        order_number: str | None = None,
        order_date: date | None = None,
        last_day: date | None = None,
    ) -> None:
        """Open applications of an emptied level move up in the same transaction."""
        taker, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            if await work.applied.result(f"take-role:{which}") is not None:
                return
            kept = await work.places.get(which)
            if kept is None:
                raise NotFound
            if kept.person == taker:
                raise NotAboutYourself
            among_admins = kept.place.role is Role.ADMIN and actor.has(Role.ADMIN)
            if not (among_admins or may_decide(actor, ladder(kept.place.role, kept.place.territory))):
                raise NotFound
            today = local_day(now, await work.lands.zone_of(kept.place.territory))
            order = checked_order(order_number, order_date, today, needed=kept.place.role in BY_ORDER)
            last = last_day or today - timedelta(days=1)
            if kept.place.ends is not None and kept.place.ends <= last:
                raise Stale
            await end_place(work, kept, last, now, self.on_end)
            await _tell(work, kept.person, which, "role-taken", now)
            details = {"role": kept.place.role.value, "last_day": last.isoformat(), **_order_details(order)}
            await work.audit.add(AuditEntry(now, taker, "role-take", subject_of(which), kept.person, details))
            await look_again_below(work, [kept.place], now)
            await work.applied.save(f"take-role:{which}", "done")


@dataclass(frozen=True, slots=True)
class AppointDeputy:
    """A deputy of a coordinator from–to by order: the same role in the same territory. By the level that lets
    coordinators in.
    """

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, of: PlaceId, deputy: PersonId, order_number: str, order_date: date, starts: date, ends: date
    ) -> PlaceId:
        """The deputy's place."""
        appointer, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            done = await work.applied.result(f"deputy:{of}")
            if done is not None:
                return PlaceId(int(done))
            kept = await work.places.get(of)
            if kept is None or kept.place.role not in COORDINATOR_ROLES:
                raise NotFound
            role, where = kept.place.role, kept.place.territory
            if not may_decide(actor, ladder(role, where)) or not await visible(work, actor, deputy, now):
                raise NotFound
            if appointer in (deputy, kept.person) or deputy == kept.person:
                raise NotAboutYourself
            today = local_day(now, await work.lands.zone_of(where))
            order = checked_order(order_number, order_date, today, needed=True)
            place = Place(PlaceId(0), role, where, starts=starts, ends=ends, deputy=True)
            identity = await seat(work, KeptPlace(place, deputy, order), appointer, now)
            await _tell(work, kept.person, identity, "deputy-appointed", now)
            await look_again_below(work, [place], now)
            await work.applied.save(f"deputy:{of}", str(identity))
        return identity


async def seat(work: PeopleWork, new: KeptPlace, giver: PersonId, now: datetime) -> PlaceId:
    """Store a given place, tell its person, write the log. Raises `AlreadyYours`, `Invalid("dates", "order")`."""
    starts, ends = new.place.starts, new.place.ends
    if starts is None or (ends is not None and ends < starts):
        raise Invalid("dates", "order")
    await work.people.hold(new.person)
    for held in await work.places.of(new.person):
        same = held.place.role is new.place.role and held.place.territory == new.place.territory
        overlaps = (held.place.ends is None or starts <= held.place.ends) and (
            ends is None or held.place.starts is None or held.place.starts <= ends
        )
        if same and overlaps:
            raise AlreadyYours
    identity = await work.places.add(new)
    await _tell(work, new.person, identity, "role-given", now)
    details = {"role": new.place.role.value, "deputy": new.place.deputy, **_order_details(new.order)}
    await work.audit.add(AuditEntry(now, giver, "role-give", subject_of(identity), new.person, details))
    return identity


async def _tell(work: PeopleWork, person: PersonId, place: PlaceId, kind: str, now: datetime) -> None:
    subject = subject_of(place)
    await work.tellings.tell(Telling(f"{subject}:{kind}:{person}", person, kind, subject, now, {"place": place}))


def _order_details(order: Order | None) -> dict[str, str | int | bool | None]:
    return {} if order is None else {"order": order.number, "order_date": order.dated.isoformat()}
