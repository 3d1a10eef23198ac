"""Changes of the catalogue of subjects, which is one for the installation («моего предмета нет»)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor, Role, SubjectId
from shnor_domain.territories.access import require_any
from shnor_domain.territories.errors import SpellingTaken
from shnor_domain.territories.model import Subject
from shnor_domain.territories.names import name_key
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.work import Opens

LONGEST_SUBJECT = 100
_CODE = "subject-{}"
_STEP = 10
_LONGEST_SPELLINGS = 1000
"""Characters of all spellings together, as they are stored."""
_CHANGERS = (Role.REGIONAL_COORDINATOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class ReadCatalogue:
    """A regional coordinator or admin: the whole catalogue, with what is offered no more. Refused: `NotAllowed`."""

    read: Opens[TerritoryWork]

    async def __call__(self, actor: Actor) -> Sequence[Subject]:
        """In the order of the catalogue."""
        require_any(actor, *_CHANGERS)
        async with self.read() as work:
            return await work.subjects.all()


@dataclass(frozen=True, slots=True)
class AddSubject:
    """A regional coordinator or admin adds a subject at the end. Refused: `NotAllowed`, `Invalid("name", …)`,
    `SpellingTaken`."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, name: str) -> Subject:
        """With a code of its own."""
        require_any(actor, *_CHANGERS)
        line = _checked(name)
        async with self.write() as work:
            known = await work.subjects.all()
            if (done := await work.applied.result("add-subject")) is not None:
                return next(one for one in known if one.code == done)
            _require_free(known, line)
            codes = {one.code for one in known}
            number = next(n for n in range(len(known) + 1, 2 * len(known) + 2) if _CODE.format(n) not in codes)
            order = max((one.order for one in known), default=0) + _STEP
            made = Subject(SubjectId(_CODE.format(number)), line, order=order)
            await _put(work, self.clock, actor, made, "add")
            await work.applied.save("add-subject", made.code)
            return made


@dataclass(frozen=True, slots=True)
class RenameSubject:
    """A regional coordinator or admin renames a subject; tables go on to know it by its old name. Refused:
    `NotAllowed`, `NotFound`, `Invalid("name", …)`, `SpellingTaken`."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, subject: SubjectId, name: str) -> Subject:
        """The subject as it is now called."""
        require_any(actor, *_CHANGERS)
        line = _checked(name)
        async with self.write() as work:
            known = await work.subjects.all()
            old = _one(known, subject)
            if line == old.name:
                return old
            _require_free([one for one in known if one.code != subject], line)
            names = dict.fromkeys((*old.spellings, old.name))
            spellings = tuple(one for one in names if one != line and "|" not in one)
            if len("|".join(spellings)) > _LONGEST_SPELLINGS:
                spellings = old.spellings
            new = replace(old, name=line, spellings=spellings)
            await _put(work, self.clock, actor, new, "rename")
            return new


@dataclass(frozen=True, slots=True)
class OfferSubject:
    """A regional coordinator or admin hides a subject, or offers it again; what was booked stays. Refused:
    `NotAllowed`, `NotFound`."""

    write: Opens[TerritoryWork]
    clock: Clock

    async def __call__(self, actor: Actor, subject: SubjectId, offered: bool) -> Subject:
        """The subject as it is now; again changes nothing."""
        require_any(actor, *_CHANGERS)
        async with self.write() as work:
            old = _one(await work.subjects.all(), subject)
            new = replace(old, active=offered)
            if new != old:
                await _put(work, self.clock, actor, new, "show" if offered else "hide")
            return new


def _checked(name: str) -> str:
    line = " ".join(name.split())
    if not name_key(line):
        raise Invalid("name", "empty")
    if len(line) > LONGEST_SUBJECT:
        raise Invalid("name", "long")
    return line


def _require_free(known: Sequence[Subject], name: str) -> None:
    for one in known:
        if name_key(name) in map(name_key, (one.name, *one.spellings)):
            raise SpellingTaken(subject=one.code)


def _one(known: Sequence[Subject], subject: SubjectId) -> Subject:
    for one in known:
        if one.code == subject:
            return one
    raise NotFound


async def _put(work: TerritoryWork, clock: Clock, actor: Actor, subject: Subject, what: str) -> None:
    await work.subjects.put(subject)
    await work.territory_log.changed(clock.now(), actor.person, f"subject:{what}", f"subject:{subject.code}")
