"""Fresh migrated databases, cheap enough for every test: the schema is built once and copied."""

import asyncio
import os
import shutil
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

from shnor_domain.storage import migrate

# Workers that share a server by TEST_POSTGRES_URL must not share names.
_TEMPLATE = f"shnor_template_{os.getpid()}"


class SqliteDatabases:
    """Copies of one migrated file. `folder` is the session's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = folder / "template.sqlite3"
        in_a_loop_of_its_own(lambda: migrate.upgrade(_sqlite(self._template)))

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """A database for one test as an URL with the asynchronous driver; the file goes afterwards."""
        file = self._folder / f"test-{next(_numbers)}.sqlite3"
        shutil.copyfile(self._template, file)
        yield _sqlite(file)
        for rest in self._folder.glob(f"{file.name}*"):
            rest.unlink()


class PostgresDatabases:
    """Clones of one migrated template database in the server at `url` (its maintenance database)."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._root = url.rpartition("/")[0]
        self._command(f"DROP DATABASE IF EXISTS {_TEMPLATE} WITH (FORCE)")
        self._command(f"CREATE DATABASE {_TEMPLATE}")
        in_a_loop_of_its_own(lambda: migrate.upgrade(f"{self._root}/{_TEMPLATE}"))

    def close(self) -> None:
        """Drop the template: a server given by TEST_POSTGRES_URL lives on."""
        self._command(f"DROP DATABASE {_TEMPLATE} WITH (FORCE)")

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """A database for one test as an URL with the asynchronous driver; dropped afterwards, open connections too."""
        name = f"shnor_test_{os.getpid()}_{next(_numbers)}"
        self._command(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
        yield f"{self._root}/{name}"
        self._command(f"DROP DATABASE {name} WITH (FORCE)")

    def _command(self, statement: str) -> None:
        with psycopg.connect(self._url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(statement.encode())


def in_a_loop_of_its_own(work: Callable[[], Coroutine[object, object, None]]) -> None:
    """Run `work()` to its end from a synchronous fixture, without touching the loops of the tests."""
    failures: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(work())
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failures:
        raise failures[0]


_numbers = count(1)


def _sqlite(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"
