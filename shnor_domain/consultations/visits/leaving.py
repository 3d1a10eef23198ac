"""What becomes of visits when a person leaves, or a place of hers ends; and of those on a day when schools are
closed."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.consultations.visits.changing import call_off, plan, saved
from shnor_domain.consultations.visits.machine import OPEN, called_off, restored, withdrawn
from shnor_domain.consultations.visits.model import Side, Visit, VisitState
from shnor_domain.consultations.visits.notices import Telling, subject_of
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.rules import may_come, speaks_for
from shnor_domain.consultations.visits.sides import both_sides, school_side
from shnor_domain.identity import HOST_ROLES, Actor, PersonId, Role, Territory
from shnor_domain.people.model.pairs import Pair
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.seats.times import grid


async def on_person_leaves(work: VisitWork, person: PersonId, now: datetime) -> None:
    """Visits that she would have hosted are off, and the schools are told. What she asked for goes on with another lead
    of the school; without one it ends. What she typed is gone, counts stay."""
    await work.bookings.lock({person})
    found = await work.visits.about(person)
    await _end_hosted(work, person, found, now, lambda _visit: False, Actor(person, 0))
    await work.visits.forget(person)
    for visit in found:
        left = await work.visits.get(visit.id)
        if visit.asked_by == person and left is not None and left.state in OPEN:
            await _without_asker(work, left, person, now, gone=True)


async def on_place_ends(work: VisitWork, kept: KeptPlace, now: datetime) -> None:
    """Visits that no place of hers carries as their host any longer are off, the schools are told; what she asked for
    in the name of a school passes to its lead."""
    await _without_role(work, kept.person, kept.place.role, now)


async def on_pair_ends(work: VisitWork, pair: Pair, now: datetime) -> None:
    """A curator whose school is hers no more: as when her place ends."""
    await _without_role(work, pair.helper, pair.kind.helper_role, now)


async def end_uncarried(work: VisitWork, host: PersonId, now: datetime) -> int:
    """Visits ahead that none of the host's places in force today carries are off, with a word to both: nobody of them
    has acted. Gives their number."""
    await work.bookings.lock({host})
    places = await in_force_now(work, host, now)
    hosted = await work.visits.of_host(host)
    return await _end_hosted(
        work, host, hosted, now, lambda visit: may_come(places, visit.where, visit.wish.subjects), None
    )


async def on_called_off(work: VisitWork, where: Territory, day: date, now: datetime) -> None:
    """«Актированный день»: visits of that day to schools of the municipality do not take place; school and host are
    told at any hour (N6). Taken back, they are planned again where their hosts are still free."""
    assert where.municipality is not None  # days are called off by municipality
    rows = await work.called_off.since(where.municipality, day)
    row = next((each for each in rows if each.day == day), None)
    if row is None:
        return
    begins, ends = await _ahead_on(work, where, day, now)
    if row.stands:
        for visit in await work.visits.planned_in(where, begins, ends):
            off = await saved(work, called_off(visit, Side.WEATHER, None, now))
            await call_off(work, off, None, now, urgent=True)
        return
    # locked with the people of meetings already, where that hook ran before this one
    await work.bookings.lock(await hosts_of_fallen(work, where, day, now))
    for visit in await work.visits.fallen_in(where, begins, ends):
        if await _is_free(work, visit):
            await plan(work, await saved(work, restored(visit, now)), None, now)
        else:
            await work.notices.plan(*Telling(visit, now).stays_off(await both_sides(work, visit, now)))


async def hosts_of_fallen(work: VisitWork, where: Territory, day: date, now: datetime) -> set[PersonId]:
    """Who would come on visits that fell with this day and lie ahead: whose hours an undo looks at."""
    fallen = await work.visits.fallen_in(where, *await _ahead_on(work, where, day, now))
    return {visit.appointment.host for visit in fallen if visit.appointment is not None}


async def contribute(work: VisitWork, person: PersonId) -> dict[str, object]:
    """What she asked for, decided and reported as JSON values for /privacy: instants in ISO 8601, her own words
    verbatim."""
    rows: list[dict[str, object]] = []
    for visit in await work.visits.about(person):
        starts = None if visit.appointment is None else visit.appointment.starts.isoformat()
        row: dict[str, object] = {"visit_state": visit.state.value, "starts": starts}
        if visit.asked_by == person:
            row["topic"] = visit.wish.topic
        if visit.decided_by == person:
            row["reason"] = visit.reason
        teller = None if visit.appointment is None else visit.appointment.host
        if visit.report is not None and person == (visit.decided_by if visit.closed_for_host else teller):
            row["report"] = visit.report.words
        rows.append(row)
    return {"visits": rows}


async def _without_role(work: VisitWork, person: PersonId, role: Role, now: datetime) -> None:
    if role in HOST_ROLES:
        await end_uncarried(work, person, now)
    if role in {Role.SCHOOL_LEAD, Role.SCHOOL_CURATOR}:
        actor = Actor(person, 0, places=tuple(await in_force_now(work, person, now)))
        for visit in await work.visits.about(person):
            if visit.asked_by == person and visit.state in OPEN and not speaks_for(actor, visit.where):
                await _without_asker(work, visit, person, now, gone=False)


async def _end_hosted(
    work: VisitWork,
    host: PersonId,
    found: Iterable[Visit],
    now: datetime,
    carried: Callable[[Visit], bool],
    by: Actor | None,
) -> int:
    """`by` is who acts and needs no word (N5)."""
    ended = 0
    for visit in found:
        hosted = visit.appointment is not None and visit.appointment.host == host
        if hosted and _ahead(visit, now) and not carried(visit):
            off = await saved(work, called_off(visit, Side.HOST, None, now))
            await call_off(work, off, by, now)
            ended += 1
    return ended


async def _without_asker(work: VisitWork, visit: Visit, person: PersonId, now: datetime, *, gone: bool) -> None:
    """Another lead stands for the school; where there is none and who asked is gone, what is open ends."""
    others = [each for each in await school_side(work, visit, now) if each != person]
    if others:
        handed = await saved(work, replace(visit, asked_by=others[0]))
        if handed.state is VisitState.PLANNED:
            await work.notices.plan(*Telling(handed, now).ahead(await both_sides(work, handed, now)))
    elif gone and visit.state in {VisitState.ASKED, VisitState.DECLINED}:
        await saved(work, withdrawn(visit, now))
        await work.notices.cancel(subject_of(visit.id), now)
    elif gone and _ahead(visit, now):
        off = await saved(work, called_off(visit, Side.SCHOOL, None, now))
        await call_off(work, off, Actor(person, 0), now)


def _ahead(visit: Visit, now: datetime) -> bool:
    at = visit.appointment
    return visit.state is VisitState.PLANNED and at is not None and at.starts > now


async def _ahead_on(work: VisitWork, where: Territory, day: date, now: datetime) -> tuple[datetime, datetime]:
    zone = ZoneInfo(await work.lands.zone_of(where))
    begins, ends = (datetime.combine(each, time(), zone).astimezone(UTC) for each in (day, day + timedelta(days=1)))
    return max(begins, now + timedelta(seconds=1)), ends


async def _is_free(work: VisitWork, visit: Visit) -> bool:
    assert visit.appointment is not None  # it was planned
    at = visit.appointment
    cells = grid(at.starts, at.ends)
    return not (await work.bookings.busy_cells([at.host], cells))[at.host]
