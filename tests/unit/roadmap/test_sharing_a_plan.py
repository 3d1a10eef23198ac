"""Whose the items of a plan are: a body's, or a part for each member of a class (D)."""

from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory
from shnor_domain.roadmap.bodies.model import Body, shipped_bodies
from shnor_domain.roadmap.bringing.sharing import Members, Share, shares, without_members

REGION = Territory(RegionId(1))
NEAR, FAR = Territory(RegionId(1), MunicipalityId(1)), Territory(RegionId(1), MunicipalityId(2))
SCHOOLS = tuple(Territory(RegionId(1), MunicipalityId(1), SchoolId(number)) for number in (1, 2, 3))
MEMBERS = Members(REGION, (NEAR, FAR), SCHOOLS, SCHOOLS[:2])
OF_NEAR = Members(NEAR, (NEAR,), SCHOOLS, SCHOOLS[:2])
TEMPLATE = Members(NEAR, (NEAR,), SCHOOLS, SCHOOLS[:2], chosen=SCHOOLS[1:])
KNOWN = {body.code: body for body in shipped_bodies()}
UNKNOWN = Body("", "зам. директора по УВР")


def bodies(*codes: str) -> list[Body]:
    return [KNOWN[code] for code in codes]


def test_plain_bodies_make_no_parts() -> None:
    assert shares(bodies("institute", "ministry"), MEMBERS) == ()
    assert shares([UNKNOWN], MEMBERS) == shares([], MEMBERS) == ()


def test_a_class_makes_a_part_of_each_member() -> None:
    assert shares(bodies("authority"), MEMBERS) == (Share(NEAR, ("МОУО",)), Share(FAR, ("МОУО",)))
    assert [share.owner for share in shares(bodies("school"), MEMBERS)] == list(SCHOOLS)
    assert [share.owner for share in shares(bodies("shnor"), MEMBERS)] == list(SCHOOLS[:2])


def test_a_member_of_two_classes_has_one_part() -> None:
    found = shares(bodies("shnor", "school_lead", "shssu"), MEMBERS)
    assert found == (
        Share(SCHOOLS[0], ("директор",)),
        Share(SCHOOLS[1], ("директор",)),
        Share(SCHOOLS[2], ("директор",)),
    )


def test_a_school_of_the_project_is_not_called_what_programmes_call_it() -> None:
    assert {share.bodies for share in shares(bodies("shnor", "shssu"), MEMBERS)} == {()}


def test_a_plain_body_beside_a_class_has_a_part_that_is_the_regions() -> None:
    found = shares(bodies("institute", "authority", "ministry"), MEMBERS)
    assert found == (
        Share(REGION, ("ИРО",)),
        Share(NEAR, ("МОУО",)),
        Share(FAR, ("МОУО",)),
        Share(REGION, ("министерство образования",)),
    )


def test_a_class_without_members_is_named_and_leaves_the_item_whole() -> None:
    empty = Members(REGION, (NEAR, FAR))
    assert shares(bodies("shnor"), empty) == ()
    assert shares(bodies("institute", "shnor"), empty) == ()
    assert [body.name for body in without_members(bodies("institute", "shnor"), empty)] == ["ШНОР"]
    assert without_members(bodies("institute", "shnor"), MEMBERS) == ()


def test_in_a_plan_of_a_municipality_its_own_items_are_whole_and_schools_have_parts() -> None:
    assert shares(bodies("authority"), OF_NEAR) == shares(bodies("authority", "institute"), OF_NEAR) == ()
    found = shares(bodies("authority", "institute", "shnor"), OF_NEAR)
    assert found == (Share(NEAR, ("МОУО", "ИРО")), Share(SCHOOLS[0]), Share(SCHOOLS[1]))


def test_a_template_gives_every_class_to_the_chosen_schools() -> None:
    for codes in (("authority",), ("shnor",), ("school_lead", "teachers")):
        assert [share.owner for share in shares(bodies(*codes), TEMPLATE)] == list(SCHOOLS[1:])
    assert [share.owner for share in shares([], TEMPLATE)] == list(SCHOOLS[1:])
    assert shares([UNKNOWN], TEMPLATE) == tuple(Share(school, (UNKNOWN.name,)) for school in SCHOOLS[1:])
    assert shares(bodies("ministry"), TEMPLATE) == ()
    assert [share.owner for share in shares(bodies("school_lead", "ministry"), TEMPLATE)] == [*SCHOOLS[1:], NEAR]
