"""Sums of the database equal a plain count of any world, on both databases (rule 9)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from hypothesis import HealthCheck, given, settings

from shnor_domain.consultations.attendance.model import NotHeld
from shnor_domain.consultations.statistics.model import HelpKind, Line
from shnor_domain.consultations.statistics.ports import By
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, Territory
from tests.support.consultations import MOMSKY, YAKUTIA, Republic
from tests.support.counted_world import (
    LENGTH,
    NOW,
    SCOPES,
    ABooking,
    AMeeting,
    counts,
    lay,
    meetings,
    outcomes,
    seats,
    within,
)
from tests.support.length import more

PERIODS = (
    (date(2026, 12, 1), date(2027, 1, 1)),
    (date(2026, 11, 1), date(2026, 12, 1)),
    (date(2026, 8, 1), date(2027, 8, 1)),
)
SOME = settings(
    max_examples=more(6, 24),
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def of_subject(meeting: AMeeting, each: ABooking) -> object:
    return meeting.of.subject


def of_home(meeting: AMeeting, each: ABooking) -> object:
    return each.home


def of_all(meeting: AMeeting, each: ABooking) -> object:
    return None


def told(lines: Sequence[Line]) -> dict[object, tuple[Counter[str], Counter[str]]]:
    """As the plain count says it: without zeros."""
    found: dict[object, tuple[Counter[str], Counter[str]]] = {}
    for line in lines:
        names = ("came", "absent", "late", "not_held", "unmarked")
        became = Counter({name: getattr(line.seats, name) for name in names})
        marks = Counter({"held": line.meetings.held, "unmarked": line.meetings.unmarked})
        marks.update({reason.value: line.meetings.reasons.get(reason, 0) for reason in NotHeld})
        found[line.of] = (+became, +marks)
    return {key: both for key, both in found.items() if both != (Counter(), Counter())}


@SOME
@given(world=meetings)
async def test_every_table_equals_a_plain_count(land: Republic, world: list[AMeeting]) -> None:
    await lay(land.database, world)
    kinds = ((By.WHOLE, of_all), (By.SUBJECT, of_subject), (By.MUNICIPALITY, of_home))
    async with land.units.read() as work:
        for since, until in PERIODS:
            inside = list(within(world, since, until))
            for scope in SCOPES:
                for by, of in kinds:
                    got = told(await work.statistics.lines(scope, since, until, NOW, by))
                    plain_seats, plain_meetings = seats(inside, scope, of), outcomes(inside, scope, of)
                    expected = {
                        key: (+became, plain_meetings.get(key, Counter()))
                        for key, became in plain_seats.items()
                        if by is not By.MUNICIPALITY or key is not None
                    }
                    assert got == expected, (scope, by, since)


@SOME
@given(world=meetings)
async def test_topics_statements_and_rows_equal_a_plain_count(land: Republic, world: list[AMeeting]) -> None:
    await lay(land.database, world)
    spelt = {"егэ задание 34": "ege", "впр": "vpr", "все": "all"}
    since, until = PERIODS[2]
    async with land.units.read() as work:
        for scope in SCOPES:
            topics: Counter[tuple[str, str]] = Counter()
            both, differ = set(), set()
            for meeting in within(world, since, until):
                for each in meeting.live:
                    if not counts(scope, meeting, each):
                        continue
                    words = " ".join((each.topic or "").casefold().replace("ё", "е").replace(",", "").split()).strip(
                        "!?"
                    )
                    if words:
                        topics[meeting.of.subject, spelt[words]] += 1
                    if meeting.mark and each.said in {"held", "host_absent"} and meeting.starts + LENGTH <= NOW:
                        both.add(meeting)
                        if (meeting.mark == "held") != (each.said == "held"):
                            differ.add(meeting)
            found = await work.statistics.topics(scope, since, until)
            assert sorted(each.count for each in found) == sorted(topics.values())
            assert [each.count for each in found] == sorted((each.count for each in found), reverse=True)
            statements = await work.statistics.statements(scope, since, until, NOW)
            assert (statements.both, statements.differ) == (len(both), len(differ))
            rows = await work.statistics.rows(scope, since, until, NOW, 100)
            whole = seats(list(within(world, since, until)), scope, of_all).get(None, Counter())
            assert sum(row.seats.all for row in rows) == whole.total()
            assert sum(row.seats.came for row in rows) == whole["came"]


@SOME
@given(world=meetings)
async def test_hours_equal_a_plain_count(land: Republic, world: list[AMeeting]) -> None:
    await lay(land.database, world)
    since, until = PERIODS[2]
    areas = {
        "region": (Territory(RegionId(YAKUTIA)),),
        "district": (Territory(RegionId(YAKUTIA), MunicipalityId(MOMSKY)),),
        "nothing": (),
    }
    async with land.units.read() as work:
        for name, inside in areas.items():
            plain: dict[tuple[int, str, date], list[int]] = {}
            for meeting in within(world, since, until):
                near = meeting.of.region == YAKUTIA and (name == "region" or meeting.of.municipality == MOMSKY)
                if meeting.mark == "held" and near and name != "nothing":
                    sums = plain.setdefault((meeting.of.host, meeting.of.format, meeting.day.replace(day=1)), [0, 0, 0])
                    sums[0] += 1
                    sums[1] += 45
                    sums[2] += sum(each.came for each in meeting.live)
            helps = await work.statistics.hours(None, inside, since, until)
            assert {(h.host, h.kind.value, h.month): [h.times, h.minutes, h.people] for h in helps} == plain
        own = await work.statistics.hours(PersonId(1), (), since, until)
        assert all(each.host == 1 and each.kind in HelpKind for each in own)
        rows = await work.statistics.held(PersonId(1), None, since, until, 100)
        booked = [m for m in within(world, since, until) if m.mark == "held" and m.of.host == 1 and m.live]
        assert sorted(row.people for row in rows) == sorted(sum(e.came for e in m.live) for m in booked)


@SOME
@given(world=meetings)
async def test_sums_of_answers_equal_a_plain_count(land: Republic, world: list[AMeeting]) -> None:
    await lay(land.database, world)
    plain: dict[tuple[str, date], list[int]] = {}
    for meeting in within(world, *PERIODS[2]):
        for each in meeting.bookings:
            if meeting.of.host == 1 and each.score is not None:
                sums = plain.setdefault((meeting.of.subject, meeting.day.replace(day=1)), [0, 0])
                sums[0] += 1
                sums[1] += each.score
    async with land.units.read() as work:
        found = await work.feedback.sums(PersonId(1), *PERIODS[2])
    assert {(each.subject, each.month): [each.answers, each.total] for each in found} == plain
    assert [each.month for each in found] == sorted((each.month for each in found), reverse=True)
