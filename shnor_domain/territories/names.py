"""From free text to the canonical municipality, asking when several fit (R005).

«Вилюйский» is a part of «Верхневилюйский» and «Батагай» of «Батагай-Алыта»: only whole words are compared, and
whoever types the
beginning of somebody else's name is asked. Case, ё, dashes, quotes and words like «улус» or «г.» do not matter.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, TypeVar

from shnor_domain.territories.model import Municipality
from shnor_domain.territories.typos import near
from shnor_domain.territories.words import vocabulary

T = TypeVar("T")
LONGEST = 200
"""Characters of a typed text that are looked at; no name is longer."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Exactly one fits; `exact` is False when a typo or an ending was forgiven, so a screen asks «Верно?»."""

    one: T
    exact: bool


@dataclass(frozen=True, slots=True)
class Several(Generic[T]):
    """More than one fits: the person chooses. In a steady order, to be paged by 8."""

    candidates: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Nothing(Generic[T]):
    """Nothing fits; `near` are at most 8 things it may have meant."""

    near: tuple[T, ...] = ()


Match = Found[T] | Several[T] | Nothing[T]


def one_or_more(found: Iterable[T], exact: bool) -> Match[T]:
    """A match of what was found, in its order, doubles dropped."""
    unique = tuple(dict.fromkeys(found))
    if not unique:
        return Nothing()
    return Found(unique[0], exact) if len(unique) == 1 else Several(unique)


def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words of a text: letters and digits only, ё as е; invisible and direction marks are dropped."""
    # «№» is a mark, NFKC would make a word of it
    folded = unicodedata.normalize("NFKC", text[:LONGEST].replace("№", " ")).casefold()[:LONGEST]
    visible = "".join(letter for letter in folded if unicodedata.category(letter) != "Cf")
    return tuple(re.findall(r"[^\W_]+", visible.translate(_letters())))


@lru_cache(maxsize=20_000)
def name_words(text: str) -> tuple[str, ...]:
    """Words of the name of a place without its type («улус», «г.», «ГО»), unless nothing else is left;
    genitive as nominative."""
    words = words_of(text)
    own = tuple(word for word in words if word not in _types()) or words
    return tuple(_nominative(word) for word in own)


def name_key(text: str) -> str:
    """Normal form of the name of a place: equal for spellings that differ in case, ё, dashes, spaces, quotes
    and type words."""
    return "".join(name_words(text))


def find_municipality(
    text: str, among: Iterable[Municipality], settlements: Iterable[tuple[str, Municipality]] = ()
) -> Match[Municipality]:
    """Match `text` with names, aliases and towns of `among` and with villages of schools; first the exact
    ones, then typos.

    «Батагай» gives Several: it is Верхоянский's town, and the beginning of another one's.
    """
    typed = name_words(text)
    if not typed:
        return Nothing()
    spellings = [(spelling, name_words(spelling), unit) for unit in among for spelling in spellings_of(unit)]
    spellings += [(name, name_words(name), unit) for name, unit in settlements]
    key = "".join(typed)
    exact = [unit for _, words, unit in spellings if "".join(words) == key]
    if exact:
        longer = [unit for _, words, unit in spellings if len(words) > len(typed) and words[: len(typed)] == typed]
        return one_or_more(exact + longer, exact=True)
    keys: _Keys = [("".join(words), unit) for _, words, unit in spellings]
    # «Абыйскийулус»: the type word grown together with the name is a typo too
    whole: _Keys = [("".join(words_of(spelling)), unit) for spelling, _, unit in spellings]
    found = _with_typos(key, keys + whole) or _by_beginning(key, keys) or _inside(text, keys)
    if found:
        return one_or_more(found, exact=False)
    hints = [unit for name, unit in keys if len(key) >= 3 and name.startswith(key[:3])]
    return Nothing(tuple(dict.fromkeys(hints))[:8])


def resolve_municipality(text: str, among: Iterable[Municipality]) -> Municipality | None:
    """The one that is called exactly so, for tables: nobody can be asked there, so typos and doubts are None."""
    key = name_key(text)
    found = {unit.id: unit for unit in among if any(name_key(spelling) == key for spelling in spellings_of(unit))}
    return next(iter(found.values())) if len(found) == 1 and key else None


def spellings_of(unit: Municipality) -> tuple[str, ...]:
    """Everything that a municipality is called: name, aliases, town."""
    return (unit.name, *unit.aliases, *((unit.town,) if unit.town else ()))


_Keys = list[tuple[str, Municipality]]


def _with_typos(typed: str, keys: _Keys) -> list[Municipality]:
    hits = [(far, unit) for name, unit in keys if (far := near(typed, name)) is not None]
    return [unit for _, unit in sorted(hits, key=lambda hit: hit[0])]


def _by_beginning(typed: str, keys: _Keys) -> list[Municipality]:
    return [unit for name, unit in keys if name.startswith(typed)] if len(typed) >= 3 else []


def _inside(text: str, keys: _Keys) -> list[Municipality]:
    """«Горный город Якутск Жатай» names three: names that stand between spaces, the longest where they overlap."""
    pieces = [key for piece in text[:LONGEST].split() if (key := name_key(piece))]
    spans = [
        (start, end, unit)
        for name, unit in keys
        for start in range(len(pieces))
        for end in range(start + 1, min(start + 5, len(pieces) + 1))
        if "".join(pieces[start:end]) == name
    ]
    longest = [
        span
        for span in spans
        if not any(
            other[0] <= span[0] and span[1] <= other[1] and other[1] - other[0] > span[1] - span[0] for other in spans
        )
    ]
    return [unit for *_, unit in sorted(longest, key=lambda span: span[0])]


def _nominative(word: str) -> str:
    for ending, right in vocabulary("ending").items():
        if word.endswith(ending):
            return word.removesuffix(ending) + right
    return word


@cache
def _types() -> frozenset[str]:
    return frozenset(word for spelling in vocabulary("type") for word in words_of(spelling))


@cache
def _letters() -> dict[int, str]:
    return {ord(letter): plain for letter, plain in vocabulary("letter").items()}
