"""Who is found to have come after materials were told of hears of them too; inside of the unit that says she came."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.materials import notices
from shnor_domain.seminars.materials.ports import MaterialWork


@asynccontextmanager
async def newly_there(work: MaterialWork, event: Event, now: datetime) -> AsyncIterator[None]:
    """Inside of it the caller writes who came. Each who had been at no lesson is told, in one message, of all that
    others were told of already; what waits still comes to her with them."""
    told = [each for each in await work.event_materials.of_event(event.id) if each.told is not None]
    before = set(await work.presence.attended_at(event.id)) if told else set()
    yield
    if told:
        late = sorted(set(await work.presence.attended_at(event.id)) - before)
        await work.notices.lay(notices.added(event.id, told, late, now))
