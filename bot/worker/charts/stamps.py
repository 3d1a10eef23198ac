"""Labels that are rasterised once a process: years, indicators, names of factors stand on every school's picture."""

from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import get_hinting_flag
from matplotlib.colors import to_rgb
from matplotlib.font_manager import get_font
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from bot.worker.charts.letters import DPI, Face, file_of, font

_KEPT = 1024
"""Stamps, some 15 kB each."""


class Stamp(Text):
    """A level line of text, drawn as an image of it; half of a picture's time goes otherwise into its letters."""

    def __init__(self, x: float, baseline: float, text: str, face: Face, colour: str) -> None:
        super().__init__(
            round(x), round(baseline), text, color=colour, fontproperties=font(face),
            verticalalignment="baseline", horizontalalignment="left", parse_math=False, zorder=4,
        )  # fmt: skip
        self._stamp = (text, face, colour)

    def drawn_box(self) -> Bbox:
        """Pixels of the image: no less than what is seen."""
        image, left, below = _stamped(*self._stamp)
        x, y = self.get_position()
        high, wide, _colours = image.shape
        return Bbox.from_bounds(float(x) + left, float(y) + below, wide, high)

    def draw(self, renderer: Any) -> None:
        """Place the image by the baseline."""
        image, left, below = _stamped(*self._stamp)
        x, y = self.get_position()
        context = renderer.new_gc()
        renderer.draw_image(context, float(x) + left, float(y) + below, image)
        context.restore()


@lru_cache(_KEPT)
def _stamped(text: str, face: Face, colour: str) -> tuple[Any, int, int]:
    """The image, lowest row first, and how far it stands to the right of the point and above the baseline."""
    drawn = get_font(file_of(face))
    drawn.set_size(font(face).get_size_in_points(), DPI)
    untyped: Any = get_hinting_flag  # the same as measures widths
    drawn.set_text(text, 0.0, flags=untyped())
    drawn.draw_glyphs_to_bitmap(antialiased=True)
    letters = np.asarray(drawn.get_image())
    image = np.empty((*letters.shape, 4), np.uint8)
    image[..., :3] = np.round(np.array(to_rgb(colour)) * 255)
    image[..., 3] = letters
    left, _top = drawn.get_bitmap_offset()
    return image[::-1], round(left / 64), -round(drawn.get_descent() / 64)
