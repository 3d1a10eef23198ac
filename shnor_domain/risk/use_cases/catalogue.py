"""The catalogue of factors: shipped, and as a region's coordinator changes it for her region (rule 11)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor, RegionId, SchoolId
from shnor_domain.letters import visible_letters
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.risk.access import require_changes_catalogue
from shnor_domain.risk.entering import checked_source
from shnor_domain.risk.errors import FactorNameTaken
from shnor_domain.risk.factors import Factor, FactorCode, shipped_factors
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.seeing import seen_school
from shnor_domain.territories.names import name_key
from shnor_domain.work import Opens

MOST_NAME, MOST_WORDING = 28, 300
_CODE = "region-{}-{}"
_STEP = 10


@dataclass(frozen=True, slots=True)
class FillFactors:
    """The shipped factors, laid under what is there: run at every start, it never overwrites a row. The process
    itself."""

    write: Opens[RiskWork]

    async def __call__(self) -> int:
        """Rows added."""
        async with self.write() as work:
            known = {one.code for one in await work.risk_factors.of_region(None)}
            new = [one for one in shipped_factors() if one.code not in known]
            await work.risk_factors.put(new)
            return len(new)


@dataclass(frozen=True, slots=True)
class ReadFactors:
    """The regional coordinator or an admin: the catalogue of a region with what is offered no more. Refused:
    `NotAllowed`, `NotFound`."""

    read: Opens[RiskWork]

    async def __call__(self, actor: Actor, region: RegionId) -> Sequence[Factor]:
        """In its order."""
        require_changes_catalogue(actor, region)
        async with self.read() as work:
            return await work.risk_factors.of_region(region)


@dataclass(frozen=True, slots=True)
class FactorsOfSchool:
    """Who may see the school's profile: the catalogue of its region with what is offered no more. Refused:
    `ProfileByLead`, `NotAllowed`, `NotFound`."""

    read: Opens[RiskWork]

    async def __call__(self, actor: Actor, school: SchoolId) -> Sequence[Factor]:
        """In its order."""
        async with self.read() as work:
            where = await seen_school(work, actor, school)
            return await work.risk_factors.of_region(where.region)


@dataclass(frozen=True, slots=True)
class AddFactor:
    """The same people add a factor of the region at the end. Refused: `NotAllowed`, `NotFound`,
    `Invalid("name" | "wording" | "source", …)`, `FactorNameTaken`."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, region: RegionId, name: str, wording: str, source: str) -> Factor:
        """With a code of its own."""
        require_changes_catalogue(actor, region)
        called, worded, from_where = checked_name(name), _line("wording", wording, MOST_WORDING), checked_source(source)
        async with self.write() as work:
            known = await work.risk_factors.of_region(region)
            if (done := await work.applied.result("add-factor")) is not None:
                return _one(known, FactorCode(done))
            _require_free(known, called)
            own = sum(one.code.startswith(_CODE.format(region, "")) for one in known)
            place = max((one.position for one in known), default=0) + _STEP
            code = FactorCode(_CODE.format(region, own + 1))
            made = Factor(code, called, worded, place, from_where, region=region)
            await _put(work, self.clock, actor, region, [made], "add")
            await work.applied.save("add-factor", made.code)
            return made


@dataclass(frozen=True, slots=True)
class RenameFactor:
    """The same people give a factor another short name in the region; its official wording stays. Refused as
    `AddFactor`."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, region: RegionId, code: FactorCode, name: str) -> Factor:
        """As it is now called."""
        require_changes_catalogue(actor, region)
        called = checked_name(name)
        async with self.write() as work:
            known = await work.risk_factors.of_region(region)
            old = _one(known, code)
            if await work.applied.result(f"rename-factor:{code}") is not None:
                return old
            _require_free([one for one in known if one.code != code], called)
            new = replace(old, name=called, region=region)
            if called != old.name:
                await _put(work, self.clock, actor, region, [new], "rename")
                await work.applied.save(f"rename-factor:{code}", "done")
            return new


@dataclass(frozen=True, slots=True)
class OfferFactor:
    """The same people retire a factor in the region, or offer it again; profiles that name it keep it. Refused:
    `NotAllowed`, `NotFound`."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, region: RegionId, code: FactorCode, offered: bool) -> Factor:
        """As it is now; again changes nothing."""
        require_changes_catalogue(actor, region)
        async with self.write() as work:
            old = _one(await work.risk_factors.of_region(region), code)
            if await work.applied.result(f"offer-factor:{code}") is not None:
                return old
            new = replace(old, active=offered, region=region)
            if offered != old.active:
                await _put(work, self.clock, actor, region, [new], "show" if offered else "hide")
                await work.applied.save(f"offer-factor:{code}", "done")
            return new


@dataclass(frozen=True, slots=True)
class MoveFactor:
    """The same people move a factor one place up or down in the region's order. Refused: `NotAllowed`, `NotFound`."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, region: RegionId, code: FactorCode, up: bool) -> Sequence[Factor]:
        """The catalogue in its new order; at its end nothing changes."""
        require_changes_catalogue(actor, region)
        async with self.write() as work:
            known = list(await work.risk_factors.of_region(region))
            if await work.applied.result(f"move-factor:{code}") is not None:
                return known
            here = known.index(_one(known, code))
            there = here + (-1 if up else 1)
            if not 0 <= there < len(known):
                return known
            known[here], known[there] = known[there], known[here]
            placed = [replace(one, position=_STEP * at, region=region) for at, one in enumerate(known, 1)]
            await _put(work, self.clock, actor, region, placed, "move")
            await work.applied.save(f"move-factor:{code}", "done")
            return placed


def checked_name(name: str) -> str:
    """At most 28 letters, for a button; raises `Invalid("name", …)`."""
    called = _line("name", name, MOST_NAME)
    if not name_key(called):
        raise Invalid("name", "empty")
    return called


def _line(field: str, text: str, limit: int) -> str:
    said = " ".join(visible_letters(text).split())
    if not said:
        raise Invalid(field, "empty")
    if len(said) > limit:
        raise Invalid(field, "long", limit=limit)
    return said


def _require_free(known: Sequence[Factor], name: str) -> None:
    if any(name_key(one.name) == name_key(name) for one in known):
        raise FactorNameTaken


def _one(known: Sequence[Factor], code: FactorCode) -> Factor:
    for one in known:
        if one.code == code:
            return one
    raise NotFound


async def _put(work: RiskWork, clock: Clock, actor: Actor, region: RegionId, rows: Sequence[Factor], what: str) -> None:
    await work.risk_factors.put(rows)
    subject = f"factor:{rows[0].code}" if len(rows) == 1 else f"region:{region}"
    await work.audit.add(AuditEntry(clock.now(), person_of(actor), f"risk-factor-{what}", subject))
