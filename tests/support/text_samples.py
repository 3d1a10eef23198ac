"""Sample arguments for every message of the catalogue, so that each of its variants can be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from itertools import product
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
COUNTS = (0, 1, 2, 5, 11, 21)

RU = Path(__file__).parents[2] / "handlers" / "texts" / "ru"


@dataclass(slots=True)
class Read:
    """One message: the words in it and what its variables seem to be."""

    key: str
    file: str
    words: list[str] = field(default_factory=list)
    choices: dict[str, tuple[object, ...]] = field(default_factory=dict)
    plurals: list[frozenset[str]] = field(default_factory=list)
    references: set[str] = field(default_factory=set)


def read_catalogue() -> dict[str, Read]:
    """Return every Russian message; a choice that a message makes of a variable counts for who refers to it too."""
    found: dict[str, Read] = {}
    for path in sorted(RU.glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Message | ast.Term):
                name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
                found[name] = Read(name, path.name)
                _Reader(found[name]).visit(entry.value)
    for read in found.values():
        for other in list(read.references):
            read.choices = {**found[other].choices, **read.choices} if other in found else read.choices
    return found


def samples(read: Read, variables: frozenset[str], words: str) -> Iterator[Mapping[str, object]]:
    """Yield arguments for every combination of variants; what no variant depends on is `words`."""
    names = sorted(variables)
    yield from (
        dict(zip(names, values, strict=True))
        for values in product(*(read.choices.get(name, (words,)) for name in names))
    )


class _Reader(Visitor):
    def __init__(self, read: Read) -> None:
        self.read = read

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.read.words.append(node.value)

    def visit_Placeable(self, node: ast.Placeable) -> None:
        if isinstance(node.expression, ast.StringLiteral):
            self.read.words.append(node.expression.value)
        self.generic_visit(node)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.read.references.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:
        for argument in node.arguments.positional:
            if isinstance(argument, ast.VariableReference):
                if node.id.name == "DATE":
                    self.read.choices[argument.id.name] = (date(2026, 9, 23),)
                elif node.id.name == "TIME":
                    self.read.choices[argument.id.name] = (time(17, 30),)
                elif node.id.name == "NUMBER":
                    self.read.choices[argument.id.name] = COUNTS
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        keys = [variant.key.name for variant in node.variants if isinstance(variant.key, ast.Identifier)]
        numbers = any(isinstance(variant.key, ast.NumberLiteral) for variant in node.variants)
        counted = bool((PLURALS - {"other"}) & set(keys))
        if counted:
            self.read.plurals.append(frozenset(keys))
        if isinstance(node.selector, ast.VariableReference):
            self.read.choices[node.selector.id.name] = COUNTS if counted or numbers else tuple(keys)
        self.generic_visit(node)
