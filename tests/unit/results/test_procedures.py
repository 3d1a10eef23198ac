"""The nine procedures and the words by which tables name them."""

import pytest

from shnor_domain.results.procedures import Kind, applicable, by_code, procedure_in, procedures


def test_the_nine_procedures_go_in_the_order_of_order_847() -> None:
    assert [(one.kind, one.subject, one.grade, one.level) for one in procedures()] == [
        (Kind.VPR, "math", 5, ""),
        (Kind.VPR, "math", 6, ""),
        (Kind.VPR, "russian", 5, ""),
        (Kind.VPR, "russian", 6, ""),
        (Kind.OGE, "math", 9, ""),
        (Kind.OGE, "russian", 9, ""),
        (Kind.EGE, "math", 11, "base"),
        (Kind.EGE, "math", 11, "profile"),
        (Kind.EGE, "russian", 11, ""),
    ]
    assert all("847" in one.source for one in procedures())


def test_a_school_without_ege_has_six() -> None:
    assert len(applicable(without_ege=False)) == 9
    assert {one.kind for one in applicable(without_ege=True)} == {Kind.VPR, Kind.OGE}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ВПР, математика, 5 класс", "vpr-math-5"),
        ("впр мат. 6", "vpr-math-6"),
        ("ВПР по русскому языку 5 кл", "vpr-rus-5"),
        ("ВПР рус 6", "vpr-rus-6"),
        ("ОГЭ математика", "oge-math"),
        ("ОГЭ по математике, 9 класс", "oge-math"),
        ("огэ русский язык", "oge-rus"),
        ("ЕГЭ математика (база)", "ege-math-base"),
        ("ЕГЭ, математика, профильный уровень", "ege-math-profile"),
        ("ЕГЭ русский", "ege-rus"),
    ],
)
def test_a_table_names_a_procedure_in_its_own_words(text: str, code: str) -> None:
    found = procedure_in(text)
    assert found is not None and found.code == code


@pytest.mark.parametrize("code", list(by_code()))
def test_a_code_names_its_procedure(code: str) -> None:
    found = procedure_in(code)
    assert found is not None and found.code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ВПР математика",
        "ЕГЭ математика",
        "ВПР математика 7",
        "математика 5",
        "ВПР ОГЭ математика 5",
        "ВПР физика 5",
    ],
)
def test_what_names_none_or_several_is_not_guessed(text: str) -> None:
    assert procedure_in(text) is None
