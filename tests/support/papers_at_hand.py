"""Paper that is read instead of printed."""

from dataclasses import dataclass, field

from shnor_domain.papers import Paper


@dataclass
class PapersAtHand:
    """Port `PaperWriter`; what would be drawn lies in `written`."""

    written: list[Paper] = field(default_factory=list)

    async def write(self, paper: Paper) -> bytes:
        self.written.append(paper)
        return b"%PDF-1.3 as good as drawn"
