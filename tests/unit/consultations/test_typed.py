"""Times, lengths and numbers as a host types them."""

from datetime import time

import pytest

from shnor_domain.consultations.typed import typed_capacity, typed_link, typed_minutes, typed_time
from shnor_domain.errors import Invalid


@pytest.mark.parametrize(
    "text",
    ["15:00", "15.00", "15-00", "15 00", "1500", "в 15", "В 15:00", " 15 ", "15 ч", "15ч.", "15 часов", "3 часа дня",
     "в 3 дня", "15–00"],
)  # fmt: skip
def test_three_in_the_afternoon_is_understood_however_it_is_written(text: str) -> None:
    assert typed_time(text) == time(15, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9", time(9)),
        ("9 утра", time(9)),
        ("в 7 вечера", time(19)),
        ("12 дня", time(12)),
        ("15 ч 30 мин", time(15, 30)),
        ("8.05", time(8, 5)),
        ("0:00", time(0)),
    ],
)
def test_other_hours_are_understood_too(text: str, expected: time) -> None:
    assert typed_time(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "minutes"),
        ("завтра", "minutes"),
        ("25:00", "minutes"),
        ("15:60", "minutes"),
        ("15:0", "minutes"),
        ("с 15 до 16", "minutes"),
        ("1:2:3", "minutes"),
        ("²", "minutes"),
        ("<b>&_*[", "minutes"),
        ("15" * 2000, "minutes"),
        ("15:01", "grid"),
    ],
)
def test_what_is_no_time_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        typed_time(text)
    assert (refused.value.field, refused.value.reason) == ("starts", reason)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        ("45 минут", 45),
        ("45 мин.", 45),
        ("час", 60),
        ("1 час", 60),
        ("2 часа", 120),
        ("1,5 часа", 90),
        ("полтора часа", 90),
        ("полчаса", 30),
        ("1 ч 30 мин", 90),
        ("1:30", 90),
        ("240", 240),
    ],
)
def test_lengths_are_understood(text: str, minutes: int) -> None:
    assert typed_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "0", "5", "7", "241", "245", "-45", "9999", "долго", "5 часов", "45 45"])
def test_a_length_that_cannot_be_kept_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        typed_minutes(text)
    assert (refused.value.field, refused.value.reason) == ("minutes", "range")


@pytest.mark.parametrize(("text", "seats"), [("12", 12), ("12 человек", 12), ("до 7", 7), ("500", 500), ("1 место", 1)])
def test_numbers_of_people_are_understood(text: str, seats: int) -> None:
    assert typed_capacity(text) == seats


@pytest.mark.parametrize("text", ["", "0", "501", "-1", "много", "9" * 30, "2,5"])
def test_no_number_of_people_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        typed_capacity(text)
    assert refused.value.field == "capacity"


def test_a_link_gets_its_scheme_and_keeps_its_own() -> None:
    assert typed_link(" meet.example.org/chem ") == "https://meet.example.org/chem"
    assert typed_link("http://meet.example.org") == "http://meet.example.org"


@pytest.mark.parametrize("text", ["", "ссылка потом", "javascript:alert(1)", "ftp://a.org", "<b>&_*[", "a" * 5000])
def test_what_opens_nothing_is_no_link(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        typed_link(text)
    assert refused.value.field == "link"


def test_a_visit_may_be_longer_than_a_meeting() -> None:
    assert typed_minutes("8 часов", most=480) == typed_minutes("480", most=480) == 480
    for text, most in (("8 часов", None), ("485", 480)):
        with pytest.raises(Invalid):
            typed_minutes(text) if most is None else typed_minutes(text, most=most)
