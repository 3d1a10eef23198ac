"""Pictures: what is drawn as plain data with every word ready. Drawn elsewhere, as tables and papers are.

What a viewer may see decides what stands in her picture, and a picture is known by all that stands in it.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A risk factor (R089–R099). `weight` 0–3 is its significance (0: not named), `significance` the word for it."""

    number: str
    name: str
    weight: int
    significance: str
    decision: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class YearCell:
    """A year of an indicator. `share` 0–100 %, None where there is nothing to draw: then `word` says why.

    `word` is the share as it is read, `count` «4 из 31»; `biased` is the mark of R066 in words, «» without; on the
    picture it is a sign that the legend explains. Averages are shares, None where they are not shown.
    """

    year: str
    word: str
    share: float | None = None
    count: str = ""
    biased: str = ""
    municipality: float | None = None
    region: float | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the nine indicators of order 847, oldest year first; `municipality` and `region` say the newest averages
    in words, beside their marks."""

    title: str
    years: tuple[YearCell, ...]
    municipality: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """What the marks of the panels mean; an empty word leaves its mark out."""

    share: str = ""
    biased: str = ""
    municipality: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class RiskPicture:
    """The risk profile of a school (/risk). `lines` stand under the title: date, source; `foot`: source, day of
    drawing, «ориентировочно…». `no_factors` stands in place of factors where there are none."""

    title: str
    lines: tuple[str, ...]
    factors_title: str
    factors: tuple[FactorRow, ...]
    no_factors: str
    panels_title: str
    panels: tuple[Panel, ...]
    legend: Legend
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelCell:
    """How many at one level: `word` as it is read, `share` 0–100 % of the row, None where it is not told."""

    word: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class CountsRow:
    """A subject: as many cells as the picture has levels, or `instead`, the word that stands in their place."""

    subject: str
    cells: tuple[LevelCell, ...]
    instead: str = ""


@dataclass(frozen=True, slots=True)
class CountsPicture:
    """What a whole is made of, a bar a row: levels of competence A–D by subject (R164), what became of seats of
    consultations (R156); never people. `levels` are the headings of the columns, at most five; `letters` are as many
    short names that stand inside the bars."""

    title: str
    lines: tuple[str, ...]
    head: str
    levels: tuple[str, ...]
    letters: tuple[str, ...]
    rows: tuple[CountsRow, ...]
    nothing: str
    foot: tuple[str, ...]


Picture = RiskPicture | CountsPicture


class PictureWriter(Protocol):
    """Draws pictures, 800 pixels wide."""

    @property
    def version(self) -> str:
        """Differs as soon as the same picture would be drawn otherwise."""
        ...

    async def draw(self, picture: Picture) -> bytes:
        """PNG. Raises `BadFile` («drawing»)."""
        ...


def key(picture: Picture, version: str) -> str:
    """64 hex digits that are the same for pictures alike to a letter, drawn by the same `version` of the drawer."""
    return sha256(f"{version} {picture!r}".encode()).hexdigest()
