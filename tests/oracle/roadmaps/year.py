"""A land lived through: every message that its people must get, at its minute, and nothing more."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.oracle.roadmaps.calendar import A_DAY
from tests.oracle.roadmaps.facts import MORNING, NIGHT, Act, Decided, Land, Reader, Tomorrow
from tests.oracle.roadmaps.rows import Cause, Row, Waits, fresh, one_of_each, put_off, row, true
from tests.oracle.roadmaps.state import State, wall

MOST = 8


@dataclass(frozen=True, slots=True)
class Digest:
    """The plan of a day: at most eight rows, and how many more (L3)."""

    who: str
    at: datetime
    rows: tuple[Row, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """To who has sent something: it was confirmed or returned."""

    who: str
    at: datetime
    title: str
    confirmed: bool


@dataclass(slots=True)
class Desk:
    """One reader: her latest hour of the digest, what stood in her latest digest, what she put off, of which evidence
    she has heard."""

    reader: Reader
    since: datetime
    latest: tuple[Cause, ...] = ()
    put_off: dict[tuple[Cause, date], None] = field(default_factory=dict)
    heard: set[Cause] = field(default_factory=set)


class Year:
    """Told act by act: `do` them in the order of their instants, then `until` the end."""

    def __init__(self, land: Land, begins: datetime) -> None:
        self.state = State(land, begins)
        self.told: list[Digest | Word] = []
        self.acts: list[Act] = []
        self._desks = {reader.name: Desk(reader, begins) for reader in land.readers}
        self._hours = _hours(land.readers, begins)
        self._next = next(self._hours)

    def until(self, instant: datetime) -> None:
        """All digests before this instant."""
        while self._next[0] < instant:
            self.state.instant, who = self._next
            self._digest(self._desks[who])
            self._next = next(self._hours)
        self.state.instant = instant

    def do(self, act: Act) -> None:
        """Somebody does something."""
        self.until(act.at)
        if isinstance(act, Decided):
            self._decided(act)
        self.acts.append(act)
        self.state.do(act)
        if isinstance(act, Tomorrow):
            desk = self._desks[act.who]
            today = self.state.day(desk.reader.unit.zone)
            asked = [put_off(self.state, cause) for cause in desk.latest if true(self.state, desk.reader, cause)]
            desk.put_off |= {(cause, today): None for cause in asked}

    def latest(self, who: str) -> tuple[Cause, ...]:
        """What stood in her latest digest."""
        return self._desks[who].latest

    def _digest(self, desk: Desk) -> None:
        reader, now = desk.reader, self.state.instant
        today = self.state.day(reader.unit.zone)
        if self.state.rests(reader, today):
            return
        causes = {cause: None for cause in fresh(self.state, reader, desk.since) if cause not in desk.heard}
        desk.since = now
        desk.heard |= {cause for cause in causes if isinstance(cause, Waits)}
        # what was held over days off or a leave is asked about as it goes (Q3)
        causes = {cause: None for cause in causes if true(self.state, reader, cause)}
        due = [asked for asked in desk.put_off if asked[1] < today]
        for asked in due:
            del desk.put_off[asked]
            if true(self.state, reader, asked[0]):
                causes[asked[0]] = None
        if not causes:
            return
        desk.latest = tuple(causes)
        rows = one_of_each(row(self.state, reader, cause) for cause in causes)
        self.told.append(Digest(reader.name, now, tuple(rows[:MOST]), max(0, len(rows) - MOST)))

    def _decided(self, act: Decided) -> None:
        standing = self.state.items[act.item]
        zone = self._desks[standing.by].reader.unit.zone
        shown = act.at.astimezone(ZoneInfo(zone))
        at = act.at
        if shown.time() >= NIGHT:
            at = wall(shown.date() + A_DAY, MORNING, zone)
        elif shown.time() < MORNING:
            at = wall(shown.date(), MORNING, zone)
        self.told.append(Word(standing.by, at.replace(second=0), standing.item.title, act.confirmed))


def _hours(readers: Sequence[Reader], begins: datetime) -> Iterator[tuple[datetime, str]]:
    """Every day's hour of the digest of every reader from `begins` on, in the order of time."""
    day = begins.date() - A_DAY
    while True:
        every = (
            (wall(day + timedelta(days=more), each.digest, each.unit.zone), each.name)
            for each in readers
            for more in (0, 1)
        )
        first, last = _span(day)
        yield from sorted(one for one in every if first <= one[0] < last and one[0] > begins)
        day += A_DAY


def _span(day: date) -> tuple[datetime, datetime]:
    first = datetime.combine(day, time(), UTC)
    return first, first + A_DAY


def ordered(told: Iterable[Digest | Word]) -> list[Digest | Word]:
    """By minute and name."""
    return sorted(told, key=lambda each: (each.at, each.who))
