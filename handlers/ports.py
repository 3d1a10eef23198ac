"""What windows need from the process beside the use cases."""

from typing import Protocol


class Qr(Protocol):
    """Draws links."""

    def __call__(self, link: str) -> bytes:
        """PNG of a QR code."""
        ...
