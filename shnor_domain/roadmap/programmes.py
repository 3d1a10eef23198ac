"""Programmes whose plans are shipped: each a list of steps in words of our own, without days (R109, R236–R242)."""

import csv
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from functools import cache
from importlib.resources import files

from shnor_domain.identity import Territory
from shnor_domain.roadmap.ladder import Level
from shnor_domain.roadmap.model import Item, ItemId, ItemState, PlanId, Programme
from shnor_domain.roadmap.periods.model import Period, Window, school_plan

OFFERED = (Programme.FIVE_HUNDRED, Programme.MEDK, Programme.STEP_TO_RESULTS)
"""Started by coordinators for many schools; the plan of a pair begins empty."""


@dataclass(frozen=True, slots=True)
class ProgrammeStep:
    """`level` is who does it: the territory of the plan, each of its municipalities, or each school."""

    number: str
    level: Level
    title: str
    result: str
    goal: str


@dataclass(frozen=True, slots=True)
class Template:
    """A programme as it is shipped."""

    programme: Programme
    title: str
    steps: tuple[ProgrammeStep, ...]


@cache
def template(programme: Programme) -> Template:
    """Raises `KeyError` for a programme that has none."""
    text = files("shnor_domain.roadmap.data").joinpath("programmes.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["programme"] == programme.value]
    titles = [row["title"] for row in rows if not row["number"]]
    if not titles:
        raise KeyError(programme)
    steps = tuple(
        ProgrammeStep(row["number"], Level(row["level"]), row["title"], row["result"], row["goal"])
        for row in rows
        if row["number"]
    )
    return Template(programme, titles[0], steps)


def school_year_window(year: int) -> Window:
    """From August to August, by the calendar year in which it begins: see `school_plan`."""
    return school_plan(year).window


def items_of(
    steps: Sequence[ProgrammeStep],
    where: Territory,
    schools: Sequence[Territory],
    now: datetime,
    having: Collection[Territory] = (),
) -> list[Item]:
    """Items for `PlanStore.add`: a step of schools is a parent of `where` with a part for each of them, one of
    municipalities likewise; a step of the region is no part of a municipality's plan, one of municipalities is its own
    there. Regions and municipalities in `having` do their own steps already: those of schools alone are left."""
    found: list[Item] = []
    units = [unit for unit in dict.fromkeys(replace(school, school=None) for school in schools) if unit not in having]
    for position, step in enumerate(steps, 1):
        if step.level is Level.REGION and where.municipality is not None:
            continue
        owners: Sequence[Territory] = ()
        if step.level is Level.SCHOOL:
            owners = schools
        elif step.level is Level.MUNICIPALITY and where.municipality is None:
            owners = units
            if not owners:
                continue
        elif where in having:
            continue
        place = ItemId(len(found))
        whole = Item(
            ItemId(0), PlanId(0), None, position, step.number, step.title, Period(""), where, now,
            goal=step.goal, result=step.result,
        )  # fmt: skip
        found.append(whole)
        found.extend(replace(whole, parent=place, owner=owner) for owner in owners)
    return found


class Turn(Enum):
    """Whose turn it is in a list of steps."""

    SCHOOL = "school"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class Progress:
    """«7 из 13»: steps confirmed of all; `next` is the first that is not, `turn` None once all are."""

    done: int
    total: int
    next: Item | None
    turn: Turn | None


def progress_of(steps: Sequence[Item]) -> Progress | None:
    """How far a school is in МЭДК, by steps in the order of the plan; None where there are none (R109)."""
    kept = [item for item in steps if item.state is not ItemState.DROPPED]
    if not kept:
        return None
    done = sum(item.state is ItemState.DONE for item in kept)
    first = next((item for item in kept if item.state is not ItemState.DONE), None)
    turn = None
    if first is not None:
        turn = Turn.REVIEWER if first.state is ItemState.ON_REVIEW else Turn.SCHOOL
    return Progress(done, len(kept), first, turn)
