"""A plan is brought in: reported, answered, written once, for nobody's territory but one's own (D)."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, Role, SchoolId, Territory
from shnor_domain.notifications.model import NoticeState
from shnor_domain.roadmap.bringing.answers import Answers, PeriodAnswer
from shnor_domain.roadmap.bringing.errors import PlanChanged, PlanNotReady
from shnor_domain.roadmap.bringing.report import Missing, PlanReport
from shnor_domain.roadmap.model import Item, PlanId, Programme
from shnor_domain.roadmap.notices import STEP
from shnor_domain.roadmap.periods.model import Window, calendar_plan, school_plan
from shnor_domain.roadmap.telling import item_of
from shnor_domain.roadmap.use_cases.bring_plan import BringsPlansFor, ConfirmPlan, DropPlan, ReadPlan, ShowPlan
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.tables import BadFile
from tests.support.plans_at_hand import PlansAtHand, plan_file
from tests.support.territories import FilesHere
from tests.support.village import Village, whose

PLAN = plan_file(
    ("1", "Семинар для школ", "май", "ИРО", "Приказ"),
    ("2", "Анализ результатов", "декабрь", "МОУО, ШНОР", "Справка"),
    ("3", "Методическая помощь", "в течение года", "ИРО, МОУО", "Отчёт"),
    ("4", "Встреча директоров", "когда удобно", "директор", "Протокол"),
)
DATELESS = {3: PeriodAnswer()}


@dataclass
class Desk:
    """Who brings plans to one village."""

    village: Village
    files: FilesHere = field(default_factory=FilesHere)

    def use(self, case: Any) -> Any:
        return self.village.use(case, plan_reader=PlansAtHand(), import_files=self.files)

    async def reads(self, actor: Actor, body: bytes = PLAN, **answers: Any) -> PlanReport:
        """The report with these answers."""
        first: PlanReport = await self.use(ReadPlan)(actor, "план.csv", body)
        return await self.shows(actor, first, **answers)

    async def shows(self, actor: Actor, report: PlanReport, **answers: Any) -> PlanReport:
        shown: PlanReport = await self.use(ShowPlan)(
            actor, report.file, report.name, replace(report.answers, **answers)
        )
        return shown

    async def confirms(self, actor: Actor, report: PlanReport, **answers: Any) -> PlanId:
        made: PlanId = await self.use(ConfirmPlan)(
            actor, report.file, report.name, replace(report.answers, **answers), report.digest
        )
        return made

    async def items(self, plan: PlanId) -> list[Item]:
        async with self.village.units.read() as work:
            return list(await work.plans.items(plan))


@pytest.fixture
def desk(village: Village) -> Desk:
    return Desk(village)


async def regional(village: Village) -> Actor:
    return await village.settled(Role.REGIONAL_COORDINATOR, village.region)


def of(items: list[Item], number: str) -> list[tuple[Territory, tuple[str, ...], bool]]:
    """Owner and bodies of an item's rows, and whether a row is a part."""
    return [(item.owner, item.bodies, item.parent is not None) for item in items if item.number == number]


async def test_a_plan_is_written_with_its_parts_and_known_from_now_on(desk: Desk) -> None:
    village, actor = desk.village, await regional(desk.village)
    report = await desk.reads(actor, periods=DATELESS)
    assert (report.missing, report.parts, report.twin) == ([], 2 + 1 + 1 + 2 + 3, None)
    plan = await desk.confirms(actor, report)
    items = await desk.items(plan)
    region, near, far, school = village.region, village.municipality, village.far_municipality, village.school
    assert of(items, "1") == [(region, ("ИРО",), False)]
    assert of(items, "2") == [
        (region, ("МОУО", "ШНОР"), False),
        (near, ("МОУО",), True),
        (far, ("МОУО",), True),
        (school, (), True),
    ]
    assert of(items, "3") == [
        (region, ("ИРО", "МОУО"), False),
        (region, ("ИРО",), True),
        (near, ("МОУО",), True),
        (far, ("МОУО",), True),
    ]
    assert [owner.school for owner, _, part in of(items, "4") if part] == [
        each.school for each in (village.school, village.second_school, village.far_school)
    ]
    assert {item.known for item in items} == {village.clock.now()}
    assert items[0].period.windows == (Window(date(2027, 5, 1), date(2027, 5, 31)),)
    async with village.units.read() as work:
        kept = await work.plans.plan(plan)
    assert kept is not None
    assert (kept.title, kept.programme, kept.territory, kept.window, kept.source) == (
        "План мероприятий на 2026/27 учебный год",
        Programme.ROADMAP,
        region,
        school_plan(2026).window,
        "план.csv",
    )


async def test_nothing_is_written_before_it_is_confirmed_and_dropping_writes_nothing(desk: Desk) -> None:
    actor = await regional(desk.village)
    before = await desk.village.dump()
    report = await desk.reads(actor, title="Другое название", periods=DATELESS)
    assert report.title == "Другое название"
    await desk.use(DropPlan)(actor, report.file)
    with pytest.raises(Stale):
        await desk.confirms(actor, report)
    assert await desk.village.dump() == before


async def test_a_double_tap_writes_one_plan(desk: Desk) -> None:
    actor = await regional(desk.village)
    report = await desk.reads(actor, periods=DATELESS)
    token = update_in_hand.set(UpdateInHand(7, actor.chat))
    first = await desk.confirms(actor, report)
    assert await desk.confirms(actor, report) == first
    update_in_hand.reset(token)
    with pytest.raises(Stale):
        await desk.confirms(actor, report)
    async with desk.village.units.read() as work:
        assert [plan.id for plan in await work.plans.within([desk.village.region])] == [first]


async def test_two_taps_at_once_write_one_plan(desk: Desk) -> None:
    actor = await regional(desk.village)
    report = await desk.reads(actor, periods=DATELESS)
    done = await asyncio.gather(*(desk.confirms(actor, report) for _ in range(3)), return_exceptions=True)
    assert len([each for each in done if isinstance(each, int)]) == 1
    assert all(isinstance(each, int | Stale | PlanChanged) for each in done)
    async with desk.village.units.read() as work:
        assert len(await work.plans.within([desk.village.region])) == 1


async def test_the_coordinators_write_is_in_the_log(desk: Desk) -> None:
    actor = await regional(desk.village)
    plan = await desk.confirms(actor, await desk.reads(actor, periods=DATELESS))
    lines = [row for row in (await desk.village.dump())["audit"] if "plan-bring" in row]
    assert len(lines) == 1 and f"plan:{plan}" in lines[0] and whose(actor) in lines[0]


async def test_a_period_that_is_still_asked_is_written_without_days_only_when_she_says_so(desk: Desk) -> None:
    actor = await regional(desk.village)
    report = await desk.reads(actor)
    assert [each.item.number for each in report.questions] == ["4"]
    assert report.missing == [Missing.PERIODS]
    with pytest.raises(PlanNotReady) as refused:
        await desk.confirms(actor, report)
    assert refused.value.facts == {"what": "periods"}
    plan = await desk.confirms(actor, report, without_date=True)
    fourth = [item for item in await desk.items(plan) if item.number == "4"]
    assert {(item.period.verbatim, item.period.windows) for item in fourth} == {("когда удобно", ())}


async def test_years_that_the_plan_does_not_say_are_asked(desk: Desk) -> None:
    actor = await regional(desk.village)
    body = plan_file(("1", "Семинар", "май", "ИРО", ""), ("2", "Анализ", "декабрь", "ИРО", ""), heading="План")
    report = await desk.reads(actor, body)
    assert Missing.YEARS in report.missing and len(report.questions) == 2
    with pytest.raises(PlanNotReady) as refused:
        await desk.confirms(actor, report, without_date=True)
    assert refused.value.facts == {"what": "years"}
    answered = await desk.shows(actor, report, window=calendar_plan(2027))
    assert (answered.missing, answered.questions, answered.window) == ([], [], calendar_plan(2027))


async def test_a_plan_of_the_past_is_moved_whole_years(desk: Desk) -> None:
    actor = await regional(desk.village)
    body = plan_file(("1", "Семинар", "май", "ИРО", ""), heading="План на 2021 год")
    report = await desk.reads(actor, body)
    assert (report.past, report.moves) == (True, (5, 6))
    moved = await desk.shows(actor, report, years=6)
    assert (moved.past, moved.window) == (True, calendar_plan(2027))
    (item,) = await desk.items(await desk.confirms(actor, moved))
    assert item.period.windows == (Window(date(2027, 5, 1), date(2027, 5, 31)),)


async def test_a_plan_that_stands_there_already_is_said(desk: Desk) -> None:
    actor = await regional(desk.village)
    report = await desk.reads(actor, periods=DATELESS)
    plan = await desk.confirms(actor, report)
    again = await desk.reads(actor, periods=DATELESS)
    assert (again.twin, again.digest != report.digest) == (plan, True)
    assert (await desk.reads(actor, periods=DATELESS, title="Второй")).twin is None


async def test_what_changed_since_the_report_is_read_again_first(desk: Desk) -> None:
    village, actor = desk.village, await regional(desk.village)
    report = await desk.reads(actor, periods=DATELESS)
    async with village.units.write() as work:
        school = await work.schools.get(SchoolId(village.second_school.school or 0))
        assert school is not None
        await work.schools.add(replace(school, name="СОШ № 8", number=8))
    before = await village.dump()
    with pytest.raises(PlanChanged):
        await desk.confirms(actor, report)
    assert await village.dump() == before


async def test_a_coordinator_of_a_municipality_shares_among_its_schools_alone(desk: Desk) -> None:
    village = desk.village
    actor = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    plan = await desk.confirms(actor, await desk.reads(actor, periods=DATELESS))
    items = await desk.items(plan)
    assert of(items, "1") == [(village.municipality, ("ИРО",), False)]
    assert of(items, "2")[1:] == [(village.municipality, ("МОУО",), True), (village.school, (), True)]
    assert of(items, "3") == [(village.municipality, ("ИРО", "МОУО"), False)]
    assert all(village.municipality.covers(item.owner) for item in items)


async def test_a_template_goes_to_the_chosen_schools(desk: Desk) -> None:
    village = desk.village
    actor = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    chosen, far = village.second_school.school, village.far_school.school
    assert chosen is not None and far is not None
    report = await desk.reads(actor, periods=DATELESS, schools=(chosen, far))
    assert report.chosen == 1
    items = await desk.items(await desk.confirms(actor, report))
    assert {item.owner for item in items if item.parent is not None} == {village.second_school, village.municipality}
    foreign = await desk.reads(actor, periods=DATELESS, schools=(far,))
    assert foreign.missing == [Missing.SCHOOLS]


async def test_coming_steps_are_planned_at_once_and_past_ones_are_not(desk: Desk) -> None:
    village, actor = desk.village, await regional(desk.village)
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    body = plan_file(
        ("1", "Завтра", "до 16 сентября", "директор", ""),
        ("2", "Прошло", "до 1 сентября", "директор", ""),
        heading="План на 2026 год",
    )
    await desk.confirms(actor, await desk.reads(actor, body))
    async with village.units.read() as work:
        planned = await work.notices.in_state([NoticeState.PLANNED], 100)
        rows = [row for row in planned if row.notice.kind == STEP]
        titles = [item.title for row in rows if (item := await work.plans.item(item_of(row.notice))) is not None]
    assert titles and set(titles) == {"Завтра"}
    assert {row.notice.person for row in rows} == {whose(lead)}


async def test_who_coordinates_nothing_has_no_file_looked_at(desk: Desk) -> None:
    village = desk.village
    for role, where in (
        (Role.SCHOOL_LEAD, village.school),
        (Role.TEACHER, village.school),
        (Role.OBSERVER, village.region),
        (Role.METHODIST, village.region),
    ):
        actor = await village.settled(role, where)
        assert await desk.use(BringsPlansFor)(actor) == []
        for call in (
            desk.use(ReadPlan)(actor, "a.csv", b"\x00 no table"),
            desk.use(ShowPlan)(actor, "key", "a.csv", Answers()),
            desk.use(ConfirmPlan)(actor, "key", "a.csv", Answers(), "digest"),
            desk.use(DropPlan)(actor, "key"),
        ):
            with pytest.raises(NotAllowed):
                await call
    assert desk.files.bodies == {}


async def test_a_territory_of_others_is_not_there(desk: Desk) -> None:
    village = desk.village
    actor = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    report = await desk.reads(actor)
    for where in (village.region, village.far_municipality, Territory(), village.school):
        with pytest.raises(NotFound):
            await desk.shows(actor, report, territory=where)
        with pytest.raises(NotFound):
            await desk.confirms(actor, report, territory=where, without_date=True)


async def test_an_admin_says_for_which_region(desk: Desk) -> None:
    actor = await desk.village.settled(Role.ADMIN, Territory())
    report = await desk.reads(actor, periods=DATELESS)
    assert (report.missing, report.parts) == ([Missing.WHERE], 0)
    assert (await desk.shows(actor, report, territory=desk.village.region)).missing == []


async def test_a_file_that_is_no_plan_keeps_nothing(desk: Desk) -> None:
    actor = await regional(desk.village)
    for body in (b"", b"PK\x03\x04 damaged", "фамилия;оценка\nПетров;2\n".encode()):
        with pytest.raises(BadFile):
            await desk.reads(actor, body)
    assert desk.files.bodies == {}
