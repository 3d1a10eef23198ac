"""Numbers of a procedure as people type them: «31 4», «31/4», «4 из 31», or one after the other."""

import re

from shnor_domain.results.errors import BadNumbers
from shnor_domain.results.model import MOST
from shnor_domain.results.words import codes_of, plain

_PAIR = 2


def numbers_in(text: str, already: tuple[int, ...] = ()) -> tuple[int, ...]:
    """All numbers so far: () + «31» is (31,), (31,) + «4» is (31, 4): how many took part, then how many stayed below
    the minimum. Raises `BadNumbers`; what was `already` there stays with the caller."""
    words = [word for word in re.split(r"[\s,;/]+", text) if word]
    if len(words) == _PAIR + 1 and not already and codes_of("of").get(plain(words[1])) is not None:
        words = [words[2], words[0]]
    if not words or not all(re.fullmatch(r"\d{1,9}", word, re.ASCII) for word in words):
        raise BadNumbers("not-numbers")
    found = (*already, *(int(word) for word in words))
    if len(found) > _PAIR:
        raise BadNumbers("too-many")
    return checked_pair(*found) if len(found) == _PAIR else _first(found[0])


def checked_pair(participants: int, below: int) -> tuple[int, int]:
    """The same two. Raises `BadNumbers`."""
    _first(participants)
    if below > participants:
        raise BadNumbers("below", participants=participants, below=below)
    return participants, below


def _first(participants: int) -> tuple[int]:
    if participants == 0:
        raise BadNumbers("nobody")
    if participants > MOST:
        raise BadNumbers("too-large")
    return (participants,)


def percent_in(text: str) -> int:
    """Tenths of «30», «30,5 %», from 0.1 to 100. Raises `BadNumbers` («percent»)."""
    found = re.fullmatch(r"(\d{1,3})(?:[.,](\d))?\s*%?", text.strip(), re.ASCII)
    tenths = 0 if found is None else 10 * int(found.group(1)) + int(found.group(2) or 0)
    if not 1 <= tenths <= 1_000:
        raise BadNumbers("percent")
    return tenths


def count_in(text: str, most: int) -> int:
    """A whole number from 1 to `most`. Raises `BadNumbers` («count»)."""
    if re.fullmatch(r"\d{1,9}", text.strip(), re.ASCII) is None or not 1 <= int(text) <= most:
        raise BadNumbers("count", most=most)
    return int(text)
