"""Words of tables of results, kept as data (`data/words.csv`): another language is another file."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from shnor_domain.territories.names import words_of


def shipped_rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of a file of the package («procedures.csv») by heading."""
    text = files("shnor_domain.results.data").joinpath(name).read_text(encoding="utf-8")
    return iter(csv.DictReader(text.splitlines()))


@cache
def codes_of(kind: str) -> dict[str, str]:
    """Normal spelling → code of one kind of word («token», «idle», «none», «cluster»)."""
    return {plain(row["spelling"]): row["code"] for row in shipped_rows("words.csv") if row["kind"] == kind}


def plain(text: str) -> str:
    """A spelling as it is compared: small letters, words parted by one blank, signs dropped."""
    return " ".join(words_of(text))
