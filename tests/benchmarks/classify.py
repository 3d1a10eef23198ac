"""A country's schools by a threshold profile: 40,000 schools, nine procedures, three years, in a fresh process."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from shnor_domain.results.procedures import procedures
from tests.benchmarks.classify_land import SCHOOLS, YEARS
from tests.benchmarks.report import Figure
from tests.benchmarks.town import Fresh

_ROOT = Path(__file__).resolve().parents[2]


async def classify(_fresh: Fresh) -> AsyncIterator[Figure]:
    """As the worker does it: loading pandas belongs to its start, not to a reckoning."""
    command = (sys.executable, "-m", "tests.benchmarks.classify_land")
    process = await asyncio.create_subprocess_exec(*command, cwd=_ROOT, stdout=asyncio.subprocess.PIPE)
    told, _ = await process.communicate()
    seconds, whole, growth, reached = json.loads(told)
    what = f"{SCHOOLS:,} schools × {len(procedures())} procedures × {len(YEARS)} years"
    yield Figure(f"{what}: seconds", seconds, 1)
    yield Figure(f"{what}: memory of the whole process, MB", whole / 1e6, 300)
    yield Figure(f"{what}: growth of memory, MB", growth / 1e6)
    yield Figure(f"{what}: schools that reach the threshold", reached, show="{:,.0f}".format)
