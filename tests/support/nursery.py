"""Bots that start in a moment: a process that has imported everything once forks them, one after another.

A bot of it is `shnor-bot run` with one kind of notice more (tests/support/letters.py); other commands work as well.
Usage of the process: `python -m tests.support.nursery`; an order is a line of JSON on standard input: {"folder", "log",
"environment", "arguments"}, {"errors"} for another file of standard error, {"day"} for a bot of
tests/support/another_day.py. It answers with the number of the bot's process and, when that has ended, with a line of
how: its exit code, negative for a signal. One bot lives at a time.
"""

import gc
import json
import os
import select
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO
from unittest.mock import patch

from tests.support.process import GUARD, BotProcess, Launched, environment


class Nursery:
    """The process, as a test holds it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def bot(self, folder: Path, settings: Mapping[str, object]) -> BotProcess:
        """As `BotProcess`, but forked."""
        return _ForkedBot(self, folder, settings)

    def command(self, folder: Path, *arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
        """As `tests.support.process.command`, but forked; no bot may live meanwhile."""
        with tempfile.TemporaryDirectory() as said:
            out, err = Path(said, "out"), Path(said, "err")
            order = {"folder": str(folder), "log": str(out), "errors": str(err), "environment": environment(settings)}
            code = self.fork(order | {"arguments": arguments}).wait()
            return subprocess.CompletedProcess(arguments, code, out.read_text("utf-8"), err.read_text("utf-8"))

    def fork(self, order: Mapping[str, object]) -> "Forked":
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        return Forked(int(self.line(GUARD) or 0), self)

    def line(self, seconds: float) -> str | None:
        """The next answer, None when it does not come within `seconds`."""
        assert self._process.stdout is not None
        if not select.select([self._process.stdout], [], [], seconds)[0]:
            return None
        answer = self._process.stdout.readline().decode()
        assert answer, "the nursery has ended"
        return answer


class Forked:
    """One bot; what `subprocess.Popen` would say of it."""

    def __init__(self, number: int, nursery: Nursery) -> None:
        self._number = number
        self._nursery = nursery
        self._code: int | None = None

    def poll(self) -> int | None:
        return self._look(0)

    def wait(self, timeout: float | None = None) -> int:
        code = self._look(timeout or GUARD)
        if code is None:
            raise subprocess.TimeoutExpired("bot", timeout or GUARD)
        return code

    def send_signal(self, sig: int) -> None:
        if self.poll() is None:
            os.kill(self._number, sig)

    def kill(self) -> None:
        self.send_signal(9)

    def _look(self, seconds: float) -> int | None:
        if self._code is None and (line := self._nursery.line(seconds)) is not None:
            self._code = int(line)
        return self._code


class _ForkedBot(BotProcess):
    def __init__(self, nursery: Nursery, folder: Path, settings: Mapping[str, object]) -> None:
        super().__init__(folder, settings)
        self._nursery = nursery

    def _launch(self, log: BinaryIO) -> Launched:
        return self._nursery.fork(self.order)


@contextmanager
def nursery_at_work() -> Iterator[Nursery]:
    """Started at once, ready when its imports are done: nobody waits for that before the first bot."""
    command = [sys.executable, "-m", "tests.support.nursery"]
    # unbuffered: an answer that has been read ahead would be seen by no `select`
    with subprocess.Popen(
        command, bufsize=0, env=environment({}), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Nursery(process)


def main() -> None:
    """Fork bots until standard input ends."""
    from bot import running  # noqa: F401  # what takes seconds, once
    from bot.cli import main as run
    from tests.support import another_day
    from tests.support.letters import kinds_with_letters
    from tests.support.warmth import warmed

    with warmed(), patch("bot.kinds.Kinds", kinds_with_letters):
        gc.freeze()
        for line in sys.stdin:
            child = os.fork()
            if child == 0:
                order: dict[str, Any] = json.loads(line)
                _moves_in(order)
                if "day" in order:
                    another_day.on(*order["day"])
                code = run(order["arguments"])
                sys.stdout.flush()
                os._exit(code)
            _say(child)
            _say(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _moves_in(order: Mapping[str, Any]) -> None:
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    out, err = _file(order["log"]), _file(order.get("errors", order["log"]))
    for mine, usual in ((os.open(os.devnull, os.O_RDONLY), 0), (out, 1), (err, 2)):
        os.dup2(mine, usual)


def _file(path: str) -> int:
    return os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
