"""The shipped catalogue, a region's own over it, and the order in which a school's factors are shown."""

from datetime import UTC, date, datetime

from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory
from shnor_domain.risk.cards import rows_of
from shnor_domain.risk.factors import Factor, FactorCode, Significance, overlaid, shipped_factors
from shnor_domain.risk.model import CaseId, CaseState, FactorCase, Profile, ProfileId
from shnor_domain.territories.model import SchoolYear

NOW = datetime(2026, 9, 15, 5, tzinfo=UTC)
SCHOOL = Territory(RegionId(1), MunicipalityId(1), SchoolId(1))
CATALOGUE = {one.code: one for one in overlaid(shipped_factors())}
NEVER = ("дефицит", "низк", "недостат", "неусп", "риск")


def test_ten_factors_are_shipped_with_short_neutral_names() -> None:
    factors = list(shipped_factors())
    assert len(factors) == 10 and len({one.code for one in factors}) == 10
    assert all(len(one.name) <= 28 and one.wording and one.source for one in factors)
    assert [one.name for one in factors if any(word in one.name.casefold() for word in NEVER)] == []


def test_a_regions_row_counts_before_the_shipped_one_and_its_own_stand_beside() -> None:
    staff = FactorCode("staff")
    renamed = Factor(staff, "Кадры", CATALOGUE[staff].wording, 5, "", region=RegionId(1))
    own = Factor(FactorCode("region-1-1"), "Питание", "Питание", 500, "", region=RegionId(1))
    found = overlaid([own, renamed, *shipped_factors()])
    assert len(found) == 11
    assert (found[0].name, found[-1].name) == ("Кадры", "Питание")


def test_factors_go_by_significance_then_by_the_catalogue_and_those_carried_over_stand_among_them() -> None:
    codes = [FactorCode(code) for code in ("parents", "motivation", "staff", "equipment")]
    values = (Significance.HIGH, Significance.UNKNOWN, Significance.HIGH, Significance.LOW)
    named = dict(zip(codes, values, strict=True))
    profile = Profile(ProfileId(1), SCHOOL, SchoolYear(2026), 1, date(2026, 9, 1), "", named, None, NOW)
    going, left = (
        FactorCase(
            CaseId(number), SCHOOL, FactorCode(code), SchoolYear(2026), None, NOW, Significance.MIDDLE, state=state
        )
        for number, code, state in ((1, "languages", CaseState.OPEN), (2, "progress", CaseState.CLOSED))
    )
    rows = rows_of(CATALOGUE, profile, [going, left], {}, {})
    assert [row.factor.code for row in rows] == ["staff", "parents", "languages", "equipment", "motivation"]
    assert [row.factor.code for row in rows if row.carried] == ["languages"]
    assert rows_of(CATALOGUE, None, [], {}, {}) == ()
