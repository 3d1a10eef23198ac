"""Which keys the code asks for, and with which arguments, read from its syntax."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
_ASKING = frozenset({"T", "texts", "expects", "cancel_button"})
_METHODS = frozenset({"button", "plain", "texts"})


@dataclass(frozen=True, slots=True)
class Use:
    """`key` is whole, or only its beginning where `begins`; `given` is None where the arguments cannot be told."""

    key: str
    where: str
    begins: bool
    given: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class _Code:
    """What the code says of texts. The code is read once a process: that takes seconds."""

    uses: tuple[Use, ...]
    whole: frozenset[str]
    begun: frozenset[str]


def uses() -> tuple[Use, ...]:
    """Every place where handlers or the bot ask for a text by its key."""
    return _code().uses


def mentioned() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return every whole string of the code and every beginning of a composed one («role-…»)."""
    return _code().whole, tuple(sorted(key for key in _code().begun if key.endswith("-")))


@cache
def _code() -> _Code:
    found: list[Use] = []
    whole: set[str] = set()
    begun: set[str] = set()
    for where, node in _nodes():
        if isinstance(node, ast.Call) and node.args and _asks(node.func):
            found.extend(Use(key, where, begins, _given(node)) for key, begins in _keys(node.args[0]))
        elif isinstance(node, ast.keyword) and node.arg == "expected":
            found.extend(Use(key, where, begins, None) for key, begins in _keys(node.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            whole.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            begun.update(key for key, _ in _keys(node))
    return _Code(tuple(found), frozenset(whole), frozenset(begun))


def _nodes() -> Iterator[tuple[str, ast.AST]]:
    for folder in ("handlers", "bot"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                yield f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}", node


def _asks(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id in _ASKING
    if isinstance(function, ast.Attribute):
        return function.attr.lstrip("_") in _METHODS and not _is_keyboard_builder(function)
    return isinstance(function, ast.Call) and isinstance(function.func, ast.Name) and function.func.id == "texts_of"


def _is_keyboard_builder(function: ast.Attribute) -> bool:
    return isinstance(function.value, ast.Name) and function.value.id in {"builder", "keyboard"}


def _keys(node: ast.expr) -> Iterator[tuple[str, bool]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, False
    elif isinstance(node, ast.IfExp):
        yield from _keys(node.body)
        yield from _keys(node.orelse)
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        yield str(node.values[0].value), True


def _given(call: ast.Call) -> frozenset[str] | None:
    if any(keyword.arg is None for keyword in call.keywords) or any(isinstance(arg, ast.Starred) for arg in call.args):
        return None
    if isinstance(call.func, ast.Name) and call.func.id in {"expects", "cancel_button"}:
        return frozenset()
    names = {arg.value for arg in call.args[1:] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
    return frozenset(names | {str(keyword.arg) for keyword in call.keywords})
