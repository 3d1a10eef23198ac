"""From the words of a cell to bodies. A slip of a letter is forgiven where it can mean one body only; what is not
understood as a whole is given back, for a person to say (R016)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from shnor_domain.roadmap.bodies.model import Body
from shnor_domain.roadmap.words import plain, vocabulary
from shnor_domain.territories.typos import distance

_MOST_WORDS = 40
_MOST_ASKED = 10_000
"""Texts that are remembered: plans name the same bodies row after row."""
_LONGEST_NAME = 12
"""Words."""


@dataclass(frozen=True, slots=True)
class Guess:
    """Something written that is read as a body in spite of a slip."""

    written: str
    body: Body


@dataclass(frozen=True, slots=True)
class Named:
    """Bodies in the order of the cell, each once: the first is chief. `unknown` are parts of the cell as written,
    `parts` both as they follow each other."""

    bodies: tuple[Body, ...]
    guesses: tuple[Guess, ...] = ()
    unknown: tuple[str, ...] = ()
    parts: tuple[Body | str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cover:
    slips: int
    pieces: tuple[tuple[Body, str, int], ...]


class Bodies:
    """A table of bodies: what is shipped, and what a region adds or calls otherwise."""

    def __init__(self, shipped: Iterable[Body], region: Iterable[Body] = ()) -> None:
        self._known: dict[str, Body] = {}
        self._codes: dict[str, Body] = {}
        for body in (*shipped, *region):
            self._add(body)
        self._asked: dict[str, tuple[Body, int] | None] = {}
        self._shreds = [(key, _shreds(key)) for key in self._known if _forgiven(len(key))]

    def find(self, cell: str) -> Named:
        """All bodies of a cell: parted by commas, semicolons, lines, or only by a blank."""
        bodies: dict[str, Body] = {}
        guesses: list[Guess] = []
        unknown: list[str] = []
        parts: dict[Body | str, None] = {}
        for part in filter(None, (piece.strip(" .-–—•*") for piece in re.split(r"[,;\n/]+", cell))):
            words = _words(part)
            cover = self._cover(words) if words else None
            if cover is None:
                unknown.append(part)
                parts.setdefault(part)
                continue
            for body, written, slips in cover.pieces:
                parts.setdefault(bodies.setdefault(body.code, body))
                if slips:
                    guesses.append(Guess(part if len(cover.pieces) == 1 else written, body))
        return Named(tuple(bodies.values()), tuple(guesses), tuple(unknown), tuple(parts))

    def _add(self, body: Body) -> None:
        """A body that is known by its code or name goes on under the new name, its spellings with it."""
        old = self._codes.get(body.code) or self._known.get(_key(body.name))
        if old is not None:
            body = Body(old.code, body.name, body.each or old.each, (*body.spellings, old.name, *old.spellings))
        self._codes[body.code] = body
        self._known.update({_key(spelling): body for spelling in (body.name, *body.spellings)})

    def _cover(self, words: tuple[str, ...]) -> _Cover | None:
        """The words as bodies one behind another, with as few slips as can be; None where a word is left over."""
        if len(words) > _MOST_WORDS:
            return None
        best: list[_Cover | None] = [_Cover(0, ()), *[None] * len(words)]
        for start in range(len(words)):
            cover = best[start]
            if cover is None:
                continue
            for phrase in _connectors():
                if words[start : start + len(phrase)] == phrase:
                    end = start + len(phrase)
                    best[end] = _better(best[end], cover)
            for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
                found = self._body("".join(words[start:end]))
                if found is not None:
                    piece = (found[0], " ".join(words[start:end]), found[1])
                    best[end] = _better(best[end], _Cover(cover.slips + found[1], (*cover.pieces, piece)))
        return best[-1]

    def _body(self, key: str) -> tuple[Body, int] | None:
        """The one body called so, and how many slips were forgiven."""
        if key in self._known:
            return self._known[key], 0
        if key not in self._asked:
            if len(self._asked) >= _MOST_ASKED:
                self._asked.clear()
            self._asked[key] = self._near(key)
        return self._asked[key]

    def _near(self, key: str) -> tuple[Body, int] | None:
        found: dict[str, tuple[Body, int]] = {}
        for known, shreds in self._shreds:
            if not any(shred in key for shred in shreds):
                continue  # each slip spoils one shred, and there is one more of them
            slips = distance(key, known, _forgiven(min(len(key), len(known))))
            body = self._known[known]
            if slips is not None and slips <= found.get(body.code, (body, slips))[1]:
                found[body.code] = body, slips
        return next(iter(found.values())) if len(found) == 1 else None


def _better(one: _Cover | None, other: _Cover) -> _Cover:
    """Fewer slips, then fewer bodies."""
    if one is None or (other.slips, len(other.pieces)) < (one.slips, len(one.pieces)):
        return other
    return one


def _forgiven(letters: int) -> int:
    """Slips in a name so long; short names differ by a letter and mean different bodies."""
    return 0 if letters <= 3 else 1 if letters <= 6 else 2


def _shreds(key: str) -> tuple[str, ...]:
    parts = _forgiven(len(key)) + 1
    edges = [len(key) * at // parts for at in range(parts + 1)]
    return tuple(key[begin:end] for begin, end in pairwise(edges))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[^\W_]+", plain(text)) if word not in _forms())


def _key(text: str) -> str:
    return "".join(_words(text))


@cache
def _forms() -> frozenset[str]:
    return frozenset(plain(spelling) for _, spelling in vocabulary("form"))


@cache
def _connectors() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(plain(spelling).split()) for _, spelling in vocabulary("connector"))
