"""Single facts of schools, corrected by hand: village, official number, spellings, and a closing taken back."""

from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.errors import Stale
from shnor_domain.identity import Actor, SchoolId
from shnor_domain.territories.imports.words import LONGEST_NAME
from shnor_domain.territories.model import School, SchoolState
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.school_names import school_key
from shnor_domain.territories.use_cases.change_schools import (
    LONGEST_CODE,
    LONGEST_SETTLEMENT,
    changeable,
    checked_line,
    checked_name,
    require_free,
)
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SetSettlement:
    """A coordinator says in which village or town a school is. Refused: `NotAllowed`, `NotFound`, `Invalid`,
    `SpellingTaken` when a school of that name is there already."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, settlement: str | None) -> School:
        """The school as it now is; None for a village that is not known."""
        async with self.write() as work:
            old = await changeable(work, actor, school)
            new = replace(old, settlement=checked_line("settlement", settlement, LONGEST_SETTLEMENT))
            if new != old:
                await require_free(work, new, new.name)
                await work.schools.change(new)
                await work.territory_log.changed(self.clock.now(), actor.person, "school:place", f"school:{school}")
            return new


@dataclass(frozen=True, slots=True)
class SetSchoolCode:
    """A coordinator corrects the official number of a school. Refused: `NotAllowed`, `NotFound`, `Invalid`,
    `CodeTaken`."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, code: str | None) -> School:
        """The school as it now is; None for a number that is not known."""
        async with self.write() as work:
            old = await changeable(work, actor, school)
            new = replace(old, code=checked_line("code", code, LONGEST_CODE))
            if new != old:
                await work.schools.change(new)
                await work.territory_log.changed(self.clock.now(), actor.person, "school:code", f"school:{school}")
            return new


@dataclass(frozen=True, slots=True)
class AddSchoolSpelling:
    """A coordinator teaches the bot what else a school is called. Refused: `NotAllowed`, `NotFound`, `Invalid`,
    `SpellingTaken`."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, spelling: str) -> School:
        """The school with the spelling; one that it has already changes nothing."""
        line = checked_name(spelling)
        async with self.write() as work:
            old = await changeable(work, actor, school)
            if school_key(line) in map(school_key, (old.name, *old.aliases)):
                return old
            await require_free(work, old, line)
            await work.schools.add_alias(school, line, school_key(line)[:LONGEST_NAME])
            await work.territory_log.changed(self.clock.now(), actor.person, "school:spelling", f"school:{school}")
            return replace(old, aliases=tuple(sorted({*old.aliases, line})))


@dataclass(frozen=True, slots=True)
class DropSchoolSpelling:
    """A coordinator takes a spelling of a school back. Refused: `NotAllowed`, `NotFound`, `Stale` when it is not
    there."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, spelling: str) -> None:
        """`spelling` as it stands in `aliases`."""
        operation = f"school-spelling-drop:{school}"
        async with self.write() as work:
            if await work.applied.result(operation) is not None:
                return
            old = await changeable(work, actor, school)
            if spelling not in old.aliases:
                raise Stale
            await work.schools.remove_alias(school, spelling)
            await work.territory_log.changed(self.clock.now(), actor.person, "school:spelling-drop", f"school:{school}")
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class ReopenSchool:
    """A coordinator takes the closing or merging of a school back. Refused: `NotAllowed`, `NotFound`, `Stale` when it
    is open."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId) -> School:
        """The school, open, without a successor."""
        operation = f"school-reopen:{school}"
        async with self.write() as work:
            old = await changeable(work, actor, school)
            if await work.applied.result(operation) is not None:
                return old
            if old.state.open:
                raise Stale
            new = replace(old, state=SchoolState.ACTIVE, successor=None)
            await work.schools.change(new)
            await work.territory_log.changed(self.clock.now(), actor.person, "school:active", f"school:{school}")
            await work.applied.save(operation, "done")
            return new
