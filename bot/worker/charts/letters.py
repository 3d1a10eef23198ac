"""Text in pixels: what a font can show, how wide it is, where it breaks."""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

DPI = 100
"""Pixels of an inch; the figure is drawn at this measure and no other."""
_LONGEST = 400
"""Letters that are looked at: no label is as long."""
_SHOWN = (
    *((0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0x17F), (0x400, 0x45F), (0x490, 0x4F9)),
    *((0x2010, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030), (0x20BD, 0x20BD), (0x2116, 0x2116)),
    *((0x2190, 0x2195), (0x2212, 0x2212), (0x2248, 0x2248), (0x2264, 0x2265)),
)
"""Ranges that DejaVu Sans has and that stay within a line: Latin, Cyrillic, signs of Russian texts."""
_OTHER, _CUT = "\u25a1", "…"
_FIRM, _FIRM_SPACES = "\u00a0", "\u00a0\u202f\u2007"
"""A number and its unit stay on one line."""


class Face(NamedTuple):
    """A font: `size` in pixels."""

    size: int
    bold: bool = False

    @property
    def line(self) -> int:
        """Pixels from line to line: accents above and tails below never meet."""
        return round(self.size * 1.35)


def clean(text: str) -> str:
    """One line of what the font can show: other letters are squares, accents that stand alone are left out."""
    shown = []
    for letter in unicodedata.normalize("NFC", text[:_LONGEST]):
        if letter in _FIRM_SPACES:
            shown.append(_FIRM)
        elif letter.isspace():
            shown.append(" ")
        elif any(first <= ord(letter) <= last for first, last in _SHOWN):
            shown.append(letter)
        elif unicodedata.category(letter)[0] not in "MC":
            shown.append(_OTHER)
    words = "".join(shown).replace(" %", f"{_FIRM}%").split(" ")
    return " ".join(word for word in words if word.strip(_FIRM))


@cache
def file_of(face: Face) -> Path:
    """DejaVu comes with matplotlib, so that no font of the machine is looked for."""
    name = "DejaVuSans-Bold.ttf" if face.bold else "DejaVuSans.ttf"
    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / name


@cache
def font(face: Face) -> FontProperties:
    """As matplotlib wants it."""
    return FontProperties(fname=file_of(face), size=face.size * 72 / DPI)


@lru_cache(8192)
def width(text: str, face: Face) -> float:
    """Pixels of one line."""
    if not text:
        return 0.0
    return float(_renderer().get_text_width_height_descent(text, font(face), False)[0])


def wrapped(text: str, face: Face, room: float, most: int) -> list[str]:
    """At most `most` lines, none wider than `room` pixels; what does not fit is cut with «…». Nothing for no text."""
    words = clean(text).split(" ")
    lines: list[str] = []
    line = ""
    while words and words[0]:
        longer = f"{line} {words[0]}".strip()
        if width(longer, face) <= room:
            line = longer
            words.pop(0)
        elif line:
            lines.append(line)
            line = ""
        else:
            head = _head(words[0], face, room)
            lines.append(head)
            words[0] = words[0][len(head) :]
            if not words[0]:
                words.pop(0)
        if len(lines) == most and (line or words):
            return [*lines[:-1], _cut(lines[-1], face, room)]
    return [*lines, line] if line else lines


def _head(word: str, face: Face, room: float) -> str:
    """As many letters as fit, one at least."""
    end = 1
    while end < len(word) and width(word[: end + 1], face) <= room:
        end += 1
    return word[:end]


def _cut(line: str, face: Face, room: float) -> str:
    while line and width(line.rstrip() + _CUT, face) > room:
        line = line[:-1]
    return line.rstrip() + _CUT


@cache
def _renderer() -> Any:
    untyped: Any = RendererAgg
    return untyped(8, 8, DPI)
