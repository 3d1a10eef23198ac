"""Reads the `.ftl` files of a language and refuses, at start, everything that would surprise a reader later."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

FUNCTIONS = frozenset({"DATE", "TIME", "NUMBER", "CAP"})


class BrokenTexts(Exception):
    """The catalogue cannot be used: the message names the file and the key, for whoever edits the texts."""


@dataclass(frozen=True, slots=True)
class Language:
    """`variables` maps each message to the names it needs, those of messages it refers to included."""

    code: str
    resource: ast.Resource
    variables: dict[str, frozenset[str]]


class _Needs(Visitor):
    """Collects what one message mentions: its own variables and functions, other messages and terms."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()
        self.terms: set[str] = set()
        self.functions: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.messages.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.terms.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:
        self.functions.add(node.id.name)
        self.generic_visit(node)


def read_language(folder: Path) -> Language:
    """Parse every `*.ftl` below `folder` (its name is the language code).

    Raises `BrokenTexts` for text that does not parse, an id met twice (also in another file), a message without a value
    or with attributes, and for references to messages, terms or functions that do not exist or run in a circle.
    """
    entries: dict[str, tuple[ast.Message | ast.Term, Path]] = {}
    for path in sorted(folder.rglob("*.ftl")):
        for entry in _entries(path):
            name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
            if name in entries:
                raise BrokenTexts(f"{path}: {name} is already in {entries[name][1]}")
            if entry.value is None or entry.attributes:
                raise BrokenTexts(f"{path}: {name} must have a value and no attributes")
            entries[name] = (entry, path)
    needs = {name: _needs(entry) for name, (entry, _) in entries.items()}
    for name, need in needs.items():
        mentioned = need.messages | {f"-{term}" for term in need.terms}
        if unknown := sorted((mentioned - entries.keys()) | (need.functions - FUNCTIONS)):
            raise BrokenTexts(f"{entries[name][1]}: {name} refers to {', '.join(unknown)}, which does not exist")
    variables = {name: _all_variables(name, needs, ()) for name in entries if not name.startswith("-")}
    return Language(folder.name, ast.Resource([entry for entry, _ in entries.values()]), variables)


def compare(language: Language, original: Language) -> None:
    """Raise `BrokenTexts` unless `language` has the same messages with the same variables as `original`."""
    different = sorted(
        name
        for name in language.variables.keys() | original.variables.keys()
        if language.variables.get(name) != original.variables.get(name)
    )
    if different:
        raise BrokenTexts(f"{language.code} differs from {original.code} in: {', '.join(different)}")


def _entries(path: Path) -> Iterator[ast.Message | ast.Term]:
    for entry in FluentParser().parse(path.read_text("utf-8")).body:
        if isinstance(entry, ast.Junk):
            raise BrokenTexts(f"{path}: cannot read «{(entry.content or '').strip()[:80]}»")
        if isinstance(entry, ast.Message | ast.Term):
            yield entry


def _needs(entry: ast.Message | ast.Term) -> _Needs:
    needs = _Needs()
    needs.visit(entry.value)
    return needs


def _all_variables(name: str, needs: dict[str, _Needs], path: tuple[str, ...]) -> frozenset[str]:
    """Variables of terms are not counted: a term sees only what its reference passes to it."""
    if name in path:
        raise BrokenTexts(f"{name} refers to itself by {' → '.join(path)}")
    found = set(needs[name].variables)
    for other in needs[name].messages:
        found |= _all_variables(other, needs, (*path, name))
    return frozenset(found)
