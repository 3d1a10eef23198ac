"""What screens show of visits: facts gathered once, words made elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.visits.model import Side, Visit, VisitId, VisitState
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.sides import Rights, may_decide, rights_of
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId


@dataclass(frozen=True, slots=True)
class VisitCard:
    """A visit with names; people who have left are None. `town` names the school's clock (N7)."""

    visit: Visit
    school: str
    town: str | None
    subjects: tuple[str, ...]
    asked_by: KnownPerson | None
    addressee: KnownPerson | None
    host: KnownPerson | None


@dataclass(frozen=True, slots=True)
class SeenVisit:
    """A visit as one actor sees it: what she is to it, and whether she may decide."""

    card: VisitCard
    rights: Rights
    decides: bool

    @property
    def asks_anew(self) -> bool:
        """True for the school of what fell on a day when schools were closed: it may ask for the same again (F16)."""
        visit = self.card.visit
        return visit.state is VisitState.CANCELLED and visit.ended_by is Side.WEATHER and self.rights.school


async def visit_cards(work: VisitWork, visits: Sequence[Visit]) -> list[VisitCard]:
    """Cards in the order of `visits`, a handful of statements for any number."""
    if not visits:
        return []
    schools = {visit.where.school for visit in visits if visit.where.school is not None}
    units = {visit.where.municipality for visit in visits if visit.where.municipality is not None}
    named = {where.school: name for where, name in await work.directory.schools(schools)}
    towns, subjects = await work.directory.towns(units), await work.directory.subjects()
    ids = {each for visit in visits for each in _people(visit) if each is not None}
    people = await work.directory.people(ids)
    cards = []
    for visit in visits:
        asked, addressee, host = (None if each is None else people.get(each) for each in _people(visit))
        codes = tuple(subjects.get(code, code) for code in visit.wish.subjects)
        unit = visit.where.municipality
        town = None if unit is None else towns.get(unit)
        cards.append(VisitCard(visit, named.get(visit.where.school, ""), town, codes, asked, addressee, host))
    return cards


async def seen(work: VisitWork, actor: Actor, visit_id: VisitId) -> tuple[Visit, Rights]:
    """A visit that the actor may look at; for all others it never was (`NotFound`, rule 1)."""
    visit = await work.visits.get(visit_id)
    if visit is None or actor.person is None:
        raise NotFound
    rights = rights_of(actor, visit)
    if not rights.any:
        raise NotFound
    return visit, rights


async def seen_card(work: VisitWork, actor: Actor, visit: Visit) -> SeenVisit:
    """With names, as it stands in `visit`."""
    [card] = await visit_cards(work, [visit])
    return SeenVisit(card, rights_of(actor, visit), may_decide(actor, visit))


def _people(visit: Visit) -> tuple[PersonId | None, PersonId | None, PersonId | None]:
    host = None if visit.appointment is None else visit.appointment.host
    return visit.asked_by, visit.wish.addressee, host
