"""«Актированный день»: who declares it, once, and who takes it back until its end (L7)."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.errors import Invalid, NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, MunicipalityId, Role
from shnor_domain.storage.engine import Database
from shnor_domain.territories.errors import CalledOffAlready
from shnor_domain.territories.use_cases.called_off import CallOffDay, PreviewCalledOff, RestoreDay, ShowCalledOffDays
from shnor_domain.territories.use_cases.settings import SetDayOff, SetWeek
from tests.support.village import Village, settle

TUESDAY = date(2026, 9, 15)
WEDNESDAY, THURSDAY = date(2026, 9, 16), date(2026, 9, 17)
MORNING = datetime(2026, 9, 14, 21, 30, tzinfo=UTC)
"""Half past six of Tuesday in Якутск."""
Settles = Callable[[Role], Awaitable[Actor]]


@pytest.fixture
async def village(database_url: str) -> object:
    database = Database(database_url)
    made = Village(database)
    async with made.units.write() as work:
        await settle(work, made)
    made.clock.at = MORNING
    yield made
    await database.close()


def unit(village: Village) -> MunicipalityId:
    assert village.municipality.municipality is not None
    return village.municipality.municipality


async def coordinator(village: Village) -> Actor:
    return await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)


async def standing(village: Village, actor: Actor) -> dict[date, date]:
    sheet = await village.use(ShowCalledOffDays)(actor, unit(village))
    return {row.day: row.due for row in sheet.rows if row.stands}


async def test_l7_her_coordinator_or_the_region_declares_today_or_a_day_ahead(village: Village) -> None:
    hers, regional = await coordinator(village), await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    assert await village.use(PreviewCalledOff)(hers, unit(village), TUESDAY) == WEDNESDAY
    assert await village.use(CallOffDay)(hers, unit(village), TUESDAY, "мороз") == WEDNESDAY
    assert await village.use(CallOffDay)(regional, unit(village), THURSDAY, "приказ № 7") == date(2026, 9, 18)
    assert await standing(village, hers) == {TUESDAY: WEDNESDAY, THURSDAY: date(2026, 9, 18)}
    log = [row[2:5] for row in (await village.dump())["audit"] if "called-off" in repr(row)]
    assert "called-off:put:2026-09-15" in repr(log) and "called-off:put:2026-09-17" in repr(log)


async def test_l7_the_second_who_declares_it_is_told_that_it_stands(village: Village) -> None:
    hers, regional = await coordinator(village), await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    await village.use(CallOffDay)(hers, unit(village), TUESDAY, "мороз")
    for case, more in ((PreviewCalledOff, ()), (CallOffDay, ("метель",))):
        with pytest.raises(CalledOffAlready):
            await village.use(case)(regional, unit(village), TUESDAY, *more)


async def test_of_two_who_declare_at_once_one_does(village: Village) -> None:
    hers, regional = await coordinator(village), await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    told = await asyncio.gather(
        *(village.use(CallOffDay)(who, unit(village), TUESDAY, "мороз") for who in (hers, regional)),
        return_exceptions=True,
    )
    assert sorted(type(each).__name__ for each in told) == ["CalledOffAlready", "date"]
    undone = await asyncio.gather(
        *(village.use(RestoreDay)(who, unit(village), TUESDAY) for who in (hers, regional)), return_exceptions=True
    )
    assert sorted(type(each).__name__ for each in undone) == ["NoneType", "Stale"]


async def test_days_declared_at_once_know_of_each_other(village: Village) -> None:
    hers = await coordinator(village)
    days = (TUESDAY, WEDNESDAY, THURSDAY)
    await asyncio.gather(*(village.use(CallOffDay)(hers, unit(village), day, "мороз") for day in days))
    assert await standing(village, hers) == dict.fromkeys(days, date(2026, 9, 18))


async def test_l7_it_is_taken_back_until_the_midnight_at_its_end(village: Village) -> None:
    hers = await coordinator(village)
    for day in (TUESDAY, WEDNESDAY):
        await village.use(CallOffDay)(hers, unit(village), day, "мороз")
    assert await standing(village, hers) == {TUESDAY: THURSDAY, WEDNESDAY: THURSDAY}
    village.clock.at = datetime(2026, 9, 15, 14, 59, 59, tzinfo=UTC)
    await village.use(RestoreDay)(hers, unit(village), TUESDAY)
    assert await standing(village, hers) == {WEDNESDAY: THURSDAY}
    with pytest.raises(Stale):
        await village.use(RestoreDay)(hers, unit(village), TUESDAY)
    village.clock.at = datetime(2026, 9, 16, 15, tzinfo=UTC)
    with pytest.raises(Invalid):
        await village.use(RestoreDay)(hers, unit(village), WEDNESDAY)
    sheet = await village.use(ShowCalledOffDays)(hers, unit(village))
    assert [(row.day, row.stands) for row in sheet.rows] == [(TUESDAY, False), (WEDNESDAY, True)]


async def test_l7_what_was_put_off_is_not_due_on_a_day_off_that_is_entered_later(village: Village) -> None:
    hers, regional = await coordinator(village), await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    friday, saturday, monday = (TUESDAY + timedelta(days=ahead) for ahead in (3, 4, 6))
    await village.use(CallOffDay)(hers, unit(village), TUESDAY, "мороз")
    await village.use(CallOffDay)(hers, unit(village), friday, "мороз")
    heard = list[date]()

    async def reacts(_work: object, _where: object, day: date, _now: datetime) -> None:
        heard.append(day)

    off, week = (village.use(case, on_called_off=(reacts,)) for case in (SetDayOff, SetWeek))
    await off(hers, village.municipality, WEDNESDAY, "День улуса")
    await off(regional, village.region, THURSDAY, "День региона")
    # Friday is called off itself
    assert await standing(village, hers) == {TUESDAY: monday, friday: monday}
    await off(hers, village.municipality, WEDNESDAY, None)
    assert await standing(village, hers) == {TUESDAY: WEDNESDAY, friday: monday}
    await week(hers, unit(village), 6)
    assert await standing(village, hers) == {TUESDAY: WEDNESDAY, friday: saturday}
    assert heard == [TUESDAY, TUESDAY, TUESDAY, friday]


async def test_an_undone_day_may_be_declared_again(village: Village) -> None:
    hers = await coordinator(village)
    await village.use(CallOffDay)(hers, unit(village), TUESDAY, "мороз")
    await village.use(RestoreDay)(hers, unit(village), TUESDAY)
    await village.use(CallOffDay)(hers, unit(village), TUESDAY, "метель")
    [row] = (await village.use(ShowCalledOffDays)(hers, unit(village))).rows
    assert (row.reason, row.stands, row.due) == ("метель", True, WEDNESDAY)
    log = [repr(each) for each in (await village.dump())["audit"] if "called-off" in repr(each)]
    said = [("put", "мороз"), ("undo", "мороз"), ("put", "метель")]
    assert all(act in each and why in each for each, (act, why) in zip(log, said, strict=True))
    assert all(WEDNESDAY.isoformat() in each for each in log)


async def test_the_past_and_what_is_far_ahead_cannot_be_declared(village: Village) -> None:
    hers = await coordinator(village)
    for day in (TUESDAY - timedelta(days=1), TUESDAY + timedelta(days=15)):
        with pytest.raises(Invalid):
            await village.use(CallOffDay)(hers, unit(village), day, "мороз")


async def test_others_declare_and_read_nothing(village: Village) -> None:
    far = await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality)
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    for who, refusal in ((far, NotFound), (lead, NotAllowed), (await village.newcomer(), NotAllowed)):
        with pytest.raises(refusal):
            await village.use(CallOffDay)(who, unit(village), TUESDAY, "мороз")
        for case in (PreviewCalledOff, RestoreDay):
            with pytest.raises(refusal):
                await village.use(case)(who, unit(village), TUESDAY)
        with pytest.raises(refusal):
            await village.use(ShowCalledOffDays)(who, unit(village))


async def test_a_feature_hears_of_it_inside_of_the_transaction(village: Village) -> None:
    hers, heard = await coordinator(village), list[tuple[object, ...]]()

    async def reacts(work: object, *what: object) -> None:
        heard.append(what)
        if len(heard) > 2:
            raise RuntimeError

    declare, undo = (village.use(case, on_called_off=(reacts,)) for case in (CallOffDay, RestoreDay))
    await declare(hers, unit(village), TUESDAY, "мороз")
    await undo(hers, unit(village), TUESDAY)
    assert heard == [(village.municipality, TUESDAY, MORNING)] * 2
    with pytest.raises(RuntimeError):
        await declare(hers, unit(village), WEDNESDAY, "мороз")
    assert await standing(village, hers) == {}
