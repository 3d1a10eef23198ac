"""The land of the benchmark «classify», reckoned in a process that has loaded nothing else.

Usage: python -m tests.benchmarks.classify_land — prints seconds of the reckoning, the peak of memory of the whole
process and its growth in bytes, and how many schools reached the threshold.
"""

import json
import random
import sys
import time

from shnor_domain.results.ports import Packed
from shnor_domain.results.procedures import procedures
from shnor_domain.results.thresholds import Outcome, shipped_profiles
from shnor_domain.territories.model import SchoolYear
from tests.benchmarks.peak import peak

SCHOOLS = 40_000
YEARS = (SchoolYear(2023), SchoolYear(2024), SchoolYear(2025))


def land() -> Packed:
    """Seeded: every run reckons the same schools."""
    chance = random.Random(847)
    groups = []
    for year in YEARS:
        for procedure in procedures():
            rows = []
            for school in range(1, SCHOOLS + 1):
                participants = chance.randint(5, 120)
                rows.append(f"{school},{participants},{chance.randint(0, participants // 2)}")
            groups.append((year, procedure.code, ",".join(rows)))
    return Packed(",".join(str(school) for school in range(1, SCHOOLS + 1)), tuple(groups))


def reckon() -> tuple[float, int, int, int]:
    """Seconds, bytes in all, bytes of growth, schools."""
    from shnor_domain.results.frames import classify_packed

    packed, before = land(), peak()
    begun = time.perf_counter()
    found = classify_packed(packed, shipped_profiles()[0], YEARS[-1], 0, 8)
    return time.perf_counter() - begun, peak(), peak() - before, found.counts[Outcome.REACHED]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(reckon()))
