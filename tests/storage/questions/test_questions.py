"""Questions on both databases: who is first, what the same tap does twice, what the figures count."""

import asyncio
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from shnor_domain.consultations.desk.use_cases.week import ShowWeek
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.book import BookConsultation
from shnor_domain.consultations.use_cases.hosting import HostDesk, OneMeeting
from shnor_domain.consultations.use_cases.publish import PublishSlot
from shnor_domain.errors import NotFound
from shnor_domain.people.use_cases.leaving import DeleteMe
from shnor_domain.questions.errors import QuestionClosed, QuestionTaken, TooManyQuestions
from shnor_domain.questions.leaving import PersonLeaves
from shnor_domain.questions.model import Attached, Question, QuestionId, QuestionState, Words
from shnor_domain.questions.use_cases.ahead import AnswerAhead, AskedAhead
from shnor_domain.questions.use_cases.answering import (
    QuestionQueue,
    Queue,
    ReturnQuestion,
    ShowQuestion,
    TakeQuestion,
)
from shnor_domain.questions.use_cases.asking import AskQuestion
from shnor_domain.questions.use_cases.carrying import CarryQuestions, SweepQuestions
from shnor_domain.questions.use_cases.going_on import AskOn, CloseQuestion
from shnor_domain.questions.use_cases.mine import QuestionOfBooking
from shnor_domain.questions.use_cases.parting import AfterMeeting, SayAfterMeeting
from shnor_domain.questions.use_cases.watching import (
    CountLateQuestions,
    HandQuestion,
    OpenQuestions,
    QuestionFigures,
)
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.storage.inbox import Arrived, InboxStore
from shnor_domain.storage.schema.consultations import session
from shnor_domain.storage.schema.places import place, place_subject
from tests.storage.questions.conftest import WORDS, Folk
from tests.support.consultations import terms
from tests.support.evidence_files import BodiesHere
from tests.support.questions import CHEMISTRY, FILES
from tests.support.village import whose


async def now_of(folk: Folk, which: QuestionId) -> Question:
    async with folk.village.units.read() as work:
        found = await work.questions.get(which)
    assert found is not None
    return found


async def test_of_many_who_take_one_question_at_once_one_has_it(folk: Folk) -> None:
    which, take = await folk.asked(), folk.use(TakeQuestion)
    hosts = [folk.host, folk.second_host] * 8
    outcomes = await asyncio.gather(*(take(host, which) for host in hosts), return_exceptions=True)
    holder = (await now_of(folk, which)).holder
    for host, outcome in zip(hosts, outcomes, strict=True):
        assert outcome is None if whose(host) == holder else isinstance(outcome, QuestionTaken)
    assert holder in (whose(folk.host), whose(folk.second_host))


async def test_of_two_who_answer_at_once_one_is_told_to_the_asker(folk: Folk) -> None:
    which = await folk.asked()
    outcomes = await asyncio.gather(
        folk.answered(which, folk.host), folk.answered(which, folk.second_host), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes if outcome is not None] == [QuestionTaken]
    async with folk.village.units.read() as work:
        turns = await work.questions.turns(which)
    assert [turn.answer for turn in turns] == [False, True]
    assert await folk.village.told("question-answered") == [("question-answered", folk.teacher.chat)]


async def test_an_answer_and_a_closing_at_once_leave_it_closed_or_answered_and_never_both_ways(folk: Folk) -> None:
    which = await folk.asked()
    await folk.use(TakeQuestion)(folk.host, which)
    closing: Awaitable[bool] = folk.use(CloseQuestion)(folk.teacher, which)
    answered, closed = await asyncio.gather(folk.answered(which), closing, return_exceptions=True)
    assert closed is True and (answered is None or isinstance(answered, QuestionClosed))
    found = await now_of(folk, which)
    assert found.state is QuestionState.CLOSED and (found.first_answer is not None) is (answered is None)


async def test_an_asker_who_taps_at_once_leaves_ten_that_wait(folk: Folk) -> None:
    ask = folk.use(AskQuestion)
    outcomes = await asyncio.gather(*(ask(folk.teacher, CHEMISTRY, WORDS) for _ in range(14)), return_exceptions=True)
    assert sum(isinstance(outcome, TooManyQuestions) for outcome in outcomes) == 4
    async with folk.village.units.read() as work:
        assert await work.questions.count_open(whose(folk.teacher)) == 10


async def test_the_same_update_fed_twice_asks_takes_and_answers_once(folk: Folk) -> None:
    village = folk.village
    await InboxStore(village.database).accept([Arrived(1, 100, "message", "{}", village.clock.at)])
    token = update_in_hand.set(UpdateInHand(1, 100))
    try:
        which = await folk.asked()
        assert await folk.asked() == which
        for _ in range(2):
            await folk.use(TakeQuestion)(folk.host, which)
        for _ in range(2):
            await folk.answered(which)
        for _ in range(2):
            await folk.use(AskOn)(folk.teacher, which, WORDS)
        for _ in range(2):
            await folk.use(CloseQuestion)(folk.teacher, which)
    finally:
        update_in_hand.reset(token)
    async with village.units.read() as work:
        turns = await work.questions.turns(which)
        assert len(await work.questions.of_asker(whose(folk.teacher))) == 1
    assert [turn.answer for turn in turns] == [False, True, False]


async def test_a_question_is_seen_in_its_territory_alone(folk: Folk) -> None:
    near, far = await folk.asked(), await folk.asked(folk.far_teacher)
    queue = folk.use(QuestionQueue)
    assert [each.id for each in (await queue(folk.host)).free] == [near]
    assert [each.id for each in (await queue(folk.far_host)).free] == [far]
    assert await queue(folk.teacher) == await queue(folk.coordinator) == Queue()
    with pytest.raises(NotFound):
        await folk.use(TakeQuestion)(folk.far_host, near)
    counts = folk.use(OpenQuestions)
    assert [one.waiting for one in await counts(folk.coordinator)] == [1]
    assert [one.waiting for one in await counts(folk.region)] == [2]


async def test_who_waits_two_working_days_is_watched_by_the_municipality_then_by_the_region(folk: Folk) -> None:
    which, carry = await folk.asked(), folk.use(CarryQuestions)
    await folk.use(TakeQuestion)(folk.host, which)
    first = (await now_of(folk, which)).due
    assert first is not None
    folk.village.clock.at = first - timedelta(minutes=1)
    assert await carry() == 0
    folk.village.clock.at = first
    assert await carry() == 1
    assert await carry() == 0
    assert (await now_of(folk, which)).holder is None
    assert await folk.village.told("question-waits") == [("question-waits", folk.coordinator.chat)]
    second = (await now_of(folk, which)).due
    assert second is not None and second > first
    folk.village.clock.at = second
    await asyncio.gather(carry(), carry())
    assert (await now_of(folk, which)).rounds == 2
    assert {chat for _, chat in await folk.village.told("question-waits")} == {folk.coordinator.chat, folk.region.chat}


async def test_a_coordinator_hands_on_inside_her_territory_alone_and_leaves_a_line_in_the_log(folk: Folk) -> None:
    which, hand = await folk.asked(), folk.use(HandQuestion)
    with pytest.raises(NotFound):
        await hand(folk.far_coordinator, which, whose(folk.host))
    for outsider in (folk.far_host, folk.teacher, folk.coordinator):
        with pytest.raises(NotFound):
            await hand(folk.coordinator, which, whose(outsider))
    await hand(folk.coordinator, which, whose(folk.second_host))
    assert (await now_of(folk, which)).holder == whose(folk.second_host)
    async with folk.village.units.read() as work:
        log = await work.audit.about(whose(folk.second_host))
    assert [(entry.action, entry.subject) for entry in log] == [("question-handed", f"question:{which}")]


async def test_figures_and_answers_as_help_are_what_a_plain_count_gives(folk: Folk) -> None:
    clock, begins = folk.village.clock, folk.village.clock.at
    asked = [await folk.asked() for _ in range(4)] + [await folk.asked(folk.far_teacher)]
    clock.forward(hours=2)
    await folk.answered(asked[0])
    clock.forward(hours=2)
    await folk.answered(asked[1], folk.second_host)
    clock.forward(days=7)
    await folk.answered(asked[2])
    await folk.answered(asked[2])
    await folk.use(AskOn)(folk.teacher, asked[2], WORDS)
    await folk.answered(asked[2])
    ends = clock.at + timedelta(seconds=1)
    figures = folk.use(QuestionFigures)
    [near] = await figures(folk.coordinator, begins, ends)
    assert (near.asked, near.answered, near.judged, near.in_time) == (4, 3, 4, 2)
    assert near.median == timedelta(hours=4)
    [whole] = await figures(folk.region, begins, ends)
    assert (whole.asked, whole.judged) == (5, 5)
    [own] = await figures(folk.host, begins, ends, own=True)
    assert (own.asked, own.answered, own.in_time) == (2, 2, 1)
    assert await figures(folk.coordinator, ends, ends + timedelta(days=1)) == []
    async with folk.village.units.read() as work:
        rows = await work.questions.answered(begins, ends, within=[folk.village.municipality])
        assert {(row.person, row.topic, row.municipality): row.count for row in rows} == {
            (whose(host), CHEMISTRY, folk.village.municipality.municipality): count
            for host, count in ((folk.host, 2), (folk.second_host, 1))
        }
        assert await work.questions.answered(begins, ends, person=whose(folk.far_host)) == []
        [of_topic] = await work.questions.answered(begins, ends, person=whose(folk.host), topic=CHEMISTRY)
        assert of_topic.count == 2


async def test_who_is_deleted_leaves_counts_and_no_word(folk: Folk) -> None:
    async def swept() -> None:
        """No log to empty here."""

    begins = folk.village.clock.at
    which, held = await folk.asked(), await folk.asked()
    await folk.answered(which)
    await folk.use(TakeQuestion)(folk.host, held)
    leaves = (PersonLeaves(FILES["question_files"]),)
    for who in (folk.teacher, folk.host):
        assert await DeleteMe(folk.village.units.write, folk.village.clock, swept, leaves)(who)
    found = await now_of(folk, which)
    assert (found.asker, found.holder, found.first_by, found.state) == (None, None, None, QuestionState.CLOSED)
    async with folk.village.units.read() as work:
        turns = [*await work.questions.turns(which), *await work.questions.turns(held)]
    assert {(turn.author, turn.words) for turn in turns} == {(None, Words(""))}
    [near] = await folk.use(QuestionFigures)(folk.coordinator, begins, begins + timedelta(days=1))
    assert (near.asked, near.answered) == (2, 1)


async def test_the_substitute_of_a_meeting_answers_what_was_asked_of_its_host(folk: Folk) -> None:
    village = folk.village
    card = await village.use(PublishSlot)(folk.host, terms(open_to=village.municipality, capacity=3))
    key = SessionKey(card.slot.id, datetime(2026, 9, 28, 6, 0, tzinfo=UTC))
    booked = await village.use(BookConsultation)(folk.teacher, key, "Задание 34")
    which = await folk.use(AskQuestion)(folk.teacher, CHEMISTRY, WORDS, booked.booking.id)
    answer = folk.use(AnswerAhead)
    for stranger in (folk.second_host, folk.teacher):
        with pytest.raises(NotFound):
            await answer(stranger, booked.booking.id, WORDS)
    async with village.database.write() as connection:
        await connection.execute(update(session).values(host_id=whose(folk.second_host)))
    assert await folk.use(QuestionOfBooking)(folk.second_host, booked.booking.id) == which
    assert (await folk.use(ShowQuestion)(folk.second_host, which)).question.id == which
    assert await answer(folk.second_host, booked.booking.id, WORDS) == which
    assert (await now_of(folk, which)).first_by == whose(folk.second_host)
    with pytest.raises(NotFound):
        await answer(folk.host, booked.booking.id, WORDS)


async def test_a_question_given_back_is_free_for_the_others(folk: Folk) -> None:
    which = await folk.asked()
    await folk.use(TakeQuestion)(folk.host, which)
    with pytest.raises(NotFound):
        await folk.use(ReturnQuestion)(folk.second_host, which)
    await folk.use(ReturnQuestion)(folk.host, which)
    await folk.use(TakeQuestion)(folk.second_host, which)
    assert (await now_of(folk, which)).holder == whose(folk.second_host)


async def test_what_is_given_back_is_late_for_nobody(folk: Folk) -> None:
    which, carry = await folk.asked(), folk.use(CarryQuestions)
    await folk.use(TakeQuestion)(folk.host, which)
    folk.village.clock.forward(minutes=5)
    await folk.use(ReturnQuestion)(folk.host, which)
    assert [one.late for one in await folk.use(OpenQuestions)(folk.coordinator)] == [0]
    assert await folk.use(CountLateQuestions)(folk.coordinator) == 0
    due = (await now_of(folk, which)).due
    assert due is not None
    folk.village.clock.at = due
    assert await carry() == 1
    assert [one.late for one in await folk.use(OpenQuestions)(folk.coordinator)] == [1]
    assert await folk.village.told("question-waits") == [("question-waits", folk.coordinator.chat)]


async def test_after_the_meeting_a_topic_is_answered_no_more_and_what_was_written_is(folk: Folk) -> None:
    village = folk.village
    card = await village.use(PublishSlot)(folk.host, terms(open_to=village.municipality, capacity=3))
    key = SessionKey(card.slot.id, datetime(2026, 9, 28, 6, 0, tzinfo=UTC))
    booked = await village.use(BookConsultation)(folk.teacher, key, "Задание 34")
    answer, ahead = folk.use(AnswerAhead), folk.use(AskedAhead)
    village.clock.at = booked.booking.ends
    assert await ahead(folk.host, key.slot, key.starts) == []
    with pytest.raises(NotFound):
        await answer(folk.host, booked.booking.id, WORDS)
    village.clock.at = booked.booking.ends - timedelta(minutes=1)
    which = await folk.use(AskQuestion)(folk.teacher, CHEMISTRY, WORDS, booked.booking.id)
    village.clock.at = booked.booking.ends
    await folk.use(CarryQuestions)()
    assert await answer(folk.host, booked.booking.id, WORDS) == which
    assert (await now_of(folk, which)).state is QuestionState.ANSWERED


async def test_who_may_answer_no_more_gives_the_question_of_a_meeting_back_at_its_end(folk: Folk) -> None:
    village = folk.village
    card = await village.use(PublishSlot)(folk.host, terms(open_to=village.municipality, capacity=3))
    key = SessionKey(card.slot.id, datetime(2026, 9, 28, 6, 0, tzinfo=UTC))
    booked = await village.use(BookConsultation)(folk.teacher, key, None)
    which = await folk.use(AskQuestion)(folk.teacher, CHEMISTRY, WORDS, booked.booking.id)
    await loses_chemistry(folk)
    village.clock.at = booked.booking.ends
    assert await folk.use(CarryQuestions)() == 1
    found = await now_of(folk, which)
    assert (found.booking, found.holder) == (None, None)
    with pytest.raises(NotFound):
        await folk.use(ShowQuestion)(folk.host, which)


async def test_who_has_lost_the_subject_reads_no_thread_of_it(folk: Folk) -> None:
    held, answered, free = await folk.asked(), await folk.asked(), await folk.asked()
    await folk.use(TakeQuestion)(folk.host, held)
    await folk.answered(answered)
    show = folk.use(ShowQuestion)
    for which in (held, answered, free):
        assert (await show(folk.host, which)).question.id == which
    await loses_chemistry(folk)
    for which in (held, answered, free):
        with pytest.raises(NotFound):
            await show(folk.host, which)


async def loses_chemistry(folk: Folk) -> None:
    """Her place is of another subject now."""
    async with folk.village.database.write() as connection:
        of_hers = select(place.c.id).where(place.c.person_id == whose(folk.host))
        await connection.execute(
            update(place_subject).where(place_subject.c.place_id.in_(of_hers)).values(subject="biology")
        )


async def test_a_question_freed_from_its_meeting_is_late_for_nobody(folk: Folk) -> None:
    village = folk.village
    begins = village.clock.at
    card = await village.use(PublishSlot)(folk.host, terms(open_to=village.municipality, capacity=3))
    key = SessionKey(card.slot.id, datetime(2026, 9, 28, 6, 0, tzinfo=UTC))
    booked = await village.use(BookConsultation)(folk.teacher, key, None)
    which = await folk.use(AskQuestion)(folk.teacher, CHEMISTRY, WORDS, booked.booking.id)
    carry = folk.use(CarryQuestions)
    village.clock.at = booked.booking.ends - timedelta(minutes=1)
    assert await carry() == 0
    assert (await folk.use(ShowQuestion)(folk.host, which)).question.holder == whose(folk.host)
    assert await folk.use(OpenQuestions)(folk.coordinator) == []
    village.clock.at = booked.booking.ends
    assert await carry() == 1
    found = await now_of(folk, which)
    assert (found.booking, found.holder, found.rounds) == (booked.booking.id, whose(folk.host), 0)
    assert found.due == found.first_due > village.clock.at and found.parted
    [counted] = await folk.use(OpenQuestions)(folk.coordinator)
    assert (counted.waiting, counted.taken, counted.late) == (1, 1, 0)
    assert await folk.use(CountLateQuestions)(folk.coordinator) == 0
    assert await carry() == 0
    with pytest.raises(NotFound):
        await folk.use(ReturnQuestion)(folk.host, which)
    for stranger in (folk.second_host, folk.coordinator):
        with pytest.raises(NotFound):
            await folk.use(ShowQuestion)(stranger, which)
    say = folk.use(SayAfterMeeting)
    assert await say(folk.teacher, which, AfterMeeting.WAITS) and await say(folk.teacher, which, AfterMeeting.OTHERS)
    assert not await say(folk.teacher, which, AfterMeeting.ANSWERED)
    found = await now_of(folk, which)
    assert (found.state, found.booking, found.holder, found.rounds) == (QuestionState.OPEN, None, None, 0)
    [near] = await folk.use(QuestionFigures)(folk.coordinator, begins, village.clock.at)
    assert (near.asked, near.judged) == (1, 0)
    assert [one.late for one in await folk.use(OpenQuestions)(folk.coordinator)] == [0]


async def test_what_is_asked_in_writing_counts_for_the_host(folk: Folk) -> None:
    village = folk.village
    card = await village.use(PublishSlot)(folk.host, terms(open_to=village.municipality, capacity=3))
    key = SessionKey(card.slot.id, datetime(2026, 9, 28, 6, 0, tzinfo=UTC))
    booked = await village.use(BookConsultation)(folk.teacher, key, "Задание 34")
    which = await folk.use(AskQuestion)(folk.teacher, CHEMISTRY, WORDS, booked.booking.id)
    village.clock.at = datetime(2026, 9, 28, 3, 0, tzinfo=UTC)

    async def counted() -> tuple[int, int, list[str]]:
        desk = await village.use(HostDesk)(folk.host)
        week = await village.use(ShowWeek)(folk.host)
        meeting = await village.use(OneMeeting)(folk.host, key)
        assert week.coming is not None
        return desk.today[0].questions, week.coming.questions, [each.asked for each in meeting.bookings]

    assert await counted() == (2, 2, [WORDS.text])
    await folk.answered(which)
    assert await counted() == (1, 1, [""])
    await folk.use(AskOn)(folk.teacher, which, Words("А если избытка нет?"))
    assert await counted() == (2, 2, ["А если избытка нет?"])


async def test_a_topic_that_was_answered_ahead_waits_no_more(folk: Folk) -> None:
    village = folk.village
    card = await village.use(PublishSlot)(folk.host, terms(open_to=village.municipality, capacity=3))
    key = SessionKey(card.slot.id, datetime(2026, 9, 28, 6, 0, tzinfo=UTC))
    booked = await village.use(BookConsultation)(folk.teacher, key, "Задание 34")
    village.clock.at = datetime(2026, 9, 28, 3, 0, tzinfo=UTC)

    async def counted() -> tuple[int, int]:
        week = await village.use(ShowWeek)(folk.host)
        assert week.coming is not None
        return (await village.use(HostDesk)(folk.host)).today[0].questions, week.coming.questions

    assert await counted() == (1, 1)
    await folk.use(AnswerAhead)(folk.host, booked.booking.id, WORDS)
    assert await counted() == (0, 0)


async def test_any_number_of_unnamed_files_is_swept(folk: Folk) -> None:
    class Crowded(BodiesHere):
        """More bodies than one statement may name."""

        async def kept_before(self, instant: datetime) -> list[str]:
            return [f"{number:032}.pdf" for number in range(70_000)]

        async def erase(self, key: str) -> None:
            gone.add(key)

    gone: set[str] = set()
    named = Attached(f"{69_999:032}.pdf", "a.pdf")
    sweep = folk.village.use(SweepQuestions, question_files=Crowded(), real=folk.village.clock)
    await folk.use(AskQuestion)(folk.teacher, CHEMISTRY, Words("Что не так?", (named,)))
    assert await sweep() == 69_999
    assert named.key not in gone and f"{0:032}.pdf" in gone
