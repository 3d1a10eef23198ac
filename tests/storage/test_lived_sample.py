"""On whatever day the demo begins, its people have something to do with each part of consultations."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import assembly
from bot.sample.hands import Hands
from bot.sample.lived.clock import LivedClock
from bot.sample.lived.weeks import FRESH
from bot.sample.loading import Sample
from bot.settings import Settings
from shnor_domain.consultations.absences.use_cases.weekly_days import HintWeekdays
from shnor_domain.consultations.attendance.use_cases.marking import UnmarkedMeetings
from shnor_domain.consultations.feedback.use_cases.reading import FeedbackOnHost
from shnor_domain.consultations.link_missing import LINK_MISSING
from shnor_domain.consultations.model import Audience, Format
from shnor_domain.consultations.on_behalf.use_cases.numbers import MeetingsForSchools
from shnor_domain.consultations.use_cases.mine import MyThings, PastBookings
from shnor_domain.consultations.use_cases.offers import OfferedSlots
from shnor_domain.consultations.videos.use_cases.looking import VideoSubjects
from shnor_domain.consultations.visits.use_cases.deciding import CountWaitingVisits
from shnor_domain.consultations.visits.use_cases.looking import HostVisits
from shnor_domain.identity import SubjectId
from shnor_domain.notifications.model import WAITING
from shnor_domain.questions.use_cases.answering import QuestionQueue
from shnor_domain.questions.use_cases.watching import CountLateQuestions
from shnor_domain.seminars.cycle.model import Phase
from shnor_domain.seminars.cycle.use_cases.catalogue import OpenCatalogue
from shnor_domain.seminars.cycle.use_cases.school_wishes import WishesOfSchool
from shnor_domain.seminars.programme.use_cases.looking import WaitingVersions
from shnor_domain.seminars.programme.use_cases.reading import ProgrammeForMe
from shnor_domain.seminars.requests.use_cases.looking import RequestsOfCycle, SchoolRequests
from shnor_domain.seminars.requests.use_cases.sending import SimilarRequests
from shnor_domain.seminars.signing.use_cases.looking import MyEvents
from shnor_domain.seminars.training.use_cases.watching import WatchPresence
from shnor_domain.storage.engine import Database
from tests.support.consultations import FixedClock
from tests.support.length import more

REGION, HOST, LEAD, TEACHER, SUBSTITUTE, BOOKED, FIRST, SOON, SECOND = (
    1001, 1004, 1007, 1008, 1021, 1022, 1023, 1024, 1026,
)  # fmt: skip
ON_SITE = 1010
CHEMISTRY = SubjectId("chemistry")
DAYS = [
    datetime(2026, 11, 30, 7, 31, tzinfo=UTC),
    datetime(2026, 12, 31, 14, 59, tzinfo=UTC),
    datetime(2027, 7, 7, 4, 0, tzinfo=UTC),
    datetime(2026, 9, 3, 15, 20, tzinfo=UTC),
    datetime(2027, 1, 12, 1, 5, tzinfo=UTC),
    datetime(2027, 5, 15, 20, 40, tzinfo=UTC),
][: more(3, 6)]
"""A Monday in term, the turn of the year, the holidays; in `make long` days around the turn of the school year, of the
next half of it and in spring too."""


@asynccontextmanager
async def demo_of(url: str, folder: Path, now: datetime) -> AsyncIterator[Hands]:
    """The sample as the demo lays it at `now`."""
    settings = Settings(
        bot_token=SecretStr("1:sample"),
        database_url=url,
        files_dir=folder,
        _env_file=None,  # type: ignore[call-arg]  # an option of pydantic-settings that mypy does not see
    )
    clock = LivedClock(FixedClock(now))
    parts = assembly.of_settings(settings, Database(url), clock, clock)
    fields = parts.fields()
    container = parts.container(fields | {"kinds": parts.kinds(fields)})
    try:
        assert await Sample(parts.units, clock, parts.files, container).load(clock)
        assert not await Sample(parts.units, clock, parts.files, container).load(clock)
        yield Hands(parts.units, container)
    finally:
        await container.close()
        await parts.pool.close()
        await parts.database.close()


@pytest.mark.parametrize("now", DAYS, ids=lambda now: f"{now:%Y-%m-%d}")
async def test_whenever_the_demo_begins_there_is_something_to_do(
    sqlite_url: str, tmp_path: Path, now: datetime
) -> None:
    async with demo_of(sqlite_url, tmp_path, now) as hands:
        await _before(hands)
        await _ahead(hands, now)
        await _asked(hands)
        await _wished(hands)
        await _requested(hands)
        await _taken_part(hands)
        async with hands.units.read() as work:
            waiting = await work.notices.in_state(WAITING, 1000)
            substitute = await hands.actor(SUBSTITUTE)
        assert [row for row in waiting if row.notice.due < now - FRESH] == []
        assert [row.notice.person for row in waiting if row.notice.kind == LINK_MISSING] == [substitute.person]


async def _before(hands: Hands) -> None:
    """Held, not held and unmarked meetings; a month that is told; a visit that was reported."""
    host, teacher = await hands.actor(HOST), await hands.actor(TEACHER)
    (unmarked,) = await (await hands.the(UnmarkedMeetings))(host)
    assert unmarked[1].taken == 2
    month, *_ = (await (await hands.the(FeedbackOnHost))(host)).months
    assert (month.subject, month.average, month.answers) == (CHEMISTRY, 4.7, 7)
    past, more = await (await hands.the(PastBookings))(teacher, 0)
    assert (len(past), more) == (2, False)


async def _ahead(hands: Hands, now: datetime) -> None:
    """A meeting within three hours, a full one with its queue, numbers for pupils and parents, one on site."""
    things = await hands.the(MyThings)
    soon = (await things(await hands.actor(SOON))).bookings[0].booking.key.starts - now
    assert timedelta(hours=2, minutes=30) < soon <= timedelta(hours=3)
    assert [len((await things(await hands.actor(chat))).bookings) for chat in (BOOKED, ON_SITE)] == [1, 1]
    for place, chat in enumerate((FIRST, SECOND), start=1):
        assert [wait.place for wait in (await things(await hands.actor(chat))).waits] == [place]
    offered = await (await hands.the(OfferedSlots))(await hands.actor(ON_SITE), SubjectId("russian"))
    assert {card.slot.terms.format for card in offered} == {Format.ONLINE, Format.ON_SITE}
    for_schools = await (await hands.the(MeetingsForSchools))(await hands.actor(LEAD))
    assert {each.of.slot.terms.audience for each in for_schools} == {Audience.PUPILS, Audience.PARENTS}
    assert [each.kept.heads for each in for_schools if each.kept is not None] == [10]


async def _wished(hands: Hands) -> None:
    """A half-year of the seminar in which teachers may wish, a catalogue, wishes that the lead reads."""
    teacher, lead = await hands.actor(TEACHER), await hands.actor(LEAD)
    (cycle,) = [each for each in await (await hands.the(OpenCatalogue))(teacher) if each.wishing]
    assert len(cycle.topics) == 5
    school = next(place.territory.school for place in lead.places)
    assert school is not None
    wished = await (await hands.the(WishesOfSchool))(lead, cycle.cycle.id, school)
    assert [len(each.wishes) for each in wished] == [1, 1]


async def _requested(hands: Hands) -> None:
    """Schools ask: two topics that are alike, and one that two schools want."""
    look, host = await hands.the(RequestsOfCycle), await hands.actor(HOST)
    (collecting,) = [each.id for each, stands in (await look(host)).halves.all if stands is Phase.COLLECTING]
    board = await look(host, collecting)
    assert [(row.schools, row.people) for row in board.rows] == [(2, 11), (1, 14), (1, 8)]
    lead = await hands.actor(LEAD)
    similar = await (await hands.the(SimilarRequests))(lead, board.halves.cycle.id, "Читательская грамотность")
    assert sorted(each.mine for each in similar) == [False, True]
    assert len((await (await hands.the(SchoolRequests))(lead)).rows) == 2


async def _taken_part(hands: Hands) -> None:
    """Where a half-year runs: a programme, a version that waits for approval, seats, a queue, a lesson that is over."""
    teacher, region = await hands.actor(TEACHER), await hands.actor(REGION)
    running = (await (await hands.the(RequestsOfCycle))(await hands.actor(HOST))).halves.all
    if Phase.RUNNING not in {stands for _cycle, stands in running}:
        return
    assert len((await (await hands.the(ProgrammeForMe))(teacher)).rows) >= 3
    assert len(await (await hands.the(WaitingVersions))(region)) == 1
    assert (await (await hands.the(MyEvents))(teacher)).seats
    assert (await (await hands.the(MyEvents))(await hands.actor(SECOND))).waits
    assert (await (await hands.the(MyEvents))(teacher)).past
    attended = (await (await hands.the(WatchPresence))(region)).halves
    assert attended is not None and attended.phase is Phase.RUNNING, "what has taken place is looked at first"


async def _asked(hands: Hands) -> None:
    """Visits, questions, a video, and the methodists' day."""
    region, host = await hands.actor(REGION), await hands.actor(HOST)
    assert await (await hands.the(CountWaitingVisits))(region) == 1
    assert len(await (await hands.the(HostVisits))(host)) == 1
    assert await (await hands.the(CountLateQuestions))(region) == 1
    queue = await (await hands.the(QuestionQueue))(host)
    assert (len(queue.free), len(queue.answered)) == (2, 1)
    assert [count for _, count in (await (await hands.the(VideoSubjects))(host)).subjects] == [1]
    assert (await (await hands.the(HintWeekdays))(host, CHEMISTRY)).road == 2
