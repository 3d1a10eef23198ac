"""Turns a key and its arguments into words or refuses loudly: fluent.runtime alone neither raises nor escapes."""

import html
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NoReturn

from babel.dates import format_date, format_datetime, format_time
from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType, fluent_number
from fluent.syntax import ast

from handlers.texts.catalogue import BrokenTexts, Language, compare, read_language
from handlers.texts.quick import Quick, quick

BUTTON_LIMIT = 64
"""Characters of a button with a name from data in it; what we write ourselves stays below 28 (screens.md)."""

_LONG = 1000
"""fluent.runtime refuses a part above 2500 characters; longer arguments are put in after it has done its work."""

_KEPT, _CODE = 4096, 24
"""How many renderings of bare numbers and codes are kept, and how long a code may be."""

_JOINER, _LONGEST_SIGN = "\u200d", 24
_FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_JOINING = frozenset({_JOINER, *map(chr, range(0x1F3FB, 0x1F400)), *map(chr, range(0xE0020, 0xE0080))})


class Safe(str):
    """HTML that is ready (made by `Texts` from escaped parts): not escaped again."""

    __slots__ = ()


class UnknownText(LookupError):
    """No message with this key, or a message without one of the arguments it needs: a bug of ours."""


class _Temporal(FluentType):
    """A date or time that only DATE() and TIME() may print: the engine's own dates are half made."""

    def __init__(self, value: date | time) -> None:
        self.value = value

    def format(self, locale: object) -> NoReturn:
        raise TypeError("a date or time in a text needs DATE() or TIME()")


class Texts:
    """The whole catalogue in one language, with the others checked against it.

    `folder` holds one folder a language; `default` is the language of which the others are translations. Made once, at
    the start; raises `BrokenTexts`.
    """

    def __init__(self, folder: Path = Path(__file__).parent, default: str = "ru") -> None:
        languages = {path.name: read_language(path) for path in sorted(folder.iterdir()) if any(path.glob("*.ftl"))}
        if default not in languages:
            raise BrokenTexts(f"{folder}: no texts in «{default}»")
        self.language = default
        self._variables = languages[default].variables
        self._bundles: dict[str, FluentBundle] = {}
        self._quick: dict[str, dict[str, Quick]] = {}
        self._kept: dict[tuple[str, bool, str, str], str] = {}
        for code, language in languages.items():
            compare(language, languages[default])
            self._bundles[code] = FluentBundle([code], use_isolating=False, functions=_functions(code))
            self._bundles[code].add_resource(language.resource)
            self._quick[code] = _quick(language)

    def speaking(self, language: str) -> "Texts":
        """Return the same catalogue in `language`; a language without texts falls back to this one."""
        other = object.__new__(type(self))
        other.language = language if language in self._bundles else self.language
        other._variables, other._bundles = self._variables, self._bundles
        other._quick, other._kept = self._quick, self._kept
        return other

    def __call__(self, key: str, /, **args: object) -> Safe:
        """Return the message as Telegram HTML.

        Strings are escaped unless `Safe`; numbers choose plurals and are printed as the language does; True and False
        become «yes» and «no» for selectors; dates and times go through DATE() and TIME() and must be on the reader's
        clock already (`times`). Raises `UnknownText` for a missing key or argument, TypeError for other types and None.
        """
        return Safe(self._render(key, args, html_wanted=True))

    def plain(self, key: str, /, **args: object) -> str:
        """Return the message without any escaping, for places that take no HTML: alerts, file names, tables."""
        return self._render(key, args, html_wanted=False)

    def button(self, key: str, /, **args: object) -> str:
        """Return the plain label of a button on one line, at most 64 characters, cut at a word with «…»."""
        return clip(" ".join(self.plain(key, **args).split()), BUTTON_LIMIT)

    def __contains__(self, key: str) -> bool:
        return key in self._variables

    def variables(self) -> Mapping[str, frozenset[str]]:
        """Return every key with the names of the arguments that it needs."""
        return self._variables

    def _render(self, key: str, args: Mapping[str, object], *, html_wanted: bool) -> str:
        if key not in self._variables:
            raise UnknownText(f"no text «{key}»")
        if missing := self._variables[key] - args.keys():
            raise UnknownText(f"text «{key}» needs {', '.join(sorted(missing))}")
        if not all(map(_bare, args.values())):
            return self._said(key, args, html_wanted)
        asked = (self.language, html_wanted, key, repr(args))
        known = self._kept.get(asked)
        if known is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            known = self._kept[asked] = self._said(key, args, html_wanted)
        return known

    def _said(self, key: str, args: Mapping[str, object], html_wanted: bool) -> str:
        short = self._quick[self.language].get(key)
        if short is not None:
            words = _words(self._variables[key], args, html_wanted)
            if words is not None:
                return short(words)
        bundle = self._bundles[self.language]
        long: dict[str, str] = {}
        ready = {name: _argument(name, args[name], html_wanted, long) for name in self._variables[key]}
        pattern = bundle.get_message(key).value
        assert pattern is not None  # read_language refuses messages without a value
        text, errors = bundle.format_pattern(pattern, ready)
        if errors:
            raise errors[0]
        return re.sub("\ue000.*?\ue001", lambda match: long.get(match[0], match[0]), str(text)) if long else str(text)


def clip(text: str, limit: int) -> str:
    """Return `text`, or its beginning with «…» in at most `limit` characters, cut between words where it loses little.

    The beginning is what tells one button from another: numbers and dates stand in front.
    """
    if len(text) <= limit:
        return text
    head = text[: _whole(text, limit - 1)]
    words = head.rpartition(" ")[0]
    return (words if len(words) > limit * 2 // 3 else head).rstrip(" ,.;:·-(«") + "…"


def _whole(text: str, end: int) -> int:
    """The last place up to `end` that lies between two signs as the eye sees them: no accent, family or flag is torn.

    Heaps of accents that go on for ever are torn all the same.
    """
    for place in range(end, max(end - _LONGEST_SIGN, 0), -1):
        flags = len(text[:place]) - len(text[:place].rstrip(_FLAG_LETTERS))
        joined = text[place] in _JOINING or text[place - 1] == _JOINER or unicodedata.category(text[place])[0] == "M"
        if not joined and not (flags % 2 and text[place] in _FLAG_LETTERS):
            return place
    return end


def _bare(value: object) -> bool:
    """Numbers, days and codes of ours: what people wrote is not kept, nor what they are called (rule 10)."""
    kind = type(value)
    if kind is str:
        text = str(value)
        return not text or (
            text.isascii() and text.islower() and len(text) <= _CODE and text.replace("-", "").isalnum()
        )
    return kind in (int, bool, float, date)


def _quick(language: Language) -> dict[str, Quick]:
    """The messages of a language that need no engine."""
    messages = [entry for entry in language.resource.body if isinstance(entry, ast.Message)]
    found = {entry.id.name: quick(entry.value) for entry in messages}
    return {key: words for key, words in found.items() if words is not None}


def _words(names: frozenset[str], args: Mapping[str, object], html_wanted: bool) -> dict[str, str] | None:
    """Every argument as a string, None when one of them is none."""
    words: dict[str, str] = {}
    for name in names:
        value = args[name]
        if isinstance(value, str):
            words[name] = _escaped(value) if html_wanted else _without_html(value)
        elif isinstance(value, bool):
            words[name] = "yes" if value else "no"
        else:
            return None
    return words


def _argument(name: str, value: object, html_wanted: bool, long: dict[str, str]) -> object:
    if isinstance(value, str):
        text = _escaped(value) if html_wanted else _without_html(value)
        if len(text) <= _LONG:
            return text
        token = f"\ue000{name}\ue001"
        long[token] = text
        return token
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return fluent_number(value, useGrouping=abs(value) >= 10_000)
    if isinstance(value, datetime | time) and value.tzinfo is not None:
        raise TypeError(f"{name}: an instant has no words of its own, put it on the reader's clock first (times)")
    if isinstance(value, date | time):
        return _Temporal(value)
    raise TypeError(f"{name}: {type(value).__name__} cannot stand in a text")


def _escaped(value: str) -> str:
    return str(value) if isinstance(value, Safe) else html.escape(value, quote=False)


def _without_html(value: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", value)) if isinstance(value, Safe) else value


def _functions(code: str) -> dict[str, Callable[..., Any]]:
    """DATE and TIME take a CLDR pattern: `DATE($day, format: "d MMMM, EEEE")`, `TIME($at)` is «HH:mm».

    CAP makes the first letter a capital one: `CAP(DATE($day, format: "EEEE"))` at the start of a line.
    """

    def day(value: _Temporal, format: str = "d MMMM") -> str:
        if isinstance(value.value, datetime):
            return format_datetime(value.value, format, locale=code)
        if isinstance(value.value, date):
            return format_date(value.value, format, locale=code)
        raise TypeError("DATE() of a time")

    def clock(value: _Temporal, format: str = "HH:mm") -> str:
        if isinstance(value.value, datetime | time):
            return format_time(value.value, format, locale=code)
        raise TypeError("TIME() of a date")

    def capital(value: str) -> str:
        return value[:1].upper() + value[1:]

    return {"DATE": day, "TIME": clock, "CAP": capital}
