"""The draft of a half-year's programme: what schools ask for, what answers it, who may lead it (I19, I24)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, MunicipalityId, PersonId, RegionId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import PersonState
from shnor_domain.seminars.access import regions_run, runs
from shnor_domain.seminars.cycle.model import Cycle
from shnor_domain.seminars.events.changing import leads, who_may_lead
from shnor_domain.seminars.events.model import Event, EventState, Lesson, LessonId
from shnor_domain.seminars.events.rules import Lack, Timing, lacks
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.programme.model import Version
from shnor_domain.seminars.requests.changing import cycle_of, today_of
from shnor_domain.seminars.requests.demand import Demand, demand
from shnor_domain.seminars.requests.model import LIVING, SeminarRequest
from shnor_domain.seminars.requests.use_cases.looking import Halves, halves_of
from shnor_domain.seminars.signing.model import SignUpState
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Asked:
    """A living request by demand; `answers` are the events that answer it, drafts too."""

    demand: Demand
    answers: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """`asked` by demand, `events` that are drafts or published by time. `lacks` are of those that are not ready;
    `in_work` is the version that waits or is approved."""

    halves: Halves
    asked: tuple[Asked, ...]
    events: tuple[Event, ...]
    lacks: Mapping[int, tuple[Lack, ...]]
    in_work: Version | None

    @property
    def drafts(self) -> tuple[Event, ...]:
        """What a new version would bring."""
        return tuple(each for each in self.events if each.state is EventState.DRAFT)

    @property
    def ready(self) -> int:
        """How many events may stand in a programme as they are."""
        return sum(each.id not in self.lacks for each in self.events)

    @property
    def unanswered(self) -> int:
        """How many requests wait for an event."""
        return sum(not each.answers for each in self.asked)


@dataclass(frozen=True, slots=True)
class EventChoices:
    """What one chooses from for a new event: days of the half-year from `today` on, on the clock of `zone`;
    municipalities by name; `request` that it is to answer, with its demand."""

    cycle: Cycle
    zone: str
    today: date
    first_day: date
    last_day: date
    municipalities: tuple[tuple[MunicipalityId, str], ...]
    request: Demand | None


@dataclass(frozen=True, slots=True)
class HostChoice:
    """Somebody who may lead. `busy`: she is elsewhere at one of the hours in question, or has a seat there herself."""

    person: PersonId
    name: str
    busy: bool


@dataclass(frozen=True, slots=True)
class Leading:
    """A lesson that the reader leads."""

    event: Event
    lesson: Lesson


@dataclass(frozen=True, slots=True)
class ProposeProgramme:
    """Methodists and the coordinator of the whole region; others are refused with `NotAllowed`."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId | None = None) -> Draft:
        """Of one half-year; `NotFound` for one of another region, or where there is none yet. Nothing is stored."""
        now, regions = self.clock.now(), regions_run(actor)
        if not regions:
            raise NotAllowed
        async with self.read() as work:
            halves = await halves_of(work, set(regions), cycle_id, now, announced=False)
            if halves is None:
                raise NotFound
            cycle = halves.cycle
            events = await work.seminar_events.of_cycle(cycle.id, EventState.DRAFT, EventState.OPEN)
            return Draft(
                halves=halves,
                asked=await _asked(work, cycle, events, now),
                events=tuple(events),
                lacks={each.id: lack for each in events if (lack := lacks(each, cycle, now))},
                in_work=await work.seminar_programmes.in_work(cycle.id),
            )


@dataclass(frozen=True, slots=True)
class PrepareEvent:
    """As `ProposeProgramme`; to who does not run this region's seminar the half-year is `NotFound`."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId, request_id: RequestId | None = None) -> EventChoices:
        """Also `NotFound` for a request of another half-year."""
        now = self.clock.now()
        async with self.read() as work:
            cycle, _stands = await cycle_of(work, cycle_id, now)
            if not runs(actor, cycle.region):
                raise NotFound
            zone = await work.lands.zone_of(Territory(cycle.region))
            today, days = local_day(now, zone), cycle.half.days
            municipalities = await work.municipalities.within(cycle.region)
            return EventChoices(
                cycle=cycle,
                zone=zone,
                today=today,
                first_day=min(max(today, days.first), days.last),
                last_day=days.last,
                municipalities=tuple((each.id, each.name) for each in municipalities),
                request=None if request_id is None else await _request(work, cycle, request_id, now),
            )


@dataclass(frozen=True, slots=True)
class HostsForEvent:
    """As `PrepareEvent`."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, cycle_id: CycleId, hours: Sequence[Timing] = (), but: Collection[LessonId] = ()
    ) -> Sequence[HostChoice]:
        """Everybody who may lead in the region: who is free at all of `hours` first, then by name. Hours of the lessons
        `but` are the event's own."""
        now = self.clock.now()
        async with self.read() as work:
            cycle, _stands = await cycle_of(work, cycle_id, now)
            if not runs(actor, cycle.region):
                raise NotFound
            people = await work.people.many(await who_may_lead(work, cycle.region, now))
            present = {each.id: each for each in people.values() if each.state is PersonState.ACTIVE}
            busy: set[PersonId] = set()
            for at in hours:
                busy.update(await work.lesson_times.busy(present.keys(), at.starts, at.ends, but=but))
            busy |= await _taking_part(work, cycle, but)
            found = [HostChoice(each.id, each.name, each.id in busy) for each in present.values()]
            return sorted(found, key=lambda each: (each.busy, each.name.casefold(), each.person))


@dataclass(frozen=True, slots=True)
class HostLessons:
    """Whoever has consented reads her own; where she leads nothing it is empty."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[Leading]:
        """Published lessons that she leads and that are not over, by time."""
        if actor.person is None:
            raise NotAllowed
        now = self.clock.now()
        async with self.read() as work:
            events = await work.seminar_events.led_by(actor.person, now)
        mine = [
            Leading(event, lesson)
            for event in events
            if leads(actor, event)
            for lesson in event.open_lessons
            if lesson.ends > now
        ]
        return sorted(mine, key=lambda each: (each.lesson.starts, each.lesson.id))


async def _taking_part(work: EventWork, cycle: Cycle, lessons: Collection[LessonId]) -> set[PersonId]:
    """Who has a seat of the event of these lessons."""
    event = await work.seminar_events.of_lesson(next(iter(lessons))) if lessons else None
    if event is None or event.cycle != cycle.id:
        return set()
    seats = await work.event_signups.of_event(event.id, SignUpState.LIVE)
    return {each.person for each in seats if each.person is not None}


async def _asked(work: EventWork, cycle: Cycle, events: Sequence[Event], now: datetime) -> tuple[Asked, ...]:
    requests = await work.seminar_requests.of_cycle(cycle.id, *LIVING)
    rows = sorted(await _demands(work, cycle.region, requests, now), key=lambda each: each.order)
    return tuple(Asked(each, tuple(event for event in events if each.request.id in event.requests)) for each in rows)


async def _request(work: EventWork, cycle: Cycle, request_id: RequestId, now: datetime) -> Demand:
    request = await work.seminar_requests.get(request_id)
    if request is None or request.cycle != cycle.id:
        raise NotFound
    (found,) = await _demands(work, cycle.region, [request], now)
    return found


async def _demands(
    work: EventWork, region: RegionId, requests: Sequence[SeminarRequest], now: datetime
) -> list[Demand]:
    supports = await work.request_supports.of_requests([each.id for each in requests])
    project = await work.lands.supported({each.school for each in supports}, await today_of(work, region, now))
    return [demand(each, supports, project) for each in requests]
