"""What a start of the bot makes anew each time although it never differs, made once: for processes that fork bots.

A fork has a copy of its own of all of it, so nothing is shared between two bots.
"""

import ssl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from types import FunctionType, MethodType
from typing import Any
from unittest.mock import patch

from aiogram import Router
from aiogram.dispatcher.event.handler import CallableObject
from aiogram.filters import Filter
from aiogram.methods.base import Response
from aiogram.types import Message, User
from dishka.graph_builder.builder import BuildResult, GraphBuilder
from dishka.provider import BaseProvider
from pydantic import SecretStr

from bot import use_cases
from bot.assembly import of_settings
from bot.clock import SystemClock
from bot.routers import dialogs, routers
from bot.settings import Settings
from handlers.texts.catalogue import read_language
from shnor_domain.storage.engine import Database

_ANSWERS = (User, bool, Message, Message | bool, list[dict[str, Any]])


_made = cache(dialogs)


def kept_dialogs() -> list[Router]:
    """The dialogs of the bot, made once a process: unlike other routers they keep nothing of the dispatcher that had
    them before."""
    for dialog in _made():
        dialog._parent_router = None
    return _made()


_classes = use_cases.classes


@cache
def kept_use_cases() -> list[type]:
    """For `use_cases.classes`, which walks through the folders of the domain."""
    return list(_classes())


_graphs: dict[frozenset[Any], BuildResult] = {}


class KeptGraph(GraphBuilder):
    """For `GraphBuilder`: the graph of what handlers ask for, made once a process. It holds types and no values, so
    containers of the same types may share it, as those of one process share it with their children."""

    @property
    def _known(self) -> BuildResult | None:
        return _graphs.get(frozenset(self.root_context))

    def add_multicomponent_providers(self, *providers: BaseProvider) -> None:
        if self._known is None:
            super().add_multicomponent_providers(*providers)

    def add_providers(self, *providers: BaseProvider) -> None:
        if self._known is None:
            super().add_providers(*providers)

    def build(self) -> BuildResult:
        if (known := self._known) is None:
            known = _graphs[frozenset(self.root_context)] = super().build()
            assert not any(known.runtime_caches.values()), "a value of the first container would be in all"
        return known


_looks: dict[object, tuple[bool, set[str], bool]] = {}
_look = CallableObject.__post_init__


def kept_look(seen: CallableObject) -> None:
    """For `CallableObject.__post_init__`: what handlers and filters ask for, looked at once a process for each code.

    Each router has thirty observers, and each of those a function of its own that does nothing.
    """
    code = _code(seen.callback)
    if code in _looks:
        seen.awaitable, params, seen.varkw = _looks[code]
        seen.params = set(params)
        return
    _look(seen)
    if code is not None:
        _looks[code] = seen.awaitable, seen.params, seen.varkw


def _code(callback: object) -> object:
    """What its signature hangs on; None where that is not known."""
    if isinstance(callback, Filter):
        return type(callback)
    function = callback.__func__ if isinstance(callback, MethodType) else callback
    if not isinstance(function, FunctionType) or vars(function).keys() & {"__wrapped__", "__signature__"}:
        return None
    return function.__code__, function is callback


@contextmanager
def warmed() -> Iterator[None]:
    """Words, the container's graph, routers, certificates, and the models of answers, in this order of weight."""
    ready = routers()
    with ExitStack() as stack:
        stack.enter_context(patch("handlers.texts.texts.read_language", cache(read_language)))
        stack.enter_context(patch("dishka.async_container.GraphBuilder", KeptGraph))
        stack.enter_context(patch("bot.container.use_cases.classes", kept_use_cases))
        stack.enter_context(patch("bot.assembly.routers", lambda: ready))
        stack.enter_context(patch("ssl.create_default_context", cache(ssl.create_default_context)))
        answers = [Response[kind] for kind in _ANSWERS]  # type: ignore[valid-type]  # pydantic keeps them weakly
        _a_container()
        yield
        del answers


def _a_container() -> None:
    """What handlers of any bot ask for, and with it the words."""
    token, url, clock = SecretStr("42:TEST"), "sqlite+aiosqlite:///nowhere", SystemClock()
    settings = Settings(bot_token=token, database_url=url, _env_file=None)  # type: ignore[call-arg]  # see installation.py
    parts = of_settings(settings, Database(url), clock, clock)
    fields = parts.fields()
    parts.container(fields | {"kinds": parts.kinds(fields)})
