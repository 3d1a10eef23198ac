"""A lead sends what her school wants; what is alike is offered before (I5, I6)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.seminars.access import region_schools, runs, schools_led
from shnor_domain.seminars.cycle.model import CatalogueTopic, Cycle, Phase, TopicWish
from shnor_domain.seminars.cycle.use_cases.school_wishes import together
from shnor_domain.seminars.errors import AlreadySupported, TooManyRequests
from shnor_domain.seminars.model import CatalogueId, CycleId, RequestId, WishId
from shnor_domain.seminars.requests.cards import RequestCard, card_of
from shnor_domain.seminars.requests.changing import asking_cycle, begun_among, cycle_of, today_of
from shnor_domain.seminars.requests.demand import by_school
from shnor_domain.seminars.requests.model import (
    LIVING,
    RequestState,
    SeminarRequest,
    Support,
    SupportId,
    SupportState,
    Wanted,
)
from shnor_domain.seminars.requests.notices import came
from shnor_domain.seminars.requests.ports import KnownSchool, RequestWork
from shnor_domain.seminars.requests.rules import (
    MOST_REQUESTS,
    checked_people,
    checked_wanted,
    checked_why,
    months_of,
    route_of,
)
from shnor_domain.seminars.requests.sides import who_runs
from shnor_domain.seminars.requests.similar import most_alike
from shnor_domain.topics import topic_key
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Wished:
    """A topic that teachers of one school wish for, with their wishes."""

    topic: str
    wishes: tuple[WishId, ...]
    catalogue: CatalogueId | None


@dataclass(frozen=True, slots=True)
class Choices:
    """What a request of this half-year may name: schools that the actor leads, topics that their teachers wish for or
    that are on offer, months, and factors of a school's profile by code. `collecting`: it would go into the plan."""

    cycle: Cycle
    collecting: bool
    schools: tuple[KnownSchool, ...]
    catalogue: tuple[CatalogueTopic, ...]
    months: tuple[date, ...]
    factors: tuple[tuple[str, str], ...]
    wished: Mapping[SchoolId, tuple[Wished, ...]]

    def wished_in(self, school: SchoolId) -> tuple[Wished, ...]:
        """The most wished first."""
        return self.wished.get(school, ())


@dataclass(frozen=True, slots=True)
class Similar:
    """A request that is alike, with how many schools stand behind it; `mine` where one of the actor's does."""

    request: SeminarRequest
    schools: int
    mine: bool


@dataclass(frozen=True, slots=True)
class SeminarChoices:
    """Leads of schools of its region; refused: `NotFound` to all others, `NotAnnounced`, `CycleOver`."""

    read: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId) -> Choices:
        """Schools by number, topics and factors in their order."""
        async with self.read() as work:
            cycle = await asking_cycle(work, cycle_id, self.clock.now())
            led = region_schools(schools_led(actor), cycle.region)
            if not led:
                raise NotFound
            known = await work.seminar_directory.schools(led)
            _cycle, stands = await cycle_of(work, cycle_id, self.clock.now())
            catalogue = tuple(await work.seminar_cycles.catalogue(cycle_id))
            offered = {each.id for each in catalogue}
            return Choices(
                cycle,
                stands is Phase.COLLECTING,
                tuple(sorted(known.values(), key=lambda each: each.order)),
                catalogue,
                tuple(months_of(cycle, await today_of(work, cycle.region, self.clock.now()))),
                tuple((await work.seminar_directory.factors(cycle.region)).items()),
                {school: _wished(await work.seminar_wishes.open_of([school], cycle_id), offered) for school in led},
            )


@dataclass(frozen=True, slots=True)
class SimilarRequests:
    """Leads of schools of the region, and who runs its seminar; refused: `NotFound` to all others, `NotAnnounced`,
    `CycleOver`. Of schools behind them nothing but the number is told (I6)."""

    read: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId, topic: str) -> Sequence[Similar]:
        """At most eight of the half-year that schools may stand behind, the most alike first."""
        async with self.read() as work:
            cycle = await asking_cycle(work, cycle_id, self.clock.now())
            led = region_schools(schools_led(actor), cycle.region)
            if not led and not runs(actor, cycle.region):
                raise NotFound
            living = await work.seminar_requests.of_cycle(cycle_id, *LIVING)
            begun = await begun_among(work, living, self.clock.now())
            found = most_alike(topic, [each for each in living if each.id not in begun])
            supports = await work.request_supports.of_requests([each.id for each in found])
        behind = {each.id: by_school(one for one in supports if one.request == each.id) for each in found}
        return [Similar(each, len(behind[each.id]), not behind[each.id].keys().isdisjoint(led)) for each in found]


@dataclass(frozen=True, slots=True)
class SendSeminarRequest:
    """A lead, for a school of hers; `NotAllowed` for one of others.

    Refused: `NotFound`, `NotAnnounced`, `CycleOver`, `Invalid` by the field, `AlreadySupported(request=…)` where the
    school stands behind the same topic already, `TooManyRequests`.
    """

    write: Opens[RequestWork]
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        cycle_id: CycleId,
        school: SchoolId,
        wanted: Wanted,
        people: int,
        why: str | None = None,
        wishes: Collection[WishId] = (),
    ) -> RequestCard:
        """`why` is a factor's code, `BY_WISHES`, `OTHER` or None; `wishes` of its teachers go along. The same update
        fed again gives the same request."""
        operation, now = f"seminar-request:{cycle_id}:{school}", self.clock.now()
        async with self.write() as work:
            where = await _own(work, actor, school)
            if (done := await work.applied.result(operation)) is not None:
                return await card_of(work, actor, RequestId(int(done)), now)
            held = await work.seminar_cycles.hold(
                cycle_id
            )  # of two leads who send one topic at once the second finds it
            if held is None or held.region != where.region:
                raise NotFound
            cycle = await asking_cycle(work, cycle_id, now)
            request = await _new(work, cycle, wanted, now)
            factors = await work.seminar_directory.factors(cycle.region)
            support = Support(
                SupportId(0), request.id, where, checked_people(people), now, actor.person, checked_why(why, factors)
            )
            await _room(work, request, school, now)
            request = replace(request, id=await work.seminar_requests.add(request))
            await work.request_supports.add(replace(support, request=request.id))
            await _take_wishes(work, school, cycle_id, wishes, request.id)
            await work.notices.plan(*came(request, await who_runs(work, request.region, now), now))
            await work.applied.save(operation, str(request.id))
            return await card_of(work, actor, request.id, now)


def _wished(wishes: Iterable[TopicWish], offered: Collection[CatalogueId]) -> tuple[Wished, ...]:
    # what the catalogue has withdrawn meanwhile goes on as the teachers' own words
    found = [
        Wished(
            rows[0].topic,
            tuple(row.id for row in rows),
            next((row.catalogue for row in rows if row.catalogue in offered), None),
        )
        for rows in together(wishes)
        if rows[0].topic is not None
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.wishes), each.wishes)))


async def _own(work: RequestWork, actor: Actor, school: SchoolId) -> Territory:
    where = await work.lands.of_school(school)
    if where is None:
        raise NotFound
    if school not in {each.school for each in schools_led(actor)}:
        raise NotAllowed
    return where


async def _new(work: RequestWork, cycle: Cycle, wanted: Wanted, now: datetime) -> SeminarRequest:
    _cycle, stands = await cycle_of(work, cycle.id, now)
    catalogue, today = await work.seminar_cycles.catalogue(cycle.id), await today_of(work, cycle.region, now)
    checked = checked_wanted(wanted, cycle, [each.id for each in catalogue], today)
    key = topic_key(checked.topic)
    assert key is not None  # a topic of no words is refused
    return SeminarRequest(RequestId(0), cycle.id, cycle.region, checked, key, RequestState.OPEN, now, route_of(stands))


async def _room(work: RequestWork, new: SeminarRequest, school: SchoolId, now: datetime) -> None:
    """Raise `AlreadySupported`, `TooManyRequests`."""
    supports = await work.request_supports.of_schools([school], new.cycle)
    behind = {each.request for each in supports if each.state is SupportState.LIVE}
    stands = [each for each in (await work.seminar_requests.many(behind)).values() if each.state in LIVING]
    begun = await begun_among(work, stands, now)  # what has begun may be asked for anew
    same = next((each for each in stands if each.key == new.key and each.id not in begun), None)
    if same is not None:
        raise AlreadySupported(request=same.id)
    if sum(each.state is RequestState.OPEN for each in stands) >= MOST_REQUESTS:
        raise TooManyRequests(most=MOST_REQUESTS)


async def _take_wishes(
    work: RequestWork, school: SchoolId, cycle: CycleId, wishes: Collection[WishId], request: RequestId
) -> None:
    """Those of its own teachers alone, whatever was named."""
    if wishes:
        theirs = {each.id for each in await work.seminar_wishes.open_of([school], cycle)}
        await work.seminar_wishes.take([each for each in wishes if each in theirs], request)
