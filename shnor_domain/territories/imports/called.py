"""Schools by everything that a cell of a table may call them, made once for all rows of the table."""

import asyncio
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from shnor_domain.identity import MunicipalityId
from shnor_domain.territories.model import School
from shnor_domain.territories.school_names import number_in, school_key

BITE = 50
"""Rows or schools that are read before the loop turns to others."""


class SchoolIndex:
    """Answers as `schools_called` does among the schools of one municipality, without looking at each of them."""

    def __init__(self) -> None:
        self._named: dict[tuple[MunicipalityId, str], list[School]] = defaultdict(list)

    def add(self, school: School) -> None:
        """One that may be meant."""
        for key in _keys(school):
            self._named[school.municipality, key].append(school)

    def called(self, text: str, unit: MunicipalityId) -> Sequence[School]:
        """By official number or name, «6» or «№ 6» alone by number, in the order in which they were added."""
        named = {one.id: one for key in (_code(text), school_key(text)) for one in self._named.get((unit, key), ())}
        if named or not re.fullmatch(r"[№\s]*\d{1,5}", text):
            return list(named.values())
        return self._named.get((unit, _number(number_in(text))), ())


async def indexed(schools: Iterable[School]) -> SchoolIndex:
    """A region has thousands of schools, and each has words to be read: others are answered in between."""
    index = SchoolIndex()
    for at, school in enumerate(schools, 1):
        index.add(school)
        if at % BITE == 0:
            await asyncio.sleep(0)
    return index


def _keys(school: School) -> set[str]:
    keys = {school_key(text) for text in (school.name, *school.aliases)}
    if school.code is not None:
        keys.add(_code(school.code))
    if school.number is not None:
        keys.add(_number(school.number))
    return keys


def _code(text: str) -> str:
    """Signs that no normal form of a name has keep the three kinds of key apart."""
    return f"={text}"


def _number(number: int | None) -> str:
    return f"#{number}"
