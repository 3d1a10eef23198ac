"""A version is submitted, approved by another, and published whole (I28–I30)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from shnor_domain.errors import Invalid, NotAllowed, NotFound, Stale
from shnor_domain.people.use_cases.settings import SetLeave
from shnor_domain.seats.times import grid
from shnor_domain.seminars.errors import (
    CycleOver,
    HostIsElsewhere,
    NotApproved,
    OwnProgramme,
    ProgrammeEmpty,
    ProgrammeInWork,
    ProgrammeUnready,
)
from shnor_domain.seminars.events.model import EventState
from shnor_domain.seminars.events.rules import Lack, Timing
from shnor_domain.seminars.events.use_cases.leading import MoveLesson, SetLessonLink
from shnor_domain.seminars.events.use_cases.making import AddLesson, ChangeEvent, DropEvent, DropLesson
from shnor_domain.seminars.programme import own_data
from shnor_domain.seminars.programme.model import VersionState
from shnor_domain.seminars.programme.use_cases.deciding import (
    ApproveVersion,
    ReturnVersion,
    SubmitVersion,
    WithdrawVersion,
)
from shnor_domain.seminars.programme.use_cases.looking import OneVersion, VersionsOfCycle, WaitingVersions
from shnor_domain.seminars.programme.use_cases.publishing import PreviewPublication, PublishVersion
from shnor_domain.seminars.requests.model import RequestState
from shnor_domain.seminars.requests.use_cases.deciding import SetRequestAside
from shnor_domain.storage.schema.consultations import busy
from shnor_domain.storage.schema.people import audit
from tests.support.event_land import HOUR, OCTOBER_14, lesson
from tests.support.programme_land import ProgrammeLand
from tests.support.seminar_land import answers
from tests.support.village import whose

DAY = timedelta(days=1)
CLOSED = ("lead", "teacher", "coordinator", "local methodist", "observer", "host", "tutor")
S, E = VersionState, EventState


async def test_what_is_not_whole_is_not_submitted(land: ProgrammeLand) -> None:
    with pytest.raises(ProgrammeEmpty):
        await land.submits()
    bare, past = await land.lays(lesson(), host=None), await land.lays(lesson(OCTOBER_14 + DAY))
    with pytest.raises(ProgrammeUnready) as refused:
        await land.submits()
    assert refused.value.facts == {"event": bare, "count": 1}
    land.village.clock.forward(days=40)
    with pytest.raises(ProgrammeUnready) as refused:
        await land.submits()
    assert refused.value.facts == {"event": bare, "count": 2} and past
    land.village.clock.forward(days=90)
    with pytest.raises(CycleOver):
        await land.submits()


async def test_what_is_submitted_is_what_is_approved_and_published(land: ProgrammeLand) -> None:
    asked, other = await land.sends(), await land.sends("neighbour", "Работа с текстом")
    event = await land.lays(requests=(asked, await land.sends("far lead", "Чтение")))
    version = await land.submits()
    await land.use(SetRequestAside)(land["methodist"], (await land.event(event)).requests[1], "too_few")
    stored, (line,) = await land.event(event), await land.lines(version)
    assert (line.title, line.schools, line.people, line.host) == (stored.terms.title, 2, 20, whose(land["host"]))
    for act in (
        land.use(ChangeEvent)(land["methodist"], event, 1, replace(stored.terms, title="Другое")),
        land.use(AddLesson)(land["methodist"], event, Timing(OCTOBER_14 + DAY, 60)),
        land.use(DropLesson)(land["methodist"], event, stored.lessons[0].id),
        land.use(MoveLesson)(land["methodist"], stored.lessons[0].id, OCTOBER_14, Timing(OCTOBER_14 + DAY, 60)),
        land.use(SetLessonLink)(land["methodist"], stored.lessons[0].id, "https://meet.example/x"),
        land.use(DropEvent)(land["methodist"], event),
    ):
        with pytest.raises(ProgrammeInWork):
            await act
    assert await land.event(event) == stored and not await land.is_busy("host")
    later = await land.lays(lesson(OCTOBER_14 + DAY))
    with pytest.raises(NotApproved):
        await land.use(PublishVersion)(land["methodist"], version)
    await land.approves(version)
    card = await land.use(PublishVersion)(land["methodist"], version)
    assert (card.version.state, card.version.number, card.first) == (S.PUBLISHED, 1, True)
    assert await land.lines(version) == [line] and await land.is_busy("host")
    assert [(await land.event(each)).state for each in (event, later)] == [E.OPEN, E.DRAFT]
    states = [(await land.request(each)).state for each in (*stored.requests, other)]
    assert states == [RequestState.PLANNED, RequestState.SET_ASIDE, RequestState.OPEN]
    with pytest.raises(Stale):
        await land.use(PublishVersion)(land["methodist"], version)


async def test_a_version_that_is_taken_back_lets_its_drafts_be_changed(land: ProgrammeLand) -> None:
    event = await land.lays()
    for approved in (False, True):
        version = await land.submits()
        with pytest.raises(Stale):
            await land.submits("region")
        if approved:
            await land.approves(version)
        card = await land.use(WithdrawVersion)(land["region"], version)
        assert card.version.state is S.WITHDRAWN
        stored = await land.event(event)
        await land.use(ChangeEvent)(land["methodist"], event, stored.version, replace(stored.terms, capacity=9))
        for act in (land.use(ApproveVersion)(land["second region"], version),
                    land.use(PublishVersion)(land["methodist"], version),
                    land.use(WithdrawVersion)(land["methodist"], version)):  # fmt: skip
            with pytest.raises(Stale):
                await act
    assert (await land.use(VersionsOfCycle)(land["methodist"], land.cycle))[1][0].state is S.WITHDRAWN


async def test_a_version_that_is_returned_says_why_and_the_next_one_is_submitted_anew(land: ProgrammeLand) -> None:
    event = await land.lays()
    version = await land.submits()
    with pytest.raises(Invalid):
        await land.use(ReturnVersion)(land["region"], version, " ")
    card = await land.use(ReturnVersion)(land["region"], version, "Нет  математики")
    assert (card.version.state, card.version.reason) == (S.RETURNED, "Нет математики")
    assert card.version.decided_by == whose(land["region"]) and not card.decides
    stored = await land.event(event)
    await land.use(ChangeEvent)(land["methodist"], event, stored.version, replace(stored.terms, title="Математика"))
    assert [each.title for each in await land.lines(await land.submits())] == ["Математика"]
    assert [each.title for each in await land.lines(version)] == ["Функциональная грамотность"]


async def test_who_has_submitted_it_does_not_decide_and_an_administrator_does_where_nobody_else_can(
    land: ProgrammeLand,
) -> None:
    await land.lays()
    version = await land.submits("region")
    with pytest.raises(OwnProgramme):
        await land.use(ApproveVersion)(land["region"], version)
    for who in ("methodist", "admin", "coordinator", "lead"):
        with pytest.raises(NotFound):
            await land.use(ApproveVersion)(land[who], version)
    assert await _waits(land, "region", "second region", "admin") == [0, 1, 0]
    with pytest.raises(NotAllowed):
        await land.use(WaitingVersions)(land["methodist"])
    today = land.village.clock.now().date()
    await land.use(SetLeave)(land["second region"], today + 9 * DAY)
    assert await _waits(land, "region", "admin") == [0, 1]
    assert (await land.use(OneVersion)(land["admin"], version)).decides
    assert (await land.use(ApproveVersion)(land["admin"], version)).version.state is S.APPROVED


async def _waits(land: ProgrammeLand, *people: str) -> list[int]:
    return [len(await land.use(WaitingVersions)(land[who])) for who in people]


async def test_versions_are_of_who_runs_the_seminar_and_who_decides(land: ProgrammeLand) -> None:
    await land.lays()
    version = await land.submits()
    for who in CLOSED:
        for act in (
            land.use(SubmitVersion)(land[who], land.cycle),
            land.use(OneVersion)(land[who], version),
            land.use(VersionsOfCycle)(land[who], land.cycle),
            land.use(WithdrawVersion)(land[who], version),
            land.use(ApproveVersion)(land[who], version),
            land.use(ReturnVersion)(land[who], version, "Нет химии"),
            land.use(PreviewPublication)(land[who], version),
            land.use(PublishVersion)(land[who], version),
        ):
            with pytest.raises(NotFound):
                await act
    assert (await land.version(version)).state is S.WAITING


async def test_publication_takes_the_hours_of_all_who_lead_or_of_nobody(land: ProgrammeLand) -> None:
    first, second = await land.lays(), await land.lays(lesson(OCTOBER_14 + DAY), host="tutor")
    version = await land.approves(await land.submits())
    async with land.village.database.write() as connection:
        cells = grid(OCTOBER_14 + DAY, OCTOBER_14 + DAY + HOUR)
        await connection.execute(insert(busy), [{"person_id": whose(land["tutor"]), "cell": cell} for cell in cells])
    with pytest.raises(HostIsElsewhere) as refused:
        await land.use(PublishVersion)(land["methodist"], version)
    assert refused.value.facts == {"event": second}
    assert not await land.is_busy("host") and await land.holds() is None
    assert [(await land.event(each)).state for each in (first, second)] == [E.DRAFT, E.DRAFT]


async def test_a_lesson_that_has_passed_meanwhile_bars_publication_by_name(land: ProgrammeLand) -> None:
    event = await land.lays(lesson(OCTOBER_14), lesson(OCTOBER_14 + DAY))
    version = await land.approves(await land.submits())
    land.village.clock.forward(days=30)
    with pytest.raises(ProgrammeUnready) as refused:
        await land.use(PublishVersion)(land["methodist"], version)
    assert refused.value.facts == {"event": event, "count": 1}
    assert (await land.use(OneVersion)(land["methodist"], version)).lacks == {event: (Lack.PAST,)}


async def test_of_two_who_publish_or_decide_at_once_one_does(land: ProgrammeLand) -> None:
    await land.lays()
    version = await land.submits()
    decisions = [land.use(ApproveVersion)(land[who], version) for who in ("region", "second region")]
    told = await answers(*decisions, land.use(ReturnVersion)(land["second region"], version, "Нет химии"))
    assert sorted(told) == ["done", "stale", "stale"]
    if (await land.version(version)).state is S.RETURNED:
        version = await land.approves(await land.submits())
    told = await answers(*(land.use(PublishVersion)(land["methodist"], version) for _ in range(4)))
    assert sorted(told) == ["done", "stale", "stale", "stale"]
    assert (await land.version(version)).number == 1
    await land.lays(lesson(OCTOBER_14 + DAY))
    told = await answers(*(land.submits(who) for who in ("methodist", "region", "second region")))
    assert sorted(told) == ["done", "stale", "stale"]


async def test_the_next_version_brings_new_events_and_supersedes_the_one_before(land: ProgrammeLand) -> None:
    old = await land.lays()
    first = await land.approves(await land.submits())
    await land.use(PublishVersion)(land["methodist"], first)
    new = await land.lays(lesson(OCTOBER_14 + DAY))
    second = await land.approves(await land.submits())
    card = await land.use(OneVersion)(land["region"], second)
    assert [each.event for each in card.new] == [new] and not card.first
    card = await land.use(PublishVersion)(land["methodist"], second)
    assert (card.version.number, [each.event for each in card.lines]) == (2, [old, new])
    assert (await land.version(first)).state is S.SUPERSEDED
    assert [each.event for each in await land.lines(first)] == [old]


async def test_who_publishes_sees_before_how_many_it_reaches(land: ProgrammeLand) -> None:
    asked = await land.sends()
    await land.supports("far lead", asked)
    narrow = await land.lays(requests=(asked,), municipality=land.village.municipality.municipality)
    version = await land.approves(await land.submits())
    found = await land.use(PreviewPublication)(land["methodist"], version)
    # the far school is not invited; both leads of the first one read of their topic, the teacher of its project too
    assert (found.events, found.schools, found.people) == (1, 1, 3)
    assert [(event.id, count) for event, count in found.passed_over] == [(narrow, 1)]


async def test_a_school_that_another_event_of_its_topic_invites_is_left_out_by_none(land: ProgrammeLand) -> None:
    asked = await land.sends()
    await land.supports("far lead", asked)
    await land.lays(requests=(asked,), municipality=land.village.municipality.municipality)
    await land.lays(lesson(OCTOBER_14 + DAY), requests=(asked,))
    found = await land.use(PreviewPublication)(land["methodist"], await land.approves(await land.submits()))
    assert found.passed_over == ()


async def test_with_who_leaves_go_her_name_her_reason_and_what_she_was_to_lead(land: ProgrammeLand) -> None:
    await land.lays()
    version = await land.submits()
    await land.use(ReturnVersion)(land["region"], version, "Тайна")
    async with land.village.units.write() as work:
        mine = await own_data.contribute(work, whose(land["methodist"]))
        assert mine["seminar_versions"]
        assert await own_data.contribute(work, whose(land["tutor"])) == {"seminar_versions": []}
        for who in ("methodist", "region", "host"):
            await own_data.on_person_leaves(work, whose(land[who]), land.village.clock.now())
    left = await land.version(version)
    assert (left.made_by, left.decided_by, left.reason, left.state) == (None, None, None, S.RETURNED)
    assert [each.host for each in await land.lines(version)] == [None]


async def test_what_is_decided_stands_in_the_log_without_words(land: ProgrammeLand) -> None:
    await land.lays(title="Тайная тема")
    await land.use(ReturnVersion)(land["region"], await land.submits(), "Тайная причина")
    version = await land.approves(await land.submits())
    await land.use(PublishVersion)(land["methodist"], version)
    async with land.village.database.read() as connection:
        rows = (await connection.execute(select(audit).where(audit.c.subject.startswith("version:")))).all()
    assert [row.action for row in rows] == [
        "programme-submit", "programme-return", "programme-submit", "programme-approve", "programme-publish",
    ]  # fmt: skip
    assert "тайн" not in str(rows).lower()
