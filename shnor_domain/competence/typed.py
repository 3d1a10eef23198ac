"""Counts as people type them: «8 16 12 0» at once, or one after another."""

import re

from shnor_domain.competence.errors import BadCounts
from shnor_domain.competence.model import MOST, Level

LEVELS = len(Level)
_SAME_LOOKS = str.maketrans({"а": "a", "в": "b", "с": "c"})


def numbers_in(text: str, already: int = 0) -> list[int]:
    """Whole numbers parted by blanks, commas, semicolons or slashes, with or without the letter of the level before
    each («A 8, B 16»). `already` were given before. Raises `BadCounts`, also for letters in another order."""
    plain = re.sub(r"(?<=[abcd])\s*[:=–—-]", " ", text.casefold().translate(_SAME_LOOKS))
    words = [word for word in re.split(r"[\s,;/]+", plain) if word]
    numbers = [word for word in words if re.fullmatch(r"\d{1,9}", word, re.ASCII)]
    letters = [word for word in words if word not in numbers]
    if not numbers or not {*letters} <= {level.value for level in Level}:
        raise BadCounts("not-numbers")
    if len(numbers) + already > LEVELS:
        raise BadCounts("too-many")
    expected = [level.value for level in Level][already : already + len(numbers)]
    if letters and (letters != expected or words[::2] != letters):
        raise BadCounts("not-numbers")
    found = [int(number) for number in numbers]
    if any(number > MOST for number in found):
        raise BadCounts("too-large")
    return found
