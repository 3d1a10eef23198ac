"""Materials come to who came, and where they are to who asked and did not (JP11)."""

from datetime import timedelta
from typing import Any

import pytest

from shnor_domain.contents import BadEvidence
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.notifications.model import Notice, NoticeId, NoticeState, StoredNotice
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.leading import MoveLesson
from shnor_domain.seminars.materials import notices
from shnor_domain.seminars.materials.model import MOST_MATERIALS, Given
from shnor_domain.seminars.materials.telling import checks
from shnor_domain.seminars.materials.use_cases.carrying import CarryMaterials
from shnor_domain.seminars.materials.use_cases.giving import (
    AddMaterial,
    MaterialFile,
    MaterialsOf,
    RemoveMaterial,
    ShowMaterials,
    SweepSeminarFiles,
)
from tests.support.came_land import CameLand, two_lessons
from tests.support.evidence_files import PDF, BodiesHere
from tests.support.village import whose

LINK = "https://example.org/record"


async def adds(land: CameLand, event: Any, who: str = "host", files: Any = None, **given: Any) -> Any:
    material = Given(given.pop("title", "Запись занятия"), **(given or {"link": LINK}))
    case = land.village.use(AddMaterial, seminar_files=files or BodiesHere())
    return await case(land[who], event, material)


async def still(land: CameLand, kind: str, event: Any, who: str) -> Any:
    notice = Notice("", whose(land[who]), kind, "", land.village.clock.at, {"event": int(event)})
    row = StoredNotice(NoticeId(0), notice, NoticeState.PLANNED)
    return await checks(land.village.units.read)[kind](row, land.village.clock.at)


async def test_who_leads_adds_links_and_files_and_takes_them_away(land: CameLand) -> None:
    event = await land.published()
    await land.sits(event, "teacher")
    link, file = await adds(land, event), await adds(land, event, body=PDF, name="a/б.exe", title="Презентация")
    assert (link.link, link.file) == (LINK, None)
    assert (file.link, file.file_name) == (None, "б.pdf")
    shown = await land.use(ShowMaterials)(land["teacher"], event)
    assert ([each.title for each in shown.rows], shown.gives) == (["Запись занятия", "Презентация"], False)
    found, body = await land.village.use(MaterialFile, seminar_files=BodiesHere())(land["teacher"], file.id)
    assert (found, bool(body)) == (file, True)
    remove = land.village.use(RemoveMaterial, seminar_files=BodiesHere())
    for who in ("teacher", "tutor", "lead", "coordinator", "observer"):
        with pytest.raises(NotFound):
            await adds(land, event, who)
        with pytest.raises(NotFound):
            await remove(land[who], file.id)
    await remove(land["methodist"], file.id)
    with pytest.raises(NotFound):
        await remove(land["host"], file.id)
    assert len((await land.use(ShowMaterials)(land["host"], event)).rows) == 1


async def test_what_cannot_be_a_material_is_refused_and_its_body_goes(land: CameLand) -> None:
    event = await land.published()
    for given, field in (({"title": " "}, "title"), ({"link": "не ссылка"}, "link"), ({"link": ""}, "material")):
        with pytest.raises(Invalid) as refused:
            await adds(land, event, **({"link": LINK} | given))
        assert refused.value.field == field
    with pytest.raises(BadEvidence):
        await adds(land, event, body=b"MZ program", name="a.pdf")
    for _ in range(MOST_MATERIALS):
        await adds(land, event)
    files = Shelf()
    with pytest.raises(Invalid):
        await adds(land, event, files=files, body=PDF, name="a.pdf")
    assert files.kept == {}


class Shelf(BodiesHere):
    """Keeps what is kept."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    async def keep(self, body: bytes, ending: str) -> str:
        self.kept[f"{len(self.kept)}.{ending}"] = body
        return f"{len(self.kept) - 1}.{ending}"

    async def erase(self, key: str) -> None:
        self.kept.pop(key, None)

    async def kept_before(self, instant: Any) -> list[str]:
        return list(self.kept)


async def test_bodies_that_no_row_names_are_swept(land: CameLand) -> None:
    event, files = await land.published(), Shelf()
    kept = await adds(land, event, files=files, body=PDF, name="a.pdf")
    await files.keep(PDF, "pdf")
    sweep = SweepSeminarFiles(land.village.units.read, files, land.village.clock)
    assert (await sweep(), list(files.kept)) == (1, [kept.file])


async def test_materials_are_read_by_who_sat_there_and_by_leads_of_schools_that_asked(land: CameLand) -> None:
    asked = await land.sends("neighbour")
    event = await land.published(requests=(asked,))
    await land.sits(event, "teacher")
    await land.keeps(event, "far lead", 2)
    await adds(land, event)
    for who in ("teacher", "neighbour", "far lead", "methodist", "host"):
        assert (await land.use(ShowMaterials)(land[who], event)).rows
    for who in ("colleague", "lead", "coordinator", "observer", "tutor"):
        with pytest.raises(NotFound):
            await land.use(ShowMaterials)(land[who], event)
        assert await land.use(MaterialsOf)(land[who], event) is None


async def test_several_materials_come_in_one_message_to_who_came(land: CameLand) -> None:
    event = await land.published(*two_lessons())
    for who in ("teacher", "colleague"):
        await land.sits(event, who)
    carry = land.use(CarryMaterials)
    await adds(land, event)
    await land.at_lesson(event, minutes=-1)
    assert await carry() == 0, "nobody came yet"
    await land.at_lesson(event)
    await land.checks_in("teacher", event)
    await land.at_lesson(event, minutes=60)
    assert await carry() == 1
    assert await land.told(notices.MATERIALS) == [("teacher", notices.MATERIALS)]
    await adds(land, event)
    land.village.clock.forward(minutes=29)
    await adds(land, event)
    assert await carry() == 0, "they are collected for half an hour"
    land.village.clock.forward(minutes=1)
    assert (await carry(), await carry()) == (1, 0)
    assert await land.told(notices.MATERIALS) == [("teacher", notices.MATERIALS)] * 2
    assert await still(land, notices.MATERIALS, event, "teacher")
    assert not await still(land, notices.MATERIALS, event, "colleague")


async def test_who_is_found_to_have_come_after_others_were_told_hears_of_all_in_one_message(land: CameLand) -> None:
    event = await land.published(*two_lessons())
    seats = {who: await land.sits(event, who) for who in ("teacher", "colleague", "other")}
    await land.at_lesson(event)
    await land.checks_in("teacher", event)
    carry = land.use(CarryMaterials)
    for _ in range(2):
        await adds(land, event)
        await land.at_lesson(event, minutes=65)
        await carry()
        land.village.clock.forward(minutes=5)
    land.village.clock.forward(days=1)
    assert await carry() == 1
    assert await land.told(notices.MATERIALS) == [("teacher", notices.MATERIALS)] * 2
    came = {seats["teacher"]: True, seats["colleague"]: True, seats["other"]: False}
    for _ in range(2):
        await land.marks(event, came=came)
    found = await land.told(notices.MATERIALS)
    assert found == [("colleague", notices.MATERIALS)] + [("teacher", notices.MATERIALS)] * 2
    await land.at_lesson(event, 2, minutes=90)
    await land.checks_in("colleague", event, 2)
    assert await land.told(notices.MATERIALS) == found, "she knows"
    await land.checks_in("other", event, 2)
    assert ("other", notices.MATERIALS) in await land.told(notices.MATERIALS)


async def test_who_asked_or_sat_there_and_did_not_come_reads_once_where_they_are(land: CameLand) -> None:
    asked = await land.sends("neighbour")
    await land.supports("lead", asked)
    event = await land.published(requests=(asked,))
    for who in ("teacher", "colleague"):
        await land.sits(event, who)
    await land.at_lesson(event)
    await land.checks_in("teacher", event)
    await adds(land, event)
    lesson = await land.at_lesson(event, minutes=90)
    carry = land.use(CarryMaterials)
    await carry()
    found = await land.told(notices.MISSED)
    assert found == [("colleague", notices.MISSED), ("neighbour", notices.MISSED)], "of the lead's school one came"
    day_after = lesson.ends + timedelta(days=1)
    assert await still(land, notices.MISSED, event, "colleague") == day_after, "not before a day after"
    land.village.clock.at = lesson.ends + timedelta(days=1)
    assert await still(land, notices.MISSED, event, "colleague")
    assert await still(land, notices.MISSED, event, "neighbour")
    assert not await still(land, notices.MISSED, event, "teacher")
    await adds(land, event)
    land.village.clock.forward(minutes=30)
    await carry()
    assert await land.told(notices.MISSED) == found, "once, whatever is added later"
    await land.marks(event)
    assert not await still(land, notices.MISSED, event, "colleague")


async def test_who_was_not_there_reads_of_it_once_though_the_last_lesson_moves(land: CameLand) -> None:
    event = await land.published(*two_lessons())
    for who in ("teacher", "colleague"):
        await land.sits(event, who)
    await land.at_lesson(event)
    await land.checks_in("teacher", event)
    await adds(land, event)
    await land.at_lesson(event, minutes=60)
    carry = land.use(CarryMaterials)
    await carry()
    last = await land.lesson(event, 2)
    sooner = Timing(last.starts - timedelta(days=2), last.minutes)
    await land.use(MoveLesson)(land["host"], last.id, last.starts, sooner)
    await adds(land, event)
    land.village.clock.forward(minutes=30)
    await carry()
    assert await land.told(notices.MISSED) == [("colleague", notices.MISSED)]
    assert await still(land, notices.MISSED, event, "colleague") == sooner.ends + timedelta(days=1)
