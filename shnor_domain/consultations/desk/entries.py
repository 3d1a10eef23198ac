"""What a calendar was told of one thing, and is told now, inside an open unit of work."""

from datetime import datetime
from uuid import uuid4

from shnor_domain.consultations.calendar_files import Entry
from shnor_domain.consultations.desk.model import Remembered
from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.errors import NotFound
from shnor_domain.identity import PersonId


async def tell_calendar(
    work: DeskWork,
    person: PersonId,
    about: str,
    times: tuple[datetime, datetime],
    said: str,
    now: datetime,
    *,
    off: bool,
) -> Entry:
    """The entry of `about` in her calendar, of which `said` is the mark: the same again has the same number, another
    the next one. Raises `NotFound` for what is `off` and never was in her calendar."""
    # of two taps at once the second finds the identity that the first has given
    await work.bookings.lock({person})
    before = await work.calendar_files.find(person, about)
    if before is None and off:
        raise NotFound
    told = Remembered(str(uuid4()), 0, said) if before is None else before.said(said)
    await work.calendar_files.keep(person, about, told)
    return Entry(told.uid, told.sequence, now, *times, cancelled=off)
