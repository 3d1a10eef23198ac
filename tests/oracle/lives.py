"""Bookings from their making to their end, as the acts tell them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from tests.oracle.facts import (
    Act,
    Agreed,
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


class End(Enum):
    """What ended a booking before its meeting."""

    CANCELLED = "cancelled"
    MOVED = "moved"
    CALLED_OFF = "called off"
    FELL = "fell with its day"
    HOST_MOVED = "moved by the host"


@dataclass(frozen=True, slots=True)
class Life:
    """One booking of one meeting. A move, hers or the host's, ends it and begins another one (N3), which is not `fresh`
    and has the same `number`: to the host it is no new booking. `to` is where it was moved, `ender` who called its
    meeting off, `by` who has made it for her."""

    number: int
    visitor: Person
    reader: Person
    meeting: Meeting
    made: datetime
    asks: bool
    fresh: bool = True
    ended: datetime | None = None
    end: End | None = None
    to: Meeting | None = None
    ender: Person | None = None
    by: Person | None = None

    def live(self, instant: datetime) -> bool:
        return self.made <= instant and (self.ended is None or self.ended > instant)


def lives(acts: tuple[Act, ...]) -> list[Life]:
    """Every booking there ever was, in the order of their ends."""
    open_: dict[tuple[str, Meeting], Life] = {}
    done: list[Life] = []

    def ends(visitor: str, meeting: Meeting, at: datetime, end: End, **more: object) -> Life:
        life = replace(open_.pop((visitor, meeting)), ended=at, end=end, **more)  # type: ignore[arg-type]
        done.append(life)
        return life

    for number, act in enumerate(acts):
        match act:
            case Booked(at, visitor, meeting, asks, by):
                assert (visitor.name, meeting) not in open_, "nobody holds two seats of one meeting"
                open_[visitor.name, meeting] = Life(number, visitor, act.reader, meeting, at, asks, by=by)
            case Cancelled(at, visitor, meeting):
                ends(visitor.name, meeting, at, End.CANCELLED)
            case Moved(at, visitor, meeting, to):
                old = ends(visitor.name, meeting, at, End.MOVED, to=to)
                open_[visitor.name, to] = replace(old, meeting=to, made=at, fresh=False, ended=None, end=None, to=None)
            case CalledOff(at, meeting, by):
                for visitor_name, booked in [key for key in open_ if key[1] == meeting]:
                    ends(visitor_name, booked, at, End.CALLED_OFF, ender=by)
            case Fell(at, meeting, by):
                for visitor_name, booked in [key for key in open_ if key[1] == meeting]:
                    ends(visitor_name, booked, at, End.FELL, ender=by)
            case HostMoved(at, meeting, to):
                for visitor_name, booked in [key for key in open_ if key[1] == meeting]:
                    old = ends(visitor_name, booked, at, End.HOST_MOVED, to=to)
                    new = replace(old, meeting=to, made=at, fresh=False, ended=None, end=None, to=None)
                    open_[visitor_name, to] = new
    return [*done, *open_.values()]


def meetings(all_lives: list[Life]) -> dict[Meeting, list[Life]]:
    """Meetings that were ever booked, with their bookings."""
    found: dict[Meeting, list[Life]] = {}
    for life in all_lives:
        found.setdefault(life.meeting, []).append(life)
    return found


def called_off(acts: tuple[Act, ...]) -> dict[Meeting, CalledOff | Fell]:
    """Meetings that did not take place."""
    return {act.meeting: act for act in acts if isinstance(act, CalledOff | Fell)}


def host_moved(acts: tuple[Act, ...]) -> dict[Meeting, HostMoved]:
    """Meetings that take place at another time."""
    return {act.meeting: act for act in acts if isinstance(act, HostMoved)}


def handed_over(acts: tuple[Act, ...]) -> dict[Meeting, Agreed]:
    """Meetings that another leads."""
    return {act.meeting: act for act in acts if isinstance(act, Agreed)}


def links(acts: tuple[Act, ...], meeting: Meeting) -> Iterator[NewLink]:
    """New links of a meeting."""
    return (act for act in acts if isinstance(act, NewLink) and meeting in act.meetings)


def link_at(acts: tuple[Act, ...], meeting: Meeting, instant: datetime) -> str:
    """The link that who books at this instant is shown."""
    known = [act.link for act in links(acts, meeting) if act.at <= instant]
    return known[-1] if known else meeting.link
