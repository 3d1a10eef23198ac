"""Bodies of files, as the disk keeps them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol


class AnnouncementFiles(Protocol):
    """Bodies of photos and documents, by keys of the bot's own making."""

    async def keep(self, body: bytes, ending: str) -> str:
        """Write a whole body; gives its key."""
        ...

    async def read(self, key: str) -> bytes | None:
        """None for one that is gone, and for a forged key."""
        ...

    async def erase(self, key: str) -> None:
        """Remove."""
        ...

    async def kept_before(self, instant: datetime) -> Sequence[str]:
        """Keys of bodies older than an instant of the machine's clock."""
        ...
