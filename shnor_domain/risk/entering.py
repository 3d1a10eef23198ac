"""Storing a profile, and what follows from it for the cases of the school; inside an open unit of work."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId, SchoolId, Territory
from shnor_domain.letters import visible_letters
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.risk.carrying import Moves, under
from shnor_domain.risk.factors import FactorCode
from shnor_domain.risk.model import Act, CaseEvent, CaseId, FactorCase, Profile, current
from shnor_domain.risk.notices import subject_of
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.waiting import Matter
from shnor_domain.territories.model import SchoolYear

MOST_SOURCE = 200
MOST_WAVES = 9
EARLIEST = date(2020, 1, 1)
"""The project begins in this year (domain.md 2.1)."""


@dataclass(frozen=True, slots=True)
class By:
    """Who changes something, None for the operator, and when."""

    person: PersonId | None
    at: datetime


def checked_source(text: str) -> str:
    """At most 200 letters; raises `Invalid("source", …)`."""
    said = " ".join(visible_letters(text).split())
    if not said:
        raise Invalid("source", "empty")
    if len(said) > MOST_SOURCE:
        raise Invalid("source", "long", limit=MOST_SOURCE)
    return said


def checked_day(day: date, today: date) -> date:
    """Not before the project, not after today; raises `Invalid("day", …)`."""
    if day > today:
        raise Invalid("day", "future")
    if day < EARLIEST:
        raise Invalid("day", "unclear")
    return day


def wave_of(before: Collection[Profile], year: SchoolYear, day: date) -> int:
    """Where nobody says which: that of the same day, else the next one of the school year."""
    same_year = [one for one in before if one.year == year]
    same_day = next((one.wave for one in same_year if one.day == day), None)
    return same_day or min(MOST_WAVES, 1 + max((one.wave for one in same_year), default=0))


@dataclass(frozen=True, slots=True)
class Arrival:
    """A new version that is not kept yet, all versions of its school so far, and whether one who leads the school
    enters it."""

    profile: Profile
    before: Collection[Profile]
    by_its_lead: bool


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of the cases of one school; `profile` is the version that cases begin from, None without one."""

    where: Territory
    moves: Moves
    profile: Profile | None = None


async def keep_profiles(work: RiskWork, arrivals: Sequence[Arrival], by: By) -> list[Profile]:
    """New versions, each of another school, whose schools are held already (`ProfileStore.hold`). Where one is the
    newest, cases begin, go on, or leave as `carrying.under` says."""
    cases = await work.risk_cases.open_of({_school(one.profile) for one in arrivals})
    added = await work.risk_profiles.add([one.profile for one in arrivals])
    kept = [replace(one.profile, id=made) for one, made in zip(arrivals, added, strict=True)]
    steps = [
        Step(new.where, under(new, cases.get(_school(new), ()), by_its_lead=one.by_its_lead), new)
        for one, new in zip(arrivals, kept, strict=True)
        if current([*one.before, new]) is new
    ]
    await follow(work, steps, by)
    await work.audit.add(
        *(
            AuditEntry(by.at, by.person, "risk-profile-entered", f"school:{_school(new)}", None, {"profile": new.id})
            for new in kept
        )
    )
    return kept


async def follow(work: RiskWork, steps: Sequence[Step], by: By) -> None:
    """Write what the cases are now, and their history."""
    changed = [each for step in steps for each in step.moves.changed]
    begun = [
        _begun(step.where, code, step.profile, by.at)
        for step in steps
        if step.profile is not None
        for code in step.moves.fresh
    ]
    await work.risk_cases.save([case for case, _, _ in changed])
    events = [CaseEvent(case.id, by.at, by.person, act, text) for case, act, text in changed if act is not None]
    made = await work.risk_cases.add(begun)
    events += [
        CaseEvent(which, by.at, by.person, Act.OPENED, str(case.year)) for which, case in zip(made, begun, strict=True)
    ]
    await work.risk_cases.note(events)
    gone = [subject_of(Matter.DECISION, case.id) for case, act, _ in changed if act in (Act.LEFT, Act.RENEWED)]
    if gone:
        await work.notices.cancel_all(gone, by.at)


def _school(profile: Profile) -> SchoolId:
    return profile.where.school or SchoolId(0)


def _begun(where: Territory, factor: FactorCode, profile: Profile, now: datetime) -> FactorCase:
    return FactorCase(CaseId(0), where, factor, profile.year, profile.id, now, significance=profile.factors[factor])
