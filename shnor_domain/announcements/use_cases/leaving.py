"""What announcements do when a person leaves or a place of hers ends, inside the unit of work of people."""

from datetime import datetime

from shnor_domain.announcements.access import ANNOUNCING
from shnor_domain.announcements.notices import GONE
from shnor_domain.announcements.ports import AnnouncementWork
from shnor_domain.announcements.preparing import stop_without_sender
from shnor_domain.identity import PersonId
from shnor_domain.people.model.places import KeptPlace


async def on_person_leaves(work: AnnouncementWork, person: PersonId, now: datetime) -> None:
    """What she was telling stops, and the next level hears of it; of what she was told the outcome alone stays."""
    for found in await work.announcements.of_sender(person):
        if not found.state.over:
            await stop_without_sender(work, found, now, GONE)
    await work.recipients.leaves(person, now)


async def on_place_ends(work: AnnouncementWork, kept: KeptPlace, now: datetime) -> None:
    """What she was telling by this place stops, unless another of hers covers it."""
    if kept.place.role not in ANNOUNCING:
        return
    for found in await work.announcements.of_sender(kept.person):
        if not found.state.over and not await work.announcements.sender_stands(found, now):
            await stop_without_sender(work, found, now, GONE)


async def contribute(work: AnnouncementWork, person: PersonId) -> dict[str, object]:
    """What she has announced and acknowledged as JSON values for /privacy: instants in ISO 8601, her own words."""
    return {
        "announcements": [
            {"created": found.confirmed.isoformat(), "text": None if found.erased else found.content.text}
            for found in await work.announcements.of_sender(person)
        ],
        "announced": [
            {"number": which, "acknowledged": None if at is None else at.isoformat()}
            for which, at in await work.recipients.of_person(person)
        ],
    }
