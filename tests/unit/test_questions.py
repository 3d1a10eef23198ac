"""Pure rules of questions: who sees them, when an answer is due, what the figures say."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shnor_domain.errors import Invalid
from shnor_domain.identity import (
    MunicipalityId,
    PersonId,
    Place,
    PlaceId,
    RegionId,
    Role,
    SchoolId,
    SubjectId,
    Territory,
)
from shnor_domain.questions.audience import Audience, Candidate, Level, able, audience
from shnor_domain.questions.errors import TooManyFiles
from shnor_domain.questions.figures import figures
from shnor_domain.questions.model import (
    Attached,
    Matter,
    Question,
    QuestionId,
    QuestionState,
    Topic,
    Words,
)
from shnor_domain.questions.ports import Asked
from shnor_domain.questions.rules import checked, end_of_working_day, goes_on, offered_to

REGION, UNIT, SCHOOL = RegionId(1), MunicipalityId(1), SchoolId(1)
WHERE = Territory(REGION, UNIT, SCHOOL)
CHEMISTRY, BIOLOGY = SubjectId("chemistry"), SubjectId("biology")
ABOUT, MEDK = Topic(Matter.SUBJECT, CHEMISTRY), Topic(Matter.MEDK)
NOON = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)
ASKER = PersonId(1)


def candidate(number: int, role: Role, where: Territory, *subjects: SubjectId, away: bool = False,
              schools: frozenset[SchoolId] = frozenset()) -> Candidate:  # fmt: skip
    place = Place(PlaceId(number), role, where, frozenset(subjects), schools)
    return Candidate(PersonId(number), place, away)


HOST = candidate(2, Role.METHODIST, Territory(REGION, UNIT), CHEMISTRY)
TUTOR = candidate(3, Role.TUTOR, Territory(REGION, UNIT), CHEMISTRY)
OF_ALL = candidate(4, Role.METHODIST, Territory(REGION))
OF_BIOLOGY = candidate(5, Role.METHODIST, Territory(REGION), BIOLOGY)
REGIONAL = candidate(6, Role.REGIONAL_COORDINATOR, Territory(REGION))
FAR = candidate(7, Role.METHODIST, Territory(REGION, MunicipalityId(2)), CHEMISTRY)
CURATOR = candidate(8, Role.SCHOOL_CURATOR, Territory(REGION, UNIT), schools=frozenset({SCHOOL}))
OTHER_CURATOR = candidate(9, Role.SCHOOL_CURATOR, Territory(REGION, UNIT), schools=frozenset({SchoolId(2)}))
AWAY = candidate(10, Role.METHODIST, Territory(REGION), CHEMISTRY, away=True)


@pytest.mark.parametrize(
    ("topic", "candidates", "level", "people"),
    [
        (ABOUT, [HOST, TUTOR, OF_ALL, OF_BIOLOGY, REGIONAL, FAR, CURATOR], Level.HOSTS, {2, 3, 4}),
        (ABOUT, [OF_BIOLOGY, REGIONAL, FAR], Level.METHODISTS, {5}),
        (ABOUT, [REGIONAL, FAR], Level.COORDINATOR, {6}),
        (ABOUT, [FAR], Level.NOBODY, set()),
        (ABOUT, [AWAY, REGIONAL], Level.COORDINATOR, {6}),
        (MEDK, [HOST, OF_ALL, CURATOR, OTHER_CURATOR, REGIONAL], Level.HOSTS, {4, 8}),
        (MEDK, [HOST, OF_BIOLOGY, OTHER_CURATOR, REGIONAL], Level.METHODISTS, {5}),
        (MEDK, [OTHER_CURATOR, REGIONAL], Level.COORDINATOR, {6}),
    ],
)
def test_the_first_level_that_anybody_holds_sees_a_question(
    topic: Topic, candidates: list[Candidate], level: Level, people: set[int]
) -> None:
    found = audience(topic, WHERE, candidates, asker=ASKER)
    assert found.level is level and found.people == people


def test_nobody_sees_her_own_and_who_is_on_leave_sees_it_for_herself() -> None:
    assert audience(ABOUT, WHERE, [HOST, TUTOR], asker=PersonId(2)).people == {3}
    assert audience(ABOUT, WHERE, [AWAY, HOST], asker=ASKER).people == {2}
    assert audience(ABOUT, WHERE, [AWAY, HOST], asker=ASKER, looking=PersonId(10)).people == {2, 10}
    assert able(ABOUT, WHERE, [AWAY, HOST, OF_BIOLOGY, FAR, REGIONAL], asker=ASKER) == {2, 5, 6}


def test_her_own_tutor_is_of_the_audience_whatever_his_subjects() -> None:
    tutor = candidate(11, Role.TUTOR, Territory(REGION, MunicipalityId(2)), BIOLOGY)
    found = audience(ABOUT, WHERE, [HOST, tutor], asker=ASKER, tutors=[PersonId(11)])
    assert found == Audience(Level.HOSTS, frozenset({PersonId(2), PersonId(11)}), PersonId(11))
    assert audience(ABOUT, WHERE, [HOST], asker=ASKER, tutors=[PersonId(11)]).tutor is None


@pytest.mark.parametrize(
    ("since", "days_off", "ends"),
    [
        ("2026-11-30 15:00", [], "2026-12-03 00:00"),
        ("2026-12-03 23:59", ["2026-12-05", "2026-12-06"], "2026-12-08 00:00"),
        ("2026-12-05 10:00", ["2026-12-05", "2026-12-06"], "2026-12-09 00:00"),
    ],
)
def test_an_answer_is_due_at_the_end_of_the_second_working_day(since: str, days_off: list[str], ends: str) -> None:
    def there(text: str) -> datetime:
        return datetime.fromisoformat(f"{text}+11:00").astimezone(UTC)

    off = [date.fromisoformat(day) for day in days_off]
    assert end_of_working_day(there(since), 2, "Asia/Srednekolymsk", off) == there(ends)


def question(state: QuestionState = QuestionState.OPEN, **changes: object) -> Question:
    due = NOON + timedelta(days=2)
    return Question(QuestionId(1), ASKER, WHERE, ABOUT, state, NOON, NOON, due, **changes)  # type: ignore[arg-type]


def test_a_thread_goes_on_for_two_weeks_after_its_last_word() -> None:
    almost, over = NOON + timedelta(days=14, seconds=-1), NOON + timedelta(days=14)
    answered, closed = question(QuestionState.ANSWERED), question(QuestionState.CLOSED, closed=NOON + timedelta(days=1))
    assert goes_on(answered, almost) and not goes_on(answered, over)
    assert goes_on(closed, over) and not goes_on(closed, over + timedelta(days=1))
    assert goes_on(question(), over + timedelta(days=300))


def test_a_tutor_has_it_to_himself_until_it_opens() -> None:
    kept = question(first_to=PersonId(3), opens=NOON + timedelta(days=1))
    assert offered_to(kept, PersonId(3), NOON) and not offered_to(kept, PersonId(2), NOON)
    assert offered_to(kept, PersonId(2), NOON + timedelta(days=1)) and offered_to(question(), PersonId(2), NOON)


def test_a_turn_has_words_and_at_most_three_files() -> None:
    file = Attached("0.pdf", "a.pdf")
    assert checked(Words(" а\u2066б \n", (file,) * 3)) == Words("аб", (file,) * 3)
    for text, reason in ((" \n", "empty"), ("я" * 3001, "long")):
        with pytest.raises(Invalid) as refused:
            checked(Words(text))
        assert refused.value.reason == reason
    with pytest.raises(TooManyFiles):
        checked(Words("а", (file,) * 4))


@pytest.mark.parametrize("topic", [ABOUT, MEDK, Topic(Matter.GENERAL), Topic(Matter.PROGRAMME)])
def test_a_topic_is_read_from_its_code(topic: Topic) -> None:
    assert Topic.of(topic.code) == topic


@pytest.mark.parametrize("code", ["-subject", "-nothing"])
def test_a_forged_matter_is_none(code: str) -> None:
    with pytest.raises(ValueError, match=r"subject|nothing"):
        Topic.of(code)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from([ABOUT, MEDK]), st.integers(0, 100), st.none() | st.integers(0, 200))))
def test_figures_are_a_plain_count(rows: list[tuple[Topic, int, int | None]]) -> None:
    now, patience = NOON + timedelta(hours=150), timedelta(hours=48)
    asked = [
        Asked(
            topic, at := NOON + timedelta(hours=hours), at + patience,
            None if wait is None else at + timedelta(hours=wait), None,
        )
        for topic, hours, wait in rows
    ]  # fmt: skip
    found = {row.topic: row for row in figures(asked, now)}
    assert set(found) == {topic for topic, _, _ in rows}
    for topic, row in found.items():
        mine = [(hours, wait) for each, hours, wait in rows if each == topic]
        waits = sorted(wait for _, wait in mine if wait is not None)
        assert row.asked == len(mine) and row.answered == len(waits)
        assert row.in_time == sum(wait <= 48 for wait in waits)
        assert row.judged == len(waits) + sum(wait is None and hours + 48 <= 150 for hours, wait in mine)
        if waits:
            middle = (waits[(len(waits) - 1) // 2] + waits[len(waits) // 2]) / 2
            assert row.median == timedelta(hours=middle)
        else:
            assert row.median is None
