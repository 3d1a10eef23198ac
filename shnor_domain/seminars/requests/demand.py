"""How many want a topic: what orders a draft of the programme (4.4.2)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from shnor_domain.identity import SchoolId
from shnor_domain.seminars.requests.model import STANDING, SeminarRequest, Support, SupportState


@dataclass(frozen=True, slots=True)
class Demand:
    """A request with the number of people of each school behind it, and how many of these are schools of the
    project."""

    request: SeminarRequest
    by_school: Mapping[SchoolId, int]
    project: int = 0

    @property
    def schools(self) -> int:
        """How many stand behind it."""
        return len(self.by_school)

    @property
    def people(self) -> int:
        """Of all of them together."""
        return sum(self.by_school.values())

    @property
    def order(self) -> tuple[int, int, int]:
        """More schools first, then more people, then the older one: a total order."""
        return (-self.schools, -self.people, self.request.id)


def by_school(supports: Iterable[Support]) -> dict[SchoolId, int]:
    """People of each school that stands behind a request: of several numbers that met in it the largest, but for what
    it has said anew since."""
    standing = [each for each in supports if each.state in STANDING and each.state is not SupportState.SAID_ANEW]
    live = {each.school for each in standing if each.state is SupportState.LIVE}
    found: dict[SchoolId, int] = {}
    for each in standing:
        if each.school in live:
            found[each.school] = max(found.get(each.school, 0), each.people)
    return found


def demand(request: SeminarRequest, supports: Iterable[Support], project_schools: Collection[SchoolId]) -> Demand:
    """Of `supports` those of this very request count."""
    counted = by_school(each for each in supports if each.request == request.id)
    return Demand(request, counted, sum(school in project_schools for school in counted))
