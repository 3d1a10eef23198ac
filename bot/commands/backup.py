"""`shnor-bot backup`"""

import argparse
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from bot import operator_texts
from bot.commands import base
from bot.failures import DatabaseUnreachable, StartFailure
from bot.settings import Settings


def add_to(commands: base.Commands) -> None:
    """One file to write; an existing one is left alone."""
    command = base.add(commands, "backup", operator_texts.BACKUP, _handle)
    command.add_argument("file", type=Path, help=operator_texts.BACKUP_FILE)


def _handle(options: argparse.Namespace) -> int:
    settings = base.ready()
    target: Path = options.file
    try:
        target.touch(mode=0o600, exist_ok=False)  # nobody else reads it from its first byte on
    except FileExistsError as error:
        raise StartFailure(operator_texts.file_exists(str(target))) from error
    except OSError as error:
        raise StartFailure(operator_texts.cannot_write(str(target))) from error
    try:
        _copy(settings, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    sys.stdout.write(f"{operator_texts.backup_done(str(target), target.stat().st_size)}\n")
    return 0


def _copy(settings: Settings, target: Path) -> None:
    if settings.sqlite_file is not None:
        copy_sqlite(settings.sqlite_file, target)
    else:
        dump_postgres(settings.database_url, target)


def copy_sqlite(source: Path, target: Path) -> None:
    """A consistent copy beside a running bot. VACUUM carries no free pages over, so what was wiped is not in it."""
    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))
    except sqlite3.Error as error:
        raise DatabaseUnreachable(str(source)) from error


def dump_postgres(url: str, target: Path) -> None:
    """pg_dump in its own format. The password goes by the environment: a command line is read by everybody."""
    address = urlsplit(url.replace("+psycopg", "", 1))
    without_password = address._replace(netloc=address.netloc.rpartition("@")[2])
    user = {"PGUSER": unquote(address.username)} if address.username else {}
    password = {"PGPASSWORD": unquote(address.password)} if address.password else {}
    command = ["pg_dump", "--format=custom", "--file", str(target), "--dbname", urlunsplit(without_password)]
    try:
        subprocess.run(command, env=os.environ | user | password, check=True, capture_output=True)
    except FileNotFoundError as error:
        raise StartFailure(operator_texts.NO_PG_DUMP) from error
    except subprocess.CalledProcessError as error:
        raise DatabaseUnreachable(f"{address.hostname or ''}{address.path}") from error
