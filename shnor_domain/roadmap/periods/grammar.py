"""From the text of a period to what it says, by the grammar of its language (`ru.lark`)."""

import re
from functools import cache
from importlib.resources import files

from lark import Lark
from lark.exceptions import UnexpectedInput, VisitError

from shnor_domain.roadmap.periods.building import Build, NoSuchDay, NoSuchThing
from shnor_domain.roadmap.periods.parts import Said
from shnor_domain.roadmap.words import plain

LONGEST = 300
"""Characters; a cell that says more is no period."""
_LAST_YEAR = re.compile(r"([^\W\d_]), ?((?:19|20)\d\d[^\d,;]*)$")
"""«март, 2021 г.»: the comma before a last year parts nothing."""


def said(text: str) -> Said | None:
    """What the text says; None when the grammar does not know it. Raises `NoSuchDay`."""
    line = _LAST_YEAR.sub(r"\1 \2", plain(text).strip(" .,;:"))
    if len(line) > LONGEST:
        return None
    if not line:
        return Said(())
    try:
        found: Said = Build().transform(_parser().parse(line))
    except UnexpectedInput:
        return None
    except VisitError as error:
        if isinstance(error.orig_exc, NoSuchDay):
            raise error.orig_exc from None
        if isinstance(error.orig_exc, NoSuchThing):
            return None
        raise
    return found


@cache
def _parser() -> Lark:
    grammar = files("shnor_domain.roadmap.periods").joinpath("ru.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", maybe_placeholders=False)
