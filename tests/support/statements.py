"""Statements compiled once a process of tests: every database of a test has an engine of its own, and each engine would
compile all of them anew. A bot compiles once too, in its first minutes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch
from weakref import WeakKeyDictionary

from sqlalchemy import Compiled
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import LRUCache

_ENOUGH = 3000


class _Statements(LRUCache[Any, Any]):
    """For engines of one kind, whatever their dialect objects: shnor_domain/storage/engine.py makes these alike."""

    def get(self, key: Any, default: Any = None) -> Compiled | Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(key[1:], value)


_statements: dict[str, _Statements] = {}
_types: dict[str, WeakKeyDictionary[Any, Any]] = {}


@contextmanager
def kept_statements() -> Iterator[None]:
    """Whatever engine `Database` makes meanwhile has the statements of those before it, and the ways of their types."""
    with patch("shnor_domain.storage.engine.create_async_engine", _engine):
        yield


def _engine(url: str, **options: Any) -> AsyncEngine:
    made = create_async_engine(url, **options)
    engine, kind = made.sync_engine, made.dialect.name
    engine._compiled_cache = _statements.setdefault(kind, _Statements(_ENOUGH))
    engine.dialect.__dict__["_type_memos"] = _types.setdefault(kind, WeakKeyDictionary())
    return made
