"""Whether what was planned to be told of a programme is still true, and hers to know (Q3); and to whom it is laid."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.identity import Actor, PersonId, Territory
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.seminars.access import regions_sat_in, runs
from shnor_domain.seminars.cycle.model import OVER, Cycle
from shnor_domain.seminars.events.model import Event, EventState
from shnor_domain.seminars.events.telling import event_of
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.model import WishId
from shnor_domain.seminars.programme import notices
from shnor_domain.seminars.programme.cards import eyes_of
from shnor_domain.seminars.programme.changes import changes
from shnor_domain.seminars.programme.deciders import LATE, administrators, deciders
from shnor_domain.seminars.programme.model import Version, VersionId, VersionState
from shnor_domain.seminars.programme.readers import concerns
from shnor_domain.seminars.requests.changing import cycle_of
from shnor_domain.seminars.requests.model import LIVING, SupportState
from shnor_domain.seminars.requests.notices import end_of
from shnor_domain.seminars.requests.sides import school_side
from shnor_domain.seminars.requests.telling import support_of
from shnor_domain.seminars.working_days import nine_after
from shnor_domain.work import Opens

AGAIN = 2
"""Working days after which a version that waits stands in a digest once more."""


@dataclass(frozen=True, slots=True)
class News:
    """What a version brings one reader: how many events she may read of are ahead, and how many differ from the last
    version of which readers were told (None for the first one)."""

    events: int
    changed: int | None


def version_of(notice: Notice) -> VersionId:
    """Whose payload is {"version": id, …}."""
    return VersionId(int(notice.payload["version"] or 0))


def wish_of(notice: Notice) -> WishId:
    """Whose payload is {"wish": id, …}."""
    return WishId(int(notice.payload["wish"] or 0))


def handed(notice: Notice) -> datetime | None:
    """When the next lesson was as it was handed over; None where the row is about publication."""
    found = notice.payload.get("handed")
    return None if found is None else datetime.fromisoformat(str(found))


@dataclass(frozen=True, slots=True)
class Waits:
    """To who decides: it waits, and for her."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once it was decided or taken back, or where another decides now."""
        async with self.read() as work:
            version = await work.seminar_programmes.get(version_of(row.notice))
            if version is None or version.state is not VersionState.WAITING:
                return False
            cycle, _stands = await cycle_of(work, version.cycle, now)
            return row.notice.person in await deciders(work, cycle.region, version, now)


@dataclass(frozen=True, slots=True)
class Decided:
    """To who has submitted it: so it stands."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once it was published or taken back, or where she runs the seminar no more."""
        async with self.read() as work:
            version = await work.seminar_programmes.get(version_of(row.notice))
            if version is None or notices.DECIDED.get(version.state) != row.notice.kind:
                return False
            cycle, _stands = await cycle_of(work, version.cycle, now)
            return runs(await _reader(work, row.notice.person, now), cycle.region)


@dataclass(frozen=True, slots=True)
class AnswersUs:
    """To a school: an event answers what it stands behind."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once it has begun or is called off, is for the school no more, or the school stands behind it no
        more."""
        async with self.read() as work:
            support = await work.request_supports.get(support_of(row.notice))
            event = await work.seminar_events.get(event_of(row.notice))
            if support is None or support.state is not SupportState.LIVE or not _ahead(event, now):
                return False
            assert event is not None  # what is ahead is there
            request = await work.seminar_requests.get(support.request)
            if support.request not in event.requests or request is None or request.state not in LIVING:
                return False
            if not await concerns(work, support, event, now):
                return False
            return row.notice.person in await school_side(work, support, now)


@dataclass(frozen=True, slots=True)
class AnswersMe:
    """To a teacher: an event answers what she has wished for, and invites her."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once it has begun or is called off, or does not invite her."""
        async with self.read() as work:
            wish = await work.seminar_wishes.get(wish_of(row.notice))
            event = await work.seminar_events.get(event_of(row.notice))
            if wish is None or wish.person != row.notice.person or not _ahead(event, now):
                return False
            assert event is not None  # what is ahead is there
            reader = await _reader(work, row.notice.person, now)
            return bool((await eyes_of(work, reader, event.region, event.cycle, now)).invited(event))


@dataclass(frozen=True, slots=True)
class IsLed:
    """To who leads an event: she does."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once it has begun (of what was handed over: once it is over), is called off, or another leads it."""
        async with self.read() as work:
            event = await work.seminar_events.get(event_of(row.notice))
            if event is None or event.terms.host != row.notice.person:
                return False
            return _goes_on(event, now) if handed(row.notice) else _ahead(event, now)


@dataclass(frozen=True, slots=True)
class LedNoMore:
    """To who has led an event: she does not."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False where she leads it again, it is called off or over."""
        async with self.read() as work:
            event = await work.seminar_events.get(event_of(row.notice))
            return event is not None and event.terms.host != row.notice.person and _goes_on(event, now)


@dataclass(frozen=True, slots=True)
class HoldsStill:
    """To a region: this version is the last of which readers are told."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False after the half-year, once another was approved and published, for who works there no more, and where
        nothing of it that is hers to read differs from what she was told before."""
        async with self.read() as work:
            version = await work.seminar_programmes.get(version_of(row.notice))
            if version is None or await later(work, version):
                return False
            cycle, stands = await cycle_of(work, version.cycle, now)
            reader = await _reader(work, row.notice.person, now)
            if stands in OVER or cycle.region not in regions_sat_in(reader):
                return False
            return (await news_of(work, row.notice.person, version, now)).changed != 0


def checks(read: Opens[EventWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    return {
        notices.WAITS: Waits(read),
        notices.RETURNED: Decided(read),
        notices.APPROVED: Decided(read),
        notices.YOU_LEAD: IsLed(read),
        notices.LEADS_NO_MORE: LedNoMore(read),
        notices.ASKED_FOR: AnswersUs(read),
        notices.WISHED: AnswersMe(read),
        notices.PROGRAMME: HoldsStill(read),
    }


async def tell_deciders(work: EventWork, cycle: Cycle, version: Version, now: datetime) -> None:
    """Who decides on it: now, once more after two working days, and after four the level above."""
    unit = Territory(cycle.region)
    until = end_of(cycle, await work.lands.zone_of(unit))
    people = sorted(await deciders(work, cycle.region, version, now))
    above = sorted(set(await administrators(work, cycle.region, version, now)) - set(people))
    again, late = await nine_after(work, unit, AGAIN, now), await nine_after(work, unit, LATE, now)
    await work.notices.plan(
        *notices.waits(version.id, people, now, until),
        *notices.waits(version.id, people, again, until, "second"),
        *notices.waits(version.id, above, late, until),
    )


async def tell_hosts(work: EventWork, actor: Actor, events: Iterable[Event], now: datetime) -> None:
    """Who leads what has just been published, but for who did it (N5)."""
    rows = [notices.you_lead(each, each.terms.host, now) for each in events
            if each.terms.host is not None and each.terms.host != actor.person]  # fmt: skip
    await work.notices.plan(*rows)


async def tell_handed_over(work: EventWork, actor: Actor, before: Event, after: Event, now: datetime) -> None:
    """Who leads a published event from now on, and who has, but for who did it (N5); of what has no lesson ahead
    nobody."""
    if any(each.starts > now for each in after.open_lessons):
        people = [each for each in (before.terms.host, after.terms.host) if each is not None and each != actor.person]
        await work.notices.plan(*(notices.handed_over(after, each, now) for each in people))


async def tell_author(work: EventWork, version: Version, now: datetime) -> None:
    """Who has submitted it, unless she has left; rows to who was to decide are needed no more."""
    await work.notices.cancel(notices.subject_of(version.id), now)
    if version.made_by is not None:
        await work.notices.plan(notices.decided(version, version.made_by, now))


async def news_of(work: EventWork, person: PersonId, version: Version, now: datetime) -> News:
    """What it brings this reader."""
    cycle, _stands = await cycle_of(work, version.cycle, now)
    eyes = await eyes_of(work, await _reader(work, person, now), cycle.region, cycle.id, now)
    events = await work.seminar_events.of_cycle(cycle.id, EventState.OPEN, EventState.CANCELLED)
    seen = {each.id: each for each in events if eyes.sees(each)}
    ahead = sum(each.state is EventState.OPEN and not each.over(now) for each in seen.values())
    last = await told_before(work, version)
    if last is None:
        return News(ahead, None)
    lines = [await work.seminar_programmes.lines(each.id) for each in (last, version)]
    return News(ahead, sum(each.line.event in seen for each in changes(*lines)))


async def told_before(work: EventWork, version: Version) -> Version | None:
    """The last version before this one of which readers were told; None where this is the first."""
    told = [each for each in await work.seminar_programmes.of_cycle(version.cycle) if _before(each, version)]
    return max(told, key=lambda each: each.number or 0, default=None)


async def later(work: EventWork, version: Version) -> bool:
    """True where readers are told of another one after this."""
    return any(_before(version, each) for each in await work.seminar_programmes.of_cycle(version.cycle) if each.by_hand)


def _before(one: Version, other: Version) -> bool:
    """True where both were published, and readers were told of `one` first."""
    if one.number is None or other.number is None:
        return False
    return one.by_hand and one.number < other.number


def _ahead(event: Event | None, now: datetime) -> bool:
    """True while it takes place and has not begun."""
    if event is None or event.state is not EventState.OPEN or not event.open_lessons:
        return False
    return event.open_lessons[0].starts > now


def _goes_on(event: Event, now: datetime) -> bool:
    return event.state is EventState.OPEN and not event.over(now)


async def _reader(work: EventWork, person: PersonId, now: datetime) -> Actor:
    return Actor(person, 0, places=tuple(await in_force_now(work, person, now)))
