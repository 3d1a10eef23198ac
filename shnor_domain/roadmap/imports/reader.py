"""How the feature has a file read: elsewhere, because a file is hostile, and long plans take seconds."""

from collections.abc import Sequence
from typing import Protocol

from shnor_domain.roadmap.bodies.model import Body
from shnor_domain.roadmap.imports.model import PlanDraft
from shnor_domain.roadmap.periods.model import Customs, PlanWindow


class PlanReader(Protocol):
    """Reads docx, xlsx and csv."""

    async def read(
        self,
        name: str,
        body: bytes,
        region: Sequence[Body] = (),
        window: PlanWindow | None = None,
        customs: Customs | None = None,
    ) -> PlanDraft:
        """The plan as `read_plan` makes it, with what `region` adds to the bodies that are shipped. Raises
        `BadFile`."""
        ...
