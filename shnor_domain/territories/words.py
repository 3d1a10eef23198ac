"""Words that people type and tables carry, kept as data (`data/words.csv`): another language is another file,
not another program."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def shipped(name: str) -> bytes:
    """Body of a reference file of the package («municipalities.csv»), ready for the same import as a
    coordinator's own file."""
    return files("shnor_domain.territories.data").joinpath(name).read_bytes()


def shipped_rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of a reference file by heading."""
    return iter(csv.DictReader(shipped(name).decode("utf-8").splitlines()))


@cache
def vocabulary_rows(kind: str) -> tuple[tuple[str, str], ...]:
    """(code, spelling) of one kind of word («weekday», «status», «heading» …), in the order of the file; one
    spelling may have several
    codes.
    """
    return tuple((row["code"], row["spelling"]) for row in shipped_rows("words.csv") if row["kind"] == kind)


@cache
def vocabulary(kind: str) -> MappingProxyType[str, str]:
    """Spelling → code of a kind whose spellings mean one thing each."""
    return MappingProxyType({spelling: code for code, spelling in vocabulary_rows(kind)})
