"""What people have asked in writing before they meet, as consultations need it."""

from collections.abc import Collection, Mapping
from typing import Protocol

from shnor_domain.consultations.model import BookingId


class AskedBefore(Protocol):
    """Questions about bookings, whoever keeps them."""

    async def waiting(self, bookings: Collection[BookingId]) -> Mapping[BookingId, str]:
        """What was asked first, by booking, of those whose question waits for an answer."""
        ...

    async def answered_topics(self, bookings: Collection[BookingId]) -> Collection[BookingId]:
        """Those of `bookings` whose topic has been answered in writing."""
        ...
