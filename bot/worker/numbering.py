"""Numbers that Word gives to paragraphs by itself: they stand nowhere in the text, and columns of numbers are made of
them."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLAIN = frozenset({"decimal", "decimalZero", "upperRoman", "lowerRoman"})


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    pattern: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts in the order in which paragraphs are asked for."""

    lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """Levels of each list by its number."""
    kinds: dict[str, str] = field(default_factory=dict)
    """Lists that count together, by their number."""
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    """List and level that a style brings."""
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def label(self, paragraph: Any) -> str:
        """«3.», «2.1», «-» for a point of a list; empty for a paragraph without a number."""
        place = self._place(paragraph)
        if place is None:
            return ""
        number, depth = place
        levels = self.lists.get(number, {})
        level = levels.get(depth)
        if level is None:
            return ""
        if level.kind not in _PLAIN:
            return "-" if level.kind == "bullet" else ""
        counts = self._counts[self.kinds[number]]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]

        def written(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = levels.get(at, level)
            return _written(counts.get(at, other.start), other.kind)

        return re.sub(r"%(\d)", written, level.pattern)

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        own = paragraph.find(f"{_WORD}pPr/{_WORD}numPr")
        if own is not None:
            number, depth = _value(own.find(f"{_WORD}numId")), _value(own.find(f"{_WORD}ilvl"))
            return (number, int(depth or 0)) if number and (depth or "0").isdecimal() else None
        style = _value(paragraph.find(f"{_WORD}pPr/{_WORD}pStyle"))
        return self.styles.get(style)


def numbering_of(document: Any) -> Numbering:
    """Of a document of python-docx; without lists it numbers nothing."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        root = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except (KeyError, AttributeError):
        return Numbering()
    kinds = {
        kind.get(f"{_WORD}abstractNumId"): {
            int(level.get(f"{_WORD}ilvl")): _level(level)
            for level in kind.findall(f"{_WORD}lvl")
            if (level.get(f"{_WORD}ilvl") or "").isdecimal()
        }
        for kind in root.findall(f"{_WORD}abstractNum")
    }
    found = Numbering()
    for one in root.findall(f"{_WORD}num"):
        number, kind = one.get(f"{_WORD}numId"), _value(one.find(f"{_WORD}abstractNumId"))
        # a list that starts anew counts for itself
        anew = one.find(f"{_WORD}lvlOverride/{_WORD}startOverride") is not None
        found.lists[number] = kinds.get(kind, {})
        found.kinds[number] = f"{kind}/{number}" if anew else kind
    for style in document.styles.element.findall(f"{_WORD}style"):
        own = style.find(f"{_WORD}pPr/{_WORD}numPr")
        number = _value(own.find(f"{_WORD}numId")) if own is not None else ""
        if own is not None and number:
            depth = _value(own.find(f"{_WORD}ilvl"))
            found.styles[style.get(f"{_WORD}styleId")] = number, int(depth) if depth.isdecimal() else 0
    return found


def _level(level: Any) -> _Level:
    start = _value(level.find(f"{_WORD}start"))
    kind, pattern = _value(level.find(f"{_WORD}numFmt")), _value(level.find(f"{_WORD}lvlText"))
    return _Level(kind, pattern[:50], int(start) if start.isdecimal() and len(start) < 6 else 1)


def _value(element: Any) -> str:
    return str(element.get(f"{_WORD}val", "")) if element is not None else ""


def _written(number: int, kind: str) -> str:
    if not kind.endswith("Roman"):
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text.upper() if kind == "upperRoman" else text
