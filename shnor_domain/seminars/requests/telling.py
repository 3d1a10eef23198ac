"""Whether what was planned to be told of a request is still true, and hers to know (Q3); and to whom it is laid."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.identity import Actor, Territory
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests import notices
from shnor_domain.seminars.requests.changing import answered_ahead, cycle_of, unheld_among
from shnor_domain.seminars.requests.model import (
    STANDING,
    RequestState,
    SeminarRequest,
    Support,
    SupportId,
)
from shnor_domain.seminars.requests.ports import RequestWork
from shnor_domain.seminars.requests.rules import waits_at_border
from shnor_domain.seminars.requests.sides import school_side, who_runs
from shnor_domain.work import Opens


def support_of(notice: Notice) -> SupportId:
    """Whose payload is {"support": id, …}."""
    return SupportId(int(notice.payload["support"] or 0))


def request_of(notice: Notice) -> RequestId:
    """Whose payload is {"request": id, …}."""
    return RequestId(int(notice.payload["request"] or 0))


@dataclass(frozen=True, slots=True)
class Known:
    """What the reader knows of the request she stands behind."""

    request: int
    route: str
    state: str

    @classmethod
    def of(cls, row: StoredNotice) -> "Known":
        """From the first of all notices that were merged into `row`."""
        facts = {**row.notice.payload, **(row.known or {})}
        return cls(int(facts["request"] or 0), str(facts["route"]), str(facts["state"]))

    def differs(self, request: SeminarRequest) -> bool:
        """True where something of it is news to her."""
        return (self.request, self.route, self.state) != (request.id, request.route.value, request.state.value)


@dataclass(frozen=True, slots=True)
class StandsOtherwise:
    """To a school: what it stands behind is not as it knows."""

    read: Opens[RequestWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False when all came back to that, or the school stands behind it no more."""
        async with self.read() as work:
            support = await work.request_supports.get(support_of(row.notice))
            if support is None or support.state not in STANDING:
                return False
            request = await work.seminar_requests.get(support.request)
            if request is None or not Known.of(row).differs(request):
                return False
            return row.notice.person in await school_side(work, support, now)


@dataclass(frozen=True, slots=True)
class IsNew:
    """To who runs the seminar: the request still wants a look."""

    read: Opens[RequestWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False for what was merged, decided or withdrawn meanwhile."""
        async with self.read() as work:
            request = await work.seminar_requests.get(request_of(row.notice))
            if request is None or request.state is not RequestState.OPEN:
                return False
            places = await in_force_now(work, row.notice.person, now)
            return runs(Actor(row.notice.person, 0, places=tuple(places)), request.region)


@dataclass(frozen=True, slots=True)
class IsAnswered:
    """To who runs the seminar: an event stands for what a school has withdrawn from, and has not begun."""

    read: Opens[RequestWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once nothing answers it, or for whoever runs the seminar no more."""
        async with self.read() as work:
            request = await work.seminar_requests.get(request_of(row.notice))
            if request is None or not await answered_ahead(work, request, now):
                return False
            places = await in_force_now(work, row.notice.person, now)
            return runs(Actor(row.notice.person, 0, places=tuple(places)), request.region)


async def new_ones(work: RequestWork, since: SeminarRequest) -> int:
    """Open requests of its half-year from this one on."""
    return sum(each.id >= since.id for each in await work.seminar_requests.of_cycle(since.cycle, RequestState.OPEN))


@dataclass(frozen=True, slots=True)
class WaitsAtBorder:
    """To a school: nobody of it has answered yet."""

    read: Opens[RequestWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once it was answered, or its cycle closed."""
        async with self.read() as work:
            support = await work.request_supports.get(support_of(row.notice))
            if support is None:
                return False
            request = await work.seminar_requests.get(support.request)
            assert request is not None  # rows of supports name theirs
            _cycle, stands = await cycle_of(work, request.cycle, now)
            if not waits_at_border(support, request, stands, await unheld_among(work, [request])):
                return False
            return row.notice.person in await school_side(work, support, now)


def checks(read: Opens[RequestWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    return {
        notices.CAME: IsNew(read),
        notices.WITHDREW: IsAnswered(read),
        **{kind: StandsOtherwise(read) for kind in notices.CHANGES},
        notices.BORDER: WaitsAtBorder(read),
        notices.BORDER_WAITS: WaitsAtBorder(read),
    }


async def tell(
    work: RequestWork,
    kind: str,
    before: SeminarRequest,
    supports: Iterable[Support],
    actor: Actor,
    now: datetime,
    about: str = "",
) -> None:
    """Each school of `supports` that stands reads the change; whoever acts is answered on the screen only (N5)."""
    cycle, _stands = await cycle_of(work, before.cycle, now)
    change = notices.Change(
        kind, before, notices.end_of(cycle, await work.lands.zone_of(Territory(before.region))), now
    )
    for support in supports:
        if support.state in STANDING:
            people = [each for each in await school_side(work, support, now) if each != actor.person]
            await work.notices.plan(*change.told(support, people, about))


async def tell_withdrew(
    work: RequestWork, actor: Actor, before: SeminarRequest, support: Support, now: datetime
) -> None:
    """Who runs the seminar, where an event answers the request; whoever acts is answered on the screen only (N5)."""
    if before.state is RequestState.PLANNED:
        people = [each for each in await who_runs(work, before.region, now) if each != actor.person]
        await work.notices.plan(*notices.withdrew(support, people, now))
