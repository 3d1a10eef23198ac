"""`make bench`: what the bot achieves, each figure beside its goal and measured in this run.

Usage: python -m tests.benchmarks [pace] [answers] [memory] [ticks] [planning] [laying] [mailing] [recipients]
[classify] [risk] [seminar] — all of them when none is named. Counts and ratios tell something on any machine;
milliseconds only about this one, and least when others work on it.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from math import inf
from pathlib import Path

import pytest

from tests.benchmarks.classify import classify
from tests.benchmarks.laying import laying
from tests.benchmarks.mailing import mailing, recipients
from tests.benchmarks.memory import memory
from tests.benchmarks.pace import answers, pace
from tests.benchmarks.planning import planning
from tests.benchmarks.report import Figure
from tests.benchmarks.risk import risk
from tests.benchmarks.seminar import seminar
from tests.benchmarks.ticks import ticks
from tests.benchmarks.town import Fresh
from tests.support.databases import PostgresDatabases, SqliteDatabases
from tests.support.postgres import server

Benchmark = Callable[[Fresh], AsyncIterator[Figure]]
BENCHMARKS: dict[str, Benchmark] = {
    "pace": pace,
    "answers": answers,
    "memory": memory,
    "ticks": ticks,
    "planning": planning,
    "laying": laying,
    "mailing": mailing,
    "recipients": recipients,
    "classify": classify,
    "risk": risk,
    "seminar": seminar,
}
WHOLE: dict[str, Benchmark] = {"memory": partial(memory, seconds=inf), "mailing": partial(mailing, seconds=inf)}
ON_BOTH = ("ticks", "planning", "laying", "seminar")


@contextmanager
def sqlite() -> Iterator[Fresh]:
    """Files."""
    with tempfile.TemporaryDirectory() as folder:
        yield SqliteDatabases(Path(folder)).fresh


@contextmanager
def postgres() -> Iterator[Fresh]:
    """A server of our own."""
    with server() as url:
        databases = PostgresDatabases(url)
        yield databases.fresh
        databases.close()


async def tell(benchmark: Benchmark, fresh: Fresh) -> None:
    """Write its figures, each as soon as it is known."""
    async for figure in benchmark(fresh):
        _say(str(figure))


def main() -> None:
    """A goal that is missed is said to be; it is no failure of the run."""
    options = _options()
    for name in options.names or BENCHMARKS:
        benchmark = (WHOLE if options.whole and name in WHOLE else BENCHMARKS)[name]
        for database in (sqlite, postgres) if name in ON_BOTH else (sqlite,):
            begun = time.monotonic()
            _say(f"{name}, {database.__name__}")
            try:
                with database() as fresh:
                    asyncio.run(tell(benchmark, fresh))
            except pytest.skip.Exception as missing:
                _say(f"  {missing}")
            _say(f"  ({time.monotonic() - begun:.0f} s)")


def _options() -> argparse.Namespace:
    about = "What the bot achieves, each figure beside its goal."
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=about)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(BENCHMARKS)}")
    parser.add_argument("--whole", action="store_true", help="memory, mailing: all 100,000, however long that takes")
    options = parser.parse_args()
    if unknown := set(options.names) - BENCHMARKS.keys():
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    return options


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
