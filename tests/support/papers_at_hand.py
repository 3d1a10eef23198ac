"""Paper that is read instead of printed."""

from dataclasses import dataclass, field

from shnor_domain.papers import Diploma, Paper


@dataclass
class PapersAtHand:
    """Port `PaperWriter`; what would be drawn lies in `written` and `diplomas`."""

    written: list[Paper] = field(default_factory=list)
    diplomas: list[Diploma] = field(default_factory=list)

    async def write(self, paper: Paper) -> bytes:
        self.written.append(paper)
        return b"%PDF-1.3 as good as drawn"

    async def diploma(self, diploma: Diploma) -> bytes:
        self.diplomas.append(diploma)
        return b"%PDF-1.3 as good as drawn"
