"""A sheet that grows downwards: labels, boxes and marks in pixels from its upper left corner, and the figure of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle
from matplotlib.transforms import IdentityTransform

from bot.worker.charts.letters import DPI, Face, width, wrapped
from bot.worker.charts.stamps import Stamp

WIDTH = 800
EDGE = 20
"""Pixels: of the sheet, and left free at its sides."""
INK, SOFT = "#1A1A1A", "#4A4A4A"
TITLE, HEAD, BODY, SMALL = Face(25, bold=True), Face(19, bold=True), Face(17), Face(15)


class Label(NamedTuple):
    """One line; `y` is the top of its line, the text stands below it."""

    x: float
    y: float
    text: str
    face: Face
    colour: str


class Box(NamedTuple):
    """A rectangle; without `fill` only its edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    edge: str | None = None
    hatch: str | None = None


class Mark(NamedTuple):
    """A triangle with its tip at the point: from above it points down."""

    x: float
    y: float
    above: bool
    size: float = 9


class Piece(NamedTuple):
    """A few words of a running line, `lead` pixels left free before them for a mark."""

    text: str
    face: Face = SMALL
    colour: str = INK
    lead: float = 0


@dataclass(slots=True)
class Sheet:
    """Puts things down; each text method gives the y below what it has put."""

    labels: list[Label] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, room: float, face: Face, most: int, colour: str = INK) -> float:
        """Wrapped into `room`, at most `most` lines."""
        for line in wrapped(text, face, room, most):
            self.labels.append(Label(x, y, line, face, colour))
            y += face.line
        return y

    def flow(
        self, x: float, y: float, room: float, pieces: Sequence[Piece], gap: float = 14
    ) -> tuple[float, list[tuple[float, float]]]:
        """One piece after the other, on the next line where it does not fit. Also where each begins, its lead included:
        marks go there."""
        at, left = y, x
        places = []
        low = y
        for piece in pieces:
            lines = wrapped(piece.text, piece.face, room - piece.lead, 3)
            if not lines:
                places.append((left, at))
                continue
            wide = piece.lead + max(width(line, piece.face) for line in lines)
            if left > x and left + wide > x + room:
                left, at = x, low
            places.append((left, at))
            for number, line in enumerate(lines):
                self.labels.append(
                    Label(left + piece.lead, at + number * piece.face.line, line, piece.face, piece.colour)
                )
            low = max(low, at + len(lines) * piece.face.line)
            left += wide + gap
            if len(lines) > 1:
                left, at = x, low
        return low, places


def figure(sheet: Sheet, height: float) -> tuple[Figure, list[Stamp]]:
    """The sheet on white, and its labels as they will be drawn."""
    drawn = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor="white")
    FigureCanvasAgg(drawn)
    here = IdentityTransform()

    def add(artist: Artist) -> None:
        artist.set_transform(here)
        drawn.add_artist(artist)

    for order, box in enumerate(sheet.boxes):
        corner = (box.x, height - box.y - box.height)
        add(
            Rectangle(
                corner, box.width, box.height,
                facecolor=box.fill or "none", edgecolor=box.edge or "none", hatch=box.hatch, linewidth=0.8,
                zorder=1 + order / 10_000,
            )
        )  # fmt: skip
    for mark in sheet.marks:
        y, up = height - mark.y, mark.size if mark.above else -mark.size
        half = mark.size * 0.55
        corners = [(mark.x, y), (mark.x - half, y + up), (mark.x + half, y + up)]
        fill = INK if mark.above else "white"
        add(Polygon(corners, closed=True, facecolor=fill, edgecolor=INK, linewidth=1.1, zorder=3))
    texts = []
    for label in sheet.labels:
        text = Stamp(label.x, height - label.y - label.face.size, label.text, label.face, label.colour)
        add(text)
        texts.append(text)
    return drawn, texts
