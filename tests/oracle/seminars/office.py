"""Letters on their way: what a night, a day off and the one digest a day do to them (Q1–Q3, L3, N6)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.oracle.nights import morning_of, sleeps
from tests.oracle.roadmaps.calendar import A_DAY
from tests.oracle.seminars.facts import Human
from tests.oracle.walls import wall

AFTER_THE_NIGHT = timedelta(hours=3)
MOST = 8
"""Rows of a digest (L3)."""
Facts = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What reached a chat in a minute: `facts` are what its words say besides its kind."""

    who: str
    at: datetime
    kind: str
    facts: Facts = ()

    def __str__(self) -> str:
        return f"{self.at:%d.%m %H:%M}Z {self.who}: {self.kind}: {self.facts}"


@dataclass(slots=True)
class Letter:
    """`say` gives its facts as it goes, None where it is true no more. `about`: of several that one night holds about
    the same thing only the last goes. `rest`: days off hold it; `row`: a row of the digest, of several that are `same`
    the first stands for all, by `order`. `late`: from then on it is missed. `act_by` and `on_site` as in N6."""

    who: str
    kind: str
    due: datetime
    say: Callable[[], Facts | None]
    about: object = None
    rest: bool = False
    row: bool = False
    night: bool = True
    late: datetime | None = None
    act_by: datetime | None = None
    on_site: bool = False
    same: object = None
    order: int = 0
    wake: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.wake = self.due


@dataclass
class Office:
    """Knows its readers, their nights, days off and hours; `told` grows as time goes on."""

    people: dict[str, Human]
    now: datetime
    told: list[Told] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    digests: dict[str, date] = field(default_factory=dict)
    """On which day of hers a reader has had her latest digest."""

    def put(self, letter: Letter) -> None:
        """On its way; what waits for the same reader about the same thing falls away."""
        if letter.about is not None:
            self.letters = [each for each in self.letters if (each.who, each.about) != (letter.who, letter.about)]
        if letter.row:
            letter.wake = self.hour(letter.who, letter.due)
        self.letters.append(letter)

    def drop(self, fits: Callable[[Letter], bool]) -> None:
        """They do not go."""
        self.letters = [each for each in self.letters if not fits(each)]

    def until(self, instant: datetime) -> None:
        """All that goes up to this instant, itself included."""
        while ready := [each for each in self.letters if each.wake <= instant]:
            self._look(min(ready, key=lambda each: each.wake))
        self.now = instant

    def hour(self, who: str, since: datetime) -> datetime:
        """Her next digest at or after `since`."""
        reader = self.people[who]
        day = wall(since, reader.unit.zone).date()
        while True:
            at = at_wall(day, reader.digest, reader.unit.zone)
            if at >= since and reader.unit.works(day) and self.digests.get(who) != day:
                return at
            day += A_DAY

    def _look(self, letter: Letter) -> None:
        self.now = letter.wake
        if letter.row:
            return self._digest(letter)
        self.letters.remove(letter)
        reader = self.people[letter.who]
        if letter.late is not None and self.now >= letter.late:
            return
        until = self._held(letter, reader)
        if until is not None:
            letter.wake = until if letter.late is None else min(until, letter.late)
            return self.letters.append(letter)
        facts = letter.say()
        if facts is not None:
            self.told.append(Told(letter.who, minute(self.now), letter.kind, facts))

    def _held(self, letter: Letter, reader: Human) -> datetime | None:
        zone = reader.unit.zone
        if letter.rest and not reader.unit.works(wall(self.now, zone).date()):
            day, at = reader.unit.works.after(wall(self.now, zone).date(), 1), wall(letter.due, zone).time()
            # an hour of the night is told as that night ends, on the same day
            return at_wall(day, reader.reader.quiet.ends if sleeps(reader.reader, letter.due) else at, zone)
        if not letter.night or not sleeps(reader.reader, self.now):
            return None
        morning = morning_of(reader.reader, self.now)
        if letter.act_by is not None:
            near = letter.act_by < morning + AFTER_THE_NIGHT
            if near or (letter.on_site and letter.act_by <= self.now + A_DAY):
                return None
        return morning

    def _digest(self, first: Letter) -> None:
        who = first.who
        rows = [each for each in self.letters if each.row and each.who == who and each.wake <= self.now]
        self.letters = [each for each in self.letters if each not in rows]
        said: list[Facts] = []
        same: set[object] = set()
        for each in sorted(rows, key=lambda row: row.order):
            if not self._late(each) and each.same not in same and (facts := each.say()) is not None:
                said.append((each.kind, *facts))
                same |= {each.same} - {None}
        if said:
            self.digests[who] = wall(self.now, self.people[who].unit.zone).date()
            more: list[Facts] = [("more", len(said) - MOST)] if len(said) > MOST else []
            self.told.append(Told(who, minute(self.now), "digest", tuple(sorted([*said[:MOST], *more], key=repr))))

    def _late(self, letter: Letter) -> bool:
        return letter.late is not None and self.now >= letter.late


def minute(instant: datetime) -> datetime:
    """In which a message came."""
    return instant.astimezone(UTC).replace(second=0, microsecond=0)


def at_wall(day: date, at: time, zone: str) -> datetime:
    """When the clock on the wall of this zone shows that."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def day_of(instant: datetime, zone: str) -> date:
    """The day on the wall."""
    return instant.astimezone(ZoneInfo(zone)).date()
