"""What was sent for items, remarks on it, and the files themselves."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.identity import PersonId, SchoolId, Territory
from shnor_domain.roadmap.evidence import Evidence, EvidenceId, EvidenceState, Pile, Remark, RemarkId
from shnor_domain.roadmap.model import ItemId


class EvidenceStore(Protocol):
    """What was sent for items, and remarks."""

    async def add(self, evidence: Evidence) -> EvidenceId:
        """Store a version; its id is ignored. The named constraint keeps versions apart."""
        ...

    async def of_item(self, item: ItemId) -> Sequence[Evidence]:
        """All versions, the latest first."""
        ...

    async def one(self, evidence: EvidenceId) -> Evidence | None:
        """One version."""
        ...

    async def of_author(self, person: PersonId) -> Sequence[Evidence]:
        """All that a person has sent, the latest first."""
        ...

    async def remarks_of(self, person: PersonId) -> Sequence[Remark]:
        """All that a person has remarked, the latest first."""
        ...

    async def waiting(self, items: Collection[ItemId]) -> Mapping[ItemId, Evidence]:
        """The version that waits for a decision, of each item that has one."""
        ...

    async def piles(self, territories: Collection[Territory], schools: Collection[SchoolId]) -> Sequence[Pile]:
        """All items on review inside any of `territories`, or of `schools`, with a version that waits, counted by what
        tells who may decide on them."""
        ...

    async def decide(
        self,
        evidence: EvidenceId,
        seen: EvidenceState,
        state: EvidenceState,
        reviewer: PersonId,
        now: datetime,
        *,
        covers: int = 0,
    ) -> bool:
        """From the state `seen` to `state`, with who and when, and for how many windows; False when it is in another
        by now."""
        ...

    async def set_state(self, evidence: EvidenceId, state: EvidenceState) -> None:
        """Change the state; an erased one loses its text and file."""
        ...

    async def add_remark(self, remark: Remark) -> RemarkId:
        """Store a remark; its id is ignored."""
        ...

    async def remarks(self, item: ItemId) -> Sequence[Remark]:
        """All remarks of an item by id."""
        ...

    async def close_remark(self, remark: RemarkId) -> bool:
        """Close one; False when it was closed already."""
        ...

    async def close_remarks(self, item: ItemId) -> None:
        """Close all of an item."""
        ...

    async def named(self, files: Collection[str]) -> Collection[str]:
        """Those of `files` that a version names."""
        ...


class EvidenceFiles(Protocol):
    """Bodies of photos and files in FILES_DIR, under names of our own (rule 8)."""

    async def keep(self, body: bytes, ending: str) -> str:
        """Store safely before any row names it; gives the key."""
        ...

    async def read(self, key: str) -> bytes | None:
        """None for one that is gone, and for a forged key."""
        ...

    async def erase(self, key: str) -> None:
        """Remove the body; one that is gone already stays gone."""
        ...

    async def kept_before(self, instant: datetime) -> Sequence[str]:
        """Keys of bodies stored before `instant`, by the machine's clock."""
        ...
