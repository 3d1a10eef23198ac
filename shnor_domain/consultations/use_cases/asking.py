"""Who asked for a subject hears of time for it (C18)."""

from datetime import datetime

from shnor_domain.consultations import notices
from shnor_domain.consultations.model import Slot
from shnor_domain.consultations.on_behalf.rights import THROUGH_SCHOOL
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.people.model.days import local_day
from shnor_domain.territories.model import school_year_of


async def tell_who_asked(work: ConsultationWork, slot: Slot, now: datetime, *, window: datetime | None = None) -> int:
    """Plan a word to everybody who asks for the slot's subject and may come; gives their number. `window`: the start of
    one more meeting, told to those too who have heard of the slot itself."""
    region = slot.terms.open_to.region
    if region is None or slot.terms.audience in THROUGH_SCHOOL:
        return 0
    wishes = [
        wish
        for wish in await work.consultation_requests.waiting([region])
        if wish.subject == slot.terms.subject and slot.terms.open_to.covers(wish.territory)
    ]
    if slot.terms.project_schools_only and wishes:
        schools = await work.directory.project_schools(school_year_of(local_day(now, slot.terms.zone)))
        wishes = [wish for wish in wishes if wish.territory.school in schools]
    people = {wish.person for wish in wishes} - {slot.host}
    await work.notices.plan(*(notices.slot_appeared(slot, person, now, window) for person in sorted(people)))
    return len(people)
