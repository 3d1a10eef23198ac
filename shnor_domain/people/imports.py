"""A table of people to be invited: roles, territories, subjects and no names (rule 10). Each row becomes a role link.

Two equal rows are two people. A row whose like waits unused among the importer's own links is the same row again.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from shnor_domain.identity import SCHOOL_ROLES, Role, SubjectId, Territory
from shnor_domain.people.model.deciders import ladder, may_decide
from shnor_domain.people.model.links import Link, LinkId, LinkKind, new_code
from shnor_domain.people.model.places import fits
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.make_links import expiry, keep
from shnor_domain.territories.imports.grid import Grid, Line
from shnor_domain.territories.imports.plan import Planned, Terms, Write, refused
from shnor_domain.territories.imports.report import Problem, ReportRow, RowState
from shnor_domain.territories.imports.words import subject_in
from shnor_domain.territories.model import Municipality, Region, School, Subject
from shnor_domain.territories.names import name_key, resolve_municipality, words_of
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.school_names import schools_called
from shnor_domain.territories.use_cases.imports import ImportKind
from shnor_domain.territories.words import vocabulary

WANTED = ("role", "region", "municipality", "school", "subject")
NEEDED = ("role",)
ROLES = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)
LINK_DAYS = 30

Key = tuple[Role, Territory, frozenset[SubjectId]]


class InvitingWork(PeopleWork, TerritoryWork, Protocol):
    """A unit that has people and territories."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What cells are compared with; `schools` by municipality."""

    regions: Sequence[Region]
    units: Sequence[Municipality]
    schools: Mapping[int, Sequence[School]]
    catalogue: Sequence[Subject]


async def plan(work: TerritoryWork, grid: Grid, terms: Terms) -> list[Planned]:
    """One `Planned` a line; a place that the importer may not let in is a problem of its row."""
    ours = cast(InvitingWork, work)
    known = await _known(ours)
    waiting = await _waiting(ours, terms)
    planned: list[Planned] = []
    for line in grid.lines:
        title = _title(line)
        key, problems = _read(line, known)
        if key is not None and not may_decide(terms.actor, ladder(key[0], key[1])):
            problems.append(Problem("role", "out-of-scope", line["role"]))
        if problems or key is None:
            planned.append(refused(line.number, title, problems))
        elif waiting[key] > 0:
            waiting[key] -= 1
            planned.append(Planned(ReportRow(line.number, RowState.SAME, title)))
        else:
            planned.append(Planned(ReportRow(line.number, RowState.NEW, title), _write(key, terms)))
    return planned


PEOPLE = ImportKind("people", WANTED, NEEDED, ROLES, plan)


async def _known(work: InvitingWork) -> _Known:
    schools: dict[int, list[School]] = {}
    for school in await work.schools.within():
        if school.state.open:
            schools.setdefault(school.municipality, []).append(school)
    return _Known(
        await work.municipalities.regions(),
        await work.municipalities.within(),
        schools,
        [subject for subject in await work.subjects.all() if subject.active],
    )


async def _waiting(work: InvitingWork, terms: Terms) -> Counter[Key]:
    """Links of the importer that work still, by what they give."""
    return Counter(
        (link.role, link.territory, link.subjects)
        for link in await work.links.of_issuer(terms.actor.person)
        if link.kind is LinkKind.ROLE and link.role is not None and link.works_at(terms.now)
        if terms.actor.person is not None or link.by_operator
    )


def _write(key: Key, terms: Terms) -> Write:
    async def write(work: TerritoryWork) -> None:
        role, territory, subjects = key
        issuer = terms.actor.person
        link = Link(
            LinkId(0),
            new_code(),
            LinkKind.ROLE,
            role,
            territory,
            issuer,
            terms.now,
            expiry(terms.now, LINK_DAYS),
            subjects=subjects,
            by_operator=issuer is None,
        )
        await keep(cast(InvitingWork, work), link, terms.now)

    return write


def _read(line: Line, known: _Known) -> tuple[Key | None, list[Problem]]:
    problems: list[Problem] = []
    role = _role(line["role"])
    if role is None:
        problems.append(Problem("role", "unknown-role" if line["role"] else "missing", line["role"]))
    where = _where(line, known, problems)
    subjects = _subjects(line["subject"], known, problems)
    if role is None or where is None or problems:
        return None, problems
    if not fits(role, where):
        column = "school" if role in SCHOOL_ROLES or where.school is not None else "municipality"
        return None, [Problem(column, "wrong-level", line[column])]
    return (role, where, subjects), []


def _role(text: str) -> Role | None:
    named = {" ".join(words_of(spelling)): code for spelling, code in vocabulary("role").items()}
    code = named.get(" ".join(words_of(text)), text.strip().casefold())
    return next((role for role in Role if role.value == code and role is not Role.ADMIN), None)


def _where(line: Line, known: _Known, problems: list[Problem]) -> Territory | None:
    region = next((one for one in known.regions if name_key(one.name) == name_key(line["region"])), None)
    if line["region"] and region is None:
        problems.append(Problem("region", "unknown-region", line["region"]))
        return None
    if not line["municipality"]:
        if line["school"] or region is None:
            problems.append(Problem("municipality", "missing"))
            return None
        return region.territory
    unit = resolve_municipality(
        line["municipality"], [one for one in known.units if region is None or one.region == region.id]
    )
    if unit is None:
        problems.append(Problem("municipality", "unknown-municipality", line["municipality"]))
        return None
    if not line["school"]:
        return unit.territory
    found = schools_called(line["school"], known.schools.get(unit.id, ()))
    if len(found) != 1:
        problems.append(Problem("school", "several-schools" if found else "unknown-school", line["school"]))
        return None
    return found[0].territory


def _subjects(text: str, known: _Known, problems: list[Problem]) -> frozenset[SubjectId]:
    found: set[SubjectId] = set()
    for part in filter(None, (part.strip() for part in re.split(r"[;,|\n]", text))):
        subject = subject_in(part, known.catalogue)
        if subject is None:
            problems.append(Problem("subject", "unknown-subject", part))
        else:
            found.add(subject.code)
    return frozenset(found)


def _title(line: Line) -> str:
    return ", ".join(filter(None, (line["role"], line["school"] or line["municipality"] or line["region"])))[:100]
