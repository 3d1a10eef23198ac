"""Words of plans, kept as data (`data/words.csv`): another language is another file, not another program."""

import csv
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from shnor_domain.letters import visible_letters


@cache
def vocabulary(kind: str) -> tuple[tuple[str, str], ...]:
    """(code, spelling) of one kind of word («heading», «document» …), in the order of the file."""
    text = files("shnor_domain.roadmap.data").joinpath("words.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple((row["code"], row["spelling"]) for row in rows if row["kind"] == kind)


@lru_cache(maxsize=4_096)
def plain(text: str) -> str:
    """Small letters, one kind of dash, one kind of blank, е for ё, no letter of another alphabet that only looks like
    one of ours. For comparing and parsing, never for showing."""
    small = unicodedata.normalize("NFKC", visible_letters(text)).casefold()
    dashed = "".join("-" if sign == "\u2212" or unicodedata.category(sign) == "Pd" else sign for sign in small)
    return " ".join(dashed.translate(_letters()).split())


@cache
def _letters() -> dict[int, str]:
    return {ord(spelling): code for code, spelling in vocabulary("letter")}
