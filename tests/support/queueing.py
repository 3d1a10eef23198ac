"""People of a queue in a bot at work: who takes the last seat, who waits, and the clock that makes offers."""

from datetime import datetime

from shnor_domain.consultations.model import BookingId, SessionKey, SlotId
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.waitlist.use_cases.clock import TendQueues
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY


async def waits(
    talk: Talk, teacher: Person, slot: SlotId, topic: str | None = None, starts: datetime = NEXT_MONDAY
) -> int:
    """She stands in the queue; gives the number of her place."""
    card = await (await talk.the(JoinQueue))(await talk.actor(teacher), SessionKey(slot, starts), topic)
    return int(card.waiting.id)


async def cancels(talk: Talk, teacher: Person, booking: int) -> None:
    """She gives her seat back."""
    await (await talk.the(CancelBooking))(await talk.actor(teacher), BookingId(booking), None)


async def tick(talk: Talk) -> None:
    """A second of the clock: queues are looked at, what is due reaches the chats."""
    await (await talk.the(TendQueues))()
    await talk.deliver()


async def passes(talk: Talk, **length: float) -> None:
    """Time goes by with the bot at work: it is looked at every half minute."""
    left = int(sum(value * {"minutes": 60, "hours": 3600}[name] for name, value in length.items()))
    for step in [30] * (left // 30):
        talk.clock.advance(seconds=step)
        await tick(talk)
