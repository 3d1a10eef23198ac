"""What a person types of results, checked before it is written (R050–R058)."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from shnor_domain.errors import Invalid
from shnor_domain.people.model.audit import Details
from shnor_domain.results.model import LONGEST_SOURCE, MOST, Result, enterable
from shnor_domain.results.procedures import ProcedureCode, by_code
from shnor_domain.territories.model import SchoolYear


@dataclass(frozen=True, slots=True)
class Entry:
    """`participants` 0 is «нет процедуры»: never a share of 0 %."""

    year: SchoolYear
    procedure: ProcedureCode
    participants: int
    below: int = 0


def problem_of(entry: Entry, day: date, without_ege: bool) -> tuple[str, str] | None:
    """Field and reason of the first thing that is wrong, as `Invalid` takes them; None for a good one."""
    procedure = by_code().get(entry.procedure)
    if procedure is None:
        return "procedure", "unknown"
    if without_ege and procedure.of_upper_school and entry.participants != 0:
        return "procedure", "without-ege"
    if not enterable(entry.year, day):
        return "year", "range"
    if not 0 <= entry.participants <= MOST:
        return "participants", "range"
    if not 0 <= entry.below <= entry.participants:
        return "below", "range"
    return None


def checked(entries: Iterable[Entry], day: date, without_ege: bool) -> Collection[Entry]:
    """The same, in their order. Raises `Invalid`: «procedure» «unknown» | «without-ege» | «twice», «year» «range»,
    «participants» «range», «below» «range», «entries» «empty»."""
    found: dict[tuple[SchoolYear, ProcedureCode], Entry] = {}
    for entry in entries:
        if (wrong := problem_of(entry, day, without_ege)) is not None:
            raise Invalid(*wrong)
        if (entry.year, entry.procedure) in found:
            raise Invalid("procedure", "twice")
        found[entry.year, entry.procedure] = entry
    if not found:
        raise Invalid("entries", "empty")
    return tuple(found.values())


def checked_source(source: str) -> str:
    """On one line. Raises `Invalid("source", "empty" | "long")`."""
    line = " ".join(source.split())
    if not line or len(line) > LONGEST_SOURCE:
        raise Invalid("source", "long" if line else "empty")
    return line


def by_year(entries: Iterable[Entry | Result]) -> Details:
    """Codes of procedures by year, for the log: never a number of pupils."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in entries:
        found[str(one.year)].append(one.procedure)
    return {year: " ".join(codes) for year, codes in found.items()}
