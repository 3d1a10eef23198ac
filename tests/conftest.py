"""Fixtures that every folder of tests shares: databases of both kinds, and no network beyond this machine.

Whatever imports SQLAlchemy is imported inside its fixture, so that tests of the domain start at once.
"""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol, cast

import pytest

from tests.support.network import forbid_the_world
from tests.support.postgres import server


class Databases(Protocol):
    """Gives out fresh migrated databases of one kind."""

    def fresh(self) -> AbstractContextManager[str]: ...


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    """Files."""
    from tests.support.databases import SqliteDatabases

    return SqliteDatabases(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_databases() -> Iterator[Databases]:
    """A server of this worker's own. Synchronous, as every session fixture here: no loop outlives its test."""
    from tests.support.databases import PostgresDatabases

    with server() as url:
        databases = PostgresDatabases(url)
        yield databases
        databases.close()


@pytest.fixture
def sqlite_url(sqlite_databases: Databases) -> Iterator[str]:
    """A fresh migrated SQLite file."""
    with sqlite_databases.fresh() as url:
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
