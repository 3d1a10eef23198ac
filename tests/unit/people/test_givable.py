"""What screens offer to give is what the ladder of deciders lets in."""

import pytest

from shnor_domain.identity import (
    Actor,
    MunicipalityId,
    PersonId,
    Place,
    PlaceId,
    RegionId,
    Role,
    SchoolId,
    Territory,
)
from shnor_domain.people.model.deciders import ladder, may_decide
from shnor_domain.people.model.givable import givable
from shnor_domain.people.model.places import fits

REGION = Territory(RegionId(1))
UNIT = Territory(RegionId(1), MunicipalityId(2))
SCHOOL = Territory(RegionId(1), MunicipalityId(2), SchoolId(3))
LEVELS = (Territory(), REGION, UNIT, SCHOOL)


def holder(role: Role, *, verified: bool = True) -> Actor:
    where = next(level for level in reversed(LEVELS) if fits(role, level))
    return Actor(PersonId(1), 1, places=(Place(PlaceId(1), role, where, verified=verified),))


@pytest.mark.parametrize("role", Role)
def test_offered_is_exactly_what_may_be_decided_somewhere(role: Role) -> None:
    actor = holder(role)
    decided = {
        given for given in Role for level in LEVELS if fits(given, level) and may_decide(actor, ladder(given, level))
    }
    assert set(givable(actor)) == decided


def test_who_waits_for_the_word_of_her_issuer_gives_nothing() -> None:
    assert givable(holder(Role.REGIONAL_COORDINATOR, verified=False)) == ()
