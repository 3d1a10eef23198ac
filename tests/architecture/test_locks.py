"""A lock file pins everything that it installs, extras included."""

import re
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted(ROOT.glob("requirements*.lock"))


def _name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _pins(lock: Path) -> dict[str, set[str]]:
    """The extras with which each distribution of a lock file is pinned."""
    pinned = re.findall(r"^([\w.-]+)(?:\[([^\]]*)\])?==", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return {_name(name): {extra.strip() for extra in extras.split(",")} - {""} for name, extras in pinned}


def _asked_for() -> Iterator[tuple[str, str, str]]:
    """Who asks for which extra of whom, by default, among all that is installed here; the project itself aside: it is
    installed without its dependencies.
    """
    for distribution in distributions():
        asker = _name(distribution.metadata["Name"])
        for requirement in distribution.requires or ():
            found = re.match(r"([\w.-]+)\s*\[([^\]]+)\]", requirement)
            if found and asker != "shnor-bot" and "extra ==" not in requirement:
                for extra in found[2].split(","):
                    yield asker, _name(found[1]), extra.strip()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_an_extra_that_is_asked_for_is_pinned_as_an_extra(lock: Path) -> None:
    # pip, when hashes are required, looks for the newest `coverage[toml]` though `coverage` is pinned, and stops
    pins = _pins(lock)
    assert pins
    loose = {
        f"{asker} asks for {asked}[{extra}]"
        for asker, asked, extra in _asked_for()
        if asker in pins and extra not in pins.get(asked, set())
    }
    assert not loose
