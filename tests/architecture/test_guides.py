"""The Russian guides speak in the very words of the buttons, and show pictures that the script takes."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "guides"
GUIDES = sorted(FOLDER.glob("*.md"))
FREE = {"так"}
"""Bold words that explain what bold words are."""


@cache
def labels() -> tuple[re.Pattern[str], ...]:
    """What may stand on a button; an argument may be anything."""
    found = []
    for file in (ROOT / "handlers" / "texts" / "ru").glob("*.ftl"):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.id.name.startswith("btn-") and entry.value is not None:
                found += [re.compile(variant) for variant in _variants(entry.value)]
    return tuple(found)


def _variants(pattern: ast.Pattern) -> Iterator[str]:
    heads = [""]
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            heads = [head + re.escape(element.value) for head in heads]
        elif isinstance(element.expression, ast.SelectExpression):
            inner = [tail for variant in element.expression.variants for tail in _variants(variant.value)]
            heads = [head + tail for head in heads for tail in inner]
        else:
            heads = [f"{head}.+" for head in heads]
    yield from (head for head in heads if head != ".+")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_each_button_of_a_guide_has_these_very_words(guide: Path) -> None:
    named = set(re.findall(r"\*\*([^*]+)\*\*", guide.read_text(encoding="utf-8"))) - FREE
    assert named
    assert sorted(name for name in named if not any(label.fullmatch(name) for label in labels())) == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_each_picture_of_a_guide_is_there_and_is_taken_by_the_script(guide: Path) -> None:
    shown = re.findall(r"!\[[^\]]+\]\((images/[^)]+)\)", guide.read_text(encoding="utf-8"))
    taken = re.findall(r'shoots\(\w+, "([^"]+)"', (FOLDER / "make_screenshots.py").read_text(encoding="utf-8"))
    assert sorted(set(shown) - {f"images/{name}.png" for name in taken}) == []
    assert [picture for picture in shown if not (FOLDER / picture).is_file()] == []
