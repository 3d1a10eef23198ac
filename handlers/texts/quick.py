"""Messages that only put strings together, without the engine's machinery: a tenth of its time.

What counts, dates or calls is the engine's, as is all that this module does not know.
"""

from collections.abc import Callable, Mapping, Sequence

from fluent.syntax import ast

Quick = Callable[[Mapping[str, str]], str]
"""Takes an argument of a message as a string each."""


def quick(pattern: ast.Pattern | None) -> Quick | None:
    """What the engine would say of these strings; None for a message that needs the engine."""
    if pattern is None:
        return None
    parts = [_part(element) for element in pattern.elements]
    known = [part for part in parts if part is not None]
    return None if len(known) < len(parts) else _joined(known)


def _joined(parts: Sequence[Quick]) -> Quick:
    return parts[0] if len(parts) == 1 else lambda args: "".join([part(args) for part in parts])


def _part(element: ast.TextElement | ast.Placeable) -> Quick | None:
    if isinstance(element, ast.TextElement):
        return _literal(element.value)
    match element.expression:
        case ast.StringLiteral():
            return _literal(element.expression.parse()["value"])
        case ast.VariableReference(id=name):
            return _variable(name.name)
        case ast.SelectExpression(selector=ast.VariableReference(id=name), variants=variants):
            return _select(name.name, variants)
    return None


def _literal(text: str) -> Quick:
    return lambda _args: text


def _variable(name: str) -> Quick:
    return lambda args: args[name]


def _select(name: str, variants: Sequence[ast.Variant]) -> Quick | None:
    """By a word alone: a number as a key may mean a plural."""
    said: dict[str, Quick] = {}
    usual = None
    for variant in variants:
        words = quick(variant.value)
        if words is None or not isinstance(variant.key, ast.Identifier):
            return None
        said.setdefault(variant.key.name, words)
        usual = words if variant.default else usual
    if usual is None:
        return None
    other = usual
    return lambda args: said.get(args[name], other)(args)
