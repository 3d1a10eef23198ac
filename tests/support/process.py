"""The bot as a process of its own: started, asked whether it is ready, killed and started again.

It runs in a folder of its own, so no `.env` of this machine is read, and its output is kept in a file beside it. Time
limits are guards against hanging.
"""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from aiohttp import ClientError, ClientSession

GUARD = 150.0
_ROOT = Path(__file__).resolve().parents[2]
_BETWEEN_LOOKS = 0.05
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


class Launched(Protocol):
    """What is asked of a process that runs or has ended, as `subprocess.Popen` answers it."""

    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def send_signal(self, sig: int) -> None: ...
    def kill(self) -> None: ...


class Process:
    """`python -m bot <arguments>` with `settings` as SHNOR_…; `output` is all that it ever wrote, restarts included."""

    def __init__(self, folder: Path, arguments: Sequence[str], settings: Mapping[str, object] | None = None) -> None:
        self.folder = folder
        self.arguments = list(arguments)
        self.environment = environment(settings or {})
        self.log = folder / f"{arguments[0]}.log"
        self._begun = 0
        self._process: Launched | None = None

    @property
    def program(self) -> list[str]:
        return ["-m", "bot"]

    @property
    def order(self) -> dict[str, object]:
        """What the nursery is told (tests/support/nursery.py)."""
        where = {"folder": str(self.folder), "log": str(self.log)}
        return {**where, "environment": self.environment, "arguments": self.arguments}

    @property
    def output(self) -> str:
        return self.log.read_bytes().decode(errors="replace") if self.log.exists() else ""

    @property
    def output_now(self) -> str:
        """What it wrote since it was last started."""
        return self.log.read_bytes()[self._begun :].decode(errors="replace")

    def start(self) -> None:
        assert self._process is None, "it runs already"
        self.folder.mkdir(parents=True, exist_ok=True)
        self._begun = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            self._process = self._launch(log)

    def _launch(self, log: BinaryIO) -> Launched:
        return subprocess.Popen(
            [sys.executable, *self.program, *self.arguments],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )

    def kill(self) -> None:
        """SIGKILL: nothing is finished, nothing is closed."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """SIGTERM, as systemd does; gives the exit code."""
        return self._end(signal.SIGTERM)

    def ask_to_stop(self) -> None:
        """SIGTERM; what it does then may be watched."""
        assert self._process is not None, "it does not run"
        self._process.send_signal(signal.SIGTERM)

    async def ended(self) -> int:
        """Wait for its end by itself; gives the exit code."""
        process, self._process = self._process, None
        assert process is not None, "it does not run"
        return await asyncio.to_thread(process.wait, GUARD)

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def code(self) -> int | None:
        """Its exit code, negative for a signal; None while it runs."""
        return None if self._process is None else self._process.poll()

    async def until(self, ready: Callable[[], Awaitable[bool]], what: str) -> None:
        """Look again and again until `ready`; fails with the output when the process ends or the guard is over."""
        try:
            async with asyncio.timeout(GUARD):
                while not await ready():
                    assert self.runs, f"the process has ended ({self.code}) before {what}:\n{self.output_now}"
                    await asyncio.sleep(_BETWEEN_LOOKS)
        except TimeoutError:
            raise AssertionError(f"still waiting for {what}:\n{self.output_now}") from None

    def _end(self, number: signal.Signals) -> int:
        process, self._process = self._process, None
        assert process is not None, "it does not run"
        process.send_signal(number)
        try:
            return process.wait(GUARD)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise AssertionError(f"it did not end by itself:\n{self.output_now}") from None

    def put_away(self) -> None:
        """Whatever became of it, it does not outlive its test."""
        if self._process is not None:
            self.kill()


class BotProcess(Process):
    """`shnor-bot run`; `port` is that of its HTTP side."""

    def __init__(self, folder: Path, settings: Mapping[str, object]) -> None:
        self.port = free_port()
        usual = {"HTTP_PORT": self.port, "FILES_DIR": folder / "files", "LOG_LEVEL": "DEBUG"}
        super().__init__(folder, ["run"], usual | dict(settings))

    async def started(self) -> None:
        """Start and wait until /readyz says yes."""
        self.start()
        await self.until(lambda: answers(f"http://127.0.0.1:{self.port}/readyz"), "/readyz")

    async def restarted(self) -> None:
        self.kill()
        await self.started()


class DemoProcess(Process):
    """`shnor-bot demo` in `folder`, at the same port after each start."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        super().__init__(folder, ["demo", "--port", str(self.port), "--folder", str(folder / "demo")])

    @property
    def data(self) -> Path:
        return self.folder / "demo"

    async def started(self) -> str:
        """Start and give the address that it prints."""
        self.start()
        found: list[str] = []

        async def printed() -> bool:
            found.extend(_ADDRESS.findall(self.output_now))
            return bool(found)

        await self.until(printed, "the address of the page")
        return found[0]


@contextmanager
def put_away_after(process: Process) -> Iterator[None]:
    try:
        yield
    finally:
        process.put_away()


@asynccontextmanager
async def demo_at_work(folder: Path) -> AsyncIterator[tuple[DemoProcess, str]]:
    """A demo and the address of its page."""
    process = DemoProcess(folder)
    with put_away_after(process):
        yield process, await process.started()


def environment(settings: Mapping[str, object]) -> dict[str, str]:
    """This one without any setting of the bot, and with `settings` by their names without the prefix."""
    rest = {name: value for name, value in os.environ.items() if not name.startswith("SHNOR_")}
    return rest | {"PYTHONPATH": str(_ROOT)} | {f"SHNOR_{name}": str(value) for name, value in settings.items()}


def command(folder: Path, *arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
    """Run one command of `shnor-bot` to its end."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=environment(settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=GUARD,
        check=False,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def answers(url: str) -> bool:
    """True when there is a 200 at this address."""
    try:
        async with ClientSession() as http, http.get(url) as answer:
            return answer.status == 200
    except (ClientError, OSError):
        return False
