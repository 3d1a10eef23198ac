"""What was sent for items, and remarks on it."""

from collections.abc import Sequence
from typing import Protocol

from shnor_domain.roadmap.evidence import Evidence, EvidenceId, EvidenceState, Remark, RemarkId
from shnor_domain.roadmap.model import ItemId


class EvidenceStore(Protocol):
    """What was sent for items, and remarks."""

    async def add(self, evidence: Evidence) -> EvidenceId:
        """Store a version; its id is ignored. The named constraint keeps versions apart."""
        ...

    async def of_item(self, item: ItemId) -> Sequence[Evidence]:
        """All versions, the latest first."""
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
