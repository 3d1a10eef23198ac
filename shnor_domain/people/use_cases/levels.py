"""An application's way up the levels (P1), as steps inside an open unit of work."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from shnor_domain.identity import PersonId, Place, Territory
from shnor_domain.people.model.applications import Application, ApplicationId, Step
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import Level, standing
from shnor_domain.people.model.patience import MOVE_ON, REMIND_ON, working_morning
from shnor_domain.people.ports import PeopleWork, Telling
from shnor_domain.people.use_cases.rights import DECIDING
from shnor_domain.work import Opens

# the longest row of days off, New Year's with its weekends, and then some: enough for four working days
_LOOK_AHEAD = timedelta(days=40)
AHEAD = timedelta(minutes=15)
"""So long before a step its rows are planned: the job comes every few minutes, and at 09:00 the digest goes at once."""

Holders = Mapping[Level, Collection[PersonId]]


def subject_of(application: Application) -> str:
    """The subject of its notices and audit entries."""
    return f"application:{application.id}"


async def holders_of(work: PeopleWork, levels: tuple[Level, ...], territory: Territory, now: datetime) -> Holders:
    """Who can decide today, by the calendar of the place applied for."""
    return await work.places.holders(levels, local_day(now, await work.lands.zone_of(territory)))


async def arrive(work: PeopleWork, application: Application, now: datetime) -> Application:
    """A new or corrected application: to the first level that somebody holds, whose people are told in this
    transaction."""
    holders = await holders_of(work, application.levels, application.territory, now)
    first = standing(application.levels, holders, application.person)
    return await _enter(work, application, first, holders, now, by_time=False)


async def look_again(work: PeopleWork, application: Application, now: datetime) -> Application:
    """What time and people's comings and goings have changed: up at once from levels that are all empty, else the step
    that is due.

    A holder who came after the application is told of it. Safe to repeat: notices are idempotent by key.
    """
    levels, reached = application.levels, application.reached
    holders = await holders_of(work, levels, application.territory, now)
    if not _held(application, holders, range(reached + 1)):
        above = standing(levels, holders, application.person, reached + 1)
        if above > reached and _held(application, holders, (above,)):
            # what waits for those who held these levels, or was planned ahead, gives way to a word at once
            await work.tellings.untell(subject_of(application), now)
            return await _enter(work, application, above, holders, now, by_time=False)
        return application
    await _tell(work, application, "waiting", holders, (reached,), now)
    if application.step_due is None or now < application.step_due - AHEAD:
        return application
    if application.next_step is Step.REMIND:
        return await _remind(work, application, holders, now)
    above = standing(levels, holders, application.person, reached + 1)
    if above > reached and _held(application, holders, (above,)):
        return await _enter(work, application, above, holders, now, by_time=True)
    return application


async def take_step(write: Opens[PeopleWork], which: ApplicationId, now: datetime) -> bool:
    """`look_again` at one application in a unit of its own. True when it moved or was reminded of."""
    async with write() as work:
        application = await work.applications.hold(which)
        if application is None or application.decided_at is not None:
            return False
        return await look_again(work, application, now) != application


async def look_again_below(work: PeopleWork, places: Iterable[Place], now: datetime) -> int:
    """After these places, or the leave or consent of their holder, ended or began: waiting applications find their
    level.

    Only those that such a place may decide on are looked at. Gives how many moved.
    """
    within = [place.territory for place in places if place.role in DECIDING]
    if not within:
        return 0
    moved = 0
    for application in await work.applications.waiting_in(within):
        moved += await look_again(work, application, now) != application
    return moved


async def waits_to_move(work: PeopleWork, now: datetime) -> list[ApplicationId]:
    """Applications whose step is due, or nearly so (`AHEAD`), or whose levels have all become empty by the calendar;
    reads only."""
    known: dict[tuple[Level, ...], Holders] = {}
    found: list[ApplicationId] = []
    for application in await work.applications.waiting():
        levels = application.levels
        if levels not in known:
            known[levels] = await holders_of(work, levels, application.territory, now)
        higher = _held(application, known[levels], range(application.reached + 1, len(levels)))
        due = application.step_due is not None and application.step_due - AHEAD <= now
        empty = not _held(application, known[levels], range(application.reached + 1))
        if (due and application.next_step is Step.REMIND) or (higher and (due or empty)):
            found.append(application.id)
    return found


async def _enter(
    work: PeopleWork, application: Application, level: int, holders: Holders, now: datetime, *, by_time: bool
) -> Application:
    """At once, or by the step that is due: then it is a row of the digest, planned ahead (P1)."""
    if by_time and application.step_due is not None:
        entered = replace(application, reached=level, since=max(now, application.step_due))
        await _tell(work, entered, "moved-up", holders, (level,), application.step_due)
        if now < application.step_due:
            return application
    moved = replace(
        application,
        reached=level,
        since=now,
        next_step=Step.REMIND,
        step_due=await _morning(work, application.territory, now, REMIND_ON),
    )
    await work.applications.move(moved)
    if not by_time:
        await _tell(work, moved, "waiting", holders, (level,), now)
    return moved


async def _remind(work: PeopleWork, application: Application, holders: Holders, now: datetime) -> Application:
    due = application.step_due or now
    await _tell(work, application, "reminder", holders, range(application.reached + 1), due)
    if now < due:
        return application
    last = application.reached == len(application.levels) - 1
    next_due = None if last else await _morning(work, application.territory, application.since, MOVE_ON)
    moved = replace(application, next_step=Step.NONE if last else Step.MOVE, step_due=next_due)
    await work.applications.move(moved)
    return moved


async def _morning(work: PeopleWork, territory: Territory, since: datetime, count: int) -> datetime:
    zone = await work.lands.zone_of(territory)
    first = local_day(since, zone)
    days_off = await work.lands.days_off(territory, first, first + _LOOK_AHEAD)
    return working_morning(since, count, zone, days_off)


def _held(application: Application, holders: Holders, levels: Collection[int]) -> bool:
    return any(_deciders(application, holders, level) for level in levels)


def _deciders(application: Application, holders: Holders, level: int) -> list[PersonId]:
    found = holders.get(application.levels[level], ())
    return sorted(person for person in found if person != application.person)


async def _tell(
    work: PeopleWork, application: Application, what: str, holders: Holders, levels: Collection[int], due: datetime
) -> None:
    """That it reached a level that day is told once to each of it, whether as a message or as a row of the digest."""
    about = f"{'reminder' if what == 'reminder' else 'waiting'}:{application.reached}:{application.since:%Y%m%d}"
    told = {person for level in levels for person in _deciders(application, holders, level)}
    for person in sorted(told):
        await work.tellings.tell(
            Telling(
                key=f"{subject_of(application)}:{about}:{person}",
                person=person,
                kind=f"application-{what}",
                subject=subject_of(application),
                due=due,
                payload={"application": application.id},
            )
        )
