"""What a person typed, or put into a table, without the signs that nobody sees and that would repaint the text around
them."""

import unicodedata

_JOINERS = frozenset({"\u200c", "\u200d", *map(chr, range(0xE0020, 0xE0080))})
"""Parts of letters and of emoji: families, flags."""


def units_of(text: str) -> int:
    """Code units of UTF-16: what the limits of messages count (Bot API), an emoji as two and more."""
    return len(text.encode("utf-16-le")) // 2


def visible_letters(text: str) -> str:
    """`text` with control characters as blanks and other line ends as line breaks; marks of direction, of zero width
    and halves of characters are left out.

    Telegram takes most of them out itself, but not U+2066–2069, and PostgreSQL stores no U+0000.
    """
    # printable means none of the kinds below: most cells of most tables, of which a file has tens of thousands
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(sign: str) -> str:
    match unicodedata.category(sign):
        case "Cc":
            return sign if sign == "\n" else " "
        case "Zl" | "Zp":
            return "\n"
        case "Cf":
            return sign if sign in _JOINERS else ""
        case "Cs":
            return ""
    return sign
