"""Who answers for an item of a plan: a body, or a class of which each member answers for itself (rule 11, R016)."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files


class Each(Enum):
    """Whose members a class has: an item of a class has a child for each of them, and is done when all are."""

    MUNICIPALITY = "municipality"
    SCHOOL = "school"
    PROJECT_SCHOOL = "project-school"


@dataclass(frozen=True, slots=True)
class Body:
    """`code` is stored, `name` shown, `spellings` are other ways to write it; `each` makes it a class."""

    code: str
    name: str
    each: Each | None = None
    spellings: tuple[str, ...] = ()


def body_rows(rows: Iterable[Mapping[str, str]]) -> tuple[Body, ...]:
    """Rows with columns code, name, each, spellings (parted by «|»); all but the name may be missing. A body without a
    code is called by its name. Raises `ValueError` for a class that is none."""
    found = []
    for row in rows:
        name = row["name"].strip()
        spellings = tuple(part.strip() for part in row.get("spellings", "").split("|") if part.strip())
        each = row.get("each", "").strip()
        found.append(Body(row.get("code", "").strip() or name, name, Each(each) if each else None, spellings))
    return tuple(found)


def shipped_bodies() -> tuple[Body, ...]:
    """What plans of any region call their bodies."""
    text = files("shnor_domain.roadmap.data").joinpath("bodies.csv").read_text(encoding="utf-8")
    return body_rows(csv.DictReader(text.splitlines()))
