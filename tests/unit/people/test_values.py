"""Names, quiet hours, orders, links, and the page of one's own data."""

from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.people.model.consent import Consent, ConsentState, consent_state
from shnor_domain.people.model.links import Link, LinkId, LinkKind, new_code
from shnor_domain.people.model.person import clean_name, name_key
from shnor_domain.people.model.places import checked_order
from shnor_domain.people.model.preferences import Quiet, checked_quiet
from shnor_domain.people.model.readable import readable_page

NOW = datetime(2026, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Анна \n Петровна ", "Анна Петровна"),
        ("<b>&_*[", "<b>&_*["),
        ("А" * 80, "А" * 80),
        ("Аня 🌷👩‍🏫", "Аня 🌷👩‍🏫"),
        ("שרה", "שרה"),
        ("и\u0306", "й"),
    ],
)
def test_a_name_is_kept_as_it_was_meant(typed: str, name: str) -> None:
    if name == "й":
        assert clean_name(typed + "од") == "йод"
    else:
        assert clean_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("А" * 81, "long"),
        ("Анна\u202eаннА", "characters"),
        ("Анна\x00", "characters"),
        ("\u2066Анна", "characters"),
        ("Анна\u200b", "characters"),
        ("12345", "characters"),
        ("🌷🌷", "characters"),
    ],
)
def test_a_name_that_would_break_a_screen_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        clean_name(typed)
    assert (refused.value.field, refused.value.reason) == ("name", reason)


def test_names_are_searched_without_case_and_dots() -> None:
    assert name_key("Алёна") == name_key("АЛЕНА")
    assert name_key("Еи\u0306на") == name_key("Ейна")  # as a Mac types it
    assert len(name_key("ΐ" * 80)) <= 160


def test_q1_quiet_hours_are_at_most_fourteen() -> None:
    assert checked_quiet(18 * 60, 8 * 60).minutes == 14 * 60
    assert checked_quiet(0, 0).minutes == 0
    assert Quiet() == checked_quiet(21 * 60, 8 * 60)
    for start, end, reason in ((18 * 60 - 1, 8 * 60, "long"), (-1, 8 * 60, "minutes"), (0, 1440, "minutes")):
        with pytest.raises(Invalid) as refused:
            checked_quiet(start, end)
        assert refused.value.reason == reason


def test_an_order_has_a_number_and_a_date_that_has_come() -> None:
    today = date(2026, 9, 15)
    assert checked_order(None, None, today, needed=False) is None
    kept = checked_order(" № 14 ", today, today, needed=True)
    assert kept is not None
    assert (kept.number, kept.dated) == ("№ 14", today)
    for number, dated, reason in (
        (None, None, "empty"),
        ("14", None, "empty"),
        (None, today, "empty"),
        ("1" * 61, today, "long"),
        ("14", today + timedelta(days=1), "future"),
    ):
        with pytest.raises(Invalid) as refused:
            checked_order(number, dated, today, needed=True)
        assert refused.value.reason == reason


def test_a_link_works_until_its_last_second_and_its_last_use() -> None:
    link = Link(LinkId(1), "code", LinkKind.ROLE, Role.MENTOR, Territory(), None, NOW, NOW + timedelta(days=1))
    assert link.works_at(NOW + timedelta(days=1, seconds=-1))
    assert not link.works_at(NOW + timedelta(days=1))
    codes = {new_code() for _ in range(1000)}
    assert len(codes) == 1000
    assert all(len(code) == 22 and code.replace("-", "").replace("_", "").isalnum() for code in codes)


def test_only_a_standing_consent_to_the_newest_version_is_current() -> None:
    first = Consent(PersonId(1), 1, NOW)
    withdrawn = Consent(PersonId(1), 2, NOW, NOW)
    assert consent_state((), 1) is ConsentState.NONE
    assert consent_state((first,), 1) is ConsentState.CURRENT
    assert consent_state((first, withdrawn), 2) is ConsentState.OUTDATED
    assert consent_state((withdrawn,), 2) is ConsentState.NONE


class _Plain:
    def title(self) -> str:
        return "<Мои данные>"

    def name(self, key: str) -> str:
        return f"[{key}]"

    def value(self, key: str, value: object) -> str:
        return str(value)

    def nothing(self) -> str:
        return "пусто"


def test_the_readable_page_escapes_whatever_was_typed() -> None:
    page = readable_page(
        {"person": {"name": "<script>&", "seen": None}, "places": [], "log": [{"a": 1}, {"b": ["x", "<"]}]}, _Plain()
    )
    assert "<script>" not in page
    assert "&lt;script&gt;&amp;" in page
    assert "<th>[name]</th>" in page
    assert "пусто" in page
    assert "x, &lt;" in page
    assert "&lt;Мои данные&gt;" in page
