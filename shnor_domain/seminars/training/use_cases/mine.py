"""Whoever has attended lessons reads her hours (JP5)."""

from dataclasses import dataclass

from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor
from shnor_domain.seminars.presence.hours import Training, training_of
from shnor_domain.seminars.presence.ports import PresenceWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MyTraining:
    """Whoever has consented reads her own; they go with her from school to school."""

    read: Opens[PresenceWork]

    async def __call__(self, actor: Actor) -> Training:
        """All of it, by half-year."""
        if actor.person is None:
            raise NotAllowed
        async with self.read() as work:
            attended = await work.presence.attended(actor.person)
            halves = [half for region in {each.region for each in attended} for half in await work.periods.of(region)]
        return training_of(attended, halves)
