"""/risk with a name or number: schools whose profile the actor may see."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from shnor_domain.identity import Actor, SchoolId
from shnor_domain.risk.access import require_reader_at_all
from shnor_domain.territories.access import scope_of
from shnor_domain.territories.model import Municipality, School
from shnor_domain.territories.names import Found, Match, Nothing, Several, one_or_more
from shnor_domain.territories.ports import Scope, TerritoryWork
from shnor_domain.territories.school_names import find_school_in_bites, school_words
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class FindRiskSchool:
    """Coordinators, observers, leads, curators and mentors: a school of their own by number, name, village,
    municipality or official number, with typos («сош 6 лабинск»). Refused: `ProfileByLead` to a teacher, `NotAllowed`.
    """

    read: Opens[TerritoryWork]

    async def __call__(self, actor: Actor, text: str = "") -> Match[School]:
        """One, several to choose from, or none with near misses; schools of others are none of them. Without a text:
        all that the actor sees."""
        require_reader_at_all(actor)
        scope, digits = scope_of(actor), _digits(text)
        if not text.strip():
            async with self.read() as work:
                schools = await work.schools.seen(scope)
            return one_or_more(schools, exact=True) if schools else Nothing()
        if digits is not None:
            # most people type a number: few schools have it, and what fits a text with a number has that number
            found = await self._look(scope, text, digits)
            if not isinstance(found, Nothing):
                return found
        return await self._look(scope, text, None)

    async def _look(self, scope: Scope, text: str, digits: str | None) -> Match[School]:
        async with self.read() as work:
            schools = await work.schools.seen(scope, digits)
            # a number alone says nothing of a place
            placed = digits is None or school_words(text) != (digits,)
            units = await work.municipalities.many({one.municipality for one in schools}) if placed else {}
        by_id = {school.id: school for school in schools}
        found = await find_school_in_bites(
            text, [_placed(school, units.get(school.municipality)) for school in schools]
        )
        return _own(found, by_id)


def _digits(text: str) -> str | None:
    return next((word for word in school_words(text) if word.isdecimal()), None)


def _placed(school: School, unit: Municipality | None) -> School:
    """Found by the name of its municipality as by that of its village."""
    if unit is None:
        return school
    return replace(school, settlement=" ".join(filter(None, (school.settlement, unit.name, unit.town))))


def _own(found: Match[School], schools: Mapping[SchoolId, School]) -> Match[School]:
    match found:
        case Found(one, exact):
            return Found(schools[one.id], exact)
        case Several(candidates):
            return Several(tuple(schools[each.id] for each in candidates))
        case Nothing(near):
            return Nothing(tuple(schools[each.id] for each in near))
