"""Visits on both databases: one decision, one host at an hour, what leaves with a person, and a day without school."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event, select

from shnor_domain.consultations.absences.use_cases.called_off import on_called_off as meetings_called_off
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.visits import leaving
from shnor_domain.consultations.visits.errors import HostIsBusy, OwnVisit, VisitDecided
from shnor_domain.consultations.visits.model import (
    Appointment,
    ForWhom,
    Report,
    Side,
    VisitId,
    VisitState,
    Wish,
)
from shnor_domain.consultations.visits.use_cases.asking import AskVisit, WhoMayCome, WithdrawVisit
from shnor_domain.consultations.visits.use_cases.carrying import EndUncarriedVisits
from shnor_domain.consultations.visits.use_cases.changing import CancelVisit, MoveVisit
from shnor_domain.consultations.visits.use_cases.deciding import ApproveVisit, DeclineVisit, WaitingVisits
from shnor_domain.consultations.visits.use_cases.looking import OneVisit
from shnor_domain.consultations.visits.use_cases.reporting import CloseVisit, MayCloseVisit, ReportVisit
from shnor_domain.errors import DomainError, Invalid, NotFound
from shnor_domain.identity import Actor, PersonId, Place, PlaceId, Role, SchoolId, Territory
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.use_cases.appoint import AppointPair, EndPair, Wanted
from shnor_domain.seats.errors import NoSeatsLeft
from shnor_domain.storage.schema.consultations import busy
from shnor_domain.territories.called_off import CalledOffDay
from shnor_domain.territories.called_off_ports import ReactsToDay
from shnor_domain.territories.model import School
from tests.support.at_a_lock import until_somebody_waits
from tests.support.consultations import CHEMISTRY, MOMSKY, MONDAY, YAKUTIA, YAKUTSK, Republic, methodist, teacher

SCHOOL = Territory(YAKUTIA, MOMSKY, SchoolId(1))
UNIT = Territory(YAKUTIA, MOMSKY)
LEAD, SECOND, HOST, COORDINATOR, OTHER_HOST = 2, 3, 1, 4, 5
ROLES = {
    LEAD: (Role.SCHOOL_LEAD, SCHOOL),
    HOST: (Role.METHODIST, Territory(YAKUTIA)),
    COORDINATOR: (Role.MUNICIPAL_COORDINATOR, UNIT),
    OTHER_HOST: (Role.METHODIST, Territory(YAKUTIA)),
}
WISH = Wish((CHEMISTRY,), "задание 34", ForWhom.TEACHERS, 8, date(2026, 11, 1), date(2026, 11, 30))
HOUR = timedelta(hours=1)


@pytest.fixture
async def people(land: Republic) -> dict[int, Actor]:
    async with land.units.write() as work:
        assert await work.schools.add(School(SchoolId(0), YAKUTIA, MOMSKY, "СОШ № 1", 1)) == SCHOOL.school
    return {number: await seated(land, number, role, where) for number, (role, where) in ROLES.items()}


async def seated(land: Republic, number: int, role: Role, where: Territory) -> Actor:
    place = Place(PlaceId(0), role, where, starts=date(2026, 9, 1))
    async with land.units.write() as work:
        kept = replace(place, id=await work.places.add(KeptPlace(place, PersonId(number))))
    return Actor(PersonId(number), number, "Asia/Yakutsk", (kept,))


async def asked(land: Republic, people: dict[int, Actor]) -> VisitId:
    seen = await AskVisit(land.units.write, land.clock)(people[LEAD], SchoolId(1), WISH)
    return seen.card.visit.id


def at(host: int = HOST, starts: datetime = MONDAY) -> Appointment:
    return Appointment(PersonId(host), starts, starts + HOUR)


async def planned(land: Republic, people: dict[int, Actor], where: Appointment | None = None) -> VisitId:
    visit = await asked(land, people)
    await ApproveVisit(land.units.write, land.clock)(people[COORDINATOR], visit, 1, where or at())
    return visit


async def state(land: Republic, visit: VisitId) -> VisitState:
    async with land.units.read() as work:
        found = await work.visits.get(visit)
    assert found is not None
    return found.state


async def told(land: Republic, visit: VisitId) -> set[tuple[int, str]]:
    async with land.units.read() as work:
        rows = await work.notices.of_subject(f"visit:{visit}")
    return {(row.notice.person, row.notice.kind) for row in rows if row.state.value == "planned"}


async def answers(*acts: Awaitable[object]) -> list[str]:
    async def one(act: Awaitable[object]) -> str:
        try:
            await act
        except DomainError as refusal:
            return refusal.code
        return "done"

    return await asyncio.gather(*(one(act) for act in acts))


async def cells(land: Republic) -> int:
    async with land.database.read() as connection:
        return len((await connection.execute(select(busy.c.cell).where(busy.c.visit_id.is_not(None)))).all())


async def test_of_many_decisions_at_once_one_holds(land: Republic, people: dict[int, Actor]) -> None:
    for round_ in range(4):
        visit = await asked(land, people)
        approve, decline = ApproveVisit(land.units.write, land.clock), DeclineVisit(land.units.write, land.clock)
        starts = MONDAY + timedelta(days=7 * round_)
        said = await answers(
            approve(people[COORDINATOR], visit, 1, at(starts=starts)),
            approve(people[COORDINATOR], visit, 1, at(OTHER_HOST, starts)),
            decline(people[COORDINATOR], visit, 1, "нет дороги"),
            WithdrawVisit(land.units.write, land.clock)(people[LEAD], visit),
        )
        assert sorted(said) == ["done", "visit-decided", "visit-decided", "visit-decided"]


async def test_two_visits_at_one_hour_do_not_share_a_host(land: Republic, people: dict[int, Actor]) -> None:
    first, second = await asked(land, people), await asked(land, people)
    approve = ApproveVisit(land.units.write, land.clock)
    said = await answers(
        approve(people[COORDINATOR], first, 1, at()),
        approve(people[COORDINATOR], second, 1, at(starts=MONDAY + HOUR / 2)),
    )
    assert sorted(said) == ["done", "host-is-busy"]
    assert await cells(land) == 12
    loser = second if said[0] == "done" else first
    assert await state(land, loser) is VisitState.ASKED
    await approve(people[COORDINATOR], loser, 1, at(OTHER_HOST))
    assert await cells(land) == 24


async def test_a_visit_and_a_booked_meeting_keep_apart(land: Republic, people: dict[int, Actor]) -> None:
    host = people[HOST]
    key = await land.publishes(host, capacity=2)
    visit = await planned(land, people, at(starts=MONDAY + HOUR / 2))
    with pytest.raises(NoSeatsLeft):
        await land.book(teacher(20), key, None)
    await CancelVisit(land.units.write, land.clock)(people[LEAD], visit, None)
    assert await cells(land) == 0
    await land.book(teacher(20), key, None)
    other = await asked(land, people)
    with pytest.raises(HostIsBusy):
        await ApproveVisit(land.units.write, land.clock)(people[COORDINATOR], other, 1, at())
    assert await state(land, other) is VisitState.ASKED
    await planned_elsewhere(land, people, other, key)


async def planned_elsewhere(land: Republic, people: dict[int, Actor], visit: VisitId, key: SessionKey) -> None:
    """An hour later the host is free, and cannot be moved back into her meeting."""
    await ApproveVisit(land.units.write, land.clock)(people[COORDINATOR], visit, 1, at(starts=key.starts + HOUR))
    with pytest.raises(HostIsBusy):
        await MoveVisit(land.units.write, land.clock)(people[HOST], visit, key.starts)
    found = await OneVisit(land.units.read)(people[HOST], visit)
    assert found.card.visit.appointment == at(starts=key.starts + HOUR)
    assert await cells(land) == 12


async def test_nobody_approves_what_she_has_asked_or_an_older_version(land: Republic, people: dict[int, Actor]) -> None:
    visit = await asked(land, people)
    both = Actor(PersonId(LEAD), LEAD, "Asia/Yakutsk", (*people[LEAD].places, *people[COORDINATOR].places))
    approve = ApproveVisit(land.units.write, land.clock)
    with pytest.raises(OwnVisit):
        await approve(both, visit, 1, at())
    with pytest.raises(VisitDecided):
        await approve(people[COORDINATOR], visit, 7, at())
    assert await WaitingVisits(land.units.read, land.clock)(both) == []
    assert len(await WaitingVisits(land.units.read, land.clock)(people[COORDINATOR])) == 1


async def test_who_leaves_hands_on_and_takes_her_words_along(land: Republic, people: dict[int, Actor]) -> None:
    visit = await planned(land, people)
    await seated(land, SECOND, Role.SCHOOL_LEAD, SCHOOL)
    async with land.units.write() as work:
        await leaving.on_person_leaves(work, PersonId(LEAD), land.clock.now())
        found = await work.visits.get(visit)
    assert found is not None
    assert (found.state, found.asked_by, found.wish.topic) == (VisitState.PLANNED, SECOND, None)
    assert (SECOND, "visit-day-before") in await told(land, visit)


async def test_without_another_lead_her_requests_end(land: Republic, people: dict[int, Actor]) -> None:
    open_, ahead = await asked(land, people), await planned(land, people)
    async with land.units.write() as work:
        await work.places.end(people[LEAD].places[0].id, date(2026, 11, 1))
        await leaving.on_person_leaves(work, PersonId(LEAD), land.clock.now())
    assert await state(land, open_) is VisitState.WITHDRAWN
    assert await state(land, ahead) is VisitState.CANCELLED
    assert await cells(land) == 0
    assert (HOST, "visit-cancelled") in await told(land, ahead)


async def test_when_the_host_leaves_or_her_place_ends_the_school_is_told(
    land: Republic, people: dict[int, Actor]
) -> None:
    first = await planned(land, people)
    second = await planned(land, people, at(OTHER_HOST))
    async with land.units.write() as work:
        await leaving.on_person_leaves(work, PersonId(HOST), land.clock.now())
        place = people[OTHER_HOST].places[0]
        await work.places.end(place.id, date(2026, 11, 1))
        await leaving.on_place_ends(work, KeptPlace(place, PersonId(OTHER_HOST)), land.clock.now())
    # who leaves needs no word; whose place somebody else has ended is told that she does not go
    for visit, who in ((first, {LEAD}), (second, {LEAD, OTHER_HOST})):
        assert await state(land, visit) is VisitState.CANCELLED
        assert {person for person, kind in await told(land, visit) if kind == "visit-cancelled"} == who
    assert await cells(land) == 0


async def test_her_own_part_is_exported_and_forgotten(land: Republic, people: dict[int, Actor]) -> None:
    visit = await planned(land, people)
    land.clock.at = MONDAY + HOUR
    await ReportVisit(land.units.write, land.clock)(people[HOST], visit, Report(True, 7, "Разобрали задание"))
    async with land.units.write() as work:
        hers, his = [await leaving.contribute(work, PersonId(who)) for who in (LEAD, HOST)]
        await leaving.on_person_leaves(work, PersonId(HOST), land.clock.now())
        found = await work.visits.get(visit)
    assert hers == {"visits": [{"visit_state": "reported", "starts": MONDAY.isoformat(), "topic": "задание 34"}]}
    assert his == {"visits": [{"visit_state": "reported", "starts": MONDAY.isoformat(), "report": "Разобрали задание"}]}
    assert found is not None and found.report == Report(True, 7, "")


async def test_on_a_day_without_school_visits_fall_and_come_back_with_it(
    land: Republic, people: dict[int, Actor]
) -> None:
    visit, elsewhere = await planned(land, people), await planned(land, people, at(starts=MONDAY + timedelta(days=1)))
    day = CalledOffDay(MOMSKY, MONDAY.date(), "мороз", date(2026, 12, 1), land.clock.now(), land.clock.now())

    async def declared(row: CalledOffDay) -> None:
        async with land.units.write() as work:
            await work.called_off.put(row)
            await leaving.on_called_off(work, UNIT, MONDAY.date(), land.clock.now())

    await declared(day)
    async with land.units.read() as work:
        fallen = await work.visits.get(visit)
        rows = await work.notices.of_subject(f"visit:{visit}")
    assert fallen is not None and (fallen.state, fallen.ended_by) == (VisitState.CANCELLED, Side.WEATHER)
    assert {(row.notice.person, row.notice.urgent) for row in rows if row.notice.kind == "visit-cancelled"} == {
        (LEAD, True),
        (HOST, True),
    }
    assert await state(land, elsewhere) is VisitState.PLANNED
    land.clock.pass_by(minutes=10)
    await declared(replace(day, undone=land.clock.now()))
    assert await state(land, visit) is VisitState.PLANNED
    assert await cells(land) == 24
    assert (LEAD, "visit-day-before") in await told(land, visit)


async def test_a_day_is_undone_while_who_would_come_on_a_visit_books_with_a_host_there(
    land: Republic, people: dict[int, Actor]
) -> None:
    visit, key = await planned(land, people), await land.publishes(methodist(90), open_to=UNIT, weekday=1)
    tuesday = SessionKey(key.slot, MONDAY + timedelta(days=1))
    day = CalledOffDay(MOMSKY, MONDAY.date(), "мороз", date(2026, 12, 1), land.clock.now(), land.clock.now())
    undoing, booked = asyncio.Event(), asyncio.Event()

    async def between(*_: object) -> None:
        undoing.set()
        await until_somebody_waits(land.database, booked)

    async def declared(row: CalledOffDay, *hooks: ReactsToDay) -> None:
        async with land.units.write() as work:
            await work.called_off.put(row)
            for hook in hooks:
                await hook(work, UNIT, MONDAY.date(), land.clock.now())

    async def books() -> None:
        await undoing.wait()
        # she holds herself, and waits for the host whom the undo holds
        await land.book(teacher(HOST), tuesday, None)
        booked.set()

    await declared(day, meetings_called_off, leaving.on_called_off)
    back = replace(day, undone=land.clock.now())
    await asyncio.gather(declared(back, meetings_called_off, between, leaving.on_called_off), books())
    assert await state(land, visit) is VisitState.PLANNED


async def test_a_host_who_is_busy_by_then_does_not_come_back(land: Republic, people: dict[int, Actor]) -> None:
    visit = await planned(land, people)
    day = CalledOffDay(MOMSKY, MONDAY.date(), "мороз", date(2026, 12, 1), land.clock.now(), land.clock.now())
    for row in (day, replace(day, undone=land.clock.now())):
        async with land.units.write() as work:
            await work.called_off.put(row)
            await leaving.on_called_off(work, UNIT, MONDAY.date(), land.clock.now())
        if row.stands:
            key = await land.publishes(people[HOST])
            await land.book(teacher(20), key, None)
    assert await state(land, visit) is VisitState.CANCELLED
    assert {(LEAD, "visit-stays-off"), (HOST, "visit-stays-off")} <= await told(land, visit)


async def test_when_the_place_of_a_host_ends_by_its_date_her_visits_are_off_and_both_are_told(
    land: Republic, people: dict[int, Actor]
) -> None:
    visit, other = await planned(land, people), await planned(land, people, at(OTHER_HOST))
    async with land.units.write() as work:
        await work.places.end(people[HOST].places[0].id, date(2026, 11, 24))
    job = EndUncarriedVisits(land.units.read, land.units.write, land.clock)
    assert await job() == 0
    land.clock.at = datetime(2026, 11, 25, 3, tzinfo=UTC)
    assert (await job(), await job()) == (1, 0)
    assert (await state(land, visit), await state(land, other)) == (VisitState.CANCELLED, VisitState.PLANNED)
    assert {(LEAD, "visit-cancelled"), (HOST, "visit-cancelled")} <= await told(land, visit)
    assert await cells(land) == 12


async def test_when_a_pair_is_ended_what_the_curator_would_host_is_off(
    land: Republic, people: dict[int, Actor]
) -> None:
    far = await seated(land, OTHER_HOST + 1, Role.SCHOOL_CURATOR, Territory(YAKUTIA, YAKUTSK))
    admin = await seated(land, OTHER_HOST + 2, Role.REGIONAL_COORDINATOR, Territory(YAKUTIA))
    wanted = Wanted(PairKind.SCHOOL, PersonId(OTHER_HOST + 1), SchoolId(1), "1", date(2026, 11, 1))
    pair = (await AppointPair(land.units.write, land.clock)(admin, wanted)).pair
    visit = await planned(land, people, at(OTHER_HOST + 1))
    land.clock.pass_by(days=1)
    await EndPair(land.units.write, land.clock, (leaving.on_pair_ends,))(admin, pair)
    assert far.places
    assert await state(land, visit) is VisitState.CANCELLED
    assert {(LEAD, "visit-cancelled"), (OTHER_HOST + 1, "visit-cancelled")} <= await told(land, visit)


async def test_to_whom_it_is_addressed_sends_herself_alone(land: Republic, people: dict[int, Actor]) -> None:
    wish = replace(WISH, addressee=PersonId(HOST))
    visit = (await AskVisit(land.units.write, land.clock)(people[LEAD], SchoolId(1), wish)).card.visit.id
    approve = ApproveVisit(land.units.write, land.clock)
    with pytest.raises(Invalid) as refused:
        await approve(people[HOST], visit, 1, at(OTHER_HOST))
    assert (refused.value.field, refused.value.reason) == ("host", "unknown")
    await approve(people[HOST], visit, 1, at(HOST))
    assert await state(land, visit) is VisitState.PLANNED


async def test_nothing_is_planned_or_moved_onto_a_day_that_is_called_off(
    land: Republic, people: dict[int, Actor]
) -> None:
    visit, day = await asked(land, people), MONDAY.date()
    async with land.units.write() as work:
        row = CalledOffDay(MOMSKY, day, "мороз", date(2026, 12, 1), land.clock.now(), land.clock.now())
        await work.called_off.put(row)
    approve = ApproveVisit(land.units.write, land.clock)
    with pytest.raises(Invalid) as refused:
        await approve(people[COORDINATOR], visit, 1, at())
    assert (refused.value.field, refused.value.reason) == ("starts", "called-off")
    await approve(people[COORDINATOR], visit, 1, at(starts=MONDAY + timedelta(days=1)))
    with pytest.raises(Invalid):
        await MoveVisit(land.units.write, land.clock)(people[HOST], visit, MONDAY)
    async with land.units.write() as work:
        await work.called_off.put(replace(row, undone=land.clock.now()))
    moved = await MoveVisit(land.units.write, land.clock)(people[HOST], visit, MONDAY)
    assert moved.card.visit.appointment == at()


async def test_who_may_come_is_read_in_a_handful_of_statements(land: Republic, people: dict[int, Actor]) -> None:
    for number in range(30, 45):
        await seated(land, number, Role.METHODIST, Territory(YAKUTIA))
    sent: list[str] = []

    def count(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    engine = land.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        known, today = await WhoMayCome(land.units.read, land.clock)(people[COORDINATOR], SchoolId(1), (CHEMISTRY,))
    finally:
        event.remove(engine, "before_cursor_execute", count)
    assert {HOST, OTHER_HOST, 30, 44} <= {each.id for each in known} and today == date(2026, 11, 21)
    assert len(sent) <= 8, sent


async def test_who_is_host_and_curator_calls_it_off_as_the_host(land: Republic, people: dict[int, Actor]) -> None:
    visit = await planned(land, people)
    both = Actor(PersonId(HOST), HOST, "Asia/Yakutsk", (*people[HOST].places, *people[LEAD].places))
    await CancelVisit(land.units.write, land.clock)(both, visit, None)
    found = await OneVisit(land.units.read)(people[LEAD], visit)
    assert found.card.visit.ended_by is Side.HOST


async def test_without_its_host_a_visit_that_has_begun_is_closed_by_the_school_or_a_coordinator(
    land: Republic, people: dict[int, Actor]
) -> None:
    first, second = await planned(land, people), await planned(land, people, at(starts=MONDAY + 2 * HOUR))
    close, may = CloseVisit(land.units.write, land.clock), MayCloseVisit(land.units.read, land.clock)
    told = Report(True, 7, "Разобрали задание")
    land.clock.at = MONDAY + 3 * HOUR
    with pytest.raises(NotFound):
        await close(people[LEAD], first, told)
    async with land.units.write() as work:
        await leaving.on_person_leaves(work, PersonId(HOST), land.clock.now())
        await work.places.end(people[HOST].places[0].id, date(2026, 11, 1))
    assert (await state(land, first), await may(people[LEAD], first)) == (VisitState.PLANNED, True)
    await close(people[LEAD], first, told)
    await close(people[COORDINATOR], second, Report(False, 0, "Дорогу замело"))
    assert (await state(land, first), await state(land, second)) == (VisitState.CONFIRMED, VisitState.CONFIRMED)
    async with land.units.write() as work:
        held = await work.visits.held(Territory(YAKUTIA), MONDAY, MONDAY + timedelta(days=1))
        assert [each.id for each in held] == [first]
        assert told.words in str(await leaving.contribute(work, PersonId(LEAD)))
        assert told.words not in str(await leaving.contribute(work, PersonId(HOST)))
        await work.visits.forget(PersonId(LEAD))
        found, other = await work.visits.get(first), await work.visits.get(second)
    assert found is not None and found.report == Report(True, 7, "")
    assert other is not None and other.report is not None and other.report.words == "Дорогу замело"
