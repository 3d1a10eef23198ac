"""How many schools of a territory reach the threshold, and which: a count and a list by number, never a ranking."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, Territory
from shnor_domain.results.access import own_schools, own_units, require_watching
from shnor_domain.results.model import latest_year
from shnor_domain.results.ports import Classifier, ResultsWork, Sight
from shnor_domain.results.thresholds import Outcome, ThresholdProfile
from shnor_domain.results.use_cases.reading import active_profile
from shnor_domain.territories.model import School, SchoolYear
from shnor_domain.territories.paging import ROWS, Page
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class OverThreshold:
    """`counts` of schools by outcome, all four present; `page` are those that reached it."""

    profile: ThresholdProfile
    year: SchoolYear
    counts: Mapping[Outcome, int]
    page: Page[School]


@dataclass(frozen=True, slots=True)
class SchoolsOverThreshold:
    """Coordinators, observers and admins of a region or of a municipality; reckoned from what the actor may see alone:
    groups hidden from her count as if they were not there.
    """

    read: Opens[ResultsWork]
    clock: Clock
    classifier: Classifier

    async def __call__(
        self, actor: Actor, where: Territory, page: int = 0, year: SchoolYear | None = None
    ) -> OverThreshold:
        """By the profile of the region, for the latest year of results or `year`. Nothing is open while the worker
        reckons. Raises `TooBusy`."""
        require_watching(actor, where)
        if where.region is None or where.school is not None:
            raise NotFound
        asked = year or latest_year(self.clock.now().date())
        async with self.read() as work:
            profile = await active_profile(work, where.region)
            span = [SchoolYear(asked - back) for back in range(profile.years)]
            packed = await work.results.packed(where, span, Sight(own_schools(actor), own_units(actor)))
            mergers = await work.clusters.mergers(where)
        joined = tuple((school, first) for school, years in mergers.items() for first in years)
        packed = replace(packed, joined=joined)
        found = await self.classifier.classify(packed, profile, asked, page, ROWS)
        async with self.read() as work:
            schools = {school.id: school for school in await work.schools.many(found.page)}
        rows = tuple(schools[each] for each in found.page if each in schools)
        return OverThreshold(profile, asked, found.counts, Page(rows, found.number, found.counts[Outcome.REACHED]))
