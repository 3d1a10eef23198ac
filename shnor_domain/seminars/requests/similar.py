"""How much two topics are alike: of the same words in any order, forms and small slips of typing included."""

from collections.abc import Iterable, Sequence
from importlib.resources import files

from shnor_domain.seminars.requests.model import SeminarRequest
from shnor_domain.topics import topic_key

ALIKE = 45
"""Percent from which a topic is offered before a twin of it is sent: «Функциональная грамотность» finds «Развитие
функциональной грамотности», and «Подготовка к ОГЭ» not «Профилактика выгорания»."""
OFFERED = 8
_WORDS = files("shnor_domain.seminars.data").joinpath("small_words.csv").read_text(encoding="utf-8")
_SAY_NOTHING = frozenset(_WORDS.split()[1:])
"""Small words that every second topic has."""


def alike(one: str, other: str) -> int:
    """0 to 100: common parts of words of three letters, by Dice; 100 for the same words, 0 where either has none."""
    mine, theirs = _parts(one), _parts(other)
    if not mine or not theirs:
        return 0
    return 200 * len(mine & theirs) // (len(mine) + len(theirs))


def most_alike(topic: str, among: Iterable[SeminarRequest]) -> Sequence[SeminarRequest]:
    """At most `OFFERED` that are `ALIKE`, the most alike first, of the same the older."""
    found = [(alike(topic, each.wanted.topic), each) for each in among]
    near = sorted((-likeness, each.id, each) for likeness, each in found if likeness >= ALIKE)
    return [each for _likeness, _id, each in near[:OFFERED]]


def _parts(topic: str) -> frozenset[str]:
    words = (topic_key(topic) or "").split()
    telling = [word for word in words if word not in _SAY_NOTHING] or words
    return frozenset(
        padded[at : at + 3] for padded in (f" {word} " for word in telling) for at in range(len(padded) - 2)
    )
