"""Whatever stands in a picture, its words can be read: none covers another, none leaves the sheet."""

import io
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.worker.charts.drawing import LabelBox, boxes, png
from bot.worker.charts.letters import Face, clean, width, wrapped
from bot.worker.charts.risk import draw_risk
from shnor_domain.pictures import Legend, Panel, Picture, YearCell
from tests.support.made_pictures import AnySchool, counts, risk

SMALLEST = 12
"""Pixels of letters at 800 pixels of width: below it a phone shows dust."""
TALLEST_PHOTO = 10_000
"""Width and height together (Bot API sendPhoto)."""


def covering(labels: list[LabelBox]) -> list[tuple[str, str]]:
    return [
        (one.text, other.text)
        for one, other in combinations(labels, 2)
        if one.left < other.right and other.left < one.right and one.bottom < other.top and other.bottom < one.top
    ]


def outside(labels: list[LabelBox], size: tuple[float, float]) -> list[str]:
    wide, high = size
    return [
        label.text for label in labels if label.left < 0 or label.bottom < 0 or label.right > wide or label.top > high
    ]


@given(st.integers(0, 2**32), st.booleans())
@settings(max_examples=25, deadline=None)
def test_no_label_covers_another_or_leaves_the_sheet(chance: int, of_risks: bool) -> None:
    school = AnySchool(Random(chance))
    picture = school.risk() if of_risks else school.counts()
    labels, size = boxes(picture)
    assert covering(labels) == []
    assert outside(labels, size) == []
    assert size[0] == 800 and size[0] + size[1] <= TALLEST_PHOTO


@pytest.mark.parametrize("picture", [risk(), counts()], ids=["risk", "counts"])
def test_all_that_is_told_stands_on_the_picture(picture: Picture) -> None:
    labels, _size = boxes(picture)
    shown = " ".join(label.text for label in labels)
    told = {word for text in words_of(picture) for word in clean(text).split(" ")}
    assert told - {""} - set(shown.split(" ")) == set()


def words_of(value: object) -> list[str]:
    """Texts of a picture but for those of the empty state, and letters inside bars, which may be too narrow."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [word for one in value for word in words_of(one)]
    slots = getattr(type(value), "__slots__", ())
    aside = ("no_factors", "nothing", "letters")
    return [word for name in slots if name not in aside for word in words_of(getattr(value, name))]


def test_a_profile_of_four_factors_is_not_shrunk_by_the_messenger() -> None:
    """Photos are shown within 1280 × 1280: a higher one loses letters' size."""
    image = Image.open(io.BytesIO(png(risk())))
    assert image.size[0] == 800 and image.size[1] <= 1280


def test_the_same_picture_is_the_same_to_a_byte() -> None:
    assert png(risk()) == png(risk())


def test_letters_are_large_enough_for_a_phone() -> None:
    for picture in (risk(), counts()):
        labels, _size = boxes(picture)
        assert min(label.size for label in labels) >= SMALLEST


def test_a_name_of_a_hundred_letters_is_wrapped_and_then_cut() -> None:
    face = Face(15)
    lines = wrapped("Муниципальное " * 12, face, 200, 3)
    assert len(lines) == 3 and lines[-1].endswith("…")
    assert all(width(line, face) <= 200 for line in lines)
    assert wrapped("Щ" * 100, face, 200, 2)[-1].endswith("…")
    assert wrapped("школа", face, 200, 2) == ["школа"]
    assert wrapped("", face, 200, 2) == wrapped("\u0301\u200b", face, 200, 2) == []


def test_a_number_stays_with_its_unit() -> None:
    assert wrapped("регион 15,3 %", Face(15), 100, 2) == ["регион", "15,3\u00a0%"]


def test_letters_that_the_font_lacks_are_squares_and_formulas_are_text() -> None:
    assert clean("Ёжик 😀 \u202e$\\frac{a}{b}$") == "Ёжик □ $\\frac{a}{b}$"
    assert clean("и\u0306") == "й"


def test_a_hidden_number_has_no_bar() -> None:
    told, hidden = YearCell("2026", "12,9 %", 12.9, "4 из 31"), YearCell("2026", "<5")
    assert bars(told) - bars(hidden) == 2, "the bar and the 100 % behind it"
    assert bars(YearCell("2026", "0,0 %", 0.0, "0 из 31")) == bars(told), "nothing is something"


def bars(cell: YearCell) -> int:
    sheet, _height = draw_risk(replace(risk(), panels=(Panel("ОГЭ математика", (cell,)),)))
    return len(sheet.boxes)


def test_the_year_of_a_biased_result_has_a_sign_that_is_never_cut() -> None:
    words = "признаки необъективности"
    cells = tuple(YearCell(f"{year}/{year - 1999}", "21,4 %", 21.4, "6 из 28", words) for year in (2023, 2024, 2025))
    picture = replace(risk(), panels=(Panel("ОГЭ математика", cells),), legend=Legend(biased=f"* {words}"))
    shown = [label.text for label in boxes(picture)[0]]
    assert {"2023/24*", "2024/25*", "2025/26*", f"* {words}"} <= set(shown)
