"""Reads the sample's tables."""

import csv
from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of one of the csv files beside this one, by heading."""
    yield from csv.DictReader(body(name).decode("utf-8").splitlines())


def body(name: str) -> bytes:
    """The file as it would be uploaded."""
    return files("bot.sample").joinpath(name).read_bytes()
