"""«Сегодня» and «Неделя»: a host's days with who comes with what."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.consultations.asked import with_asked
from shnor_domain.consultations.cards import BookingCard, booking_cards, slot_cards
from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.hosting import AHEAD, Meeting, for_others, meetings_of
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import HOST_ROLES, Actor
from shnor_domain.seats.times import instant
from shnor_domain.work import Opens

WEEK = 7
WEEKS = AHEAD.days // WEEK
"""So many weeks lie on the desk."""


@dataclass(frozen=True, slots=True)
class DeskMeeting:
    """One meeting with its people in the order in which they booked; `waiting` stand in its queue."""

    meeting: Meeting
    bookings: tuple[BookingCard, ...]
    waiting: int = 0

    @property
    def questions(self) -> int:
        """How many were asked beforehand."""
        return sum((card.booking.topic is not None and not card.answered) + bool(card.asked) for card in self.bookings)


@dataclass(frozen=True, slots=True)
class DeskWeek:
    """Seven days of the host's own calendar from `first` on, its meetings by start, called off ones too. `coming` is
    her next meeting that takes place, running ones included, within the four weeks that the desk shows."""

    first: date
    meetings: tuple[DeskMeeting, ...]
    coming: DeskMeeting | None


@dataclass(frozen=True, slots=True)
class ShowWeek:
    """Everybody who hosts, or did and has slots left: the meetings that she leads, those of others too where she stands
    in; all others are refused with `NotAllowed`."""

    read: Opens[DeskWork]
    clock: Clock

    async def __call__(self, actor: Actor, ahead: int = 0) -> DeskWeek:
        """The week that begins `ahead` weeks after her today (0 to 3; anything else gives the nearest of these). What
        is over today stays until midnight."""
        if actor.person is None:
            raise NotAllowed
        now = self.clock.now()
        first, since, until = week_of(now, actor.zone, ahead)
        async with self.read() as work:
            slots = await work.slots.of_host(actor.person)
            if not slots and not actor.has(*HOST_ROLES):
                raise NotAllowed
            cards = await slot_cards(work, slots)
            begin, end = min(since, now), max(until, now + AHEAD)
            own = await meetings_of(work, cards, begin, end)
            found = [each for each in own if each.leader in {None, actor.person}]
            found += await for_others(work, actor.person, begin, end)
            found.sort(key=lambda each: (each.occurrence.starts, each.of.slot.id))
            week = [each for each in found if since <= each.occurrence.starts < until]
            coming = [each for each in found if not each.cancelled and each.occurrence.ends > now][:1]
            shown = await with_people(work, [*week, *coming])
        return DeskWeek(first, tuple(shown[: len(week)]), shown[-1] if coming else None)


def week_of(now: datetime, zone: str, ahead: int) -> tuple[date, datetime, datetime]:
    """First day and both ends of seven days on the wall of `zone`, `ahead` weeks after today, held within 0 to 3."""
    today = now.astimezone(ZoneInfo(zone)).date()
    first = today + timedelta(days=WEEK * min(max(ahead, 0), WEEKS - 1))
    return first, instant(first, time(), zone), instant(first + timedelta(days=WEEK), time(), zone)


async def with_people(work: DeskWork, meetings: Sequence[Meeting]) -> list[DeskMeeting]:
    """The same meetings with who is booked, a handful of statements for any number."""
    rows = await work.sessions.find({each.occurrence.key for each in meetings if each.booked})
    waiting = await work.queues.counts([row.id for row in rows.values()])
    cards = await booking_cards(work, await work.bookings.of_sessions([row.id for row in rows.values()]))
    cards = await with_asked(work, cards)
    people: dict[SessionKey, list[BookingCard]] = defaultdict(list)
    for card in cards:
        people[card.booking.key].append(card)
    queues = {key: waiting.get(row.id, 0) for key, row in rows.items()}
    return [
        DeskMeeting(each, tuple(people[each.occurrence.key]), queues.get(each.occurrence.key, 0)) for each in meetings
    ]
