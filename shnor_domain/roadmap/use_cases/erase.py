"""A version is wiped: its line stays, its text and file go from the database and from the disk (rule 8)."""

from dataclasses import dataclass
from datetime import timedelta

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.roadmap import access
from shnor_domain.roadmap.cards import seen_item
from shnor_domain.roadmap.evidence import EvidenceId, EvidenceState
from shnor_domain.roadmap.model import ItemState
from shnor_domain.roadmap.ports import EvidenceFiles, RoadmapWork
from shnor_domain.roadmap.review_notices import review_subject
from shnor_domain.roadmap.use_cases.steps import plan_unit
from shnor_domain.work import Opens

UNNAMED = timedelta(hours=1)
"""So old a body is that no row will name any more: it is stored seconds before its row."""


@dataclass(frozen=True, slots=True)
class EraseVersion:
    """Its author, or who manages plans there; `NotAllowed` to who only sees it, `NotFound` to all others.

    A version that waits is withdrawn with it: the item is open again, and its steps go on. What was confirmed stays
    done, what left its plan stays out of it. The copies that SQLite keeps in its log and in the gaps of its pages go
    with the sweep that runs every two minutes: writing the whole file anew is no part of a tap.
    """

    write: Opens[RoadmapWork]
    evidence_files: EvidenceFiles
    clock: Clock

    async def __call__(self, actor: Actor, which: EvidenceId) -> None:
        """Erased once; a second tap does nothing. A body that a crash has left is erased by `SweepEvidence`."""
        person, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            version = await work.evidence.one(which)
            if version is None:
                raise NotFound
            item = await seen_item(work, actor, version.item, hold=True)
            version = await work.evidence.one(which) or version
            if version.author != person and not access.manages(actor, item.owner):
                raise NotAllowed
            if version.state is EvidenceState.ERASED:
                return
            await work.evidence.set_state(which, EvidenceState.ERASED)
            if version.state is EvidenceState.WAITING and item.state is ItemState.ON_REVIEW:
                # what left its plan meanwhile stays out of it; a whole is open already while a part is on review
                await work.plans.set_state(item.id, ItemState.OPEN)
                await work.notices.cancel(review_subject(item), now)
                # its steps of today and tomorrow were not laid, or found untrue, while it was on review
                unit = Territory(item.owner.region, item.owner.municipality)
                await plan_unit(work, unit, now, only={item.id}, cause=now)
            await work.audit.add(
                AuditEntry(now, person, "evidence-erased", f"item:{item.id}", version.author, {"evidence": which})
            )
        if version.file is not None:
            await self.evidence_files.erase(version.file)


@dataclass(frozen=True, slots=True)
class SweepEvidence:
    """A job, once a day and at the start: bodies that no row names, left by a crash between disk and database, go.
    Nobody's action."""

    read: Opens[RoadmapWork]
    evidence_files: EvidenceFiles
    real: Clock

    async def __call__(self) -> int:
        """How many went; ages are by the machine's clock, as the disk keeps them."""
        old = await self.evidence_files.kept_before(self.real.now() - UNNAMED)
        if not old:
            return 0
        async with self.read() as work:
            unnamed = set(old) - set(await work.evidence.named(old))
        for key in unnamed:
            await self.evidence_files.erase(key)
        return len(unnamed)
