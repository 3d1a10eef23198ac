"""Who answers for an item: bodies and classes, however a plan writes them."""

from collections.abc import Sequence

import pytest

from shnor_domain.roadmap.bodies.finding import Bodies
from shnor_domain.roadmap.bodies.model import Body, Each, body_rows, shipped_bodies

REGION = body_rows(
    [
        {"name": "Минобр Края", "spellings": "Министерство образования Края|МОК Края"},
        {"name": "КИРО", "spellings": "Краевой институт развития образования"},
        {"code": "quality_centre", "name": "КЦОКО", "spellings": ""},
    ]
)
BODIES = Bodies(shipped_bodies(), REGION)


def names(cell: str) -> Sequence[str]:
    return [body.name for body in BODIES.find(cell).bodies]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("МОУО", ["МОУО"]),
        ("РУО, ПННОР", ["МОУО", "ШНОР"]),
        ("ПНОР; НОР; ШНОР", ["ШНОР"]),
        ("ШФНСУ и ШНСУ", ["ШССУ"]),
        ("КИРО, Минобр Края, МОУО,", ["КИРО", "Минобр Края", "МОУО"]),
        ("Краевой институт развития образования совместно с МОУО", ["КИРО", "МОУО"]),
        ("Министерство образования и науки\nИМЦ", ["министерство образования", "методическая служба"]),
        ("РЦОКО КИРО, РЦОКО, МОУО", ["КЦОКО", "КИРО", "МОУО"]),
        ("ГБУ ДПО «КИРО» (по согласованию)", ["КИРО"]),
        ("директора школ / кураторы школ", ["директор", "куратор школы"]),
        ("общеобразовательные организации", ["школа"]),
        ("", []),
        ("—", []),
    ],
)
def test_bodies_stand_in_the_order_of_the_cell_and_each_once(cell: str, expected: list[str]) -> None:
    found = BODIES.find(cell)
    assert ([body.name for body in found.bodies], found.unknown, found.guesses) == (expected, (), ())


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("КИРОО", "КИРО"),
        ("Минобп Края", "Минобр Края"),
        ("Мимобр Края", "Минобр Края"),
        ("муниципальные органы управления образованием.", "МОУО"),
        ("муниципальные оргаы управлени образованием", "МОУО"),
        ("РЦ0КО", "КЦОКО"),
    ],
)
def test_a_slip_is_forgiven_where_it_means_one_body(cell: str, meant: str) -> None:
    found = BODIES.find(cell)
    assert [body.name for body in found.bodies] == [meant] and not found.unknown


def test_a_forgiven_slip_is_told_as_it_was_written() -> None:
    (guess,) = BODIES.find("МОУО, Минобп Края").guesses
    assert (guess.written, guess.body.name) == ("Минобп Края", "Минобр Края")


@pytest.mark.parametrize(
    "part",
    [
        "МООУ",  # МОУО, МАОУ, МБОУ: three letters of four would fit
        "ЦРО",  # a letter from ИРО, and another body
        "МОУО Северного района",
        "куратор",  # two roles are called so
        "методист Иванова",
        "КИРО Минспорта",
        "КИРО " * 60,
        "🏫",
    ],
)
def test_what_is_not_understood_as_a_whole_is_given_back(part: str) -> None:
    found = BODIES.find(f"МОУО; {part}")
    assert [body.name for body in found.bodies] == ["МОУО"]
    assert found.unknown == (part.strip(),)


def test_classes_are_told_from_bodies() -> None:
    each = {body.name: body.each for body in BODIES.find("МОУО, ШНОР, школа, директора, КИРО, РЦОКО").bodies}
    assert each == {
        "МОУО": Each.MUNICIPALITY,
        "ШНОР": Each.PROJECT_SCHOOL,
        "школа": Each.SCHOOL,
        "директор": Each.SCHOOL,
        "КИРО": None,
        "КЦОКО": None,
    }


def test_a_region_renames_a_body_and_old_spellings_lead_to_it() -> None:
    assert {names(spelling)[0] for spelling in ("РЦОКО", "РПОКО", "ЦМКО", "КЦОКО")} == {"КЦОКО"}
    assert BODIES.find("ЦОКО").bodies[0].code == "quality_centre"


def test_a_region_adds_spellings_to_a_class_and_it_stays_one() -> None:
    bodies = Bodies(shipped_bodies(), body_rows([{"name": "МОУО", "spellings": "райуо"}]))
    (found,) = bodies.find("РАЙУО").bodies
    assert (found.code, found.each) == ("authority", Each.MUNICIPALITY)


def test_no_two_shipped_bodies_share_a_spelling() -> None:
    for body in shipped_bodies():
        for spelling in (body.name, *body.spellings):
            assert Bodies(shipped_bodies()).find(spelling).bodies == (body,), spelling


def test_a_class_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="planet"):
        body_rows([{"name": "МОУО", "each": "planet"}])


def test_bodies_are_values() -> None:
    assert body_rows([{"name": " КИРО ", "spellings": "а| |б"}]) == (Body("КИРО", "КИРО", None, ("а", "б")),)
