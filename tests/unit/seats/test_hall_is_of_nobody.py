"""The engine of seats knows no feature: whoever builds on it is a stranger to it, and to the others on it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
BELOW = {"seats", "storage", "notifications", "people", "territories"}
"""Folders of the domain that are no feature."""


def features() -> set[str]:
    found = {folder.parent.name for folder in (ROOT / "shnor_domain").glob("*/__init__.py")} - BELOW
    assert "consultations" in found
    return found


@pytest.mark.parametrize("package", ["shnor_domain/seats", "shnor_domain/storage/seats"])
def test_seats_load_without_any_feature(package: str) -> None:
    """In a process of its own: here all of them are loaded."""
    modules = [
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in sorted((ROOT / package).glob("*.py"))
        if file.name != "__init__.py"
    ]
    assert len(modules) > 3
    script = f"import sys, importlib\nfor name in {modules!r}: importlib.import_module(name)\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True)
    assert {
        name.split(".")[1] for name in loaded.stdout.split() if name.startswith("shnor_domain.")
    } & features() == set()
