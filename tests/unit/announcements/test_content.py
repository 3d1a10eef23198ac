"""What an announcement may say (N5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.errors import ApiError
from bot.sandbox.text import message_text
from shnor_domain.announcements.content import MOST, MOST_WITH_FILE, Content, KeptFile, Link, checked
from shnor_domain.announcements.errors import BadAnnouncement

GOOD = (
    "Просто слова",
    '<b>Сбор</b> в <i>пятницу</i>, <a href="https://example.org/a?b=1&amp;c=2">повестка</a>',
    "<u><s>старое</s></u> &lt;новое&gt; &amp; другое",
    "<pre>1\n2</pre><blockquote>цитата</blockquote><code>x</code>",
)
BAD = (
    "<script>x</script>", "<b>не закрыт", "<b><i>крест</b></i>", "закрыт</b>", "<b onclick=\"x\">x</b>", "5 < 6",
    "<br/>", "<!-- x -->", "<tg-spoiler>x</tg-spoiler>", "<img src=\"https://example.org/a.png\">",
)  # fmt: skip
PIECES = (
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    '<a href="https://example.org/">',
    "</a>",
    "&lt;",
    "<",
    ">",
    "слово",
    " ",
    "<x>",
)


def reason_of(content: Content) -> str | None:
    try:
        checked(content)
    except BadAnnouncement as refusal:
        return refusal.reason
    return None


@pytest.mark.parametrize("text", GOOD)
def test_formatting_that_messengers_share_is_kept(text: str) -> None:
    assert checked(Content(text)).text == text
    message_text(text, "HTML", "")


@pytest.mark.parametrize("text", BAD)
def test_only_formatting_that_messengers_share_is_taken(text: str) -> None:
    assert reason_of(Content(text)) == "tag"


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_what_is_taken_is_taken_by_the_messenger_too(text: str) -> None:
    if reason_of(Content(text)) is None:
        try:
            message_text(text, "HTML", "")
        except ApiError as refusal:
            raise AssertionError(f"{text!r}: {refusal.description}") from refusal


@pytest.mark.parametrize("href", ["http://example.org", "tg://user?id=1", "javascript:x", "https://", ""])
def test_a_link_inside_of_the_text_opens_https(href: str) -> None:
    assert reason_of(Content(f'<a href="{href}">x</a>')) == "link"


def test_letters_are_counted_as_the_messenger_counts_them() -> None:
    """Units of UTF-16: an emoji is two of them."""
    assert checked(Content("😀" * 1_750)).text
    with pytest.raises(BadAnnouncement):
        checked(Content("😀" * 1_751))


def test_the_text_has_room_for_what_the_bot_adds() -> None:
    photo = KeptFile("a.jpg", "a.jpg")
    assert reason_of(Content("<b>" + "я" * MOST + "</b>")) is None
    assert reason_of(Content("я" * (MOST + 1))) == "long"
    assert reason_of(Content("я" * MOST_WITH_FILE, photo=photo)) is None
    assert reason_of(Content("я" * (MOST_WITH_FILE + 1), document=photo)) == "long"
    assert [reason_of(Content(text)) for text in ("", "  ", "<b> </b>")] == ["empty"] * 3


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        (Link("Повестка", "https://example.org/agenda"), None),
        (Link("я" * 28, "https://example.org"), None),
        (Link("я" * 29, "https://example.org"), "label"),
        (Link(" ", "https://example.org"), "label"),
        (Link("Повестка", "http://example.org"), "link"),
        (Link("Повестка", "https://example.org/ a"), "link"),
        (Link("Повестка", "tg://resolve?domain=x"), "link"),
    ],
)
def test_a_button_opens_https_and_is_short(link: Link, reason: str | None) -> None:
    assert reason_of(Content("Сбор", link=link)) == reason
