"""What a start of the bot makes anew each time although it never differs, made once: for processes that fork bots.

A fork has a copy of its own of all of it, so nothing is shared between two bots.
"""

import ssl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any
from unittest.mock import patch

from aiogram import Router
from aiogram.methods.base import Response
from aiogram.types import Message, User
from dishka.graph_builder.builder import BuildResult, GraphBuilder

from bot.routers import dialogs, routers
from handlers.texts import Texts
from handlers.texts.catalogue import read_language

_ANSWERS = (User, bool, Message, Message | bool, list[dict[str, Any]])


_made = cache(dialogs)


def kept_dialogs() -> list[Router]:
    """The dialogs of the bot, made once a process: unlike other routers they keep nothing of the dispatcher that had
    them before."""
    for dialog in _made():
        dialog._parent_router = None
    return _made()


_graphs: dict[frozenset[Any], BuildResult] = {}
_build = GraphBuilder.build


def kept_graph(builder: GraphBuilder) -> BuildResult:
    """For `GraphBuilder.build`: the graph of what handlers ask for, made once a process. It holds types and no values,
    so containers of the same types may share it, as those of one process share it with their children."""
    types = frozenset(builder.root_context)
    if types not in _graphs:
        _graphs[types] = _build(builder)
        assert not any(_graphs[types].runtime_caches.values()), "a value of the first container would be in all"
    return _graphs[types]


@contextmanager
def warmed() -> Iterator[None]:
    """Words, routers, certificates, and the models of answers, in this order of weight."""
    ready = routers()
    with ExitStack() as stack:
        stack.enter_context(patch("handlers.texts.texts.read_language", cache(read_language)))
        stack.enter_context(patch("bot.assembly.routers", lambda: ready))
        stack.enter_context(patch("ssl.create_default_context", cache(ssl.create_default_context)))
        answers = [Response[kind] for kind in _ANSWERS]  # type: ignore[valid-type]  # pydantic keeps them weakly
        Texts()
        yield
        del answers
