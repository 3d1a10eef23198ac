"""What whoever tries the bot finds under «Темы по предметам»."""

from datetime import UTC, datetime
from pathlib import Path

from shnor_domain.competence.summing import Basis
from shnor_domain.competence.use_cases.looking import CompetencePlaces, ShowCompetence
from shnor_domain.territories.model import school_year_of
from tests.support.consultations import FixedClock
from tests.support.installation import land_of

NOW = datetime(2026, 11, 29, 6, 0, tzinfo=UTC)


async def test_the_sample_has_counts_of_a_municipality_and_a_school(sqlite_url: str, tmp_path: Path) -> None:
    async with land_of(sqlite_url, tmp_path, FixedClock(NOW)) as land:
        coordinator = await land.actor(1002)
        (where,) = await (await land.the(CompetencePlaces))(coordinator)
        view = await (await land.the(ShowCompetence))(coordinator, where, school_year_of(NOW.date()))
        assert (view.summary.basis, len(view.summary.lines), view.summary.people) == (Basis.OWN, 6, 61)
        assert [one.name for one in view.inside if one.summary.lines] == ["СОШ № 2"]
