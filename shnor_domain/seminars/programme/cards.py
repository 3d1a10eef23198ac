"""A published event as its readers look at it; strangers read its topic, kind, form, date and hours alone (I27)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, Place, RegionId, SchoolId
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.cycle.model import Cycle, Phase, WishState
from shnor_domain.seminars.events.cards import host_name
from shnor_domain.seminars.events.changing import leads
from shnor_domain.seminars.events.inviting import invites, shown_to
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.model import CycleId, Form, Kind, RequestId
from shnor_domain.seminars.programme.model import At
from shnor_domain.seminars.requests.changing import cycle_of, root_of, today_of
from shnor_domain.seminars.requests.model import SupportState
from shnor_domain.seminars.requests.sides import schools_of


@dataclass(frozen=True, slots=True)
class OpenEvent:
    """What anybody may read of an event that is shown to all. `zone` is the clock on which it was set; `lessons` are
    those that take place, by time, counted from 1."""

    id: EventId
    title: str
    kind: Kind
    form: Form
    zone: str
    lessons: tuple[At, ...]
    called_off: bool


@dataclass(frozen=True, slots=True)
class Inside:
    """What who has a place there reads beside: `host` is how its host is called, None where nobody leads it;
    `municipality` names whom it invites, None for the whole region. `asked`: a school of hers, or she herself, had
    asked for it. `invited` are her places in which she may sign up."""

    event: Event
    cycle: Cycle
    phase: Phase
    host: str | None
    municipality: str | None
    asked: bool
    invited: tuple[Place, ...]
    runs: bool
    leads: bool


@dataclass(frozen=True, slots=True)
class EventView:
    """An event for one reader; `inside` is None for strangers."""

    open: OpenEvent
    inside: Inside | None


@dataclass(frozen=True, slots=True)
class Eyes:
    """What of the programme a person may read: `project` are those of her schools that are on the list of the year,
    `asked` the requests for which she, or a school of hers, has asked."""

    actor: Actor
    project: Collection[SchoolId]
    asked: Collection[RequestId]

    def sees(self, event: Event) -> bool:
        """True where she may read all of it."""
        if runs(self.actor, event.region) or leads(self.actor, event):
            return True
        return self.actor.person is not None and any(
            shown_to(event, place, self.project) for place in self.actor.places
        )

    def invited(self, event: Event) -> tuple[Place, ...]:
        """In which places of hers she may sign up; of her own event in none."""
        if self.actor.person is None or self.actor.person == event.terms.host:
            return ()
        return tuple(place for place in self.actor.places if invites(event, place, self.project))

    def has_asked(self, event: Event) -> bool:
        """True where it answers what she, or a school of hers, has asked for."""
        return any(each in self.asked for each in event.requests)


def open_event(event: Event) -> OpenEvent:
    """Without host, link, place, seats, schools and requests."""
    lessons = (At(number, each.starts, each.ends) for number, each in enumerate(event.open_lessons, 1))
    off, terms = event.state is EventState.CANCELLED, event.terms
    return OpenEvent(event.id, terms.title, terms.kind, terms.form, event.zone, tuple(lessons), off)


async def eyes_of(work: EventWork, actor: Actor, region: RegionId, cycle: CycleId, now: datetime) -> Eyes:
    """Of the reader, for one half-year of a region."""
    own = {place.territory.school for place in actor.places if place.verified and place.territory.school is not None}
    project = await work.lands.supported(own, await today_of(work, region, now)) if own else ()
    return Eyes(actor, frozenset(project), await _asked(work, actor, cycle))


async def event_view(work: EventWork, actor: Actor, event_id: EventId, now: datetime) -> EventView:
    """As it stands now. Raises `NotFound` for drafts, for what never stood in a programme, and for who is no reader
    of it."""
    event = await work.seminar_events.get(event_id)
    if event is None or event.state is EventState.DRAFT:
        raise NotFound
    if event.state is EventState.CANCELLED and not await work.seminar_programmes.was_published(event.id):
        raise NotFound
    eyes = await eyes_of(work, actor, event.region, event.cycle, now)
    if not eyes.sees(event):
        if not event.terms.shown_to_all:
            raise NotFound
        return EventView(open_event(event), None)
    cycle, stands = await cycle_of(work, event.cycle, now)
    town = None if event.terms.municipality is None else await work.municipalities.get(event.terms.municipality)
    inside = Inside(
        event=event,
        cycle=cycle,
        phase=stands,
        host=await host_name(work, event),
        municipality=None if town is None else town.name,
        asked=eyes.has_asked(event),
        invited=eyes.invited(event),
        runs=runs(actor, event.region),
        leads=leads(actor, event),
    )
    return EventView(open_event(event), inside)


async def _asked(work: EventWork, actor: Actor, cycle: CycleId) -> frozenset[RequestId]:
    """For a lead, curator or mentor what the school stands behind; for a teacher what her own wish has become."""
    if actor.person is None:
        return frozenset()
    found = set[RequestId]()
    if schools := schools_of(actor):
        supports = await work.request_supports.of_schools(schools, cycle)
        found.update(each.request for each in supports if each.state is SupportState.LIVE)
    for wish in await work.seminar_wishes.of(actor.person, cycle):
        if wish.state is WishState.TAKEN and wish.request is not None:
            found.add((await root_of(work, wish.request)).id)
    return frozenset(found)
