"""What an operator reads names every setting, metric and command that there is, and no other."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINKED = [
    (page, link)
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
]


def test_every_setting_is_explained_and_none_that_is_not_there() -> None:
    table = OPERATIONS.split("## Settings", 1)[1].split("\n## ", 1)[0]
    told = {name for row in re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    assert told == {name.upper() for name in Settings.model_fields}


def test_every_metric_is_listed() -> None:
    made = {
        (name, "_total" if kind == "Counter" else "")
        for file in (ROOT / "bot").rglob("*.py")
        for kind, name in re.findall(r'(Counter|Gauge|Histogram)\(\s*"(shnor_\w+)"', file.read_text(encoding="utf-8"))
    }
    assert made
    listed = set(re.findall(r"`(shnor_\w+)", OPERATIONS))
    assert listed == {f"{name}{ending}" for name, ending in made}


def test_every_job_is_explained_and_none_that_does_not_run() -> None:
    table = OPERATIONS.split("## What happens by itself", 1)[1].split("\n## ", 1)[0]
    told = {
        name for row in re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE) for name in re.findall(r"`([\w-]+)`", row)
    }
    assert told == set(re.findall(r'Job\("([\w-]+)"', (ROOT / "bot" / "jobs.py").read_text(encoding="utf-8")))


@pytest.mark.parametrize(("page", "link"), LINKED, ids=lambda part: part.name if isinstance(part, Path) else part)
def test_links_between_pages_lead_somewhere(page: Path, link: str) -> None:
    assert (page.parent / link).exists()
