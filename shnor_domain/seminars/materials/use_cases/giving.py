"""Who leads an event adds materials and takes them away; those for whom they are read them (JP11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.errors import DomainError, NotFound
from shnor_domain.identity import Actor
from shnor_domain.seminars.events.changing import note, seen
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.materials.model import Given, Material, MaterialId
from shnor_domain.seminars.materials.ports import MaterialWork, SeminarFiles
from shnor_domain.seminars.materials.reading import found_by, gives, readable
from shnor_domain.seminars.materials.rules import check_room, checked
from shnor_domain.work import Opens

UNNAMED = timedelta(hours=1)
"""So old a body is that no row will name any more: it is stored seconds before its row."""


@dataclass(frozen=True, slots=True)
class Materials:
    """What there is, by age; `gives`: the reader adds and removes."""

    event: Event
    rows: tuple[Material, ...]
    gives: bool


@dataclass(frozen=True, slots=True)
class ShowMaterials:
    """Who runs the seminar or leads the event, who has or had a seat, leads of schools that asked for it or keep seats;
    to all others it is `NotFound`."""

    read: Opens[MaterialWork]

    async def __call__(self, actor: Actor, event_id: EventId) -> Materials:
        """All of it."""
        async with self.read() as work:
            event = await readable(work, actor, event_id)
            return Materials(event, tuple(await work.event_materials.of_event(event_id)), gives(actor, event))


@dataclass(frozen=True, slots=True)
class MaterialsOf:
    """As `ShowMaterials`, for a card that offers them: nobody is refused."""

    read: Opens[MaterialWork]

    async def __call__(self, actor: Actor, event_id: EventId) -> Materials | None:
        """None for who does not read them, and where there is nothing to read."""
        async with self.read() as work:
            event = await found_by(work, actor, event_id)
            if event is None:
                return None
            rows = tuple(await work.event_materials.of_event(event_id))
            return Materials(event, rows, gives(actor, event)) if rows or gives(actor, event) else None


@dataclass(frozen=True, slots=True)
class MaterialFile:
    """As `ShowMaterials`; `NotFound` too for a link, and for what was taken away."""

    read: Opens[MaterialWork]
    seminar_files: SeminarFiles

    async def __call__(self, actor: Actor, material_id: MaterialId) -> tuple[Material, bytes]:
        """With its body."""
        async with self.read() as work:
            material = await work.event_materials.get(material_id)
            if material is None or material.file is None:
                raise NotFound
            await readable(work, actor, material.event)
        body = await self.seminar_files.read(material.file)
        if body is None:
            raise NotFound
        return material, body


@dataclass(frozen=True, slots=True)
class AddMaterial:
    """Who leads the event, or runs the seminar; for others it is `NotFound`, and for all once it is called off.

    Refused: `Invalid("title" | "link" | "material" | "materials", …)`, `BadEvidence`. The body is safe on disk before a
    row names it; a refusal takes it away again.
    """

    read: Opens[MaterialWork]
    write: Opens[MaterialWork]
    seminar_files: SeminarFiles
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, given: Given) -> Material:
        """Who came is told within half an hour."""
        async with self.read() as work:
            await _led(work, actor, event_id)
        kept, kind = checked(given)
        key = None if kind is None else await self.seminar_files.keep(kept.body or b"", kind.value)
        try:
            async with self.write() as work:
                material, fresh = await _put(work, actor, event_id, kept, key, self.clock.now())
        except DomainError:
            if key is not None:
                await self.seminar_files.erase(key)
            raise
        if key is not None and not fresh:
            await self.seminar_files.erase(key)
        return material


@dataclass(frozen=True, slots=True)
class RemoveMaterial:
    """As `AddMaterial`."""

    write: Opens[MaterialWork]
    seminar_files: SeminarFiles
    clock: Clock

    async def __call__(self, actor: Actor, material_id: MaterialId) -> EventId:
        """It goes with its file; gives the event. A second tap finds nothing."""
        operation, now = f"material-remove:{material_id}", self.clock.now()
        async with self.write() as work:
            done = await work.applied.result(operation)
            if done is not None:
                return EventId(int(done))
            material = await work.event_materials.get(material_id)
            if material is None:
                raise NotFound
            event = await _led(work, actor, material.event)
            await work.event_materials.remove(material_id)
            await note(work, actor, event.id, "material-remove", now, {"material": int(material_id)})
            await work.applied.save(operation, str(int(event.id)))
        if material.file is not None:
            await self.seminar_files.erase(material.file)
        return event.id


@dataclass(frozen=True, slots=True)
class SweepSeminarFiles:
    """A job, once a day and at the start: bodies that no row names, left by a crash between disk and database, go.
    Nobody's action."""

    read: Opens[MaterialWork]
    seminar_files: SeminarFiles
    real: Clock

    async def __call__(self) -> int:
        """How many went; ages are by the machine's clock, as the disk keeps them."""
        old = await self.seminar_files.kept_before(self.real.now() - UNNAMED)
        if not old:
            return 0
        async with self.read() as work:
            unnamed: Sequence[str] = sorted(set(old) - set(await work.event_materials.named(old)))
        for key in unnamed:
            await self.seminar_files.erase(key)
        return len(unnamed)


async def _led(work: MaterialWork, actor: Actor, event_id: EventId) -> Event:
    event = await seen(work, actor, event_id)
    if actor.person is None or event.state is not EventState.OPEN:
        raise NotFound
    return event


async def _put(
    work: MaterialWork, actor: Actor, event_id: EventId, given: Given, key: str | None, now: datetime
) -> tuple[Material, bool]:
    """The material, and whether this run has made it."""
    operation = f"material:{event_id}"
    if (done := await work.applied.result(operation)) is not None:
        stored = await work.event_materials.get(MaterialId(int(done)))
        if stored is None:
            raise NotFound
        return stored, False
    await work.seminar_events.hold(event_id)
    await _led(work, actor, event_id)
    check_room(await work.event_materials.of_event(event_id))
    made = await work.event_materials.add(
        Material(
            id=MaterialId(0),
            event=event_id,
            author=actor.person,
            title=given.title,
            added=now,
            link=None if key is not None else given.link,
            file=key,
            file_name=None if key is None else given.name,
            recording=given.recording,
        )
    )
    await note(work, actor, event_id, "material-add", now, {"material": int(made)})
    await work.applied.save(operation, str(int(made)))
    new = await work.event_materials.get(made)
    assert new is not None
    return new, True
