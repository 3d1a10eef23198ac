"""A school is found by number, name or village, in the order of numbers (L8)."""

import asyncio

import pytest

from shnor_domain.identity import MunicipalityId, RegionId, SchoolId
from shnor_domain.territories.imports.called import indexed
from shnor_domain.territories.model import School, SchoolState
from shnor_domain.territories.names import Found, Match, Nothing, Several
from shnor_domain.territories.school_names import (
    find_school,
    find_school_in_bites,
    number_in,
    school_key,
    schools_called,
)


def school(
    number: int,
    name: str,
    settlement: str | None = None,
    state: SchoolState = SchoolState.ACTIVE,
    code: str | None = None,
) -> School:
    return School(
        SchoolId(number), RegionId(1), MunicipalityId(1), name, number_in(name), settlement, code=code, state=state
    )


LABINSK = [school(n, f"СОШ № {n}", "Лабинск") for n in (31, 26, 6, 5, 16, 9)]
OTHERS = [
    school(101, "Чурапчинская гимназия имени С. К. Макарова", "Чурапча"),
    school(102, "Лицей № 6", "Упорная"),
    school(103, "СОШ № 36", "Каладжинская", SchoolState.CLOSED),
    school(104, "Вознесенская основная школа", "Вознесенская", code="0123"),
]


def found(text: str, among: list[School] | None = None) -> list[str]:
    match find_school(text, among or [*OTHERS, *LABINSK]):
        case Found(one):
            return [one.name]
        case Several(candidates):
            return [one.name for one in candidates]
        case Nothing():
            return []


def test_a_number_gives_itself_first_then_those_that_hold_it() -> None:
    assert found("6", LABINSK) == ["СОШ № 6", "СОШ № 16", "СОШ № 26"]


def test_a_closed_school_is_found_no_more() -> None:
    assert found("36") == []


@pytest.mark.parametrize("text", ["СОШ №6", "сош 6", "МБОУ СОШ № 6", "средняя общеобразовательная школа №6"])
def test_spellings_of_one_name_lead_to_one_school(text: str) -> None:
    assert found(text, LABINSK) == ["СОШ № 6"]


@pytest.mark.parametrize("text", ["чурапча", "гимназия", "Макаров", "чурапчинскя", "гимназеи"])
def test_words_are_found_by_their_beginning_and_with_a_typo(text: str) -> None:
    assert found(text) == ["Чурапчинская гимназия имени С. К. Макарова"]


def test_a_village_gives_its_schools_by_number() -> None:
    assert found("Лабинск") == ["СОШ № 5", "СОШ № 6", "СОШ № 9", "СОШ № 16", "СОШ № 26", "СОШ № 31"]


def test_number_and_village_together_narrow() -> None:
    assert found("6 упорная") == ["Лицей № 6"]


def test_the_official_number_finds_one() -> None:
    assert found("0123") == ["Вознесенская основная школа"]


@pytest.mark.parametrize("text", ["", "№", "🙂", "<b>&_*[", "=1+1", "7777", "ж" * 4096])
def test_what_means_nothing_finds_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("СОШ № 6", 6),
        ("СОШ №6 с. п. Кахун", 6),
        ("Лицей 24", 24),
        ("Гимназия", None),
        ("СОШ № 3 им. 50 лет Октября", 3),
    ],
)
def test_the_number_is_read_from_the_name(name: str, number: int | None) -> None:
    assert number_in(name) == number


def test_quotes_and_the_legal_form_do_not_matter() -> None:
    assert school_key("МБОУ «СОШ № 6»") == school_key("сош №6") == "сош 6"


@pytest.mark.parametrize(
    "text", ["СОШ № 6", "6", "№ 6", " № 26", "0123", "лицей 6", "Вознесенская основная школа", "СОШ", "", "7", "103"]
)
async def test_a_cell_finds_what_a_look_at_each_school_finds(text: str) -> None:
    among = [*OTHERS, *LABINSK, school(105, "МБОУ «СОШ № 6»")]
    index = await indexed(among)
    assert {one.id for one in index.called(text, MunicipalityId(1))} == {one.id for one in schools_called(text, among)}
    assert not index.called(text, MunicipalityId(2))


@pytest.mark.parametrize(
    "text", ["6", "сош 6", "гимназия макаров", "вознесенка", "лиецй 6", "чурапча", "ничего такого", ""]
)
async def test_a_search_in_bites_finds_the_same_and_lets_others_be_answered(text: str) -> None:
    among = [*OTHERS, *LABINSK, *(school(number, f"ООШ № {number}", "Село") for number in range(200, 300))]
    turns, over = 0, False

    async def others() -> None:
        nonlocal turns
        while not over:
            turns += 1
            await asyncio.sleep(0)

    async def search() -> Match[School]:
        nonlocal over
        found = await find_school_in_bites(text, among)
        over = True
        return found

    found, _none = await asyncio.gather(search(), others())
    assert found == find_school(text, among)
    assert turns >= (10 if text else 0)
