"""The catalogue of risk factors: ten are shipped (R089–R098), a region adds, renames and orders its own (rule 11)."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files
from typing import NewType

from shnor_domain.identity import RegionId

FactorCode = NewType("FactorCode", str)
"""«equipment», or «region-14-1» for one that a region has added."""


class Significance(Enum):
    """«Значимость фактора риска», in the order in which factors are shown. No thresholds are known: it is taken over
    from the profile, never computed."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"
    UNKNOWN = "unknown"

    @property
    def place(self) -> int:
        """0 is the first."""
        return list(Significance).index(self)


@dataclass(frozen=True, slots=True)
class Factor:
    """`name` is short and neutral, for headings and buttons; `wording` is the official one, for the detail. `region`
    None is the shipped row, else the region's own or its own words for a shipped one. An inactive one is offered no
    more; profiles keep it.
    """

    code: FactorCode
    name: str
    wording: str
    position: int
    source: str
    active: bool = True
    region: RegionId | None = None


def overlaid(rows: Iterable[Factor]) -> tuple[Factor, ...]:
    """The catalogue of one region of its own and the shipped rows: of one code the region's row counts. By position,
    then code."""
    found: dict[FactorCode, Factor] = {}
    for row in sorted(rows, key=lambda one: one.region is not None):
        found[row.code] = row
    return tuple(sorted(found.values(), key=lambda one: (one.position, one.code)))


def shipped_factors() -> Iterator[Factor]:
    """The rows of `data/factors.csv`."""
    text = files("shnor_domain.risk.data").joinpath("factors.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield Factor(FactorCode(row["code"]), row["name"], row["wording"], int(row["position"]), row["source"])
