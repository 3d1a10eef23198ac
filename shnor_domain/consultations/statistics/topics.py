"""What a typed topic is counted by: the same words written differently are one topic."""

import re

_WORDS = re.compile(r"\w+")
_LONGEST = 300


def topic_key(topic: str | None) -> str | None:
    """Words of the topic in small letters, without signs, «ё» as «е»; None where nothing is left."""
    words = _WORDS.findall((topic or "").casefold().replace("ё", "е"))
    return " ".join(words)[:_LONGEST] or None
