"""What a typed topic is counted and compared by: the same words written differently are one topic."""

import re

LONGEST_KEY = 300
_WORDS = re.compile(r"\w+")


def topic_key(topic: str | None) -> str | None:
    """Words of the topic in small letters, without signs, «ё» as «е», at most `LONGEST_KEY` letters; None where nothing
    is left."""
    words = _WORDS.findall((topic or "").casefold().replace("ё", "е"))
    return " ".join(words)[:LONGEST_KEY] or None
