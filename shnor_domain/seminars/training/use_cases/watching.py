"""Which schools of a territory asked, signed up, came, and asked but did not come (JP10)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.seminars.events.model import EventState
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.presence.ports import PresenceWork
from shnor_domain.seminars.requests.model import SupportState
from shnor_domain.seminars.requests.ports import KnownSchool
from shnor_domain.seminars.requests.use_cases.looking import Halves, halves_of
from shnor_domain.seminars.requests.use_cases.watching import watched
from shnor_domain.seminars.training.watch import AtEvent, at_events, by_school
from shnor_domain.work import Opens

_ASKED = frozenset({SupportState.LIVE, SupportState.CARRIED, SupportState.LET_GO})


@dataclass(frozen=True, slots=True)
class WatchedSchool:
    """`asked` requests behind which it stands, or stood to the end; `events` that it asked for or has seats in, by
    time."""

    school: KnownSchool
    asked: int
    events: tuple[AtEvent, ...]

    @property
    def signed(self) -> int:
        """Seats in all of them."""
        return sum(each.signed for each in self.events)

    @property
    def came(self) -> int:
        """People at all of them, once for each event."""
        return sum(each.came for each in self.events)

    @property
    def nameless(self) -> bool:
        """Somebody may have come on seats without names that it kept."""
        return any(each.nameless for each in self.events)

    @property
    def missed(self) -> tuple[AtEvent, ...]:
        """What it had asked for, is over, and nobody of it came to."""
        return tuple(each for each in self.events if each.missed)


@dataclass(frozen=True, slots=True)
class PresenceWatch:
    """Schools by number; `halves` None before anything was announced."""

    halves: Halves | None
    rows: tuple[WatchedSchool, ...]

    @property
    def asking(self) -> int:
        """How many schools asked."""
        return sum(each.asked > 0 for each in self.rows)

    @property
    def signed(self) -> int:
        """How many have seats."""
        return sum(each.signed > 0 for each in self.rows)

    @property
    def came(self) -> int:
        """Of how many somebody came."""
        return sum(each.came > 0 for each in self.rows)

    @property
    def missed(self) -> int:
        """How many asked for what they did not come to."""
        return sum(bool(each.missed) for each in self.rows)


@dataclass(frozen=True, slots=True)
class WatchPresence:
    """Coordinators and observers, of the schools of their territories; others are refused with `NotAllowed`."""

    read: Opens[PresenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId | None = None) -> PresenceWatch:
        """Of one half-year; `NotFound` for one of another region. Nobody is named."""
        within = watched(actor)
        if actor.person is None or not within:
            raise NotAllowed
        now = self.clock.now()
        async with self.read() as work:
            regions = {each.region for each in within if each.region is not None}
            halves = await halves_of(work, regions, cycle_id, now, announced=True, attended=True)
            if halves is None:
                return PresenceWatch(None, ())
            rows = await _rows(work, halves.cycle.id, within, now)
        return PresenceWatch(halves, tuple(sorted(rows, key=lambda each: each.school.order)))


async def _rows(
    work: PresenceWork, cycle: CycleId, within: Collection[Territory], now: datetime
) -> list[WatchedSchool]:
    events = await work.seminar_events.of_cycle(cycle, EventState.OPEN)
    ids = [each.id for each in events]
    asked = await _asked(work, cycle)
    signups = await work.event_signups.of_events(ids)
    sat = await work.presence.sat_at(ids)
    marks = await work.presence.marks([lesson.id for each in events for lesson in each.lessons])
    kept_came = {
        each.id: max((marks[at.id].kept_came for at in each.lessons if at.id in marks and marks[at.id].held), default=0)
        for each in events
    }
    unheld = await work.seminar_events.none_held(ids)
    seated = {each.school for each in signups if each.school is not None}
    known = await work.seminar_directory.schools({*asked, *seated})
    rows = []
    for school, named in known.items():
        if not any(each.covers(named.where) for each in within):
            continue
        wanted = asked.get(school, frozenset())
        found = at_events(school, wanted, events, signups, sat, kept_came, unheld, now)
        if wanted or found:
            rows.append(WatchedSchool(named, len(wanted), found))
    return rows


async def _asked(work: PresenceWork, cycle: CycleId) -> Mapping[SchoolId, frozenset[RequestId]]:
    requests = await work.seminar_requests.of_cycle(cycle)
    supports = await work.request_supports.of_requests([each.id for each in requests])
    return by_school((each.school, each.request) for each in supports if each.state in _ASKED)
