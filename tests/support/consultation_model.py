"""What booking should answer, told a second time in plain Python: one thread, no database, no constraints.

Instants are UTC; every slot keeps the wall clock of Yakutsk, nine hours ahead of it. Answers are strings: what was
done, or the code of the refusal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone

YAKUTSK = timezone(timedelta(hours=9))
HORIZON = timedelta(days=28)
BOOKED, CANCELLED, CALLED_OFF = "booked", "cancelled", "session_cancelled"

Key = tuple[int, datetime]
"""Slot and start."""


def at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, YAKUTSK).astimezone(UTC)


def local_day(instant: datetime) -> date:
    return instant.astimezone(YAKUTSK).date()


@dataclass
class Weekly:
    """A slot; `notice` in minutes."""

    host: int
    subject: str
    weekday: int
    starts: time
    minutes: int
    capacity: int
    notice: int
    ended: bool = False


@dataclass
class Seat:
    """One booking, live or not; `since` is when it was made, or moved to where it is."""

    key: Key
    visitor: int
    since: datetime
    state: str = BOOKED


@dataclass
class Meeting:
    """A meeting that somebody touched."""

    ends: datetime
    off: bool = False


@dataclass
class Model:
    """The whole truth about consultations at `now`. `told` are the seats whose people must hear that nothing comes."""

    coordinators: frozenset[int]
    now: datetime
    slots: dict[int, Weekly] = field(default_factory=dict)
    closed: set[tuple[int, date]] = field(default_factory=set)
    windows: dict[Key, int] = field(default_factory=dict)
    meetings: dict[Key, Meeting] = field(default_factory=dict)
    seats: dict[int, Seat] = field(default_factory=dict)
    told: set[int] = field(default_factory=set)

    def ends(self, key: Key) -> datetime | None:
        """When the meeting ends, None when the slot does not meet then."""
        slot, starts = self.slots[key[0]], key[1]
        if slot.ended or (key[0], local_day(starts)) in self.closed:
            return None
        if key in self.windows:
            return starts + timedelta(minutes=self.windows[key])
        local = starts.astimezone(YAKUTSK)
        weekly = local.weekday() == slot.weekday and local.time() == slot.starts
        return starts + timedelta(minutes=slot.minutes) if weekly else None

    def live(self, key: Key) -> list[int]:
        """Seats taken, in the order of booking."""
        return sorted(number for number, seat in self.seats.items() if seat.key == key and seat.state == BOOKED)

    def is_elsewhere(self, person: int, starts: datetime, ends: datetime, but: int = 0) -> bool:
        """True when the person visits or holds a booked meeting that shares a minute, seat `but` aside."""
        return any(
            seat.state == BOOKED
            and number != but
            and person in (seat.visitor, self.slots[seat.key[0]].host)
            and seat.key[1] < ends
            and starts < self.meetings[seat.key].ends
            for number, seat in self.seats.items()
        )

    def book(self, who: int, key: Key, number: int) -> str:
        """`number` is the id that the seat gets when the answer is «booked»."""
        slot = self.slots[key[0]]
        if slot.host == who:
            return "own-slot"
        if slot.ended:
            return "not-found"
        ahead = [
            seat
            for seat in self.seats.values()
            if seat.visitor == who and seat.state == BOOKED and self.meetings[seat.key].ends > self.now
        ]
        if any(seat.key == key for seat in ahead):
            return "already-booked"
        if any(self._pair(seat.key) == self._pair(key) for seat in ahead):
            return "open-booking-exists"
        refusal = self._take(who, key)
        if refusal is None:
            self.seats[number] = Seat(key, who, self.now)
        return refusal or "booked"

    def move(self, who: int, number: int, key: Key) -> str:
        """Within one host and subject; a refusal leaves the seat where it is."""
        seat, slot = self.seats[number], self.slots[key[0]]
        if seat.visitor != who:
            return "not-found"
        if seat.state != BOOKED:
            return "stale"
        if seat.key[1] <= self.now:
            return "session-started"
        if seat.key == key:
            return "already-booked"
        if slot.host == who:
            return "own-slot"
        if slot.ended or self._pair(seat.key) != self._pair(key):
            return "not-found"
        refusal = self._take(who, key, number)
        if refusal is None:
            seat.key, seat.since = key, self.now
        return refusal or "moved"

    def _take(self, who: int, key: Key, moving: int = 0) -> str | None:
        """Why `who` gets no seat of this meeting, None when she gets one; `moving` is the seat that she gives for
        it."""
        slot, starts, ends = self.slots[key[0]], key[1], self.ends(key)
        if ends is None or starts <= self.now:
            return "session-gone"
        if starts - self.now < timedelta(minutes=slot.notice):
            return "too-late"
        if starts - self.now > HORIZON:
            return "too-early"
        meeting, taken = self.meetings.get(key, Meeting(ends)), len(self.live(key))
        if meeting.off:
            return "session-gone"
        if taken == slot.capacity:
            return "no-seats-left"
        if self.is_elsewhere(who, starts, meeting.ends, moving):
            return "you-are-busy"
        if taken == 0 and self.is_elsewhere(slot.host, starts, meeting.ends, self._emptied(moving)):
            return "no-seats-left"
        self.meetings[key] = meeting
        return None

    def _emptied(self, moving: int) -> int:
        """The seat that leaves an empty meeting behind and its host free; 0 where others stay."""
        return moving if moving and self.live(self.seats[moving].key) == [moving] else 0

    def _pair(self, key: Key) -> tuple[int, str]:
        return self.slots[key[0]].host, self.slots[key[0]].subject

    def cancel(self, who: int, number: int) -> str:
        seat = self.seats[number]
        if seat.visitor != who:
            return "not-found"
        if seat.key[1] <= self.now:
            return "session-started"
        if seat.state != BOOKED:
            return "stale"
        seat.state = CANCELLED
        return "cancelled"

    def call_off(self, who: int, key: Key) -> str:
        if not self.may_change(who, key[0]):
            return "not-found"
        if key[1] <= self.now:
            return "session-started"
        ends = self.ends(key)
        if key not in self.meetings and ends is not None:
            self.meetings[key] = Meeting(ends)
        if key not in self.meetings or self.meetings[key].off:
            return "session-gone"
        return f"told {self._off(key, who)}"

    def close_day(self, who: int, slot: int, day: date) -> str:
        if not self.may_change(who, slot):
            return "not-found"
        if day < local_day(self.now):
            return "invalid"
        if who != self.slots[slot].host:
            for key in self._meets_on(slot, day):
                self.meetings.setdefault(key, Meeting(self.ends(key) or key[1]))
        self.closed.add((slot, day))
        ahead = [key for key in self._ahead(slot) if local_day(key[1]) == day]
        return f"told {sum(self._off(key, who) for key in ahead)}"

    def _meets_on(self, slot: int, day: date) -> list[Key]:
        """What is ahead on a day, booked or not: a coordinator calls all of it off, so that the host hears of it."""
        weekly = datetime.combine(day, self.slots[slot].starts, YAKUTSK).astimezone(UTC)
        starts = {weekly, *(start for number, start in self.windows if number == slot and local_day(start) == day)}
        return [(slot, start) for start in sorted(starts) if start > self.now and self.ends((slot, start)) is not None]

    def open_day(self, who: int, slot: int, day: date) -> str:
        if not self.may_change(who, slot):
            return "not-found"
        self.closed.discard((slot, day))
        return "opened"

    def add_window(self, who: int, slot: int, starts: datetime, minutes: int) -> str:
        if not self.may_change(who, slot):
            return "not-found"
        if starts <= self.now:
            return "invalid"
        called_off = (slot, starts) in self.meetings and self.meetings[slot, starts].off
        if called_off or (slot, local_day(starts)) in self.closed:
            return "session-gone"
        self.windows.setdefault((slot, starts), minutes)
        return "added"

    def end_slot(self, who: int, slot: int) -> str:
        if not self.may_change(who, slot):
            return "not-found"
        return f"told {self._end(slot, who)}"

    def leave(self, person: int) -> str:
        for seat in self.seats.values():
            if seat.visitor == person and seat.state == BOOKED and seat.key[1] > self.now:
                seat.state = CANCELLED
        for number, slot in self.slots.items():
            if slot.host == person and not slot.ended:
                self._end(number, person)
        return "left"

    def may_change(self, who: int, slot: int) -> bool:
        """The host of a slot that has not ended, and coordinators over it."""
        return not self.slots[slot].ended and (self.slots[slot].host == who or who in self.coordinators)

    def _end(self, slot: int, who: int) -> int:
        self.slots[slot].ended = True
        return sum(self._off(key, who) for key in self._ahead(slot))

    def _ahead(self, slot: int) -> list[Key]:
        return [key for key, one in self.meetings.items() if key[0] == slot and key[1] > self.now and not one.off]

    def _off(self, key: Key, who: int) -> int:
        self.meetings[key].off = True
        off = self.live(key)
        told = {number for number in off if self.seats[number].visitor != who}
        for number in off:
            self.seats[number].state = CALLED_OFF
        self.told |= told
        return len(told)
