"""Whose people one signs up without being asked for which school (J5)."""

from handlers.seminars.signing.acts import only_school
from shnor_domain.identity import Actor, MunicipalityId, PersonId, Place, PlaceId, RegionId, Role, SchoolId, Territory
from shnor_domain.seminars.signing.showing import SchoolSeats

TOWN = Territory(RegionId(1), MunicipalityId(1))
OWN, OTHER = (SchoolSeats(SchoolId(number), TOWN, "Школа", None, None) for number in (1, 2))
LEAD = Place(PlaceId(1), Role.SCHOOL_LEAD, Territory(RegionId(1), MunicipalityId(1), SchoolId(1)))
COORDINATES = Place(PlaceId(2), Role.MUNICIPAL_COORDINATOR, TOWN)


def test_only_who_is_over_one_school_alone_is_not_asked_for_which() -> None:
    lead, both = Actor(PersonId(1), 1, places=(LEAD,)), Actor(PersonId(1), 1, places=(LEAD, COORDINATES))
    assert only_school((OWN,), lead) is OWN
    assert only_school((OWN, OTHER), lead) is None
    assert only_school((OWN,), both) is None
