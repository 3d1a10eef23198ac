"""An event as who runs the seminar, or leads it, looks at it."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.identity import Actor
from shnor_domain.people.model.person import PersonState
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.cycle.model import Cycle, Phase
from shnor_domain.seminars.events.changing import leads, seen
from shnor_domain.seminars.events.model import Event, EventId
from shnor_domain.seminars.events.rules import Lack, lacks
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.requests.changing import cycle_of, today_of
from shnor_domain.seminars.requests.demand import Demand, demand
from shnor_domain.seminars.requests.model import SeminarRequest
from shnor_domain.seminars.signing.model import SignUpState


@dataclass(frozen=True, slots=True)
class EventCard:
    """`demand` is of each request that it answers; `schools` and `people` stand behind all of them, a school once with
    its largest number. `host` is how its host is called, None where nobody leads it. `municipality` names whom it
    invites, None for the whole region; of its seats `taken` are (of a series without those of who
    has left it), and `waits` people stand in its queue."""

    event: Event
    cycle: Cycle
    phase: Phase
    demand: tuple[Demand, ...]
    host: str | None
    municipality: str | None
    lacks: tuple[Lack, ...]
    runs: bool
    leads: bool
    taken: int = 0
    waits: int = 0

    @property
    def requests(self) -> tuple[SeminarRequest, ...]:
        """What it answers, by id."""
        return tuple(each.request for each in self.demand)

    @property
    def schools(self) -> int:
        """How many asked for it."""
        return len({school for each in self.demand for school in each.by_school})

    @property
    def people(self) -> int:
        """Of all of them together."""
        largest: dict[int, int] = {}
        for each in self.demand:
            for school, people in each.by_school.items():
                largest[int(school)] = max(people, largest.get(int(school), 0))
        return sum(largest.values())


async def event_card(work: EventWork, actor: Actor, event_id: EventId, now: datetime) -> EventCard:
    """As it stands now; raises `NotFound` for who neither runs the seminar nor leads it."""
    event = await seen(work, actor, event_id)
    cycle, stands = await cycle_of(work, event.cycle, now)
    requests = await work.seminar_requests.many(event.requests)
    supports = await work.request_supports.of_requests(event.requests)
    project = await work.lands.supported({each.school for each in supports}, await today_of(work, event.region, now))
    municipality = event.terms.municipality
    town = None if municipality is None else await work.municipalities.get(municipality)
    room = (await work.event_seats.many([event_id])).get(event_id)
    return EventCard(
        event=event,
        cycle=cycle,
        phase=stands,
        demand=tuple(demand(requests[each], supports, project) for each in event.requests if each in requests),
        host=await host_name(work, event),
        municipality=None if town is None else town.name,
        lacks=lacks(event, cycle, now),
        runs=runs(actor, event.region),
        leads=leads(actor, event),
        taken=sum(each.heads for each in await work.event_signups.of_event(event_id, SignUpState.LIVE)),
        waits=0 if room is None else (await work.event_queue.counts([event_id])).get(event_id, 0),
    )


async def host_name(work: EventWork, event: Event) -> str | None:
    """None where nobody leads it, or who did has left."""
    host = None if event.terms.host is None else await work.people.get(event.terms.host)
    return host.name if host is not None and host.state is PersonState.ACTIVE else None
