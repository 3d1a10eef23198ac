"""Who is told of a version, once (I31)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shnor_domain.errors import NotFound
from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import StoredNotice
from shnor_domain.seminars.cycle.use_cases.wishing import WishTopic
from shnor_domain.seminars.events.use_cases.leading import CancelEvent
from shnor_domain.seminars.events.use_cases.making import ChangeEvent
from shnor_domain.seminars.programme import notices
from shnor_domain.seminars.programme.model import VersionId
from shnor_domain.seminars.programme.telling import News, checks, news_of
from shnor_domain.seminars.programme.use_cases.carrying import CarryProgramme
from shnor_domain.seminars.programme.use_cases.deciding import ApproveVersion, ReturnVersion, WithdrawVersion
from shnor_domain.seminars.programme.use_cases.looking import WaitingVersions
from shnor_domain.seminars.programme.use_cases.publishing import PublishVersion
from shnor_domain.seminars.programme.use_cases.reading import ProgrammeForMe
from shnor_domain.seminars.requests.use_cases.supporting import WithdrawSupport
from tests.support.event_land import OCTOBER_14, lesson
from tests.support.programme_land import ProgrammeLand
from tests.support.village import whose

DAY = timedelta(days=1)
TOLD = (notices.ASKED_FOR, notices.WISHED, notices.PROGRAMME)


async def _out(land: ProgrammeLand) -> VersionId:
    version = await land.approves(await land.submits())
    await land.use(PublishVersion)(land["methodist"], version)
    return version


async def _rows(land: ProgrammeLand, kind: str) -> dict[PersonId, StoredNotice]:
    async with land.village.units.read() as work:
        subjects = [f"version:{number}" for number in range(1, 9)] + [f"programme:{number}" for number in range(1, 9)]
        subjects += [f"support-asked:{one}:{other}" for one in range(1, 9) for other in range(1, 9)]
        found = [row for subject in subjects for row in await work.notices.of_subject(subject)]
    return {row.notice.person: row for row in found if row.notice.kind == kind}


async def _still(land: ProgrammeLand, row: StoredNotice) -> bool | object:
    return await checks(land.village.units.read)[row.notice.kind](row, land.village.clock.now())


async def test_who_asked_reads_of_her_topic_at_once_and_all_others_in_the_morning(land: ProgrammeLand) -> None:
    asked = await land.sends()
    await land.supports("far lead", asked)
    event = await land.lays(requests=(asked,), municipality=land.village.municipality.municipality)
    await _out(land)
    assert await land.told(*TOLD) == []
    for _ in range(2):
        await land.use(CarryProgramme)()
    told = [
        ("far lead", notices.PROGRAMME),
        ("lead", notices.ASKED_FOR),
        ("neighbour", notices.PROGRAMME),
        ("second lead", notices.ASKED_FOR),
        ("teacher", notices.PROGRAMME),
    ]
    assert await land.told(*TOLD) == told
    now = land.village.clock.now()
    mine = (await _rows(land, notices.ASKED_FOR))[whose(land["lead"])]
    theirs = (await _rows(land, notices.PROGRAMME))[whose(land["neighbour"])]
    assert mine.notice.due == now and mine.notice.late_after == OCTOBER_14
    assert now + timedelta(hours=12) < theirs.notice.due < now + 2 * DAY
    assert await _still(land, mine) and await _still(land, theirs)
    await land.use(CancelEvent)(land["methodist"], event)
    assert not await _still(land, mine)


async def test_a_wish_is_answered_where_nobody_leads_a_school(land: ProgrammeLand) -> None:
    asked = await land.sends()
    wish = await land.use(WishTopic)(land["teacher"], land.cycle, land.school(), "Дроби")
    async with land.village.units.write() as work:
        await work.seminar_wishes.take([wish.id], asked)
    await land.lays(requests=(asked,))
    await _out(land)
    for who in ("lead", "second lead", "neighbour", "far lead"):
        for place in await land.places(who):
            await land.place_ends(who, place)
    await land.use(CarryProgramme)()
    assert await land.told(*TOLD) == [("teacher", notices.PROGRAMME), ("teacher", notices.WISHED)]


async def test_who_stands_behind_it_no_more_is_not_told(land: ProgrammeLand) -> None:
    asked = await land.sends()
    await land.lays(requests=(asked,))
    await _out(land)
    await land.use(CarryProgramme)()
    mine = (await _rows(land, notices.ASKED_FOR))[whose(land["lead"])]
    await land.use(WithdrawSupport)(land["lead"], await land.support("lead", asked))
    assert not await _still(land, mine)


async def test_a_school_is_not_told_of_what_is_for_another_municipality_by_now(land: ProgrammeLand) -> None:
    asked = await land.sends()
    event = await land.lays(requests=(asked,))
    await _out(land)
    await land.use(CarryProgramme)()
    mine = (await _rows(land, notices.ASKED_FOR))[whose(land["lead"])]
    assert await _still(land, mine)
    found = await land.event(event)
    elsewhere = replace(found.terms, municipality=land["far lead"].places[0].territory.municipality)
    await land.use(ChangeEvent)(land["methodist"], event, found.version, elsewhere)
    assert not await _still(land, mine)


async def test_the_next_version_is_told_with_what_has_changed_and_of_two_only_the_last(land: ProgrammeLand) -> None:
    first_event = await land.lays()
    first = await _out(land)
    await land.use(CarryProgramme)()
    old = (await _rows(land, notices.PROGRAMME))[whose(land["neighbour"])]
    assert await _news(land, "neighbour", first) == News(1, None)
    await land.use(CancelEvent)(land["methodist"], first_event)
    assert await _still(land, old)  # a small change of the day is told to nobody by itself
    await land.lays(lesson(OCTOBER_14 + DAY))
    await land.lays(lesson(OCTOBER_14 + 2 * DAY), project_schools_only=True)
    second = await _out(land)
    assert not await _still(land, old)
    assert await _news(land, "neighbour", second) == News(1, 2)
    assert await _news(land, "teacher", second) == News(2, 3)
    for who, count in (("neighbour", 2), ("teacher", 3)):
        assert len((await land.use(ProgrammeForMe)(land[who])).changed) == count, who
    await land.lays(lesson(OCTOBER_14 + 3 * DAY), project_schools_only=True)
    third = await _out(land)
    await land.use(CarryProgramme)()
    rows = await _rows(land, notices.PROGRAMME)
    # nothing has changed for a school that is not of the project
    assert not await _still(land, rows[whose(land["neighbour"])])
    assert await _still(land, rows[whose(land["teacher"])]) and await _news(land, "teacher", third) == News(3, 1)


async def _news(land: ProgrammeLand, who: str, version: VersionId) -> News:
    async with land.village.units.read() as work:
        return await news_of(work, whose(land[who]), await land.version(version), land.village.clock.now())


async def test_who_decides_has_a_row_while_it_waits_and_its_author_a_word_once(land: ProgrammeLand) -> None:
    await land.lays()
    version = await land.submits()
    kinds = (notices.WAITS, notices.APPROVED, notices.RETURNED)
    first, again = [("region", notices.WAITS)] * 2, [("second region", notices.WAITS)] * 2
    assert await land.told(*kinds) == [("admin", notices.WAITS), *first, *again]
    row = (await _rows(land, notices.WAITS))[whose(land["region"])]
    assert await _still(land, row)
    await land.use(ReturnVersion)(land["region"], version, "Нет химии")
    assert not await _still(land, row)
    assert await land.told(*kinds) == [("methodist", notices.RETURNED)]
    version = await land.approves(await land.submits())
    approved = (await _rows(land, notices.APPROVED))[whose(land["methodist"])]
    assert await _still(land, approved)
    await land.use(WithdrawVersion)(land["methodist"], version)
    assert not await _still(land, approved)


async def test_no_version_is_told_after_its_half_year(land: ProgrammeLand) -> None:
    await land.lays()
    await _out(land)
    land.village.clock.forward(days=120)
    assert await land.use(CarryProgramme)() == 0
    assert await land.told(*TOLD) == []
    async with land.village.units.read() as work:
        assert await work.seminar_tellings.undone("asked", "programme") == []


async def test_what_waits_for_long_is_an_administrators_too(land: ProgrammeLand) -> None:
    await land.lays()
    version = await land.submits()
    row = (await _rows(land, notices.WAITS))[whose(land["admin"])]
    assert not await _still(land, row)
    with pytest.raises(NotFound):
        await land.use(ApproveVersion)(land["admin"], version)
    land.village.clock.forward(days=7)
    assert row.notice.due <= land.village.clock.now() and await _still(land, row)
    assert len(await land.use(WaitingVersions)(land["admin"])) == 1
    await land.approves(version, "admin")


async def test_of_another_who_leads_both_read_and_who_did_it_does_not(land: ProgrammeLand) -> None:
    event = await land.lays(lesson(), lesson(OCTOBER_14 + DAY))
    await land.opens(event)
    land.village.clock.at = OCTOBER_14 + DAY / 2
    for who in ("tutor", "methodist", "host"):
        found = await land.event(event)
        host = replace(found.terms, host=whose(land[who]))
        await land.use(ChangeEvent)(land["methodist"], event, found.version, host)
    you, no_more = notices.YOU_LEAD, notices.LEADS_NO_MORE
    assert await land.told(you, no_more) == [("host", no_more), ("host", you), ("tutor", no_more), ("tutor", you)]
    async with land.village.units.read() as work:
        rows = list(await work.notices.of_subject(f"event-host:{event}"))
    still = [(row.notice.person, row.notice.kind) for row in rows if await _still(land, row)]
    assert sorted(still) == sorted([(whose(land["host"]), you), (whose(land["tutor"]), no_more)])
    assert {row.notice.late_after for row in rows} == {OCTOBER_14 + DAY}


async def test_who_leads_hears_of_her_own_events_once_they_are_out(land: ProgrammeLand) -> None:
    event = await land.lays()
    await land.lays(lesson(OCTOBER_14 + DAY), host="methodist")
    assert await land.told(notices.YOU_LEAD) == []
    await _out(land)
    assert await land.told(notices.YOU_LEAD) == [("host", notices.YOU_LEAD)]
    async with land.village.units.read() as work:
        (row,) = await work.notices.of_subject(f"event-host:{event}")
    assert await _still(land, row)
    await land.use(CancelEvent)(land["methodist"], event)
    assert not await _still(land, row)
