"""Pairs by order: curator and school, mentor and team, tutor and teacher (R126–R128)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Actor, PersonId, Role, SchoolId, SubjectId, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.errors import AlreadyAppointed, NotAboutYourself
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.people.model.places import Order, checked_order
from shnor_domain.people.ports import PairEnds, PeopleWork
from shnor_domain.people.use_cases.ending import end_pair, tell_pair
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens

_APPOINTING = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`school` is the supported one; for a tutor the school where her teacher works. `starts` is today when None."""

    kind: PairKind
    helper: PersonId
    school: SchoolId
    order_number: str
    order_date: date
    teacher: PersonId | None = None
    subject: SubjectId | None = None
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Appointed:
    """`own_school` is a school of the helper's own that is on the list of the year: a warning, not a refusal (R024)."""

    pair: PairId
    own_school: SchoolId | None = None


@dataclass(frozen=True, slots=True)
class AppointPair:
    """A coordinator over the supported school; the helper holds the role that the pair needs.

    A helper whose place lies in another municipality is appointed by the region. Refused: `NotFound` outside of reach,
    `NotAboutYourself`, `AlreadyAppointed`, `Invalid("helper" | "teacher" | "order" | "dates", …)`.
    """

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, wanted: Wanted) -> Appointed:
        """Both sides are told."""
        appointer, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            done = await work.applied.result(f"pair:{wanted.helper}:{wanted.school}")
            if done is not None:
                return Appointed(PairId(int(done)))
            where = await work.lands.of_school(wanted.school)
            if where is None or not actor.reaches(where, *_APPOINTING):
                raise NotFound
            if appointer in (wanted.helper, wanted.teacher):
                raise NotAboutYourself
            today = local_day(now, await work.lands.zone_of(where))
            pair = await _checked(work, actor, wanted, where, today)
            identity = await work.pairs.add(pair)
            kept = await work.pairs.get(identity)
            if kept is None:
                raise NotFound
            await tell_pair(work, kept, "pair-appointed", now, appointer)
            details = {"kind": wanted.kind.value, "school": wanted.school, "order": kept.order.number}
            await work.audit.add(
                AuditEntry(now, appointer, "pair-appoint", f"pair:{identity}", wanted.helper, dict(details))
            )
            own = await own_listed_school(work, wanted.helper, today) if wanted.kind is PairKind.SCHOOL else None
            await work.applied.save(f"pair:{wanted.helper}:{wanted.school}", str(identity))
        return Appointed(identity, own)


@dataclass(frozen=True, slots=True)
class EndPair:
    """A coordinator over the supported school; `last_day` is yesterday when None. `Stale` when it has ended already."""

    write: Opens[PeopleWork]
    clock: Clock
    on_pair_end: tuple[PairEnds, ...] = field(default=())

    async def __call__(self, actor: Actor, which: PairId, last_day: date | None = None) -> None:
        """Both sides are told."""
        ender, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            if await work.applied.result(f"pair-end:{which}") is not None:
                return
            pair = await work.pairs.get(which)
            where = None if pair is None else await work.lands.of_school(pair.school)
            if pair is None or where is None or not actor.reaches(where, *_APPOINTING):
                raise NotFound
            if ender in (pair.helper, pair.teacher):
                raise NotAboutYourself
            last = last_day or local_day(now, await work.lands.zone_of(where)) - timedelta(days=1)
            if pair.ends is not None and pair.ends <= last:
                raise Stale
            await end_pair(work, pair, last, now, but=ender)
            for hook in self.on_pair_end:
                await hook(work, pair, now)
            await work.audit.add(
                AuditEntry(now, ender, "pair-end", f"pair:{which}", pair.helper, {"last_day": last.isoformat()})
            )
            await work.applied.save(f"pair-end:{which}", "done")


@dataclass(frozen=True, slots=True)
class PairsOfSchool:
    """Pairs of a school in force today: its coordinators, its lead, its curator, an observer. `NotFound` to all
    others.
    """

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId) -> Sequence[Pair]:
        """By id."""
        async with self.read() as work:
            where = await work.lands.of_school(school)
            seen = where is not None and actor.reaches(where, *_APPOINTING, Role.SCHOOL_LEAD, Role.OBSERVER)
            curated = any(place.verified and school in place.assigned for place in actor.places)
            if where is None or not (seen or curated):
                raise NotFound
            return await work.pairs.of_schools([school], local_day(self.clock.now(), actor.zone))


async def own_listed_school(work: PeopleWork, curator: PersonId, day: date) -> SchoolId | None:
    """A school she works in herself that is on the list of the year (R024)."""
    own: set[SchoolId] = set()
    for kept in await work.places.of(curator):
        if kept.place.holds_on(day):
            own |= {school for school in (kept.home, kept.place.territory.school) if school is not None}
    listed = await work.lands.supported(own, day) if own else ()
    return min(listed, default=None)


async def _checked(work: PeopleWork, actor: Actor, wanted: Wanted, where: Territory, today: date) -> Pair:
    order = checked_order(wanted.order_number, wanted.order_date, today, needed=True)
    starts = wanted.starts or today
    if wanted.ends is not None and wanted.ends < starts:
        raise Invalid("dates", "order")
    await _check_helper(work, actor, wanted, where, today)
    await _check_teacher(work, wanted, where, today)
    pair = Pair(
        PairId(0),
        wanted.kind,
        wanted.helper,
        wanted.school,
        order or Order("", today),
        starts,
        wanted.teacher,
        wanted.subject,
        wanted.ends,
    )
    await work.people.hold(wanted.helper)
    twins = await work.pairs.of_helper(wanted.helper)
    if any(_same(pair, twin) and (twin.ends is None or twin.ends >= starts) for twin in twins):
        raise AlreadyAppointed
    return pair


async def _check_helper(work: PeopleWork, actor: Actor, wanted: Wanted, where: Territory, today: date) -> None:
    held = [
        place
        for place in await work.places.in_force(wanted.helper, today)
        if place.role is wanted.kind.helper_role and place.verified
    ]
    if not any(actor.reaches(place.territory, *_APPOINTING) for place in held):
        raise NotFound
    if not any(place.territory.covers(where) for place in held) and not actor.reaches(
        Territory(where.region), Role.REGIONAL_COORDINATOR, Role.ADMIN
    ):
        raise Invalid("helper", "elsewhere")


async def _check_teacher(work: PeopleWork, wanted: Wanted, where: Territory, today: date) -> None:
    if (wanted.kind is PairKind.TEACHER) != (wanted.teacher is not None) or wanted.helper == wanted.teacher:
        raise Invalid("teacher", "kind")
    if wanted.teacher is None:
        return
    held = await work.places.in_force(wanted.teacher, today)
    if not any(place.role is Role.TEACHER and place.verified and place.territory == where for place in held):
        raise NotFound


def _same(one: Pair, other: Pair) -> bool:
    return (one.kind, one.school, one.teacher, one.subject) == (other.kind, other.school, other.teacher, other.subject)
