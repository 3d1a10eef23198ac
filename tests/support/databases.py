"""Fresh migrated databases, cheap enough for every test: the schema is built once and copied."""

import asyncio
import os
import shutil
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

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
    """Clones of one migrated template database in the server at `url` (its maintenance database).

    A clone that a test has left is emptied and given out again: that takes a tenth of a new one.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._root = url.rpartition("/")[0]
        self._clean: list[_Clone] = []
        self._command(f"DROP DATABASE IF EXISTS {_TEMPLATE} WITH (FORCE)")
        self._command(f"CREATE DATABASE {_TEMPLATE}")
        in_a_loop_of_its_own(lambda: migrate.upgrade(f"{self._root}/{_TEMPLATE}"))

    def close(self) -> None:
        """Drop everything: a server given by TEST_POSTGRES_URL lives on."""
        for clone in self._clean:
            self._drop(clone)
        self._command(f"DROP DATABASE {_TEMPLATE} WITH (FORCE)")

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """A database for one test as an URL with the asynchronous driver; open connections end with the test."""
        clone = self._clean.pop() if self._clean else self._clone()
        yield f"{self._root}/{clone.name}"
        if clone.emptied():
            self._clean.append(clone)
        else:
            self._drop(clone)

    def _clone(self) -> "_Clone":
        name = f"shnor_test_{os.getpid()}_{next(_numbers)}"
        self._command(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
        return _Clone(name, f"{self._root}/{name}".replace("+psycopg", ""))

    def _drop(self, clone: "_Clone") -> None:
        clone.connection.close()
        self._command(f"DROP DATABASE {clone.name} WITH (FORCE)")

    def _command(self, statement: str) -> None:
        with psycopg.connect(self._url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(statement.encode())


class _Clone:
    """One database and a connection beside those of its test, through which it is emptied."""

    def __init__(self, name: str, url: str) -> None:
        self.name = name
        self.connection = psycopg.connect(url, autocommit=True)
        self._shape = self._ask(_SHAPE)
        self._filled = " UNION ALL ".join(
            f"SELECT '{table}' WHERE EXISTS (SELECT FROM {table})" for (table,) in self._ask(_TABLES)
        )
        self._version = self._ask(_VERSION)
        self._emptied = 0

    def emptied(self) -> bool:
        """Make it as it was; False when a test has done more than write rows, and it had better go."""
        self._ask(_OTHERS_OUT)
        if self._ask(_SHAPE) != self._shape or self._ask(_VERSION) != self._version:
            return False
        if filled := [table for (table,) in self._ask(self._filled)]:
            self._emptied += 1
            if self._emptied % _SWEPT:
                self._delete(filled)
            else:
                # CASCADE reaches only tables that are empty already: those that refer to one of the list
                self.connection.execute(f"TRUNCATE {', '.join(filled)} CASCADE".encode())
        self._ask(_FIRST_NUMBERS)
        return True

    def _delete(self, tables: list[str]) -> None:
        """In one statement and no order: nobody looks at what refers to what. A hundredth of the time of TRUNCATE,
        which makes each table and index anew."""
        parts = ", ".join(f"gone_{number} AS (DELETE FROM {table})" for number, table in enumerate(tables))
        self.connection.execute(b"SET session_replication_role = replica")
        self.connection.execute(f"WITH {parts} SELECT".encode())
        self.connection.execute(b"SET session_replication_role = origin")

    def _ask(self, query: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(query.encode()).fetchall()


_SWEPT = 40
"""How often a clone is emptied until what was deleted in it, which stays in its files, is truncated."""
_OURS = 16384
"""Where numbers of objects begin that PostgreSQL did not bring itself: a clone has those of its template."""
_SHAPE = f"""
SELECT (SELECT (count(*), sum(oid::bigint)) FROM pg_class WHERE oid >= {_OURS})::text,
       (SELECT (count(*), sum(oid::bigint)) FROM pg_constraint WHERE oid >= {_OURS})::text,
       (SELECT (count(*), sum(oid::bigint)) FROM pg_trigger WHERE oid >= {_OURS} AND NOT tgisinternal)::text,
       (SELECT (count(*), sum(atttypid::bigint), sum(attnotnull::int), sum(atthasdef::int), sum(attisdropped::int))
          FROM pg_attribute WHERE attrelid >= {_OURS})::text
"""
_VERSION = "SELECT version_num FROM alembic_version"
_TABLES = """
SELECT relname FROM pg_class
 WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'
"""
_OTHERS_OUT = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
 WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_FIRST_NUMBERS = "SELECT setval(seqrelid::regclass, seqstart, false) FROM pg_sequence"


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
