"""Fixtures that every folder of tests shares: databases of both kinds, and no network beyond this machine.

Whatever imports SQLAlchemy is imported inside its fixture, so that tests of the domain start at once.
"""

import logging
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, cast
from unittest.mock import patch

import pytest

import handlers.texts
from bot.collecting import settle
from handlers.texts.catalogue import read_language
from tests.support.network import forbid_the_world
from tests.support.postgres import server

LONG = ("two_weeks/test_two_weeks", "end_to_end", "plan_year", "hostile", "forged")
"""Walks of many seconds, the longest first."""
SHIPPED = Path(handlers.texts.__file__).parent
MEMORY, ENOUGH = Path("/dev/shm"), 2**30


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long walks begin first, so that no worker walks alone at the end; the rest stays in the order of chance."""

    def soon(item: pytest.Item) -> int:
        return next((number for number, name in enumerate(LONG) if name in item.nodeid), len(LONG))

    items.sort(key=soon)


def pytest_collection_finish() -> None:
    """Modules, cases and libraries are a million objects that every full collection of garbage would look through."""
    settle()


def pytest_configure() -> None:
    """Many modules make `Texts()` of their own: the shipped files are parsed for the first of them only."""
    once = cache(read_language)
    patch(
        "handlers.texts.texts.read_language",
        lambda folder: (once if folder.parent == SHIPPED else read_language)(folder),
    ).start()


class Databases(Protocol):
    """Gives out fresh migrated databases of one kind."""

    def fresh(self) -> AbstractContextManager[str]: ...


@pytest.fixture(scope="session")
def statements() -> Iterator[None]:
    """See tests/support/statements.py."""
    from tests.support.statements import kept_statements

    with kept_statements():
        yield


@pytest.fixture(scope="session")
def sqlite_databases(statements: None) -> Iterator[Databases]:
    """Files, in memory where there is room for them: what is confirmed is synced to the disk, and nothing here is to
    survive a power cut."""
    from tests.support.databases import SqliteDatabases

    room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ENOUGH
    with TemporaryDirectory(prefix="shnor-sqlite-", dir=MEMORY if room else None) as folder:
        yield SqliteDatabases(Path(folder))


@pytest.fixture(scope="session")
def postgres_databases(statements: None) -> Iterator[Databases]:
    """A server of this worker's own. Synchronous, as every session fixture here: no loop outlives its test."""
    from tests.support.databases import PostgresDatabases

    with server() as url:
        databases = PostgresDatabases(url)
        yield databases
        databases.close()


@pytest.fixture
def sqlite_url(sqlite_databases: Databases, request: pytest.FixtureRequest) -> Iterator[str]:
    """A fresh migrated SQLite file, read and written without threads unless the test is marked `sqlite_threads`."""
    from tests.support.sqlite_in_the_loop import sqlite_in_the_loop

    threads = request.node.get_closest_marker("sqlite_threads") is not None
    with sqlite_databases.fresh() as url, nullcontext() if threads else sqlite_in_the_loop():
        yield url


@pytest.fixture
def postgres_url(postgres_databases: Databases) -> Iterator[str]:
    """A fresh migrated database in a private PostgreSQL."""
    with postgres_databases.fresh() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh migrated database, once of each kind: the test that asks for it runs twice."""
    return cast(str, request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """See tests/support/network.py."""
    forbid_the_world(monkeypatch)


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """A command under test sets up the logs of the process, which is the tests' own."""
    root = logging.getLogger()
    ours = [logging.getLogger(name) for name in ("bot", "handlers", "scheduler", "shnor_domain", "apscheduler")]
    handlers, levels = root.handlers[:], [(logger, logger.level) for logger in (root, *ours)]
    yield
    logging.captureWarnings(False)
    root.handlers[:] = handlers
    for logger, level in levels:
        logger.setLevel(level)
