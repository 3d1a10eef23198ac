"""Exactly the right people: each criterion, and a property over lands and audiences made by chance (rule 1)."""

import logging
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from shnor_domain.announcements.audience import Audience, NotAcknowledged, NotBooked, NothingSent
from shnor_domain.announcements.model import Start
from shnor_domain.announcements.outcomes import Outcome
from shnor_domain.announcements.ports import Scope
from shnor_domain.announcements.use_cases.announcing import RemindRest
from shnor_domain.announcements.use_cases.answering import Acknowledge
from shnor_domain.announcements.use_cases.changing import CorrectAnnouncement
from shnor_domain.announcements.use_cases.composing import ForecastAudience, SampleAudience
from shnor_domain.errors import DomainError, Invalid
from shnor_domain.identity import Actor, PersonId, Role, SchoolId, SubjectId, Territory
from shnor_domain.messaging import ChatId
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.people.model.preferences import Notices, Quiet
from shnor_domain.roadmap.model import Item, ItemId, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.territories.model import SchoolStatus, SchoolYear, Status
from tests.storage.announcements.conftest import Folk
from tests.support.announced import Square, as_coordinator
from tests.support.village import CHEMISTRY, ORDER, TUESDAY, whose

TODAY = date(2026, 9, 15)
YEAR = SchoolYear(2026)
ROLES = (Role.TEACHER, Role.SCHOOL_LEAD, Role.SCHOOL_CURATOR, Role.MENTOR, Role.TUTOR, Role.METHODIST)
PEOPLE, AUDIENCES = 24, 25

logger = logging.getLogger(__name__)


async def chosen(square: Square, within: Territory, audience: Audience, but: PersonId | None = None) -> set[int]:
    """Everybody in the pages; counts and the question of each person say the same."""
    scope = Scope(within, audience, TODAY, square.village.clock.at, but)
    async with square.village.units.read() as work:
        found, after, upto = set[int](), 0, await work.audiences.snapshot()
        while True:
            rows, last = await work.audiences.page(scope, after, 7, upto)
            assert len({row.person for row in rows}) == len(rows)
            assert all(within.covers(row.where) for row in rows)
            found |= {row.person for row in rows}
            if last is None:
                break
            after = last
        assert await work.audiences.count(scope) == len(found)
        assert sum(group.people for group in await work.audiences.alike(scope)) == len(found)
        assert {row.person for row in await work.audiences.sample(scope, 8)} <= found
    return found


async def test_each_criterion_narrows_and_all_hold_of_one_place(square: Square, folk: Folk) -> None:
    village, here = square.village, square.village.municipality
    assert village.second_school.school is not None and village.school.school is not None
    everybody = {whose(each) for each in (folk.teacher, folk.lead, folk.second_lead)}

    async def of(**criteria: object) -> set[int]:
        return await chosen(square, here, Audience(**criteria), whose(folk.coordinator))  # type: ignore[arg-type]

    assert await of() == everybody
    assert await of(roles=frozenset({Role.SCHOOL_LEAD})) == {whose(folk.lead), whose(folk.second_lead)}
    assert await of(schools=frozenset({village.second_school.school})) == {whose(folk.second_lead)}
    assert await of(municipalities=frozenset({village.far_municipality.municipality})) == set()
    listed = {whose(folk.teacher), whose(folk.lead)}
    assert await of(year=YEAR, statuses=frozenset({Status.SHNOR})) == listed
    assert await of(year=SchoolYear(2025), statuses=frozenset({Status.SHNOR})) == set()
    assert await of(subjects=frozenset({CHEMISTRY})) == {whose(folk.teacher)}
    # a teacher of one school who leads another is no leader of the first
    await village.seat(folk.second_lead, Role.TEACHER, village.school)
    first = frozenset({village.school.school})
    assert await of(roles=frozenset({Role.SCHOOL_LEAD}), schools=first) == {whose(folk.lead)}


async def test_a_curator_is_reached_through_the_school_that_she_helps(square: Square, folk: Folk) -> None:
    here = square.village.municipality
    assert whose(folk.curator) not in await chosen(square, here, Audience())
    async with square.village.units.write() as work:
        assert square.village.school.school is not None
        await work.pairs.add(
            Pair(PairId(0), PairKind.SCHOOL, whose(folk.curator), square.village.school.school, ORDER, TODAY)
        )
    assert whose(folk.curator) in await chosen(square, here, Audience(roles=frozenset({Role.SCHOOL_CURATOR})))
    assert whose(folk.curator) in await chosen(square, here, Audience(year=YEAR, statuses=frozenset({Status.SHNOR})))


async def test_who_has_not_booked_sent_or_acknowledged_is_found(square: Square, folk: Folk) -> None:
    village, here = square.village, square.village.municipality
    everybody = await chosen(square, here, Audience(), whose(folk.coordinator))
    assert await chosen(square, here, Audience(missing=NotBooked(30)), whose(folk.coordinator)) == everybody
    assert village.school.school is not None
    async with village.units.write() as work:
        now, window = village.clock.at, Window(date(2026, 9, 1), date(2027, 5, 31))
        report = Item(ItemId(0), PlanId(0), None, 1, "1", "Отчёт", Period("до мая"), village.school, now)
        plan = await work.plans.add(Plan(PlanId(0), "План", Programme.ROADMAP, here, window, "", now), [report])
        (item,) = await work.plans.items(plan)
    audience = Audience(missing=NothingSent(plan=plan))
    assert await chosen(square, here, audience) == {whose(folk.teacher), whose(folk.lead)}
    assert await chosen(square, here, Audience(missing=NothingSent(item=item.id))) == {
        whose(folk.teacher),
        whose(folk.lead),
    }
    which = await square.goes_out(folk.coordinator, here)
    await square.use(Acknowledge)(folk.teacher, which)
    rest = await chosen(square, here, Audience(missing=NotAcknowledged(which)))
    assert rest == {whose(folk.lead), whose(folk.second_lead)}


async def test_the_sample_goes_by_number_and_name(square: Square, folk: Folk) -> None:
    by = as_coordinator(square.village.region)
    rows = await square.use(SampleAudience)(folk.region, by, Audience())
    assert len(rows) == 7
    schools = [row.where.school for row in rows if row.where.school is not None]
    assert schools == sorted(schools)
    assert rows[0].where == square.village.municipality


@dataclass
class Land:
    """People by chance, as Python knows them: the oracle of the query."""

    places: list[tuple[PersonId, Role, Territory, frozenset[SubjectId], bool, date | None]]
    pairs: list[tuple[PersonId, Role, Territory, SubjectId | None]]
    statuses: set[tuple[SchoolId, Status]]

    def rows(self) -> Iterator[tuple[PersonId, Role, Territory, frozenset[SubjectId]]]:
        """Verified places in force, and pairs of who holds such a place of the helper's role."""
        standing = [row for row in self.places if row[4] and (row[5] is None or row[5] >= TODAY)]
        for person, role, where, subjects, _, _ in standing:
            yield person, role, where, subjects
        for person, role, where, subject in self.pairs:
            for other, held, _, subjects, _, _ in standing:
                if (other, held) == (person, role):
                    yield person, role, where, subjects if subject is None else frozenset({subject})

    def chosen(self, within: Territory, audience: Audience) -> set[int]:
        return {
            person
            for person, role, where, subjects in self.rows()
            if within.covers(where)
            and (not audience.roles or role in audience.roles)
            and (not audience.schools or where.school in audience.schools)
            and (not audience.municipalities or where.municipality in audience.municipalities)
            and (not audience.subjects or subjects & audience.subjects)
            and (not audience.statuses or any((where.school, status) in self.statuses for status in audience.statuses))
        }


async def by_chance(square: Square, chance: random.Random) -> tuple[Land, list[Actor]]:
    village = square.village
    schools = (village.school, village.second_school, village.far_school)
    units = (village.municipality, village.far_municipality)
    land, actors = Land([], [], set()), []
    for _ in range(PEOPLE):
        actor = await village.newcomer()
        actors.append(actor)
        for _ in range(chance.choice((1, 1, 2, 3))):
            role = chance.choice(ROLES)
            where = chance.choice(schools if role in (Role.TEACHER, Role.SCHOOL_LEAD) else units)
            subjects = frozenset(chance.sample([CHEMISTRY, SubjectId("math")], chance.randint(0, 2)))
            verified, ends = chance.random() < 0.9, chance.choice((None, None, None, date(2026, 9, 14)))
            await village.seat(actor, role, where, subjects=subjects, verified=verified, ends=ends)
            land.places.append((whose(actor), role, where, subjects, verified, ends))
        if chance.random() < 0.4:
            kind, where = chance.choice((PairKind.SCHOOL, PairKind.TEAM)), chance.choice(schools)
            assert where.school is not None
            async with village.units.write() as work:
                await work.pairs.add(Pair(PairId(0), kind, whose(actor), where.school, ORDER, date(2026, 9, 10)))
            land.pairs.append((whose(actor), kind.helper_role, where, None))
    async with village.units.write() as work:
        for where in schools:
            for status in chance.sample([Status.PROJECT_500, Status.STRONG], chance.randint(0, 2)):
                assert where.school is not None
                await work.schools.set_status(SchoolStatus(where.school, YEAR, status, "список"))
                land.statuses.add((where.school, status))
    assert village.school.school is not None
    land.statuses.add((village.school.school, Status.SHNOR))
    return land, actors


def audience_by_chance(square: Square, chance: random.Random) -> Audience:
    village = square.village
    schools = [each.school for each in (village.school, village.second_school, village.far_school) if each.school]
    units = [each.municipality for each in (village.municipality, village.far_municipality) if each.municipality]
    some = chance.random() < 0.4
    return Audience(
        roles=frozenset(chance.sample(ROLES, chance.randint(0, 3))),
        schools=frozenset(chance.sample(schools, chance.choice((0, 0, 1, 2)))),
        municipalities=frozenset(chance.sample(units, chance.choice((0, 0, 1)))),
        year=YEAR if some else None,
        statuses=frozenset(chance.sample([Status.SHNOR, Status.STRONG], 1)) if some else frozenset(),
        subjects=frozenset({CHEMISTRY}) if chance.random() < 0.2 else frozenset(),
    )


async def test_no_municipal_coordinator_reaches_one_person_of_another_municipality(square: Square) -> None:
    """By any audience, report, correction or reminder; people of two places included."""
    seed = random.randrange(2**32)
    logger.warning("people and audiences: seed %s", seed)
    chance, village = random.Random(seed), square.village
    land, actors = await by_chance(square, chance)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    hers = land.chosen(village.municipality, Audience())
    chats = {actor.chat for actor in actors if whose(actor) in hers}
    for _ in range(AUDIENCES):
        audience = audience_by_chance(square, chance)
        for within in (village.municipality, village.region):
            expected = land.chosen(within, audience)
            assert await chosen(square, within, audience, whose(coordinator)) == expected, audience
            scope = Scope(within, audience, TODAY, village.clock.at)
            async with village.units.read() as work:
                few = {whose(actor) for actor in chance.sample(actors, 4)}
                assert await work.audiences.among(scope, few) == few & expected
        if land.chosen(village.municipality, audience) and chance.random() < 0.25:
            which = await square.goes_out(coordinator, village.municipality, audience)
            assert {row.person for row in await square.report(coordinator, which)} <= hers
            await square.use(CorrectAnnouncement)(coordinator, which, "Исправлено")
            await square.use(RemindRest)(coordinator, which, again=True)
            await square.carries_on()
            await square.delivers()
            for actor in actors:
                if whose(actor) not in hers:
                    with pytest.raises(DomainError):
                        await square.use(Acknowledge)(actor, which)
            square.passes(timedelta(hours=2))
    assert {chat for _, chat, _ in square.telephone.seen} <= chats
    assert {int(ref.partition(":")[0]) for ref, _ in square.telephone.edits} <= chats


async def test_the_forecast_is_what_delivery_does(square: Square, folk: Folk) -> None:
    """Counted before, then told: on time, in the morning, after a leave; whom nothing reaches and who wants none."""
    village = square.village
    square.passes(timedelta(hours=7, minutes=30))  # 21:30 in Якутск: quiet, but for who has other hours
    await square.set(folk.lead, quiet=Quiet(23 * 60, 7 * 60))
    await square.set(folk.second_lead, leave_until=date(2026, 9, 17))
    lost = await village.settled(Role.TEACHER, village.second_school)
    async with village.units.write() as work:
        await work.reach.lost(ChatId(lost.chat), "blocked", village.clock.at)
    own = await village.settled(Role.TEACHER, village.second_school)
    await square.set(own, notices=Notices.OWN)
    by = as_coordinator(village.municipality)
    told = await square.use(ForecastAudience)(folk.coordinator, by, Audience())
    assert (told.on_time, told.unreachable, told.unwanted) == (1, 1, 1)
    urgent = await square.use(ForecastAudience)(folk.coordinator, by, Audience(), urgent=True)
    assert urgent.on_time == 2
    await square.goes_out(folk.coordinator, village.municipality)
    assert [chat for _, chat, _ in square.telephone.seen] == [folk.lead.chat]
    while village.clock.at < TUESDAY + timedelta(days=5):
        await square.delivers(timedelta(minutes=30))
    walls = [at.astimezone(ZoneInfo("Asia/Yakutsk")) for at, _, _ in square.telephone.seen[1:]]
    assert [(wall.date(), wall.time(), 1) for wall in walls] == [(row.day, row.hour, row.people) for row in told.later]
    assert [chat for _, chat, _ in square.telephone.seen[1:]] == [folk.teacher.chat, folk.second_lead.chat]


async def test_who_is_away_for_longer_than_a_month_is_forecast_to_get_nothing(square: Square, folk: Folk) -> None:
    await square.set(folk.second_lead, leave_until=date(2026, 12, 31))
    told = await square.use(ForecastAudience)(folk.coordinator, as_coordinator(square.village.municipality), Audience())
    assert (told.on_time, told.later, told.never, told.people) == (2, (), 1, 3)
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    await square.delivers(timedelta(days=31))
    assert (await square.outcomes(folk.coordinator, which))[whose(folk.second_lead)] is Outcome.EXPIRED


async def test_an_urgent_one_goes_through_the_night_for_a_reason(square: Square, folk: Folk) -> None:
    square.passes(timedelta(hours=9))  # 23:00 in Якутск
    await square.goes_out(folk.coordinator, square.village.municipality)
    assert square.telephone.seen == []
    urgent = await square.goes_out(
        folk.coordinator, square.village.municipality, Audience(roles=frozenset({Role.TEACHER})), urgent="  метель  "
    )
    assert [chat for _, chat, _ in square.telephone.seen] == [folk.teacher.chat]
    assert (await square.stands(urgent)).urgent == "метель"


async def test_an_urgent_one_goes_on_a_day_off_and_the_forecast_says_so(square: Square, folk: Folk) -> None:
    village = square.village
    square.passes(timedelta(days=(5 - village.clock.at.weekday()) % 7))  # Saturday by day
    by = as_coordinator(village.municipality)
    calm = await square.use(ForecastAudience)(folk.coordinator, by, Audience())
    urgent = await square.use(ForecastAudience)(folk.coordinator, by, Audience(), urgent=True)
    assert (calm.on_time, urgent.on_time) == (0, 3)
    await square.goes_out(folk.coordinator, village.municipality, urgent="занятия отменены")
    assert len(square.telephone.seen) == 3


async def test_an_hour_that_has_passed_for_some_is_named_in_the_forecast(square: Square, folk: Folk) -> None:
    """At 14:00 in Якутск noon lies ahead for who lives in Москва; the others are told at once."""
    village = square.village
    async with village.units.write() as work:
        person = await work.people.get(whose(folk.lead))
        assert person is not None
        await work.people.save(replace(person, zone="Europe/Moscow"))
    noon = Start(day=date(2026, 9, 15), hour=time(12))
    by = as_coordinator(village.municipality)
    told = await square.use(ForecastAudience)(folk.coordinator, by, Audience(), noon)
    assert (told.on_time, told.passed, told.people) == (1, 2, 3)
    await square.goes_out(folk.coordinator, village.municipality, start=noon)
    assert {chat for _, chat, _ in square.telephone.seen} == {folk.teacher.chat, folk.second_lead.chat}
    alone = Audience(roles=frozenset({Role.TEACHER}))
    with pytest.raises(Invalid):
        await square.use(ForecastAudience)(folk.coordinator, by, alone, noon)
    with pytest.raises(Invalid):
        await square.announces(folk.coordinator, village.municipality, alone, start=noon)
