"""What each person may list, open and change; a stranger nothing but names."""

from datetime import date

import pytest

from shnor_domain.errors import Invalid, NotAllowed, NotFound
from shnor_domain.identity import Actor, PersonId, Place, PlaceId, RegionId, Role, SubjectId, Territory
from shnor_domain.territories.errors import CodeTaken, SpellingTaken
from shnor_domain.territories.model import SchoolState, SchoolStatus, SchoolYear, Status
from shnor_domain.territories.names import Found, Several
from shnor_domain.territories.use_cases.change_schools import AddSchool, CloseSchool, RenameSchool, SetSchoolStatus
from shnor_domain.territories.use_cases.schools import ListSchools, SchoolYearList, ShowSchool
from shnor_domain.territories.use_cases.search import FindMunicipality, FindSchool
from shnor_domain.territories.use_cases.settings import (
    AddAlias,
    SetDayOff,
    SetMethodistDay,
    SetSubjectDay,
    SetWeek,
    ShowCalendar,
)
from shnor_domain.territories.use_cases.subjects import FillReference, ListSubjects
from tests.support.territories import ADMIN, STRANGER, YEAR, Country, StillClock, coordinator, curator, teacher

CLOCK = StillClock()
TWENTY = "municipality,school,settlement,statuses\n" + "".join(
    f"Лабинский,СОШ № {number},Лабинск,ШНОР\n" for number in range(20, 0, -1)
)
AMGA = "municipality,school,settlement,statuses\nАмгинский,Чапчылганская СОШ,Чапчылган,ШНОР\n"


@pytest.fixture
async def schools(land: Country) -> Country:
    await land.bring("schools", TWENTY)
    await land.bring("schools", AMGA)
    return land


async def test_lists_are_paged_by_eight_in_the_order_of_numbers(schools: Country) -> None:
    hers = coordinator((await schools.municipality("Лабинский")).territory)
    pages = [await ListSchools(schools.units.read)(hers, number) for number in (0, 1, 2, 99, -1)]
    assert [[school.number for school in page.rows] for page in pages] == [
        list(range(1, 9)),
        list(range(9, 17)),
        [17, 18, 19, 20],
        [17, 18, 19, 20],
        list(range(1, 9)),
    ]
    assert (pages[0].total, pages[0].pages, pages[3].number) == (20, 3, 2)


async def test_everybody_lists_her_own_schools_only(schools: Country) -> None:
    labinsk, six = await schools.municipality("Лабинский"), await schools.school("СОШ № 6")
    amga = await schools.school("Чапчылганская СОШ")
    unverified = Place(PlaceId(1), Role.REGIONAL_COORDINATOR, Territory(region=labinsk.region), verified=False)
    head = Actor(PersonId(1), 1, places=(Place(PlaceId(2), Role.SCHOOL_LEAD, amga.territory),))
    seen = {
        "admin": (ADMIN, 21),
        "region": (coordinator(Territory(region=labinsk.region), Role.OBSERVER), 20),
        "curator": (curator(labinsk.id, six.id), 1),
        "head of school": (head, 1),
        "teacher": (teacher(six.territory), 0),
        "unverified": (Actor(PersonId(1), 1, places=(unverified,)), 0),
        "stranger": (STRANGER, 0),
    }
    for who, (actor, count) in seen.items():
        assert (await ListSchools(schools.units.read)(actor)).total == count, who
    assert (await ListSchools(schools.units.read)(head, 0, labinsk.id)).total == 0


async def test_a_card_of_another_territory_looks_as_if_it_were_not_there(schools: Country) -> None:
    amga, labinsk = await schools.school("Чапчылганская СОШ"), await schools.municipality("Лабинский")
    card = await ShowSchool(schools.units.read)(ADMIN, amga.id)
    assert (card.school, card.municipality.name, card.statuses[0].status) == (amga, "Амгинский", Status.SHNOR)
    for actor in (STRANGER, coordinator(labinsk.territory), teacher(amga.territory)):
        with pytest.raises(NotFound):
            await ShowSchool(schools.units.read)(actor, amga.id)


async def test_names_are_found_by_anybody(schools: Country) -> None:
    find, units = FindMunicipality(schools.units.read), schools.units.read
    assert await find("батагай-алыта") == Found(await schools.municipality("Эвено-Бытантайский"), exact=True)
    assert isinstance(await find("Батагай"), Several)
    assert await find("Чапчылган") == Found(await schools.municipality("Амгинский"), exact=True)
    found = await FindSchool(units)("6", (await schools.municipality("Лабинский")).id)
    assert isinstance(found, Several)
    assert [school.number for school in found.candidates] == [6, 16]
    assert await FindSchool(units)("Чапчылган") == Found(await schools.school("Чапчылганская СОШ"), exact=True)


async def test_the_list_of_the_year_shows_only_the_scope(schools: Country) -> None:
    labinsk, six = await schools.municipality("Лабинский"), await schools.school("СОШ № 6")
    hers, put = coordinator(labinsk.territory), SetSchoolStatus(schools.units.write, CLOCK)
    await put(hers, SchoolStatus(six.id, SchoolYear(YEAR - 1), Status.SHNOR, "приказ"), True)
    diff = await SchoolYearList(schools.units.read)(hers, YEAR, Status.SHNOR)
    assert (len(diff.entered), [s.number for s in diff.stayed], diff.left) == (19, [6], ())
    nothing = await SchoolYearList(schools.units.read)(STRANGER, YEAR, Status.SHNOR)
    assert (nothing.entered, nothing.stayed, nothing.left) == ((), (), ())
    await put(hers, SchoolStatus(six.id, YEAR, Status.SHNOR, ""), False)
    assert [s.number for s in (await SchoolYearList(schools.units.read)(hers, YEAR, Status.SHNOR)).left] == [6]


async def test_a_coordinator_changes_her_schools_and_nobody_elses(schools: Country) -> None:
    labinsk, six = await schools.municipality("Лабинский"), await schools.school("СОШ № 6")
    amga, seven = await schools.school("Чапчылганская СОШ"), await schools.school("СОШ № 7")
    hers, write = coordinator(labinsk.territory), schools.units.write
    made = await AddSchool(write, CLOCK)(hers, labinsk.id, "  Лицей   № 40 ", "Упорная", "code-40")
    assert (await schools.school("Лицей № 40")).id == made
    with pytest.raises(SpellingTaken):
        await AddSchool(write, CLOCK)(hers, labinsk.id, "лицей №40", "Упорная")
    with pytest.raises(CodeTaken):
        await AddSchool(write, CLOCK)(hers, labinsk.id, "Лицей № 41", None, "code-40")
    with pytest.raises(Invalid):
        await AddSchool(write, CLOCK)(hers, labinsk.id, " № ")
    renamed = await RenameSchool(write, CLOCK)(hers, six.id, "Гимназия № 6")
    assert (await schools.school("Гимназия № 6")).aliases == ("СОШ № 6",) and renamed.number == 6
    assert (await CloseSchool(write, CLOCK)(hers, seven.id, six.id)).state is SchoolState.MERGED
    with pytest.raises(Invalid):
        await CloseSchool(write, CLOCK)(hers, six.id, seven.id)
    before = await schools.schools()
    for actor, error in ((hers, NotFound), (STRANGER, NotFound), (curator(amga.municipality, amga.id), NotAllowed)):
        with pytest.raises(error):
            await RenameSchool(write, CLOCK)(actor, amga.id, "Моя школа")
        with pytest.raises(error):
            await CloseSchool(write, CLOCK)(actor, amga.id)
        with pytest.raises(error):
            await SetSchoolStatus(write, CLOCK)(actor, SchoolStatus(amga.id, YEAR, Status.BASE, ""), True)
        with pytest.raises(NotAllowed):
            await AddSchool(write, CLOCK)(actor, amga.municipality, "Чужая школа")
    assert await schools.schools() == before


async def test_a_spelling_is_taught_unless_a_neighbour_has_it(land: Country) -> None:
    momsky = await land.municipality("Момский")
    regional = coordinator(Territory(region=momsky.region), Role.REGIONAL_COORDINATOR)
    add = AddAlias(land.units.write, CLOCK)
    await add(regional, momsky.id, "Мома")
    assert await FindMunicipality(land.units.read)("мома") == Found(await land.municipality("Момский"), exact=True)
    with pytest.raises(SpellingTaken):
        await add(regional, momsky.id, "намский улус")
    with pytest.raises(NotFound):
        await add(STRANGER, momsky.id, "Чужое")


async def test_working_days_follow_the_municipality(land: Country) -> None:
    momsky, ardon = await land.municipality("Момский"), await land.municipality("Ардонский")
    hers, write, show = coordinator(momsky.territory), land.units.write, ShowCalendar(land.units.read)
    saturday, republic, own = date(2026, 11, 28), date(2026, 4, 27), date(2026, 12, 1)
    await SetWeek(write, CLOCK)(hers, momsky.id, 6)
    await SetDayOff(write, CLOCK)(hers, momsky.territory, own, "День улуса")
    await SetMethodistDay(write, CLOCK)(hers, momsky.territory, 3, "приказ")
    there, days = await show(momsky.id)
    elsewhere, none = await show(ardon.id)
    assert [there.is_working(day) for day in (saturday, republic, own)] == [True, False, False]
    assert [elsewhere.is_working(day) for day in (saturday, republic, own)] == [False, True, True]
    assert ([day.weekday for day in days], list(none)) == ([3], [])
    await SetDayOff(write, CLOCK)(hers, momsky.territory, own, None)
    assert (await show(momsky.id))[0].is_working(own)
    async with land.units.read() as work:
        off = await work.lands.days_off(momsky.territory, date(2026, 11, 27), date(2026, 11, 30))
    assert off == {date(2026, 11, 29)}


async def test_a_forged_pair_of_own_region_and_foreign_municipality_is_refused(land: Country) -> None:
    momsky, ardon = await land.municipality("Момский"), await land.municipality("Ардонский")
    regional = coordinator(Territory(region=momsky.region), Role.REGIONAL_COORDINATOR)
    forged = Territory(region=momsky.region, municipality=ardon.id)
    with pytest.raises(NotAllowed):
        await SetDayOff(land.units.write, CLOCK)(regional, forged, date(2026, 12, 1), "Чужой день")
    with pytest.raises(NotAllowed):
        await SetMethodistDay(land.units.write, CLOCK)(regional, forged, 1)
    with pytest.raises(NotAllowed):
        await SetDayOff(land.units.write, CLOCK)(regional, Territory(), date(2026, 12, 1), "День страны")
    with pytest.raises(NotFound):
        await SetWeek(land.units.write, CLOCK)(regional, ardon.id, 6)


async def test_the_day_of_a_subject_is_the_regions(land: Country) -> None:
    momsky = await land.municipality("Момский")
    regional = coordinator(Territory(region=momsky.region), Role.REGIONAL_COORDINATOR)
    put = SetSubjectDay(land.units.write, CLOCK)
    await put(regional, momsky.region, SubjectId("chemistry"), 0)
    with pytest.raises(Invalid):
        await put(regional, momsky.region, SubjectId("magic"), 0)
    for actor in (STRANGER, coordinator(momsky.territory)):
        with pytest.raises(NotAllowed):
            await put(actor, momsky.region, SubjectId("chemistry"), 1)
    async with land.units.read() as work:
        assert [day.weekday for day in await work.calendars.subject_days(momsky.region)] == [0]
        assert await work.calendars.subject_days(RegionId(999)) == []


async def test_the_catalogue_is_filled_once(land: Country) -> None:
    subjects = await ListSubjects(land.units.read)()
    assert [subject.code for subject in subjects[:3]] == ["russian", "literature", "math"]
    assert await FillReference(land.units.write)() == 0
