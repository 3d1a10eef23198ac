"""Reference data changed by hand: calendars, the catalogue, schools, spellings; each by those who may, and logged."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select

from shnor_domain.errors import DomainError, Invalid, NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, Role, SubjectId, Territory
from shnor_domain.storage.schema import metadata
from shnor_domain.territories.calendar import DayOff, Week
from shnor_domain.territories.errors import CodeTaken, SpellingTaken
from shnor_domain.territories.federal import OfficialYear
from shnor_domain.territories.model import SchoolState
from shnor_domain.territories.names import Found, Nothing
from shnor_domain.territories.use_cases.calendars import CalendarGaps, ReadCalendar, ReadWeekdays
from shnor_domain.territories.use_cases.catalogue import AddSubject, OfferSubject, ReadCatalogue, RenameSubject
from shnor_domain.territories.use_cases.change_schools import CloseSchool, RenameSchool
from shnor_domain.territories.use_cases.correct_schools import (
    AddSchoolSpelling,
    DropSchoolSpelling,
    ReopenSchool,
    SetSchoolCode,
    SetSettlement,
)
from shnor_domain.territories.use_cases.federal_year import LoadFederalYear, PreviewFederalYear
from shnor_domain.territories.use_cases.scoped import ClosedSchools
from shnor_domain.territories.use_cases.search import FindMunicipality, FindSchool
from shnor_domain.territories.use_cases.settings import AddAlias, DropAlias, SetDayOff, SetMethodistDay, SetSubjectDay
from shnor_domain.territories.use_cases.subjects import FillReference, ListSubjects
from tests.support.territories import ADMIN, SCHOOLS, STRANGER, Country, StillClock, coordinator, teacher

CLOCK = StillClock()
NEXT = 2027
FRIDAY, NEW_YEAR = date(2026, 12, 4), date(2027, 1, 1)


@dataclass
class Package:
    """Port `OfficialDays` with three days a year."""

    complete: bool = True

    async def __call__(self, year: int) -> OfficialYear:
        days = (date(year, 1, 1), date(year, 1, 2), date(year, 5, 9))
        rows = tuple(DayOff(day, Week.ALL, "праздник", "пакет") for day in days)
        return OfficialYear(year, rows, self.complete)


@pytest.fixture
async def schools(land: Country) -> AsyncIterator[Country]:
    await land.bring("schools", SCHOOLS)
    yield land


async def logged(land: Country) -> list[str]:
    """Actions of the audit log, in order."""
    audit = metadata.tables["audit"]
    async with land.units.read() as work:
        rows = await work.calendars._connection.execute(select(audit.c.action).order_by(audit.c.id))
        return [row.action for row in rows]


async def federal_rows(land: Country) -> dict[date, Week]:
    async with land.units.read() as work:
        return {row.day: row.week for row in await work.calendars.days_off()}


async def empty_year(land: Country, year: int) -> None:
    """As if the package shipped nothing for that year."""
    async with land.units.write() as work:
        for row in await work.calendars.days_off():
            if row.day.year == year:
                await work.calendars.drop_day_off(None, None, row.day)


async def of_region(land: Country, municipality: str = "Момский") -> tuple[Actor, Territory]:
    """Its regional coordinator and the region."""
    region = Territory(region=(await land.municipality(municipality)).region)
    return coordinator(region, Role.REGIONAL_COORDINATOR), region


async def refused(error: type[DomainError], *calls: object) -> None:
    for call in calls:
        with pytest.raises(error):
            await call  # type: ignore[misc]


async def test_a_calendar_shows_every_level_that_reaches_it(land: Country) -> None:
    momsky = await land.municipality("Момский")
    hers, (regional, region) = coordinator(momsky.territory), await of_region(land)
    put, show = SetDayOff(land.units.write, CLOCK), ReadCalendar(land.units.read, CLOCK)
    await put(hers, momsky.territory, FRIDAY, "День улуса", "приказ")
    await put(regional, region, date(2026, 12, 7), "День республики", "закон", Week.FIVE_DAY)
    await SetMethodistDay(land.units.write, CLOCK)(regional, region, 3, "приказ")
    there = await show(hers, momsky.territory)
    assert [(row.day, row.region is None, row.municipality is None) for row in there.rows[:3]] == [
        (FRIDAY, False, False),
        (date(2026, 12, 7), False, True),
        (date(2026, 12, 31), True, True),
    ]
    assert [row.day for row in there.own] == [FRIDAY]
    assert (there.days_in_week, there.missing, [day.weekday for day in there.methodists]) == (5, (), [3])
    above = await show(regional, region)
    assert above.days_in_week is None and FRIDAY not in {row.day for row in above.rows}
    assert date(2026, 12, 7) in {row.day for row in above.own}
    country = await show(ADMIN, Territory())
    assert {row.region for row in country.rows} == {None} and country.own == country.rows


async def test_a_six_day_week_does_not_show_what_holds_for_five_days(land: Country) -> None:
    momsky = await land.municipality("Момский")
    hers = coordinator(momsky.territory)
    carried, worked = date(2027, 2, 22), date(2027, 2, 20)
    five = {row.day for row in (await ReadCalendar(land.units.read, CLOCK)(hers, momsky.territory)).rows}
    async with land.units.write() as work:
        await work.calendars.set_week(momsky.id, 6)
    six = {row.day for row in (await ReadCalendar(land.units.read, CLOCK)(hers, momsky.territory)).rows}
    assert {carried, worked} <= five and not {carried, worked} & six


async def test_a_calendar_of_others_is_not_read_for_changing(land: Country) -> None:
    momsky, ardon = await land.municipality("Момский"), await land.municipality("Ардонский")
    hers, (regional, region) = coordinator(momsky.territory), await of_region(land)
    show, forged = ReadCalendar(land.units.read, CLOCK), Territory(momsky.region, ardon.id)
    await refused(NotFound, show(hers, ardon.territory), show(regional, forged))
    await refused(NotAllowed, show(hers, region), show(hers, Territory()), show(regional, Territory()))
    observer = coordinator(region, Role.OBSERVER)
    for actor in (STRANGER, teacher(momsky.territory), observer):
        await refused(NotAllowed, show(actor, momsky.territory))
        assert await CalendarGaps(land.units.read, CLOCK)(actor) == ()
    weekdays = ReadWeekdays(land.units.read)
    assert momsky.region is not None
    await refused(NotAllowed, weekdays(hers, momsky.region), weekdays(STRANGER, momsky.region))


async def test_a_day_taken_out_does_not_come_back_with_the_next_start(land: Country) -> None:
    (regional, region), momsky = await of_region(land), await land.municipality("Момский")
    republic = date(2027, 4, 27)
    put = SetDayOff(land.units.write, CLOCK)
    await put(regional, region, republic, None)
    await put(ADMIN, Territory(), date(2027, 3, 8), None)
    assert await FillReference(land.units.write)() == 0
    async with land.units.read() as work:
        calendar = await work.calendars.calendar(momsky.id)
    assert calendar.is_working(republic) and calendar.is_working(date(2027, 3, 8))
    sheet = await ReadCalendar(land.units.read, CLOCK)(regional, region)
    assert republic not in {row.day for row in (*sheet.rows, *sheet.own)}
    await refused(Stale, put(regional, region, republic, None), put(regional, region, FRIDAY, None))
    await put(regional, region, republic, "День Республики Саха (Якутия)", "закон")
    async with land.units.read() as work:
        assert not (await work.calendars.calendar(momsky.id)).is_working(republic)


async def test_a_day_needs_a_word_and_a_week_that_there_is(land: Country) -> None:
    momsky = await land.municipality("Момский")
    put, hers = SetDayOff(land.units.write, CLOCK), coordinator(momsky.territory)
    for word in (" ", "ж" * 101):
        await refused(Invalid, put(hers, momsky.territory, FRIDAY, word))
    await refused(Invalid, put(hers, momsky.territory, FRIDAY, "День", "", Week.PLAIN))
    await put(hers, momsky.territory, date(2026, 12, 5), "Рабочая суббота", "", Week.WORKING)
    async with land.units.read() as work:
        assert (await work.calendars.calendar(momsky.id)).is_working(date(2026, 12, 5))


async def test_a_year_without_a_calendar_is_missed_and_loaded_by_an_admin(land: Country) -> None:
    (regional, _region), gaps = await of_region(land), CalendarGaps(land.units.read, CLOCK)
    assert await gaps(regional) == ()
    await empty_year(land, NEXT)
    assert await gaps(regional) == await gaps(ADMIN) == (NEXT,)
    preview = await PreviewFederalYear(land.units.read, CLOCK, Package(complete=False))(ADMIN, NEXT)
    assert ([row.day.day for row in preview.rows], preview.complete) == ([1, 2, 9], False)
    load = LoadFederalYear(land.units.write, CLOCK, Package())
    assert await load(ADMIN, NEXT) == 3
    assert await gaps(regional) == ()
    assert "federal-year:3" in await logged(land)
    await refused(Stale, load(ADMIN, NEXT))


async def test_loading_a_year_touches_no_day_that_the_table_has_or_that_was_taken_out(land: Country) -> None:
    await empty_year(land, NEXT)
    put = SetDayOff(land.units.write, CLOCK)
    await put(ADMIN, Territory(), NEW_YEAR, "Свой Новый год", "от руки", Week.FIVE_DAY)
    await put(ADMIN, Territory(), date(NEXT, 1, 2), "Каникулы")
    await put(ADMIN, Territory(), date(NEXT, 1, 2), None)
    assert await LoadFederalYear(land.units.write, CLOCK, Package())(ADMIN, NEXT) == 1
    rows = await federal_rows(land)
    assert (rows[NEW_YEAR], rows[date(NEXT, 1, 2)], rows[date(NEXT, 5, 9)]) == (Week.FIVE_DAY, Week.PLAIN, Week.ALL)


async def test_nobody_but_an_admin_loads_a_year_and_she_this_one_or_the_next(land: Country) -> None:
    (regional, _region), momsky = await of_region(land), await land.municipality("Момский")
    load = LoadFederalYear(land.units.write, CLOCK, Package())
    preview = PreviewFederalYear(land.units.read, CLOCK, Package())
    for actor in (STRANGER, regional, coordinator(momsky.territory), teacher(momsky.territory)):
        await refused(NotAllowed, load(actor, NEXT), preview(actor, NEXT))
    for year in (2025, 2028, 1, -3):
        await refused(Invalid, load(ADMIN, year), preview(ADMIN, year))


async def test_weekly_days_of_a_region_are_read_with_their_level(land: Country) -> None:
    momsky = await land.municipality("Момский")
    (regional, region), hers = await of_region(land), coordinator(momsky.territory)
    put = SetMethodistDay(land.units.write, CLOCK)
    await put(regional, region, 3)
    await put(hers, momsky.territory, 4)
    assert region.region is not None
    await SetSubjectDay(land.units.write, CLOCK)(regional, region.region, SubjectId("chemistry"), 0)
    found = await ReadWeekdays(land.units.read)(regional, region.region)
    assert [(day.municipality, day.weekday) for day in found.methodists] == [(None, 3), (momsky.id, 4)]
    assert [(day.subject, day.weekday) for day in found.subjects] == [("chemistry", 0)]


async def test_the_catalogue_is_added_to_renamed_and_hidden(land: Country) -> None:
    regional, _region = await of_region(land)
    add, rename = AddSubject(land.units.write, CLOCK), RenameSubject(land.units.write, CLOCK)
    offer = OfferSubject(land.units.write, CLOCK)
    made = await add(regional, "  Астрономия ")
    assert (made.name, made.code, made.active) == ("Астрономия", "subject-24", True)
    assert (await ListSubjects(land.units.read)())[-1] == made
    for name in ("астрономия", "химия", "ИКТ"):
        await refused(SpellingTaken, add(regional, name))
    renamed = await rename(regional, made.code, "Астрономия и космос")
    assert renamed.spellings == ("Астрономия",)
    assert (await rename(regional, made.code, "Астрономия")).spellings == ("Астрономия и космос",)
    await refused(SpellingTaken, rename(regional, made.code, "химия"))
    await offer(regional, made.code, False)
    assert made.code not in {one.code for one in await ListSubjects(land.units.read)()}
    assert made.code in {one.code for one in await ReadCatalogue(land.units.read)(regional)}
    await refused(NotFound, offer(regional, SubjectId("magic"), True), rename(regional, SubjectId("magic"), "Чары"))
    for name in ("", " . ", "ж" * 101):
        await refused(Invalid, add(regional, name), rename(regional, made.code, name))
    assert await logged(land) == [
        "import:municipalities",
        "subject:add",
        "subject:rename",
        "subject:rename",
        "subject:hide",
    ]


async def test_the_catalogue_is_changed_by_nobody_else(land: Country) -> None:
    momsky = await land.municipality("Момский")
    for actor in (STRANGER, coordinator(momsky.territory), teacher(momsky.territory)):
        await refused(
            NotAllowed,
            AddSubject(land.units.write, CLOCK)(actor, "Астрономия"),
            RenameSubject(land.units.write, CLOCK)(actor, SubjectId("chemistry"), "Алхимия"),
            OfferSubject(land.units.write, CLOCK)(actor, SubjectId("chemistry"), False),
            ReadCatalogue(land.units.read)(actor),
        )
    assert len(await ListSubjects(land.units.read)()) == 23


async def test_facts_of_a_school_are_corrected_one_by_one(schools: Country) -> None:
    labinsk, six, eleven = (
        await schools.municipality("Лабинский"),
        await schools.school("СОШ № 6"),
        await schools.school("СОШ № 11"),
    )
    hers, write = coordinator(labinsk.territory), schools.units.write
    place, code = SetSettlement(write, CLOCK), SetSchoolCode(write, CLOCK)
    assert (await place(hers, six.id, "  станица  Упорная ")).settlement == "станица Упорная"
    assert (await place(hers, six.id, None)).settlement is None
    assert (await code(hers, six.id, " 23-6 ")).code == "23-6"
    await refused(CodeTaken, code(hers, eleven.id, "23-6"))
    await refused(Invalid, code(hers, six.id, "9" * 41), place(hers, six.id, "ж" * 101))
    teach, forget = AddSchoolSpelling(write, CLOCK), DropSchoolSpelling(write, CLOCK)
    await teach(hers, six.id, "Первая гимназия")
    assert isinstance(await FindSchool(schools.units.read)("первая гимназия", labinsk.id), Found)
    assert (await teach(hers, six.id, "первая Гимназия")).aliases == ("Первая гимназия",)
    await refused(SpellingTaken, teach(hers, eleven.id, "первая гимназия"), teach(hers, eleven.id, "СОШ №16"))
    await refused(SpellingTaken, RenameSchool(write, CLOCK)(hers, eleven.id, "Первая гимназия"))
    await forget(hers, six.id, "Первая гимназия")
    assert isinstance(await FindSchool(schools.units.read)("первая гимназия", labinsk.id), Nothing)
    await refused(Stale, forget(hers, six.id, "Первая гимназия"))
    assert (await logged(schools))[-5:] == [
        "school:place",
        "school:place",
        "school:code",
        "school:spelling",
        "school:spelling-drop",
    ]


async def test_a_school_renamed_back_is_called_by_both_names(schools: Country) -> None:
    labinsk, six = await schools.municipality("Лабинский"), await schools.school("СОШ № 6")
    hers, rename = coordinator(labinsk.territory), RenameSchool(schools.units.write, CLOCK)
    await rename(hers, six.id, "Гимназия № 6")
    await rename(hers, six.id, "СОШ № 6")
    assert (await schools.school("СОШ № 6")).aliases == ("Гимназия № 6",)


async def test_a_closed_school_is_closed_once_and_opened_again(schools: Country) -> None:
    labinsk, six = await schools.municipality("Лабинский"), await schools.school("СОШ № 6")
    heir, hers = await schools.school("СОШ № 16"), coordinator(labinsk.territory)
    close, reopen = CloseSchool(schools.units.write, CLOCK), ReopenSchool(schools.units.write, CLOCK)
    closed = ClosedSchools(schools.units.read)
    await refused(Stale, reopen(hers, six.id))
    await close(hers, six.id, heir.id)
    await refused(Stale, close(hers, six.id), close(hers, six.id, heir.id))
    assert [school.id for school in await closed(hers)] == [six.id]
    for other in (STRANGER, coordinator((await schools.municipality("Момский")).territory), teacher(six.territory)):
        assert list(await closed(other)) == []
        await refused(NotFound, reopen(other, six.id))
    again = await reopen(hers, six.id)
    assert (again.state, again.successor) == (SchoolState.ACTIVE, None)
    assert list(await closed(hers)) == []


async def test_facts_of_a_school_are_changed_by_nobody_else(schools: Country) -> None:
    six, momsky = await schools.school("СОШ № 6"), await schools.municipality("Момский")
    write, before = schools.units.write, await schools.schools()
    for actor in (STRANGER, coordinator(momsky.territory), teacher(six.territory)):
        await refused(
            NotFound,
            SetSettlement(write, CLOCK)(actor, six.id, "Упорная"),
            SetSchoolCode(write, CLOCK)(actor, six.id, "1"),
            AddSchoolSpelling(write, CLOCK)(actor, six.id, "Гимназия"),
            DropSchoolSpelling(write, CLOCK)(actor, six.id, "Гимназия"),
        )
    observer = coordinator(Territory(region=six.region), Role.OBSERVER)
    await refused(NotAllowed, SetSchoolCode(write, CLOCK)(observer, six.id, "1"))
    assert await schools.schools() == before


async def test_a_spelling_of_a_municipality_is_taken_back(land: Country) -> None:
    momsky = await land.municipality("Момский")
    hers, drop = coordinator(momsky.territory), DropAlias(land.units.write, CLOCK)
    await AddAlias(land.units.write, CLOCK)(hers, momsky.id, "Страна чудес")
    await drop(hers, momsky.id, "Страна чудес")
    assert isinstance(await FindMunicipality(land.units.read)("страна чудес"), Nothing)
    await refused(Stale, drop(hers, momsky.id, "Страна чудес"))
    await refused(NotFound, drop(STRANGER, momsky.id, momsky.aliases[0]))
    assert (await logged(land))[-2:] == ["alias:add", "alias:drop"]
