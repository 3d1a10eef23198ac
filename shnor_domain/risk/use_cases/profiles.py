"""A profile is entered by hand, looked at by version, and what is open goes on into a new school year (R088, R105)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shnor_domain.clock import Clock
from shnor_domain.contents import clean_name, type_of
from shnor_domain.errors import DomainError, Invalid, NotFound
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.risk.access import carries, enters, require, require_sees
from shnor_domain.risk.carrying import into_year
from shnor_domain.risk.entering import (
    MOST_WAVES,
    Arrival,
    By,
    Step,
    checked_day,
    checked_source,
    follow,
    keep_profiles,
    wave_of,
)
from shnor_domain.risk.factors import FactorCode, Significance
from shnor_domain.risk.model import Profile, ProfileId
from shnor_domain.risk.ports import ProfileFiles, RiskWork
from shnor_domain.risk.seeing import catalogue, seen_school, today_at
from shnor_domain.territories.access import leads
from shnor_domain.territories.model import SchoolYear, school_year_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Entered:
    """What somebody brings, fields as in `Profile`: all factors at once. `year` is that of `day`, and `wave` the next
    one, unless they are named; `body` is the file of the profile, `name` what it is called."""

    day: date
    source: str
    factors: Mapping[FactorCode, Significance]
    year: SchoolYear | None = None
    wave: int | None = None
    body: bytes | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class EnterProfile:
    """A coordinator or observer of the school's territory, or its lead, enters a new version; all stay, the newest by
    date is the current one, and factors that are worked on go on with their history.

    Refused: `ProfileByLead`, `NotAllowed`, `NotFound`, `Invalid("day" | "source" | "factor" | "wave" | "year", …)`,
    `BadEvidence`. The body is safe on disk before a row names it; a refusal takes it away again.
    """

    read: Opens[RiskWork]
    write: Opens[RiskWork]
    evidence_files: ProfileFiles
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, entered: Entered) -> Profile:
        """The version as it is kept."""
        by = By(person_of(actor), self.clock.now())
        async with self.read() as work:
            await _checked(work, actor, school, entered, by)
        kind = None if entered.body is None else type_of(entered.body)
        key = None if kind is None else await self.evidence_files.keep(entered.body or b"", kind.value)
        name = "" if kind is None else clean_name(entered.name, kind)
        try:
            async with self.write() as work:
                kept, fresh = await _put(work, actor, school, entered, by, (key, name))
        except DomainError:
            if key is not None:
                await self.evidence_files.erase(key)
            raise
        if key is not None and not fresh:
            await self.evidence_files.erase(key)
        return kept


@dataclass(frozen=True, slots=True)
class ProfileVersions:
    """Who may see the school's profile: all its versions. Refused: `ProfileByLead`, `NotAllowed`, `NotFound`."""

    read: Opens[RiskWork]

    async def __call__(self, actor: Actor, school: SchoolId) -> Sequence[Profile]:
        """The newest by date first."""
        async with self.read() as work:
            await seen_school(work, actor, school)
            return await work.risk_profiles.of_school(school)


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """The same people: the file of a version, with its name. Refused likewise; `NotFound` for one without a file."""

    read: Opens[RiskWork]
    evidence_files: ProfileFiles

    async def __call__(self, actor: Actor, which: ProfileId) -> tuple[str, bytes]:
        """Name with its ending, and body."""
        async with self.read() as work:
            found = await work.risk_profiles.one(which)
            require_sees(actor, None if found is None else found.where)
        if found is None or found.file is None:
            raise NotFound
        body = await self.evidence_files.read(found.file)
        if body is None:
            raise NotFound
        return found.name or found.file, body


@dataclass(frozen=True, slots=True)
class CarryOver:
    """The lead of the school or a coordinator moves what is activated and not overcome into the school year of today,
    where no new profile does it (R105). Refused: `ProfileByLead`, `NotAllowed`, `NotFound`."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId) -> int:
        """How many factors go on with their history; again none."""
        by = By(person_of(actor), self.clock.now())
        async with self.write() as work:
            where = await seen_school(work, actor, school)
            require(carries(actor, where))
            if (done := await work.applied.result(f"risk-carry:{school}")) is not None:
                return int(done)
            year = school_year_of(await today_at(work, where, by.at))
            await work.risk_profiles.hold({school})
            moves = into_year(year, (await work.risk_cases.open_of({school})).get(school, ()))
            if moves.changed:
                await follow(work, [Step(where, moves)], by)
                entry = AuditEntry(by.at, by.person, "risk-carried-over", f"school:{school}", None, {"year": year})
                await work.audit.add(entry)
            await work.applied.save(f"risk-carry:{school}", str(len(moves.changed)))
            return len(moves.changed)


async def _checked(work: RiskWork, actor: Actor, school: SchoolId, entered: Entered, by: By) -> tuple[Territory, str]:
    where = await seen_school(work, actor, school)
    require(enters(actor, where))
    checked_day(entered.day, await today_at(work, where, by.at))
    known = await catalogue(work, where)
    if any(code not in known or not known[code].active for code in entered.factors):
        raise Invalid("factor", "unknown")
    if entered.wave is not None and not 1 <= entered.wave <= MOST_WAVES:
        raise Invalid("wave", "range")
    if entered.year is not None and abs(entered.year - school_year_of(entered.day)) > 1:
        raise Invalid("year", "year")
    return where, checked_source(entered.source)


async def _put(
    work: RiskWork, actor: Actor, school: SchoolId, entered: Entered, by: By, file: tuple[str | None, str]
) -> tuple[Profile, bool]:
    """The version, and whether this run has made it."""
    operation = f"risk-profile:{school}"
    where, source = await _checked(work, actor, school, entered, by)
    if (done := await work.applied.result(operation)) is not None:
        found = await work.risk_profiles.one(ProfileId(int(done)))
        if found is None:
            raise NotFound
        return found, False
    await work.risk_profiles.hold({school})  # of two that are entered at once, the second knows of the first
    before = await work.risk_profiles.of_school(school)
    year = entered.year or school_year_of(entered.day)
    if file[0] is None and (same := _said_already(before, entered, source)) is not None:
        return same, False
    wave = entered.wave or wave_of(before, year, entered.day)
    new = Profile(ProfileId(0), where, year, wave, entered.day, source, dict(entered.factors), by.person, by.at, *file)
    [kept] = await keep_profiles(work, [Arrival(new, before, leads(actor, where))], by)
    await work.applied.save(operation, str(kept.id))
    return kept, True


def _said_already(before: Sequence[Profile], entered: Entered, source: str) -> Profile | None:
    """The version of this day that says exactly this, if it is the last one of the day: a second tap is harmless."""
    last = next((one for one in before if one.day == entered.day), None)
    same = last is not None and (dict(last.factors), last.source) == (dict(entered.factors), source)
    return last if same else None
