"""The eyes of whoever reads a notice: her zone, and the names that she may see."""

from dataclasses import dataclass

from handlers.consultations.views import Eyes
from handlers.names import strictest
from handlers.texts import Texts
from shnor_domain.clock import Clock
from shnor_domain.identity import Actor
from shnor_domain.notifications.model import Reader
from shnor_domain.people.model.preferences import Names
from shnor_domain.people.use_cases.settings import ShowSettings


@dataclass(frozen=True, slots=True)
class ReaderEyes:
    """`names_in_messages` is the installation's NAMES_IN_MESSAGES: nobody is shown more than it allows."""

    texts: Texts
    clock: Clock
    settings: ShowSettings
    names_in_messages: Names = Names.FULL

    async def __call__(self, reader: Reader) -> Eyes:
        """As she is now."""
        _, preferences = await self.settings(Actor(reader.person, 0))
        names = strictest(self.names_in_messages, preferences.names)
        return Eyes(self.texts, reader.zone, self.clock.now(), names)
