"""What anybody may know of who answers where."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.identity import MunicipalityId, Role
from shnor_domain.people.model.days import local_day
from shnor_domain.people.ports import PeopleWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class HasCoordinator:
    """Anybody, also without registration: whether the municipality has a coordinator in the bot. Names stay inside."""

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, municipality: MunicipalityId) -> bool:
        """False for an unknown municipality too."""
        async with self.read() as work:
            where = await work.lands.of_municipality(municipality)
            if where is None:
                return False
            today = local_day(self.clock.now(), await work.lands.zone_of(where))
            return municipality in await work.places.municipalities_with(Role.MUNICIPAL_COORDINATOR, today)
