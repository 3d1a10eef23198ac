"""A private PostgreSQL server on loopback for one test session: a second to start, nothing left behind."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# A crash loses nothing that anybody wants, so nothing waits for the disk.
_OPTIONS = (
    "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 "
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"
)
_ATTEMPTS = 5


def missing(what: str) -> None:
    """Skip the test that needs `what`; fail it where CI has promised to install everything."""
    if os.environ.get("REQUIRE_SERVERS"):
        pytest.fail(f"{what} is required here")
    pytest.skip(f"{what} is not installed here")


@contextmanager
def server() -> Iterator[str]:
    """Run a server and give the URL of its maintenance database; honours TEST_POSTGRES_URL instead of starting one."""
    if given := os.environ.get("TEST_POSTGRES_URL"):
        yield given
        return
    home = Path(tempfile.mkdtemp(prefix="shnor-postgres-"))
    try:
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(home, "postgres")
        data = home / "data"
        _run(home, "initdb", "-D", str(data), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync")
        port = _start(home, data)
        try:
            yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
        finally:
            _run(home, "pg_ctl", "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _start(home: Path, data: Path) -> int:
    """Start on a free port. Another process may take it in between, hence the attempts."""
    for attempt in range(_ATTEMPTS):
        port = _free_port()
        try:
            _run(home, "pg_ctl", "-D", str(data), "-w", "-l", str(home / "log"), "-o", f"-p {port} {_OPTIONS}", "start")
        except subprocess.CalledProcessError:
            if attempt == _ATTEMPTS - 1:
                raise
        else:
            return port
    raise AssertionError("unreachable")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _run(home: Path, program: str, *arguments: str) -> None:
    # The output goes to a file: the server inherits it, and a pipe would stay open for as long as it lives.
    user = "postgres" if os.geteuid() == 0 else None
    with (home / "output").open("ab") as output:
        subprocess.run([_binary(program), *arguments], user=user, cwd=home, check=True, stdout=output, stderr=output)


def _binary(name: str) -> str:
    if found := shutil.which(name):
        return found
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / name).exists():
            return str(folder / name)
    missing("PostgreSQL's server")
    raise AssertionError("unreachable")
