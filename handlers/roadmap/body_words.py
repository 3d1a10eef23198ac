"""Who does an item, as anybody may read it: plans call schools of the project by words that hurt (rule 13)."""

from collections.abc import Sequence
from functools import cache

from handlers.texts import Texts
from shnor_domain.roadmap.bodies.model import shipped_bodies

_PROJECT_SCHOOLS = frozenset({"shnor", "shssu"})
"""Codes of the classes whose official names stay in coordinators' documents."""


def body_words(texts: Texts, bodies: Sequence[str]) -> str:
    """The bodies of an item in its order, each once."""
    called = [texts.plain("item-body-project-schools") if body in _hurting() else body for body in bodies]
    return ", ".join(dict.fromkeys(called))


@cache
def _hurting() -> frozenset[str]:
    """Every way in which the classes are written."""
    return frozenset(
        name for body in shipped_bodies() if body.code in _PROJECT_SCHOOLS for name in (body.name, *body.spellings)
    )
