"""From a picture's data to its PNG, and to the boxes of its labels."""

import io
from typing import Any, NamedTuple

from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from bot.worker.charts.counts import draw_counts
from bot.worker.charts.letters import DPI
from bot.worker.charts.risk import draw_risk
from bot.worker.charts.sheet import WIDTH, figure
from bot.worker.charts.stamps import Stamp
from shnor_domain.pictures import Picture, RiskPicture


class LabelBox(NamedTuple):
    """A label as it is drawn: pixels from the lower left corner of the picture; `size` is that of its letters."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


def png(picture: Picture) -> bytes:
    """800 pixels wide, as high as it needs."""
    drawn, _texts, _height = _figure(picture)
    out = io.BytesIO()
    _agg(drawn).print_png(out, pil_kwargs={"compress_level": 3})
    return out.getvalue()


def boxes(picture: Picture) -> tuple[list[LabelBox], tuple[float, float]]:
    """Boxes of all labels, and width and height of the picture."""
    drawn, texts, height = _figure(picture)
    renderer = _agg(drawn).get_renderer()
    found = []
    for text in texts:
        size = float(text.get_fontsize()) * DPI / 72
        box = Bbox.union([text.get_window_extent(renderer), text.drawn_box()])
        found.append(LabelBox(text.get_text(), *box.extents, size=size))
    return found, (WIDTH, height)


def _agg(drawn: Figure) -> Any:
    """The canvas has no types of its own for what only Agg can."""
    return drawn.canvas


def _figure(picture: Picture) -> tuple[Figure, list[Stamp], float]:
    sheet, needed = draw_risk(picture) if isinstance(picture, RiskPicture) else draw_counts(picture)
    height = round(needed)
    drawn, texts = figure(sheet, height)
    return drawn, texts, height
