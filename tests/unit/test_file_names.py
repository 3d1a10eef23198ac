"""What a document that goes out is called."""

import pytest

from handlers.shell.files import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Лабинский: темы по предметам, 2026/27", "Лабинский темы по предметам, 2026 27"),
        ('a\\b/c:d*e?f"g<h>i|j\nk\u202el', "a b c d e f g h i j k l"),
        ("  //  ", "file"),
    ],
)
def test_a_name_has_no_sign_that_file_systems_refuse(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_long_title_is_cut() -> None:
    assert len(file_name("слово " * 40)) <= 60
