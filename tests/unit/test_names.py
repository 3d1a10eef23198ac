"""What of a name a message carries."""

import pytest

from handlers.names import shown, strictest
from handlers.texts import Texts
from shnor_domain.people.model.preferences import Names

TEXTS = Texts()


@pytest.mark.parametrize(
    ("name", "names", "seen"),
    [
        ("Образцова Марина Петровна", Names.FULL, "Образцова Марина Петровна"),
        ("Образцова Марина Петровна", Names.PATRONYMIC, "Марина Петровна"),
        ("Марина Петровна", Names.PATRONYMIC, "Марина Петровна"),
        ("Марина Петровна Образцова", Names.PATRONYMIC, "Марина Петровна"),
        ("Кузьмич", Names.PATRONYMIC, "Кузьмич"),
        ("Сардаана", Names.PATRONYMIC, "Сардаана"),
        ("Марина Петровна", Names.NONE, "ведущий"),
        ("", Names.FULL, "ведущий"),
    ],
)
def test_a_name_is_shown_as_the_setting_allows(name: str, names: Names, seen: str) -> None:
    assert shown(TEXTS, name, names, "ведущий") == seen


def test_a_reader_may_want_to_see_less_but_never_more() -> None:
    assert strictest(Names.PATRONYMIC, None) is Names.PATRONYMIC
    assert strictest(Names.PATRONYMIC, Names.FULL) is Names.PATRONYMIC
    assert strictest(Names.FULL, Names.NONE) is Names.NONE
