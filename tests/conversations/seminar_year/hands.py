"""What people do, each act one method: today by the use cases of the running bot. Gives «done», or the refusal's code,
so that the oracle can be asked whether it was to be refused."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from shnor_domain.errors import DomainError
from shnor_domain.identity import Actor, SchoolId
from shnor_domain.seminars.cycle.model import Dates
from shnor_domain.seminars.cycle.use_cases.announcing import AnnounceCatalogue
from shnor_domain.seminars.cycle.use_cases.planning import SetCycle
from shnor_domain.seminars.cycle.use_cases.wishing import MyTopicWishes, WishTopic, WithdrawTopicWish
from shnor_domain.seminars.model import Audience, Form, RequestId
from shnor_domain.seminars.requests.model import Route, Support, SupportState, Wanted
from shnor_domain.seminars.requests.use_cases.border import AnswerBorder
from shnor_domain.seminars.requests.use_cases.closing import CloseCycle
from shnor_domain.seminars.requests.use_cases.deciding import ReopenRequest, RouteRequest, SetRequestAside
from shnor_domain.seminars.requests.use_cases.merging import MergeRequests, SplitOff
from shnor_domain.seminars.requests.use_cases.sending import SendSeminarRequest
from shnor_domain.seminars.requests.use_cases.supporting import ChangeSupport, SupportRequest, WithdrawSupport
from tests.conversations.seminar_year.event_hands import EventHands
from tests.conversations.seminar_year.land import Settled
from tests.oracle.seminars import facts

C = TypeVar("C")
DONE = "done"


@dataclass
class Hands:
    """`requests` has the bot's id of each request by its number in the story."""

    settled: Settled
    requests: dict[int, RequestId] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.events = EventHands(self.settled, self.requests)

    async def do(self, act: Any) -> str:
        """Somebody does it now."""
        try:
            if type(act) in _ACTS:
                await _ACTS[type(act)](self, act)
            else:
                await self.events.do(act)
        except DomainError as refusal:
            return refusal.code
        return DONE

    async def announced(self, act: facts.Announced) -> None:
        cycle = await self._cycle()
        await (await self._the(AnnounceCatalogue))(await self._who(act), cycle.id, cycle.version)

    async def dates_moved(self, act: facts.DatesMoved) -> None:
        cycle = await self._cycle()
        dates = Dates(cycle.dates.wishes_until, act.requests, cycle.dates.publish_by)
        await (await self._the(SetCycle))(await self._who(act), cycle.half.id, dates, cycle.version)

    async def wished(self, act: facts.Wished) -> None:
        wish = await self._the(WishTopic)
        await wish(await self._who(act), self.settled.cycle.id, self._school(act), act.topic)

    async def unwished(self, act: facts.Unwished) -> None:
        actor = await self._who(act)
        hers = await (await self._the(MyTopicWishes))(actor, self.settled.cycle.id)
        await (await self._the(WithdrawTopicWish))(actor, next(each.id for each in hers if each.topic == act.topic))

    async def sent(self, act: facts.Sent) -> None:
        async with self.settled.talk.units.read() as work:
            open_ones = await work.seminar_wishes.open_of([self._school(act)], self.settled.cycle.id)
        wanted = Wanted(act.topic, Audience.TEACHERS, Form.ONLINE)
        wishes = [each.id for each in open_ones if each.topic == act.topic]
        card = await (await self._the(SendSeminarRequest))(
            await self._who(act), self.settled.cycle.id, self._school(act), wanted, act.people, wishes=wishes
        )
        self.requests[act.number] = card.request.id

    async def supported(self, act: facts.Supported) -> None:
        support = await self._the(SupportRequest)
        await support(await self._who(act), self._request(act), self._school(act), act.people)

    async def counted(self, act: facts.Counted) -> None:
        await (await self._the(ChangeSupport))(await self._who(act), (await self._support(act)).id, act.people)

    async def withdrew(self, act: facts.Withdrew) -> None:
        await (await self._the(WithdrawSupport))(await self._who(act), (await self._support(act)).id)

    async def merged(self, act: facts.Merged) -> None:
        await (await self._the(MergeRequests))(await self._who(act), self.requests[act.into], [self._request(act)])

    async def split(self, act: facts.Split) -> None:
        await (await self._the(SplitOff))(await self._who(act), self.requests[act.of], self._request(act))

    async def routed(self, act: facts.Routed) -> None:
        await (await self._the(RouteRequest))(await self._who(act), self._request(act), Route(act.route))

    async def aside(self, act: facts.Aside) -> None:
        await (await self._the(SetRequestAside))(await self._who(act), self._request(act), act.reason)

    async def reopened(self, act: facts.Reopened) -> None:
        await (await self._the(ReopenRequest))(await self._who(act), self._request(act))

    async def at_border(self, act: facts.AtBorder) -> None:
        answer = await self._the(AnswerBorder)
        found = await answer(await self._who(act), (await self._support(act)).id, act.carry)
        if act.carry and found not in self.requests.values():
            self.requests[max(self.requests) + 1] = found

    async def closed(self, act: facts.Closed) -> None:
        await (await self._the(CloseCycle))(await self._who(act), self.settled.cycle.id)

    async def supports(self, number: int) -> list[Support]:
        """All rows behind what a request has become."""
        async with self.settled.talk.units.read() as work:
            request = await work.seminar_requests.get(self.requests[number])
            while request is not None and request.merged_into is not None:
                request = await work.seminar_requests.get(request.merged_into)
            assert request is not None
            return list(await work.request_supports.of_requests([request.id]))

    async def _support(self, act: Any) -> Support:
        """The row that speaks for her school; of one that has answered or gone its latest."""
        hers = [each for each in await self.supports(act.number) if each.school == self._school(act)]
        return max(hers, key=lambda each: (each.state is SupportState.LIVE, each.id))

    async def _cycle(self) -> Any:
        async with self.settled.talk.units.read() as work:
            cycle = await work.seminar_cycles.get(self.settled.cycle.id)
        assert cycle is not None
        return cycle

    async def _the(self, case: type[C]) -> C:
        return await self.settled.talk.the(case)

    async def _who(self, act: Any) -> Actor:
        return await self.settled.talk.actor(self.settled.people[act.by])

    def _school(self, act: Any) -> SchoolId:
        return self.settled.schools[act.school]

    def _request(self, act: Any) -> RequestId:
        return self.requests[act.number]


_ACTS: Mapping[type, Callable[[Hands, Any], Awaitable[None]]] = {
    facts.Announced: Hands.announced,
    facts.DatesMoved: Hands.dates_moved,
    facts.Wished: Hands.wished,
    facts.Unwished: Hands.unwished,
    facts.Sent: Hands.sent,
    facts.Supported: Hands.supported,
    facts.Counted: Hands.counted,
    facts.Withdrew: Hands.withdrew,
    facts.Merged: Hands.merged,
    facts.Split: Hands.split,
    facts.Routed: Hands.routed,
    facts.Aside: Hands.aside,
    facts.Reopened: Hands.reopened,
    facts.AtBorder: Hands.at_border,
    facts.Closed: Hands.closed,
}
