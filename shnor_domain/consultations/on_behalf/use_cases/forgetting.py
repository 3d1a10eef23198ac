"""Names of guests go with time (rule 10)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shnor_domain.clock import Clock
from shnor_domain.consultations.on_behalf.guests import KEPT
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.work import Opens


class TypedGuests(Protocol):
    """Names in windows that were left in the middle of a booking."""

    async def forget_guests(self, before: datetime) -> int:
        """Delete the forms in which one was typed before this instant; how many there were."""
        ...


class GuestWork(ConsultationWork, Protocol):
    """A unit that has bookings, and what people have typed and not sent."""

    @property
    def traces(self) -> TypedGuests:
        """Unfinished forms."""
        ...


@dataclass(frozen=True, slots=True)
class ForgetGuests:
    """A job, once a day: names of guests are wiped 30 days after their meeting, and those of a form that was never
    finished 30 days after they were typed. Nobody's action."""

    write: Opens[GuestWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many names there were."""
        before = self.clock.now() - KEPT
        async with self.write() as work:
            return await work.bookings.forget_guests(before) + await work.traces.forget_guests(before)
