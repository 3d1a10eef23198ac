"""What chance adds to the story, within what the bot allows: a story is played through before it is believed."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from tests.end_to_end.two_weeks.cast import CHEMISTRY, HOMES, LEAD, VISITORS, coming, weekly_of
from tests.end_to_end.two_weeks.story import BEGINS, ENDS, LEAP, RESERVED, told_on_purpose
from tests.oracle.facts import (
    Act,
    Agreed,
    Asked,
    Booked,
    CalledOff,
    Cancelled,
    Fell,
    HostMoved,
    Meeting,
    Moved,
    NewLink,
    Person,
)
from tests.oracle.nights import morning_of, sleeps

MINUTE = timedelta(minutes=1)
NOTICE = timedelta(hours=12, minutes=5)
"""Booking ends 12 h before the start."""
APART = 3 * MINUTE
"""Acts are this far apart: each has time to be done before the next."""
NEAR = timedelta(hours=24)
BOOKINGS, CANCELS, MOVES, BY_LEAD, HOST_MOVES = 40, 14, 16, 6, 40
"""How many are tried; some are impossible and left out."""


class Impossible(Exception):
    """The bot would refuse it, or two rules leave open what it means."""


class Played:
    """Who sits where, as acts follow each other."""

    def __init__(self) -> None:
        self.seats: dict[tuple[Person, Meeting], datetime] = {}
        self.off: set[Meeting] = set()
        self.settled: set[Meeting] = set()
        self.by_lead: set[tuple[Person, Meeting]] = set()
        self.last = BEGINS

    def plays(self, acts: Iterable[Act]) -> "Played":
        for act in acts:
            self._on_time(act.at)
            match act:
                case Booked(at, visitor, meeting, _, by):
                    self._sits_down(at, visitor, meeting)
                    if by is not None:
                        self.by_lead.add((visitor, meeting))
                case Cancelled(at, visitor, meeting):
                    self._stands_up(at, visitor, meeting)
                case Moved(at, visitor, meeting, to):
                    made = self._stands_up(at, visitor, meeting)
                    # what a host reads of a move near the start who has not read of the booking no rule says
                    unheard = sleeps(meeting.host, made) and at < morning_of(meeting.host, made)
                    near = min(meeting.starts, to.starts) - at
                    _must(not (unheard and near <= NEAR) and abs(near - NEAR) > MINUTE)
                    self._sits_down(at, visitor, to)
                case CalledOff(at, meeting) | Fell(at, meeting):
                    _must(meeting not in self.off | self.settled and at < meeting.starts)
                    self.off.add(meeting)
                    for seat in [seat for seat in self.seats if seat[1] == meeting]:
                        del self.seats[seat]
                case NewLink():
                    pass
                case HostMoved(at, meeting, to):
                    self._goes(at, meeting, to)
                case Asked(at, meeting):
                    _must(meeting not in self.off | self.settled and at < meeting.starts)
                    _must(any(seat == meeting for _, seat in self.seats))
                    self.settled.add(meeting)
                case Agreed():
                    pass
        return self

    def _on_time(self, at: datetime) -> None:
        _must(at - self.last >= APART and not LEAP[0] - APART < at < LEAP[1] + APART and at < ENDS)
        self.last = at

    def _sits_down(self, at: datetime, visitor: Person, meeting: Meeting) -> None:
        _must(meeting not in self.off | self.settled and meeting.starts - at >= NOTICE)
        for person, other in self.seats:
            if person == visitor and other.ends > at:
                # one open booking a subject and host, and nobody is in two places
                _must((other.subject, other.host) != (meeting.subject, meeting.host))
                _must(other.ends <= meeting.starts or meeting.ends <= other.starts)
        self.seats[visitor, meeting] = at

    def _goes(self, at: datetime, meeting: Meeting, to: Meeting) -> None:
        """With everybody in it, who has heard of it and is free there; and so is the host."""
        # a link may be new in that night: what becomes of two words has a table of its own, of every two of them
        _must(meeting.subject != CHEMISTRY.subject)
        _must(meeting not in self.off | self.settled and at < min(meeting.starts, to.starts) - MINUTE)
        _must(abs(meeting.starts - at - NEAR) > MINUTE and to.ends < ENDS)
        _must(all(_apart(to, other) for other in coming(BEGINS, ENDS) if other.host == to.host))
        there = {visitor: made for (visitor, seat), made in self.seats.items() if seat == meeting}
        _must(bool(there))
        _must(all(_apart(seat, to) for visitor, seat in self.seats if visitor in there and seat != meeting))
        for visitor, made in there.items():
            unheard = sleeps(meeting.host, made) and at < morning_of(meeting.host, made)
            _must(not unheard and (visitor, meeting) not in self.by_lead)
            del self.seats[visitor, meeting]
            self.seats[visitor, to] = at
        self.off.add(meeting)
        self.settled.add(to)

    def _stands_up(self, at: datetime, visitor: Person, meeting: Meeting) -> datetime:
        """When it was booked."""
        _must((visitor, meeting) in self.seats and at < meeting.starts - MINUTE)
        _must(meeting not in self.settled and (visitor, meeting) not in self.by_lead)
        _must(abs(meeting.starts - at - NEAR) > MINUTE)
        return self.seats.pop((visitor, meeting))


def _must(possible: bool) -> None:
    if not possible:
        raise Impossible


def _apart(one: Meeting, other: Meeting) -> bool:
    return one.ends <= other.starts or other.ends <= one.starts


def story(seed: int) -> tuple[Act, ...]:
    """What is told on purpose and what chance adds, in the order of time; each instant a second after its minute
    began."""
    chance = random.Random(seed)
    acts = told_on_purpose()
    Played().plays(_by_time(acts))
    for _ in range(BOOKINGS):
        acts = _with(acts, _booking(chance))
    for _ in range(BY_LEAD):
        acts = _with(acts, _booking_by_lead(chance))
    for make, count in ((_cancel, CANCELS), (_move, MOVES), (_host_move, HOST_MOVES)):
        for _ in range(count):
            booked = chance.choice([act for act in acts if isinstance(act, Booked)])
            acts = _with(acts, make(chance, booked))
    return tuple(replace(act, at=act.at + timedelta(seconds=1)) for act in _by_time(acts))


def _with(acts: list[Act], more: Act) -> list[Act]:
    try:
        Played().plays(_by_time([*acts, more]))
    except Impossible:
        return acts
    return [*acts, more]


def _by_time(acts: Iterable[Act]) -> list[Act]:
    return sorted(acts, key=lambda act: act.at)


def _some_minute(chance: random.Random, since: datetime, until: datetime) -> datetime:
    return since + MINUTE * chance.randrange(1, max(2, int((until - since) / MINUTE)))


def _booking(chance: random.Random) -> Act:
    visitor, home = chance.choice(list(VISITORS.items()))
    invited = [
        meeting
        for meeting in coming(BEGINS + NOTICE, ENDS)
        if meeting not in RESERVED and weekly_of(meeting).invites(home)
    ]
    meeting = chance.choice(invited)
    at = _some_minute(chance, BEGINS, min(ENDS, meeting.starts - NOTICE))
    return Booked(at, visitor, meeting, asks=chance.random() < 0.4)


def _cancel(chance: random.Random, booked: Booked) -> Act:
    return Cancelled(_some_minute(chance, booked.at, booked.meeting.starts), booked.visitor, booked.meeting)


def _move(chance: random.Random, booked: Booked) -> Act:
    subject, starts = booked.meeting.subject, booked.meeting.starts
    others = [one for one in coming(BEGINS, ENDS) if one.subject == subject and one.starts != starts]
    at = _some_minute(chance, booked.at, starts)
    return Moved(at, booked.visitor, booked.meeting, chance.choice(others))


def _booking_by_lead(chance: random.Random) -> Act:
    """For a teacher of her school."""
    hers = [visitor for visitor, home in VISITORS.items() if home == HOMES[0]]
    visitor, open_ = chance.choice(hers), coming(BEGINS + NOTICE, ENDS)
    meeting = chance.choice([one for one in open_ if weekly_of(one).invites(HOMES[0])])
    at = _some_minute(chance, BEGINS, meeting.starts - NOTICE)
    return Booked(at, visitor, meeting, asks=chance.random() < 0.4, by=LEAD)


def _host_move(chance: random.Random, booked: Booked) -> Act:
    """To the day after, half an hour later."""
    meeting = booked.meeting
    at = _some_minute(chance, booked.at, meeting.starts)
    return HostMoved(at, meeting, replace(meeting, starts=meeting.starts + timedelta(hours=24, minutes=30)))
