"""Whether what was planned to be told of an event is still true, and hers to know (Q3); and to whom it is laid."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.identity import Actor, Territory
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.events import notices
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.requests.changing import cycle_of
from shnor_domain.seminars.requests.model import RequestState, SeminarRequest, SupportState
from shnor_domain.seminars.requests.notices import end_of
from shnor_domain.seminars.requests.sides import school_side
from shnor_domain.seminars.requests.telling import support_of
from shnor_domain.work import Opens


def event_of(notice: Notice) -> EventId:
    """Whose payload is {"event": id, …}."""
    return EventId(int(notice.payload["event"] or 0))


@dataclass(frozen=True, slots=True)
class AsksAgain:
    """To a school: what was to answer its request is off, and nothing has come of it since."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False when its request is planned again or has ended, or the school stands behind it no more."""
        async with self.read() as work:
            support = await work.request_supports.get(support_of(row.notice))
            event = await work.seminar_events.get(event_of(row.notice))
            if support is None or support.state is not SupportState.LIVE:
                return False
            if event is None or event.state is not EventState.CANCELLED:
                return False
            request = await work.seminar_requests.get(support.request)
            if request is None or request.state is not RequestState.OPEN:
                return False
            return row.notice.person in await school_side(work, support, now)


@dataclass(frozen=True, slots=True)
class WantsAHost:
    """To who runs the seminar: nobody leads it still, and it is not over."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False for whoever runs the seminar no more."""
        async with self.read() as work:
            event = await work.seminar_events.get(event_of(row.notice))
            if event is None or event.state is not EventState.OPEN or event.terms.host is not None or event.over(now):
                return False
            places = await in_force_now(work, row.notice.person, now)
            return runs(Actor(row.notice.person, 0, places=tuple(places)), event.region)


def checks(read: Opens[EventWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    return {notices.EVENT_OFF: AsksAgain(read), notices.HOST_GONE: WantsAHost(read)}


async def tell_called_off(work: EventWork, actor: Actor, event: Event, request: SeminarRequest, now: datetime) -> None:
    """Each school behind the request that is open again; whoever acts is answered on the screen only (N5)."""
    cycle, _stands = await cycle_of(work, request.cycle, now)
    until = end_of(cycle, await work.lands.zone_of(Territory(request.region)))
    for support in await work.request_supports.of_requests([request.id]):
        if support.state is SupportState.LIVE:
            people = [each for each in await school_side(work, support, now) if each != actor.person]
            await work.notices.plan(*notices.called_off(support, event.id, people, now, until))
