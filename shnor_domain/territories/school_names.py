"""Search of schools by number, name or village, and the parts of an official name."""

import asyncio
import re
from collections.abc import Container, Generator, Iterable, Mapping
from functools import cache, lru_cache
from itertools import islice

from shnor_domain.identity import SchoolId
from shnor_domain.territories.model import School
from shnor_domain.territories.names import LONGEST, Match, Nothing, one_or_more, words_of
from shnor_domain.territories.typos import near
from shnor_domain.territories.words import vocabulary

_BITE, _WORDS = 10, 200
"""Schools whose names are read, and words that are compared, before the loop turns to others: some milliseconds."""


@lru_cache(maxsize=50_000)
def school_words(text: str) -> tuple[str, ...]:
    """Words of a school's name: «МБОУ "Средняя общеобразовательная школа № 6 им. Героя"» → сош, 6, героя."""
    joined = f" {' '.join(words_of(text))} "
    for phrase, short in vocabulary("school-phrase").items():
        joined = joined.replace(f" {' '.join(words_of(phrase))} ", f" {short} ")
    joined = re.sub(r"(?<=[^\W\d_])(?=\d)", " ", joined)  # «сош6»
    words = tuple(joined.split())
    return tuple(word for word in words if word not in _empty_words()) or words


def school_key(name: str) -> str:
    """Normal form of a name: equal for «СОШ №6», «сош 6» and «МБОУ СОШ № 6»."""
    return " ".join(school_words(name))


def number_in(name: str) -> int | None:
    """The number in a name: what follows «№», else the only number there is; None for none or for a number
    beyond five digits."""
    marked = re.search(r"(?:№|\bN)\s*(\d{1,5})\b", name[:LONGEST])
    found = [marked.group(1)] if marked else re.findall(r"(?<!\d)\d{1,5}(?!\d)", name[:LONGEST])
    return int(found[0]) if len(found) == 1 else None


def find_school(text: str, among: Iterable[School]) -> Match[School]:
    """Match `text` with codes, names, aliases, numbers and villages of open schools, always in the order of
    number, then name.

    «6» gives № 6, then № 16, № 26 …; «сош 6» gives № 6 alone. Words are matched by their beginnings, then with typos.
    """
    looking = _looking(text, among)
    while True:
        try:
            next(looking)
        except StopIteration as end:
            found: Match[School] = end.value
            return found


async def find_school_in_bites(text: str, among: Iterable[School]) -> Match[School]:
    """The same among the schools of a region or of all: others are answered in between."""
    looking = _looking(text, among)
    while True:
        try:
            next(looking)
        except StopIteration as end:
            found: Match[School] = end.value
            return found
        await asyncio.sleep(0)


def _looking(text: str, among: Iterable[School]) -> Generator[None, None, Match[School]]:
    """Yields after each bite. Each word that schools have is compared once, however many have it."""
    schools = sorted((school for school in among if school.state.open), key=lambda school: school.order)
    typed = school_words(text)
    if not typed:
        return Nothing()
    key, words = " ".join(typed), dict[SchoolId, tuple[str, ...]]()
    by_name = []
    for at, school in enumerate(schools, 1):
        words[school.id] = _words_of_school(school)
        if key == school.code or key in map(school_key, (school.name, *school.aliases)):
            by_name.append(school)
        if at % _BITE == 0:
            yield
    if by_name:
        return one_or_more(by_name, exact=True)
    if len(typed) == 1 and typed[0].isdecimal():
        return one_or_more((s for s in schools if s.number is not None and typed[0] in str(s.number)), exact=True)
    vocabulary_here = {own for of_one in words.values() for own in of_one}
    fitting: dict[str, set[str]] = {}
    for fits in (_begins, _resembles):
        for word in typed:
            fitting[word] = set()
            for at, own in enumerate(vocabulary_here, 1):
                if fits(word, own):
                    fitting[word].add(own)
                if at % _WORDS == 0:
                    yield
        hits = [s for s in schools if all(_has(s, word, words[s.id], fitting) for word in typed)]
        if hits:
            return one_or_more(hits, exact=fits is _begins)
    telling = [word for word in typed if word not in _kinds()]
    some = (s for s in schools if any(_has(s, word, words[s.id], fitting) for word in telling))
    return Nothing(tuple(islice(some, 8)))


def schools_called(text: str, among: Iterable[School]) -> list[School]:
    """Those that a cell of a table means: by official number or name, «6» or «№ 6» alone by number; typos are none."""
    schools, key = list(among), school_key(text)
    named = [one for one in schools if text == one.code or key in map(school_key, (one.name, *one.aliases))]
    if named or not re.fullmatch(r"[№\s]*\d{1,5}", text):
        return named
    number = number_in(text)
    return [one for one in schools if one.number == number]


def _has(school: School, word: str, own: Iterable[str], fitting: Mapping[str, Container[str]]) -> bool:
    if word.isdecimal() and str(school.number) == word:
        return True
    return any(each in fitting[word] for each in own)


def _words_of_school(school: School) -> tuple[str, ...]:
    return tuple(
        word for text in (school.name, *school.aliases, school.settlement or "") for word in school_words(text)
    )


def _begins(word: str, own: str) -> bool:
    return word == own if word.isdecimal() or own.isdecimal() else own.startswith(word)


def _resembles(word: str, own: str) -> bool:
    return _begins(word, own) or (not (word.isdecimal() or own.isdecimal()) and near(word, own) is not None)


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(word for spelling in vocabulary("school") for word in words_of(spelling))


@cache
def _kinds() -> frozenset[str]:
    return frozenset(vocabulary("school-phrase").values())
