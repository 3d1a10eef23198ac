"""A certificate whose hours are no more those that are recorded is void (JP9); inside of the unit that changed them."""

from collections.abc import Collection
from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.seminars.certificates import notices
from shnor_domain.seminars.certificates.model import WhyVoid
from shnor_domain.seminars.certificates.rules import says_the_same
from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.presence.ports import PresenceWork


async def recheck(work: PresenceWork, event: Event, people: Collection[PersonId], now: datetime) -> None:
    """After a word about who came: of these people each whose certificate says something else is told once."""
    held = await work.certificates.valid(event.id, people)
    if not held:
        return
    attended = await work.presence.attended_at(event.id)
    for person, certificate in held.items():
        if says_the_same(certificate, attended.get(person, ())):
            continue
        if await work.certificates.void(certificate.id, WhyVoid.CORRECTED):
            await work.notices.plan(notices.changed(certificate, person, now))
