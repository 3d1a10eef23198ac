"""A page that a person can read, from the same data as the JSON: words come from outside, markup is all escaped."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Protocol


class Labels(Protocol):
    """Words of the page; the handlers have them."""

    def title(self) -> str:
        """Heading of the whole."""
        ...

    def name(self, key: str) -> str:
        """What a section or field is called («places», «quiet_from»)."""
        ...

    def value(self, key: str, value: object) -> str:
        """A value of the field `key` as text: a role's word, a date in words, a school's name."""
        ...

    def nothing(self) -> str:
        """What an empty section says."""
        ...


def readable_page(data: Mapping[str, Any], labels: Labels) -> str:
    """An HTML document: a heading a section, a table a list, a definition list a record."""
    title = escape(labels.title())
    sections = "".join(
        f"<h2>{escape(labels.name(key))}</h2>{_section(key, part, labels)}" for key, part in data.items()
    )
    style = "body{font:16px sans-serif;max-width:60em;margin:2em auto}td,th{padding:.3em .8em;text-align:left}"
    head = f'<meta charset="utf-8"><title>{title}</title><style>{style}</style>'
    return f'<!doctype html><html lang="ru"><head>{head}</head><body><h1>{title}</h1>{sections}</body></html>'


def _section(key: str, part: Any, labels: Labels) -> str:
    if isinstance(part, Mapping):
        return _record(part, labels)
    if isinstance(part, Sequence) and not isinstance(part, str):
        if not part:
            return f"<p>{escape(labels.nothing())}</p>"
        if all(isinstance(each, Mapping) for each in part):
            return _table(part, labels)
        return "".join(f"<p>{_text(key, each, labels)}</p>" for each in part)
    return f"<p>{_text(key, part, labels)}</p>"


def _record(record: Mapping[str, Any], labels: Labels) -> str:
    rows = "".join(
        f"<tr><th>{escape(labels.name(key))}</th><td>{_text(key, value, labels)}</td></tr>"
        for key, value in record.items()
    )
    return f"<table>{rows}</table>"


def _table(rows: Sequence[Mapping[str, Any]], labels: Labels) -> str:
    keys = list(dict.fromkeys(key for row in rows for key in row))
    head = "".join(f"<th>{escape(labels.name(key))}</th>" for key in keys)
    body = "".join(
        "<tr>" + "".join(f"<td>{_text(key, row.get(key), labels)}</td>" for key in keys) + "</tr>" for row in rows
    )
    return f"<table><tr>{head}</tr>{body}</table>"


def _text(key: str, value: Any, labels: Labels) -> str:
    if value is None:
        return ""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_text(key, each, labels) for each in value)
    return escape(labels.value(key, value))
