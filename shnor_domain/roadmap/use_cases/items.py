"""Looking at one item and at what was sent for it."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.roadmap.benches import Benches
from shnor_domain.roadmap.cards import ItemCard, item_card, seen_item
from shnor_domain.roadmap.evidence import Evidence, EvidenceId
from shnor_domain.roadmap.model import ItemId
from shnor_domain.roadmap.ports import EvidenceFiles, RoadmapWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ShowItem:
    """Whoever may see the items of its owner, and the people of its bodies; `NotFound` to all others."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: ItemId) -> ItemCard:
        """The card, with what this actor may do."""
        person_of(actor)
        async with self.read() as work:
            return await item_card(work, actor, which, Benches(work, self.clock.now()))


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """As `ShowItem`; `NotFound` too for a version without a file, and for one that was erased."""

    read: Opens[RoadmapWork]
    evidence_files: EvidenceFiles

    async def __call__(self, actor: Actor, which: EvidenceId) -> tuple[Evidence, bytes]:
        """The version with the body of its file."""
        person_of(actor)
        async with self.read() as work:
            version = await work.evidence.one(which)
            if version is None:
                raise NotFound
            await seen_item(work, actor, version.item)
        body = None if version.file is None else await self.evidence_files.read(version.file)
        if body is None:
            raise NotFound
        return version, body
