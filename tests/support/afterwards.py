"""What happened at meetings: people come, hosts mark, the clock goes on."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from shnor_domain.consultations.attendance.model import NotHeld
from shnor_domain.consultations.attendance.use_cases.marking import MarkAttendance, MarkNotHeld
from shnor_domain.consultations.model import BookingId, SessionKey, SlotId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import books
from tests.support.workbooks import texts_of

Cells = list[str]


async def at(talk: Talk, instant: datetime) -> None:
    """The clock stands there and what is due has gone."""
    talk.clock.instant = instant
    await talk.deliver()


async def presses(person: Person, *labels: str) -> None:
    """One after the other."""
    for label in labels:
        await person.presses(label)


async def happened(
    talk: Talk, host: Person, slot: SlotId, starts: datetime, people: Sequence[Person], *, came: int | None = None
) -> list[int]:
    """They book now; the meeting begins, and its host marks the first `came` of them (all without it; for
    none that nobody could come). Gives their bookings."""
    bookings = [await books(talk, each, slot, None, starts) for each in people]
    talk.clock.instant = max(talk.clock.instant, starts)
    await marks(talk, host, slot, starts, bookings[: len(bookings) if came is None else came])
    # over: nobody books twice with one host while a meeting lasts
    talk.clock.instant = max(talk.clock.instant, starts + timedelta(hours=1))
    return bookings


async def marks(talk: Talk, host: Person, slot: SlotId, starts: datetime, came: Sequence[int]) -> None:
    """The host marks them, or that nobody could come."""
    actor, key = await talk.actor(host), SessionKey(slot, starts)
    if came:
        await (await talk.the(MarkAttendance))(actor, key, {BookingId(each): 1 for each in came})
    else:
        await (await talk.the(MarkNotHeld))(actor, key, NotHeld.PEOPLE)


def sheets_of(person: Person) -> dict[str, list[Cells]]:
    """Sheets of the newest xlsx in her chat, by name."""
    found = [screen for screen in person.screens if (screen.file_name or "").endswith(".xlsx")]
    assert found, "no file has come"
    body = found[-1].body
    assert body is not None
    return texts_of(body)
