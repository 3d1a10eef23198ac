"""Changes of schools by hand."""

from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Actor, MunicipalityId, SchoolId
from shnor_domain.territories.access import changes_schools, require, scope_of
from shnor_domain.territories.errors import SpellingTaken
from shnor_domain.territories.imports.words import LONGEST_NAME
from shnor_domain.territories.model import School, SchoolState, SchoolStatus
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.school_names import number_in, school_key
from shnor_domain.territories.use_cases.schools import seen
from shnor_domain.work import Opens

LONGEST_SETTLEMENT, LONGEST_CODE = 100, 40


@dataclass(frozen=True, slots=True)
class AddSchool:
    """A coordinator of the municipality or region, or an admin, adds a school that was missing from the list.

    Refused: `NotAllowed`, `Invalid("name" | "settlement" | "code", …)`, `SpellingTaken` for a name the municipality
    already has in that village, `CodeTaken`.
    """

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        municipality: MunicipalityId,
        name: str,
        settlement: str | None = None,
        code: str | None = None,
    ) -> SchoolId:
        """The number is read from the name."""
        async with self.write() as work:
            if (done := await work.applied.result("add-school")) is not None:
                return SchoolId(int(done))
            unit = await work.municipalities.get(municipality)
            require(unit is not None and changes_schools(actor, unit.territory))
            if unit is None:
                raise NotFound
            name = checked_name(name)
            settlement = checked_line("settlement", settlement, LONGEST_SETTLEMENT)
            code = checked_line("code", code, LONGEST_CODE)
            new = School(SchoolId(0), unit.region, unit.id, name, number_in(name), settlement, code)
            await require_free(work, new, name)
            made = await work.schools.add(new)
            await work.territory_log.changed(self.clock.now(), actor.person, "school:add", f"school:{made}")
            await work.applied.save("add-school", str(made))
            return made


@dataclass(frozen=True, slots=True)
class RenameSchool:
    """A coordinator renames a school; the old name stays a spelling. Refused: `NotAllowed`, `NotFound`, `Invalid`,
    `SpellingTaken` for a name that another school of that village has."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, name: str) -> School:
        """The school as it is now called."""
        async with self.write() as work:
            old = await changeable(work, actor, school)
            new = replace(old, name=checked_name(name), number=number_in(name))
            if new == old:
                return old
            await require_free(work, new, new.name)
            await work.schools.change(new)
            await work.schools.remove_alias(school, new.name)
            await work.schools.add_alias(school, old.name, school_key(old.name)[:LONGEST_NAME])
            await work.territory_log.changed(self.clock.now(), actor.person, "school:rename", f"school:{school}")
            return new


@dataclass(frozen=True, slots=True)
class CloseSchool:
    """A coordinator closes a school, or merges it into another of her territory; people and history stay where
    they are.

    Refused: `NotAllowed`, `NotFound`, `Stale` when it is closed already, `Invalid("successor", "unknown")` for itself
    or a closed one.
    """

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, successor: SchoolId | None = None) -> School:
        """The school in its last state."""
        operation = f"school-close:{school}"
        async with self.write() as work:
            old = await changeable(work, actor, school)
            if await work.applied.result(operation) is not None:
                return old
            if not old.state.open:
                raise Stale
            if successor is not None:
                heir = await changeable(work, actor, successor)
                if not heir.state.open or heir.id == old.id:
                    raise Invalid("successor", "unknown")
            state = SchoolState.CLOSED if successor is None else SchoolState.MERGED
            new = replace(old, state=state, successor=successor)
            await work.schools.change(new)
            await work.territory_log.changed(
                self.clock.now(), actor.person, f"school:{state.value}", f"school:{school}"
            )
            await work.applied.save(operation, state.value)
            return new


@dataclass(frozen=True, slots=True)
class SetSchoolStatus:
    """A coordinator puts a school on a list of a year or takes it off; nothing is copied from another year
    (rule 15)."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, status: SchoolStatus, listed: bool) -> None:
        """Refused: `NotAllowed`, `NotFound`."""
        async with self.write() as work:
            await changeable(work, actor, status.school)
            if listed:
                await work.schools.set_status(replace(status, source=status.source[:LONGEST_NAME]))
            else:
                await work.schools.drop_status(status)
            action = f"status:{'set' if listed else 'drop'}:{status.status.value}:{status.year}"
            await work.territory_log.changed(self.clock.now(), actor.person, action, f"school:{status.school}")


def checked_name(name: str) -> str:
    """One line without spaces around; raises `Invalid("name", …)`."""
    line = " ".join(name.split())
    if not school_key(line):
        raise Invalid("name", "empty")
    if len(line) > LONGEST_NAME:
        raise Invalid("name", "long")
    return line


def checked_line(field: str, text: str | None, most: int) -> str | None:
    """One line without spaces around, None for an empty one; raises `Invalid(field, "long")`."""
    line = " ".join((text or "").split())
    if len(line) > most:
        raise Invalid(field, "long")
    return line or None


async def require_free(work: TerritoryWork, school: School, spelling: str) -> None:
    """Raise `SpellingTaken` where `spelling` is a name or spelling of another school of the municipality in the village
    of `school`."""
    for other in await work.schools.within(municipality=school.municipality):
        same_place = (other.settlement or "") == (school.settlement or "")
        called = map(school_key, (other.name, *other.aliases))
        if other.id != school.id and same_place and school_key(spelling) in called:
            raise SpellingTaken(school=other.id)


async def changeable(work: TerritoryWork, actor: Actor, school: SchoolId) -> School:
    """A school that the actor sees and may change; raises `NotFound`, `NotAllowed`."""
    found = await seen(work, scope_of(actor), school)
    require(changes_schools(actor, found.territory))
    return found
