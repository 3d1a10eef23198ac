"""A world of meetings made by chance, laid past all rules, and the plain count of it: no SQL, one loop a number."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from sqlalchemy import Table, delete, insert

from shnor_domain.consultations.statistics.model import Scope
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, Territory
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.attendance import booking_came, feedback, session_mark, visitor_word
from shnor_domain.storage.schema.consultations import booking, session, slot
from shnor_domain.topics import topic_key
from tests.support.consultations import MOMSKY, OSSETIA, YAKUTIA, YAKUTSK

NOW = datetime(2026, 12, 20, 6, 0, tzinfo=UTC)
FIRST = datetime(2026, 11, 28, 0, 0, tzinfo=UTC)
LENGTH = timedelta(minutes=45)


@dataclass(frozen=True, slots=True)
class ASlot:
    host: int
    zone: str
    subject: str
    format: str
    region: int
    municipality: int | None = None


SLOTS = (
    ASlot(1, "Asia/Yakutsk", "chemistry", "online", YAKUTIA),
    ASlot(1, "Europe/Moscow", "biology", "on_site", YAKUTIA, MOMSKY),
    ASlot(2, "Asia/Srednekolymsk", "chemistry", "phone", YAKUTIA, YAKUTSK),
    ASlot(3, "Europe/Moscow", "chemistry", "online", OSSETIA),
)
TOPICS = (None, "ЕГЭ, задание 34", "егэ  задание 34!", "ВПР", "Всё", "все", "?")


@dataclass(frozen=True, slots=True)
class ABooking:
    home: int | None
    heads: int
    state: str
    late: bool
    topic: str | None
    came: int
    said: str | None
    score: int | None
    visitor: int


@dataclass(frozen=True, slots=True)
class AMeeting:
    slot: int
    hours: int
    cancelled: bool
    mark: str | None
    """«held», a reason, or None."""
    bookings: tuple[ABooking, ...]

    @property
    def of(self) -> ASlot:
        return SLOTS[self.slot]

    @property
    def starts(self) -> datetime:
        return FIRST + timedelta(hours=self.hours)

    @property
    def day(self) -> date:
        return self.starts.astimezone(ZoneInfo(self.of.zone)).date()

    @property
    def live(self) -> list[ABooking]:
        return [each for each in self.bookings if each.state == "booked"]


def _booking() -> st.SearchStrategy[ABooking]:
    return st.builds(
        ABooking,
        home=st.sampled_from([YAKUTSK, MOMSKY, None]),
        heads=st.sampled_from([1, 1, 1, 3]),
        state=st.sampled_from(["booked", "booked", "booked", "cancelled", "session_cancelled"]),
        late=st.booleans(),
        topic=st.sampled_from(TOPICS),
        came=st.integers(0, 4),
        said=st.sampled_from([None, "held", "host_absent", "could_not"]),
        score=st.sampled_from([None, 1, 4, 5]),
        visitor=st.integers(10, 17),
    )


meetings = st.lists(
    st.builds(
        AMeeting,
        slot=st.integers(0, len(SLOTS) - 1),
        hours=st.integers(0, 40 * 24),
        cancelled=st.sampled_from([False, False, False, True]),
        mark=st.sampled_from([None, "held", "held", "people", "connection", "host"]),
        bookings=st.lists(_booking(), max_size=5).map(tuple),
    ),
    max_size=12,
    unique_by=lambda meeting: (meeting.slot, meeting.hours),
)


async def lay(database: Database, world: Sequence[AMeeting]) -> None:
    """In place of what was laid before; one statement a table."""
    rows: dict[Table, list[dict[str, object]]] = {
        slot: [_slot_row(number, each) for number, each in enumerate(SLOTS, 1)],
        session: [], session_mark: [], booking: [], booking_came: [], visitor_word: [], feedback: [],
    }  # fmt: skip
    seat = 0
    for number, meeting in enumerate(world, 1):
        rows[session].append(_session_row(number, meeting))
        held = meeting.mark == "held"
        if meeting.mark is not None:
            rows[session_mark].append(
                {
                    "session_id": number, "host_id": meeting.of.host, "held": held,
                    "reason": None if held else meeting.mark, "minutes": 45, "marked": NOW,
                }
            )  # fmt: skip
        for each in meeting.bookings:
            seat += 1
            rows[booking].append(_booking_row(seat, number, each))
            if meeting.mark is not None:
                rows[booking_came].append({"booking_id": seat, "came": each.came if held else 0})
            if each.said is not None:
                rows[visitor_word].append({"booking_id": seat, "said": each.said, "at": NOW})
            if each.score is not None:
                rows[feedback].append({"booking_id": seat, "score": each.score, "given": NOW})
    async with database.write() as connection:
        for table in reversed(rows):
            await connection.execute(delete(table))
        for table, values in rows.items():
            if values:
                await connection.execute(insert(table), values)


def _slot_row(number: int, each: ASlot) -> dict[str, object]:
    return {
        "id": number, "host_id": each.host, "subject": each.subject, "weekday": 0, "starts": time(),
        "zone": each.zone, "minutes": 45, "format": each.format, "audience": "teachers", "open_region_id": each.region,
        "open_municipality_id": each.municipality, "project_schools_only": False, "capacity": 9,
        "first_day": date(2026, 9, 1), "last_day": date(2027, 5, 31), "notice": 0, "horizon": 28, "state": "published",
    }  # fmt: skip


def _session_row(number: int, meeting: AMeeting) -> dict[str, object]:
    return {
        "id": number, "slot_id": meeting.slot + 1, "starts": meeting.starts, "ends": meeting.starts + LENGTH,
        "host_id": meeting.of.host, "subject": meeting.of.subject, "capacity": 99,
        "taken": sum(each.heads for each in meeting.live), "state": "cancelled" if meeting.cancelled else "open",
    }  # fmt: skip


def _booking_row(seat: int, number: int, each: ABooking) -> dict[str, object]:
    return {
        "id": seat, "session_id": number, "visitor_id": each.visitor * 1000 + seat, "topic": each.topic,
        "state": each.state, "made": FIRST, "late": each.late and each.state == "cancelled", "heads": each.heads,
        "municipality_id": each.home, "topic_key": topic_key(each.topic),
    }  # fmt: skip


SCOPES = (
    Scope(host=PersonId(1)),
    Scope(host=PersonId(9)),
    Scope(territory=Territory(RegionId(YAKUTIA))),
    Scope(territory=Territory(RegionId(YAKUTIA), MunicipalityId(MOMSKY))),
    Scope(territory=Territory(RegionId(OSSETIA))),
)


def counts(scope: Scope, meeting: AMeeting, each: ABooking) -> bool:
    """Whether this seat is one of the scope's."""
    if scope.host is not None:
        return meeting.of.host == scope.host
    assert scope.territory is not None
    if scope.territory.municipality is not None:
        return each.home == scope.territory.municipality
    return meeting.of.region == scope.territory.region


def within(world: Sequence[AMeeting], since: date, until: date) -> Iterator[AMeeting]:
    """Meetings on days of their own calendars."""
    return (meeting for meeting in world if since <= meeting.day < until)


def fate(meeting: AMeeting, each: ABooking) -> Counter[str]:
    """What became of the seats of one booking."""
    if meeting.cancelled or meeting.starts + LENGTH > NOW:
        return Counter()
    if each.state == "cancelled" and each.late:
        return Counter(late=each.heads)
    if each.state != "booked":
        return Counter()
    if meeting.mark is None:
        return Counter(unmarked=each.heads)
    if meeting.mark != "held":
        return Counter(not_held=each.heads)
    came = min(each.came, each.heads)
    return Counter(came=came, absent=each.heads - came)


Of = Callable[[AMeeting, ABooking], object]


def seats(world: Sequence[AMeeting], scope: Scope, of: Of) -> dict[object, Counter[str]]:
    """Fates by what each booking is of."""
    found: dict[object, Counter[str]] = {}
    for meeting in world:
        for each in meeting.bookings:
            if counts(scope, meeting, each) and (became := fate(meeting, each)):
                found.setdefault(of(meeting, each), Counter()).update(became)
    return found


def outcomes(world: Sequence[AMeeting], scope: Scope, of: Of) -> dict[object, Counter[str]]:
    """Meetings by outcome, each once, where somebody of the scope was booked to the end."""
    found: dict[object, dict[AMeeting, str]] = {}
    for meeting in world:
        for each in meeting.live:
            if counts(scope, meeting, each) and fate(meeting, each):
                found.setdefault(of(meeting, each), {})[meeting] = meeting.mark or "unmarked"
    return {key: Counter(marks.values()) for key, marks in found.items()}
