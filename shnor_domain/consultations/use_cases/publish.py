"""A host publishes a weekly slot, of her own or from a draft of the region's plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.cards import SlotCard, slot_card
from shnor_domain.consultations.errors import DraftTaken
from shnor_domain.consultations.model import Draft, DraftId, Format, SlotId, Terms
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import check_terms, may_host
from shnor_domain.consultations.use_cases.asking import tell_who_asked
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import HOST_ROLES, Actor, PersonId, RegionId, Territory
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class PublishSlot:
    """A methodist, tutor, mentor or school's curator, inside the territory of the place that lets her (R144, R148).

    Refused: `NotAllowed`, `Invalid(field, reason)`, `DraftTaken`, `NotFound` for a draft of another region or subject
    than the actor's. Who asked for this subject and may come is told.
    """

    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, terms: Terms, draft: DraftId | None = None) -> SlotCard:
        """Publish; the same update fed again gives the slot that it made.

        A `draft` is tied to the slot that is of its region and subject; one that became another leaves it to others.
        """
        now = self.clock.now()
        place = next((place for place in actor.places if may_host(place, terms.open_to, terms.subject)), None)
        if actor.person is None or place is None:
            raise NotAllowed
        check_terms(terms, now.astimezone(ZoneInfo(terms.zone)).date())
        async with self.write() as work:
            if (done := await work.applied.result("publish")) is not None:
                return await slot_card(work, SlotId(int(done)))
            town = terms.open_to.municipality or place.territory.municipality
            if town is not None and terms.format is Format.ON_SITE:
                # who calls off a day there this moment finds this slot, or the slot finds the day: nobody books between
                await work.called_off.hold(town)
            day = None if draft is None else await _day_of_plan(work, actor, draft)
            slot_id = await work.slots.add(actor.person, place.territory.municipality, terms)
            if day is not None and (day.region, day.subject) == (terms.open_to.region, terms.subject):
                await work.drafts.take(day.id, slot_id)
            card = await slot_card(work, slot_id)
            await tell_who_asked(work, card.slot, now)
            await work.applied.save("publish", str(slot_id))
            return card


@dataclass(frozen=True, slots=True)
class OpenDrafts:
    """Days of the region's plan that wait for a host of their subject."""

    read: Opens[ConsultationWork]

    async def __call__(self, actor: Actor) -> Sequence[Draft]:
        """By weekday and subject; only those that the actor could publish for her whole region or her municipality."""
        if actor.person is None or not actor.has(*HOST_ROLES):
            raise NotAllowed
        regions = {place.territory.region for place in actor.places if place.territory.region is not None}
        async with self.read() as work:
            drafts = await work.drafts.open_for(regions, actor.person)
        return [draft for draft in drafts if may_take(actor, draft)]


@dataclass(frozen=True, slots=True)
class PassDraftOn:
    """A host who will not take a day of the plan leaves it to the others."""

    write: Opens[ConsultationWork]

    async def __call__(self, actor: Actor, draft: DraftId) -> None:
        """Show the draft to the actor no more; a taken or foreign one is `NotFound`."""
        async with self.write() as work:
            found = await work.drafts.get(draft)
            if actor.person is None or found is None or not may_take(actor, found):
                raise NotFound
            await work.drafts.pass_on(draft, PersonId(actor.person))


async def _day_of_plan(work: ConsultationWork, actor: Actor, draft: DraftId) -> Draft:
    found = await work.drafts.get(draft)
    if found is None:
        raise DraftTaken
    if not may_take(actor, found):
        raise NotFound
    return found


def may_take(actor: Actor, draft: Draft) -> bool:
    """True when some place of the actor hosts this subject somewhere in the draft's region."""
    return any(
        place.territory.region == draft.region
        and may_host(place, _widest(place.territory, draft.region), draft.subject)
        for place in actor.places
    )


def _widest(own: Territory, region: RegionId) -> Territory:
    return Territory(region, own.municipality, own.school)
