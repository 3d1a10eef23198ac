"""Names of guests go with time (rule 10)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.on_behalf.guests import KEPT
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ForgetGuests:
    """A job, once a day: names of guests are wiped 30 days after their meeting. Nobody's action."""

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many names there were."""
        async with self.write() as work:
            return await work.bookings.forget_guests(self.clock.now() - KEPT)
