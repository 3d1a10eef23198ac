"""Who decides on what was sent (L5): the levels in their order, never the author."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, Territory
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Item, ItemId, PlanId
from shnor_domain.roadmap.periods.model import Period
from shnor_domain.roadmap.reviewing import Bench, deciders, first_rung, reached, standing

LEAD, CURATOR, DISTRICT, DEPUTY, REGION = map(PersonId, range(1, 6))
SCHOOL = Territory(RegionId(1), MunicipalityId(1), SchoolId(1))
MUNICIPALITY = Territory(RegionId(1), MunicipalityId(1))
FULL: Bench = {Rung.CURATOR: [CURATOR], Rung.MUNICIPALITY: [DISTRICT, DEPUTY], Rung.REGION: [REGION]}


def item(owner: Territory, reviewer: Rung | None = None) -> Item:
    known = datetime(2026, 9, 1, tzinfo=UTC)
    return Item(ItemId(1), PlanId(1), None, 1, "1", "Договор", Period(""), owner, known, reviewer=reviewer)


def who(
    of: Item, bench: Mapping[Rung, list[PersonId]] | Bench, author: PersonId | None = LEAD, *, late: bool = False
) -> set[int]:
    return set(deciders(of, bench, author, moved_up=late))


def without(*rungs: Rung) -> Bench:
    return {rung: () if rung in rungs else people for rung, people in FULL.items()}


def test_l5_of_a_school_its_curator_decides_else_the_municipal_coordinator_else_the_regional_one() -> None:
    school = item(SCHOOL)
    assert who(school, FULL) == {CURATOR}
    assert who(school, without(Rung.CURATOR)) == {DISTRICT, DEPUTY}
    assert who(school, without(Rung.CURATOR, Rung.MUNICIPALITY)) == {REGION}
    assert who(school, without(*FULL)) == set()
    assert standing(school, without(*FULL), LEAD, moved_up=False) is None


def test_l5_for_region_items_the_regional_coordinator_decides() -> None:
    assert who(item(Territory(RegionId(1))), FULL) == {REGION}
    assert who(item(MUNICIPALITY), FULL) == {DISTRICT, DEPUTY}


@pytest.mark.parametrize(
    ("owner", "author", "expected"),
    [
        (SCHOOL, CURATOR, {DISTRICT, DEPUTY}),
        (MUNICIPALITY, DISTRICT, {DEPUTY}),
        (Territory(RegionId(1)), REGION, set()),
    ],
)
def test_l5_never_the_author_then_the_next_level(owner: Territory, author: PersonId, expected: set[int]) -> None:
    assert who(item(owner), FULL, author) == expected


def test_l5_the_only_coordinator_of_a_municipality_leaves_it_to_the_region() -> None:
    bench = {**FULL, Rung.MUNICIPALITY: [DISTRICT]}
    assert who(item(MUNICIPALITY), bench, DISTRICT) == {REGION}
    assert who(item(MUNICIPALITY), bench, DISTRICT, late=True) == {REGION}


def test_l5_after_five_working_days_the_level_above_has_it_too() -> None:
    school = item(SCHOOL)
    assert who(school, FULL, late=True) == {CURATOR, DISTRICT, DEPUTY}
    assert reached(school, FULL, LEAD, moved_up=True) == (Rung.CURATOR, Rung.MUNICIPALITY)
    assert standing(school, FULL, LEAD, moved_up=True) is Rung.MUNICIPALITY
    assert who(school, without(Rung.MUNICIPALITY), late=True) == {CURATOR, REGION}
    assert who(school, without(Rung.MUNICIPALITY, Rung.REGION), late=True) == {CURATOR}


def test_the_level_that_the_plan_names_goes_before_that_of_l5() -> None:
    assert first_rung(item(SCHOOL, Rung.REGION)) is Rung.REGION
    assert who(item(SCHOOL, Rung.MUNICIPALITY), FULL) == {DISTRICT, DEPUTY}
    assert who(item(SCHOOL, Rung.OWNER), FULL) == {CURATOR}
    assert who(item(MUNICIPALITY, Rung.CURATOR), without(Rung.CURATOR)) == {DISTRICT, DEPUTY}


def test_of_an_author_who_was_deleted_nobody_is_left_out() -> None:
    assert who(item(SCHOOL), FULL, None) == {CURATOR}
