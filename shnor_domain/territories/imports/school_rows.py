"""A row of a table of schools, read and checked by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from shnor_domain.identity import SchoolId
from shnor_domain.territories.imports.grid import Line
from shnor_domain.territories.imports.report import Problem
from shnor_domain.territories.imports.words import LONGEST_NAME, is_yes, state_in, statuses_in, year_in
from shnor_domain.territories.model import Municipality, Region, School, SchoolState, SchoolYear, Status
from shnor_domain.territories.names import name_key, resolve_municipality
from shnor_domain.territories.school_names import number_in, school_key
from shnor_domain.territories.words import vocabulary_rows


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """What a row says. Empty cells are None and change nothing that is stored."""

    line: int
    unit: Municipality | None
    name: str
    number: int | None
    code: str | None
    settlement: str | None
    state: SchoolState | None
    successor: str | None
    base: bool
    aliases: tuple[str, ...]
    statuses: tuple[tuple[Status, SchoolYear], ...]
    source: str
    problems: tuple[Problem, ...]

    def school(
        self, school: SchoolId, successor: School | None, old: School | None = None, name: str | None = None
    ) -> School:
        """The school as the row wants it; what the row leaves open stays as in `old`."""
        if self.unit is None:
            raise ValueError("a row without a municipality has no school")
        return School(
            school,
            self.unit.region,
            self.unit.id,
            name or self.name,
            self.number if self.number is not None or old is None else old.number,
            self.settlement or (old.settlement if old else None),
            self.code or (old.code if old else None),
            self.state or (old.state if old else SchoolState.ACTIVE),
            successor.id if successor else (old.successor if old else None),
            self.base or (old.base if old else False),
            old.aliases if old else (),
        )


Find = Callable[[str, str], Municipality | Problem]


def finder(units: Sequence[Municipality], regions: Sequence[Region]) -> Find:
    """Finds municipalities by the cells «region» (may be empty) and «municipality»; tables repeat them, so
    answers are kept."""

    @cache
    def find(region: str, text: str) -> Municipality | Problem:
        inside = units
        if region:
            ids = {one.id for one in regions if name_key(one.name) == name_key(region)}
            if not ids:
                return Problem("region", "unknown-region", region)
            inside = [unit for unit in units if unit.region in ids]
        found = resolve_municipality(text, inside)
        return found or Problem("municipality", "unknown-municipality" if text else "missing", text)

    return find


def read_row(line: Line, year: SchoolYear, find: Find) -> SchoolRow:
    """`year` serves statuses without one; `line["year"]` goes before it. All problems of the row at once."""
    problems: list[Problem] = []
    found = find(line["region"], line["municipality"])
    unit = found if isinstance(found, Municipality) else None
    if isinstance(found, Problem):
        problems.append(found)
    name, base = _name(line["school"])
    problems += _lengths(line, name)
    number = _number(line, name, problems)
    own_year = year_in(line["year"]) if line["year"] else year
    if own_year is None:
        problems.append(Problem("year", "bad-year", line["year"]))
    named = statuses_in(line["statuses"])
    if named is None:
        problems.append(Problem("statuses", "unknown-status", line["statuses"]))
    state = state_in(line["state"]) if line["state"] else None
    if line["state"] and state is None:
        problems.append(Problem("state", "unknown-state", line["state"]))
    statuses = tuple(dict.fromkeys((status, of or own_year or year) for status, of in named or ()))
    return SchoolRow(
        line.number,
        unit,
        name,
        number,
        line["code"] or None,
        line["settlement"] or None,
        state,
        line["successor"] or None,
        base or is_yes(line["base"]) or any(status is Status.BASE for status, _ in statuses),
        tuple(dict.fromkeys(part.strip() for part in line["aliases"].split("|") if part.strip())),
        statuses,
        line["source"],
        tuple(problems),
    )


def _name(text: str) -> tuple[str, bool]:
    """The name without a mark such as «(базовая школа)», and whether it had one."""
    for code, mark in vocabulary_rows("school-mark"):
        at = text.casefold().find(mark)
        if code == "base" and at > 0:
            return f"{text[:at]}{text[at + len(mark) :]}".strip(" ,;"), True
    return text, False


def _lengths(line: Line, name: str) -> list[Problem]:
    found = [Problem("school", "missing", name)] if not school_key(name) else []
    limits = (("school", LONGEST_NAME), ("settlement", 100), ("code", 40), ("source", LONGEST_NAME))
    found += [Problem(column, "too-long", line[column]) for column, limit in limits if len(line[column]) > limit]
    found += [Problem("aliases", "too-long", part) for part in line["aliases"].split("|") if len(part) > LONGEST_NAME]
    return found


def _number(line: Line, name: str, problems: list[Problem]) -> int | None:
    if not line["number"]:
        return number_in(name)
    found = number_in(line["number"])
    if found is None:
        problems.append(Problem("number", "bad-number", line["number"]))
    return found
