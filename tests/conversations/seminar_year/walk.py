"""The clock goes from one due instant to the next; what reaches the chats is written down with its minute."""

from dataclasses import dataclass, field
from datetime import datetime

from shnor_domain.seats.rules import OFFER_WINDOW
from shnor_domain.seminars.cycle.use_cases.carrying import CarrySeminars
from shnor_domain.seminars.programme.use_cases.carrying import CarryProgramme
from shnor_domain.seminars.requests.use_cases.closing import AskAtBorder
from shnor_domain.seminars.signing.use_cases.clock import TendEventQueues
from tests.conversations.seminar_year.land import Settled
from tests.conversations.seminar_year.reading import read
from tests.oracle.seminars.office import Told
from tests.support.bot_in_memory import MovedClock

LINES = (False, True)
"""Both lines of delivery: people's and mailings'."""


@dataclass
class Walk:
    """One bot lived through; `told` in the order of time."""

    settled: Settled
    told: list[Told] = field(default_factory=list)
    _seen: int = 0
    _known: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        changes = self.settled.talk.session.changes
        self._seen = len(changes)
        self._known = {(screen.chat, screen.message_id) for screen in changes}

    async def job(self, instant: datetime) -> None:
        """The bot's own work comes by, as `bot.jobs` has it."""
        await self.to(instant)
        await (await self.settled.talk.the(CarrySeminars))()
        await (await self.settled.talk.the(AskAtBorder))()
        await (await self.settled.talk.the(CarryProgramme))()

    async def to(self, instant: datetime) -> None:
        """Every due instant on the way, `instant` included."""
        talk = self.settled.talk
        while (due := await self._next()) is not None and due <= instant:
            talk.clock.instant = max(talk.clock.instant, due)
            await self._tends()
            await self._deliver()
        talk.clock.instant = instant

    async def _tends(self) -> None:
        """The job of every second. The machine never stood still: an hour that is skipped here is no outage (W5)."""
        units, clock = self.settled.talk.units, self.settled.talk.clock
        await TendEventQueues(units.read, units.write, clock, MovedClock(), OFFER_WINDOW)()

    async def _next(self) -> datetime | None:
        talk = self.settled.talk
        async with talk.units.read() as work:
            found = [await work.notices.next_due(talk.clock.now(), mailing=mailing) for mailing in LINES]
            found.append(await work.event_clock.next_look())
        return min((each for each in found if each is not None), default=None)

    async def _deliver(self) -> None:
        talk = self.settled.talk
        for mailing in LINES:
            while await talk.deliver(mailing=mailing):
                pass
        changes, at = talk.session.changes, talk.clock.instant.replace(second=0, microsecond=0)
        for screen in changes[self._seen :]:
            key = (screen.chat, screen.message_id)
            told = read(self.settled.names[screen.chat], at, screen, anew=key not in self._known)
            self._known.add(key)
            if told is not None:
                self.told.append(told)
        self._seen = len(changes)
