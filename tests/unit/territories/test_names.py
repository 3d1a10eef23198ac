"""Free text finds the municipality that was meant, or asks (R005)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.identity import MunicipalityId, RegionId
from shnor_domain.territories.model import Municipality
from shnor_domain.territories.names import (
    Found,
    Nothing,
    Several,
    find_municipality,
    name_key,
    resolve_municipality,
    spellings_of,
)
from shnor_domain.territories.words import shipped_rows


def shipped_municipalities() -> list[Municipality]:
    rows = list(shipped_rows("municipalities.csv"))
    regions = {name: RegionId(number) for number, name in enumerate(dict.fromkeys(row["region"] for row in rows), 1)}
    return [
        Municipality(
            MunicipalityId(number),
            regions[row["region"]],
            row["canonical_name"],
            row["iana_tz"],
            row["admin_center"] or None,
            tuple(row["aliases"].split("|")),
        )
        for number, row in enumerate(rows, 1)
    ]


UNITS = shipped_municipalities()
SPELLINGS = [(spelling, unit) for unit in UNITS for spelling in spellings_of(unit)]
ASKED = {"Батагай"}
"""Spellings that are also the beginning of a neighbour's."""


def names(text: str) -> list[str]:
    found = find_municipality(text, UNITS)
    if isinstance(found, Found):
        return [found.one.name]
    return [unit.name for unit in found.candidates] if isinstance(found, Several) else []


def test_the_shipped_list_has_36_of_yakutia_and_11_others() -> None:
    assert len(UNITS) == 47
    assert sum(unit.region == UNITS[0].region for unit in UNITS) == 36


@pytest.mark.parametrize(("spelling", "unit"), SPELLINGS, ids=[spelling for spelling, _ in SPELLINGS])
def test_every_name_and_alias_leads_to_its_municipality(spelling: str, unit: Municipality) -> None:
    if spelling in ASKED:
        assert unit.name in names(spelling)
    else:
        assert find_municipality(spelling, UNITS) == Found(unit, exact=True)
    assert resolve_municipality(spelling, UNITS) == unit


def test_batagai_is_asked_about() -> None:
    assert names("Батагай") == ["Верхоянский", "Эвено-Бытантайский"]
    assert names("батагай-алыта") == ["Эвено-Бытантайский"]


@pytest.mark.parametrize("typed", ["Верхневилюйский", "верхневилюйский улус", "Верхне-Вилюйский", "верхневиллюйск"])
def test_the_longer_name_is_never_taken_for_the_shorter(typed: str) -> None:
    assert names(typed) == ["Верхневилюйский"]


def test_a_name_inside_a_hyphenated_one_does_not_count() -> None:
    assert isinstance(find_municipality("Нижне-Вилюйский", UNITS), Nothing)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("  ОЛЕКМИНСКИЙ   УЛУС ", "Олёкминский"),
        ("г.Якутск", "Якутск"),
        ("ГО «Жатай»", "Жатай"),
        ("мегино кангаласский", "Мегино-Кангаласский"),
        ("в Верхоянском районе", "Верхоянский"),
        ("Лабинского района", "Лабинский"),
        ("Амга\u200f", "Амгинский"),
        ("Момск", "Момский"),
        ("кобяйскй", "Кобяйский"),
        ("Абыйскийулус", "Абыйский"),
        ("Ытык-Кюель", "Таттинский"),
        ("с.п. Кахун", "Урванский"),
    ],
)
def test_endings_typos_and_type_words_are_forgiven(typed: str, meant: str) -> None:
    assert names(typed) == [meant]


def test_a_typo_between_two_names_asks() -> None:
    assert names("Мамский") == ["Момский", "Намский"]


def test_several_names_in_one_text_are_all_offered() -> None:
    assert names("Горный город Якутск Жатай") == ["Горный", "Якутск", "Жатай"]


@pytest.mark.parametrize("typed", ["", "   ", "улус", "Москва", "…", "🙂", "‮", "<b>&_*[", "я" * 4096])
def test_what_means_nothing_finds_nothing(typed: str) -> None:
    assert names(typed) == []


def test_a_village_with_a_school_finds_its_municipality() -> None:
    amga = next(unit for unit in UNITS if unit.name == "Амгинский")
    assert find_municipality("село Чапчылган", UNITS, [("Чапчылган", amga)]) == Found(amga, exact=True)


@given(st.sampled_from(SPELLINGS), st.data())
def test_one_typo_never_leads_silently_to_another_municipality(
    chosen: tuple[str, Municipality], data: st.DataObject
) -> None:
    spelling, unit = chosen
    at = data.draw(st.integers(0, len(spelling) - 1))
    letter = data.draw(st.sampled_from("абвгдежзийклмнопрстуфхцчшщъыьэюя- "))
    typed = data.draw(
        st.sampled_from(
            [
                spelling[:at] + spelling[at + 1 :],
                spelling[:at] + letter + spelling[at:],
                spelling[:at] + letter + spelling[at + 1 :],
                spelling[:at] + spelling[at + 1 : at + 2] + spelling[at] + spelling[at + 2 :],
            ]
        )
    )
    found = find_municipality(typed, UNITS)
    match found:
        case Found(one):
            assert one == unit
        case Several(candidates):
            assert unit in candidates
        case Nothing():
            pass


@pytest.mark.parametrize("sign", ["ﷺ", "ΐ", "№ ", "а-", "\U0001f3fd", "%", "_", "ß"])
def test_signs_that_fold_into_many_make_no_endless_key(sign: str) -> None:
    assert len(name_key(sign * 300)) <= 200
    find_municipality(sign * 4096, shipped_municipalities())
