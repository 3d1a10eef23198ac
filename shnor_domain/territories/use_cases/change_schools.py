"""Changes of schools by hand."""

from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor, MunicipalityId, SchoolId
from shnor_domain.territories.access import changes_schools, require, scope_of
from shnor_domain.territories.errors import SpellingTaken
from shnor_domain.territories.imports.words import LONGEST_NAME
from shnor_domain.territories.model import School, SchoolState, SchoolStatus
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.school_names import number_in, school_key
from shnor_domain.territories.use_cases.schools import seen
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AddSchool:
    """A coordinator of the municipality or region, or an admin, adds a school that was missing from the list.

    Refused: `NotAllowed`, `Invalid("name", "empty" | "long")`, `SpellingTaken` for a name the
    municipality already has in that
    village, `CodeTaken`.
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
            same = [
                school
                for school in await work.schools.within(municipality=municipality)
                if school_key(name) in map(school_key, (school.name, *school.aliases))
                and (settlement or "") == (school.settlement or "")
            ]
            if same:
                raise SpellingTaken(school=same[0].id)
            made = await work.schools.add(
                School(SchoolId(0), unit.region, unit.id, name, number_in(name), settlement, code)
            )
            await work.territory_log.changed(self.clock.now(), actor.person, "school:add", f"school:{made}")
            await work.applied.save("add-school", str(made))
            return made


@dataclass(frozen=True, slots=True)
class RenameSchool:
    """A coordinator renames a school; the old name stays a spelling. Refused: `NotAllowed`, `NotFound`, `Invalid`."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, name: str) -> School:
        """The school as it is now called."""
        async with self.write() as work:
            old = await _changeable(work, actor, school)
            new = replace(old, name=checked_name(name), number=number_in(name))
            if new == old:
                return old
            await work.schools.change(new)
            await work.schools.add_alias(school, old.name, school_key(old.name)[:LONGEST_NAME])
            await work.territory_log.changed(self.clock.now(), actor.person, "school:rename", f"school:{school}")
            return new


@dataclass(frozen=True, slots=True)
class CloseSchool:
    """A coordinator closes a school, or merges it into another of her territory; people and history stay where
    they are.

    Refused: `NotAllowed`, `NotFound`, `Invalid("successor", "unknown")` for itself or a closed one.
    """

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, successor: SchoolId | None = None) -> School:
        """The school in its last state."""
        async with self.write() as work:
            old = await _changeable(work, actor, school)
            if successor is not None:
                heir = await _changeable(work, actor, successor)
                if not heir.state.open or heir.id == old.id:
                    raise Invalid("successor", "unknown")
            state = SchoolState.CLOSED if successor is None else SchoolState.MERGED
            new = replace(old, state=state, successor=successor)
            await work.schools.change(new)
            await work.territory_log.changed(
                self.clock.now(), actor.person, f"school:{state.value}", f"school:{school}"
            )
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
            await _changeable(work, actor, status.school)
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


async def _changeable(work: TerritoryWork, actor: Actor, school: SchoolId) -> School:
    found = await seen(work, scope_of(actor), school)
    require(changes_schools(actor, found.territory))
    return found
