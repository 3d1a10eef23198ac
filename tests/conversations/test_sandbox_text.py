"""Whatever people and bots write: taken or refused as Telegram does, and shown as words, never as code of a page."""

import re
from html import escape, unescape

from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.errors import ApiError
from bot.sandbox.html import parse_html
from bot.sandbox.json_types import JsonObject
from bot.sandbox.render import to_html
from bot.sandbox.text import cleaned, formatted, utf16, whole

PIECES = st.sampled_from([
    "<b>", "</b>", "<i>", "</i>", "</>", "<u >", "</u >", "<a href=\"", "<a href='https://e.ru/?a=1&amp;b'>", "'>",
    "<a href=http://[>", "<a href='javascript:x'>", "<a href='tg://user?id=7'>", "</a>", "<pre>", "<code>", "</code>",
    "</pre>", "<code class='language-x'>", "<span class=\"tg-spoiler\">", "</span>", "<blockquote expandable>",
    "</blockquote>", "<tg-time unix=1 format=wDT>", "</tg-time>", "<tg-emoji emoji-id='5'>🧪</tg-emoji>", "&lt;",
    "&#x1F9EA;", "&amp", "&nbsp;", "<", ">", "\"", "=", "/", "🧪", "ы", " ", "\n", "t.me/x?start=1",
    "/help", "@school_1",
])  # fmt: skip
ALLOWED = re.compile(
    r'</?(?:b|i|u|s|code|pre|blockquote|tg-spoiler|a|time)>|<time data-unix="\d+">'
    r'|<a href="(?:https?|tg|ton)://[^"<>]*" target="_blank" rel="noopener noreferrer">'
)


def shown(text: str, entities: tuple[JsonObject, ...]) -> str:
    """Return what is read on the page; fails on any tag or address that is not allowed there."""
    bare = ALLOWED.sub("", to_html(text, entities))
    assert "<" not in bare and ">" not in bare
    return unescape(bare)


@given(st.text())
def test_escaped_words_arrive_as_they_were_written(text: str) -> None:
    words = whole(text)
    found, marks = parse_html(escape(words, quote=False))
    assert (found, marks) == (words, [])


@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_markup_is_taken_or_refused_and_safe_to_show(html: str) -> None:
    try:
        text, entities = formatted(html, "HTML", None)
    except ApiError as error:
        assert error.code == 400
        return
    size = utf16(text)
    for entity in entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= size
    assert shown(text, entities) == text


@given(st.text(min_size=1))
def test_any_words_without_markup_are_safe_to_show(text: str) -> None:
    try:
        kept, entities = formatted(whole(text), None, None)
    except ApiError as error:
        assert error.description == "Bad Request: text must be non-empty"
        return
    assert kept == cleaned(whole(text)).strip()
    assert shown(kept, entities) == kept


def test_marks_that_cross_are_cut_at_the_outer_one() -> None:
    crossing = ({"type": "bold", "offset": 0, "length": 4}, {"type": "italic", "offset": 2, "length": 4})
    assert to_html("🧪аб<в", crossing) == "<b>🧪<i>аб</i></b>&lt;в"
