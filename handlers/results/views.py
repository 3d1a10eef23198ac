"""What the screen of a school says: a line a procedure, what is missing, what the profile of thresholds says."""

from collections.abc import Iterator, Sequence

from handlers.results.wording import Wording
from handlers.shell.fitting import fit
from handlers.texts import Safe
from shnor_domain.results.averages import Average
from shnor_domain.results.cells import Cell, State
from shnor_domain.results.dynamics import Completeness
from shnor_domain.results.model import SMALL
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.results.thresholds import Outcome, ThresholdProfile, Verdict
from shnor_domain.results.use_cases.reading import ProcedureRow, SchoolResults
from shnor_domain.territories.model import SchoolYear

_UNIT, _TITLE = 40, 120
_NOTHING = (State.NO_DATA, State.NOT_APPLICABLE)


def shown_year(view: SchoolResults, chosen: object) -> SchoolYear:
    """The chosen year of the three, else the latest in which something is entered, else the latest."""
    if isinstance(chosen, int) and chosen in view.years:
        return SchoolYear(chosen)
    entered = [cell.year for row in view.rows for cell in row.cells if cell.answered]
    return max(entered, default=view.years[-1])


def cells_in(view: SchoolResults, year: SchoolYear) -> list[Cell]:
    """Of all procedures, in their order."""
    at = view.years.index(year)
    return [row.cells[at] for row in view.rows]


def lines(words: Wording, view: SchoolResults, year: SchoolYear, unit: str) -> Safe:
    """A line a procedure, under it the averages around; ЕГЭ of a school that has none stands in one line."""
    at = view.years.index(year)
    shown = [row for row in view.rows if row.cells[at].state is not State.NOT_APPLICABLE]
    found = [line for row in shown for line in _row_lines(words, row, at, unit)]
    if len(shown) < len(view.rows):
        found.append(words.texts("results-ege-not-applicable"))
    return Safe("\n".join(found))


def _row_lines(words: Wording, row: ProcedureRow, at: int, unit: str) -> Iterator[Safe]:
    cell, facts = row.cells[at], [words.cell(row.cells[at])]
    if at and row.cells[at - 1].state not in _NOTHING:
        facts.append(words.texts.plain("results-before", before=words.cell(row.cells[at - 1])))
    if (change := row.changes[at]) is not None:
        facts.append(words.texts.plain("results-change", trend=change.trend.value, points=words.points(change.points)))
    yield words.texts("results-line", procedure=words.procedure(row.procedure), facts=", ".join(facts))
    if cell.biased:
        yield words.texts("results-line-biased")
    around = [(unit, row.near[at]), (words.texts.plain("results-region"), row.region[at])]
    told = [_average(words, name, average) for name, average in around if average is not None]
    if told:
        yield words.texts("results-line-averages", averages=" · ".join(told))


def _average(words: Wording, name: str, average: Average) -> str:
    share = words.share(average.share)
    return words.texts.plain("results-average", name=fit(name, _UNIT), share=share, schools=average.schools)


def missing_lines(words: Wording, found: Completeness, year: SchoolYear, asked: int) -> Safe:
    """How much is entered in three years, and what of `year` is not; `asked` is how many procedures it has."""
    told = [words.texts("results-entered", entered=found.entered, due=found.due)]
    here = [words.code(code) for each, code in found.missing if each == year]
    if here and len(here) < asked:
        told.append(words.texts("results-missing", year=words.year(year), names="; ".join(here)))
    others = len(found.missing) - len(here)
    if others:
        told.append(words.texts("results-missing-others", count=others))
    return Safe("\n".join(told))


def verdict_words(words: Wording, found: Verdict) -> Safe:
    """Always with the profile's name, never a decision."""
    said = found.outcome is not Outcome.NO_DATA
    told = [
        words.texts(
            "results-verdict",
            profile=fit(found.profile.title, _TITLE),
            year=words.year(found.year),
            outcome=found.outcome.value,
            low=len(found.procedures),
            counted=found.counted,
            share=words.share(found.profile.share),
        )
    ]
    if said and found.procedures:
        told.append(words.texts("results-low", names=_names(words, found.procedures)))
    if said and found.repeated and found.profile.years > 1:
        names = _names(words, found.repeated)
        told.append(words.texts("results-repeated", years=found.profile.years, names=names))
    if found.hidden:
        told.append(words.texts("results-hidden", count=found.hidden, few=SMALL))
    told.append(words.texts("results-decides", outcome=found.outcome.value))
    return Safe(" ".join(told))


def _names(words: Wording, codes: Sequence[ProcedureCode]) -> str:
    return "; ".join(words.code(code) for code in codes)


def profile_words(words: Wording, profile: ThresholdProfile) -> Safe:
    """What the profile asks, in full sentences."""
    told = [
        words.texts("thresholds-low", share=words.share(profile.share)),
        words.texts("thresholds-many", procedures=profile.procedures),
        words.texts("thresholds-again", years=profile.years),
        words.texts("thresholds-combine", combine=profile.combine.value),
    ]
    if profile.minimum is not None and profile.minimum > 1:
        told.append(words.texts("thresholds-minimum", minimum=profile.minimum))
    return Safe("\n".join(told))
