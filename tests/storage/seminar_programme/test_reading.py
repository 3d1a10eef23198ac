"""The programme is read by whom it is for, and by strangers what is shown to all (I26, I27)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor
from shnor_domain.seminars.cycle.model import Phase
from shnor_domain.seminars.events.model import EventId, EventState
from shnor_domain.seminars.events.use_cases.leading import CancelEvent
from shnor_domain.seminars.model import Audience
from shnor_domain.seminars.programme.use_cases.reading import OneEvent, OpenProgramme, ProgrammeForMe, WhatAnswers
from tests.support.event_land import OCTOBER_14, lesson
from tests.support.programme_land import ProgrammeLand

STRANGER = Actor(None, 1)
DAY = timedelta(days=1)
SECRET = "https://meet.example/secret"


async def _titles(land: ProgrammeLand, who: str) -> list[str]:
    return [row.event.terms.title for row in (await land.use(ProgrammeForMe)(land[who])).rows]


async def _sees(land: ProgrammeLand, who: Actor, event: EventId) -> bool:
    try:
        await land.use(OneEvent)(who, event)
    except NotFound:
        return False
    return True


async def test_what_is_out_is_read_by_whom_it_is_for(land: ProgrammeLand) -> None:
    town = land.village.municipality.municipality
    everybody = await land.lays(lesson(OCTOBER_14 + DAY), title="Всем", audience=Audience.TEAMS)
    near = await land.lays(title="Району", municipality=town)
    project = await land.lays(lesson(OCTOBER_14 + 2 * DAY), title="Проекту", project_schools_only=True, host="tutor")
    await land.lays(title="Черновик", host=None)
    await land.publishes(everybody, near, project)
    assert await _titles(land, "teacher") == ["Району", "Всем", "Проекту"]
    assert await _titles(land, "neighbour") == ["Району", "Всем"]
    assert await _titles(land, "far lead") == ["Всем"]
    assert await _titles(land, "observer") == ["Району", "Всем", "Проекту"]
    assert await _titles(land, "methodist") == ["Району", "Всем", "Проекту"]
    found = await land.use(ProgrammeForMe)(land["teacher"])
    assert [row.invited for row in found.rows] == [True, False, True]
    assert found.version is not None and (found.version.number, found.changed) == (1, ())
    assert found.halves is not None and found.halves.phase is Phase.COLLECTING
    land.village.clock.forward(days=20)
    found = await land.use(ProgrammeForMe)(land["teacher"])
    assert found.halves is not None and found.halves.phase is Phase.RUNNING
    with pytest.raises(NotAllowed):
        await land.use(ProgrammeForMe)(STRANGER)


async def test_before_it_is_out_there_is_no_programme(land: ProgrammeLand) -> None:
    draft = await land.lays(shown_to_all=True)
    assert (await land.use(ProgrammeForMe)(land["teacher"])).halves is None
    for who in (STRANGER, land["teacher"], land["host"], land["methodist"]):
        assert not await _sees(land, who, draft)
    assert not await _sees(land, STRANGER, EventId(draft + 100))
    assert list(await land.use(OpenProgramme)(land.village.region.region)) == []


async def test_a_stranger_reads_topic_kind_form_and_hours_of_what_is_shown_to_all(land: ProgrammeLand) -> None:
    asked = await land.sends()
    shown = await land.lays(lesson(link=SECRET), shown_to_all=True, about="О чём", requests=(asked,))
    hidden = await land.lays(lesson(OCTOBER_14 + DAY))
    await land.publishes(shown, hidden)
    view = await land.use(OneEvent)(STRANGER, shown)
    assert view.inside is None and (view.open.title, view.open.lessons[0].minutes) == ("Функциональная грамотность", 60)
    (only,) = await land.use(OpenProgramme)(land.village.region.region)
    assert only == view.open
    assert [region for region, _name in await land.use(OpenProgramme).regions()] == [land.village.region.region]
    for word in ("secret", "О чём", "requests", "host"):
        assert word not in repr(view.open)
    assert not await _sees(land, STRANGER, hidden)
    assert await _sees(land, land["teacher"], hidden)
    land.village.clock.forward(days=31)
    assert list(await land.use(OpenProgramme)(land.village.region.region)) == []


async def test_what_a_school_asked_for_is_marked_for_it(land: ProgrammeLand) -> None:
    asked = await land.sends()
    event, other = await land.lays(requests=(asked,)), await land.lays(lesson(OCTOBER_14 + DAY))
    await land.publishes(event, other)
    for who, wanted in (("lead", [event]), ("second lead", [event]), ("neighbour", []), ("teacher", [])):
        found = await land.use(ProgrammeForMe)(land[who])
        assert [row.event.id for row in found.asked] == wanted, who
    for who, wanted in (("lead", [event]), ("neighbour", [event]), ("methodist", [event])):
        assert [each.id for each in await land.use(WhatAnswers)(land[who], asked)] == wanted
    with pytest.raises(NotFound):
        await land.use(WhatAnswers)(land["teacher"], asked)
    view = await land.use(OneEvent)(land["lead"], event)
    assert view.inside is not None and view.inside.asked and view.inside.invited and not view.inside.runs


async def test_who_leads_an_event_is_not_invited_to_it(land: ProgrammeLand) -> None:
    event = await land.lays(host="teacher")
    await land.publishes(event)
    view = await land.use(OneEvent)(land["teacher"], event)
    assert view.inside is not None and view.inside.invited == ()


async def test_what_was_called_off_says_so_and_what_never_was_out_is_not_found(land: ProgrammeLand) -> None:
    event, dropped = await land.lays(shown_to_all=True), await land.lays(shown_to_all=True, state=EventState.CANCELLED)
    await land.publishes(event)
    await land.use(CancelEvent)(land["methodist"], event)
    for who in (STRANGER, land["teacher"]):
        assert (await land.use(OneEvent)(who, event)).open.called_off
        assert not await _sees(land, who, dropped)
    assert await _titles(land, "teacher") == []


async def test_a_later_version_says_what_has_changed_for_this_reader(land: ProgrammeLand) -> None:
    town = land.village.municipality.municipality
    near, far = await land.lays(municipality=town), await land.lays(lesson(OCTOBER_14 + DAY))
    await land.publishes(near)
    async with land.village.units.write() as work:
        stored = await work.seminar_events.get(near)
        assert stored is not None
        later = replace(stored.lessons[0], starts=OCTOBER_14 + 2 * DAY, ends=OCTOBER_14 + 2.5 * DAY)
        await work.seminar_events.save_lesson(later)
    async with land.village.units.write() as work:
        stored = await work.seminar_events.get(near)
        assert stored is not None
        await work.seminar_events.save(stored, stored.terms, EventState.DRAFT, land.village.clock.now())
    await land.publishes(near, far)
    found = await land.use(ProgrammeForMe)(land["teacher"])
    assert found.version is not None and found.version.number == 2
    assert [(each.line.event, bool(each.moved), each.before is None) for each in found.changed] == [
        (far, False, True),
        (near, True, False),
    ]
    assert [each.line.event for each in (await land.use(ProgrammeForMe)(land["far lead"])).changed] == [far]
