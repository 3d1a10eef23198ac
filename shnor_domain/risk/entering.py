"""Storing a profile, and what follows from it for the cases of the school; inside an open unit of work."""

from collections.abc import Collection, Iterable
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


async def keep_profile(
    work: RiskWork, profile: Profile, before: Collection[Profile], by: By, *, by_its_lead: bool
) -> Profile:
    """A new version. When it is the newest, cases begin, go on, or leave as `carrying.under` says."""
    school = profile.where.school or SchoolId(0)
    cases = await work.risk_cases.open_of(school, hold=True)
    kept = replace(profile, id=await work.risk_profiles.add(profile))
    if current([*before, kept]) is kept:
        await follow(work, kept.where, under(kept, cases, by_its_lead=by_its_lead), by, kept)
    await work.audit.add(
        AuditEntry(by.at, by.person, "risk-profile-entered", f"school:{school}", None, {"profile": kept.id})
    )
    return kept


async def follow(work: RiskWork, where: Territory, moves: Moves, by: By, profile: Profile | None = None) -> None:
    """Write what the cases are now, and their history."""
    await work.risk_cases.save([case for case, _, _ in moves.changed])
    events = [CaseEvent(case.id, by.at, by.person, act, text) for case, act, text in moves.changed if act is not None]
    if profile is not None and moves.fresh:
        begun = [_begun(where, code, profile, by.at) for code in moves.fresh]
        made = await work.risk_cases.add(begun)
        events += [CaseEvent(case, by.at, by.person, Act.OPENED, str(profile.year)) for case in made]
    await work.risk_cases.note(events)
    gone = _no_more_asked(moves)
    if gone:
        await work.notices.cancel_all(gone, by.at)


def _begun(where: Territory, factor: FactorCode, profile: Profile, now: datetime) -> FactorCase:
    return FactorCase(CaseId(0), where, factor, profile.year, profile.id, now, significance=profile.factors[factor])


def _no_more_asked(moves: Moves) -> list[str]:
    asked: Iterable[FactorCase] = (case for case, act, _ in moves.changed if act in (Act.LEFT, Act.RENEWED))
    return [subject_of(Matter.DECISION, case.id) for case in asked]
