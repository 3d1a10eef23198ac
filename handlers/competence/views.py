"""Tables of competence in words: numbers with their whole, few positions as «меньше 5» (rule 9)."""

from collections.abc import Mapping, Sequence

from aiogram_dialog import DialogManager

from handlers.people.eyes import Eyes
from handlers.registration.views import place_words
from handlers.shell import given
from handlers.shell.fitting import fit
from handlers.texts import Safe, Texts
from shnor_domain.competence.model import FEWEST, Counts, percent
from shnor_domain.competence.summing import Line
from shnor_domain.competence.use_cases.looking import CompetenceView, Inside
from shnor_domain.identity import SubjectId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.territories.use_cases.subjects import NameSubjects

_NAME = 120
"""Units of a name in a list of eight."""
_SOURCES = 2

Names = Mapping[SubjectId, str]


async def subject_names(manager: DialogManager) -> Names:
    """By code."""
    return await (await given(manager, NameSubjects))()


def subject_name(names: Names, subject: SubjectId) -> str:
    """What it is called, cut where it is long."""
    return fit(names.get(subject, subject), _NAME)


async def place_names(manager: DialogManager, texts: Texts, places: Sequence[Territory]) -> dict[Territory, str]:
    """«СОШ № 6, Лабинский», «Лабинский, Краснодарский край», the region's name."""
    named = await (await given(manager, NameTerritories))(list(dict.fromkeys(places)))
    return {where: fit(place_words(texts, one), _NAME) for where, one in named.items()}


def note_lines(texts: Texts, view: CompetenceView) -> tuple[str, ...]:
    """That positions are counted, that few are in no sum, and why else numbers are not shown."""
    summary = view.summary
    few = (texts.plain("competence-few-note", few=view.few),) if summary.left_out > summary.withheld else ()
    withheld = (texts.plain("competence-withheld-note"),) if summary.withheld else ()
    return (texts.plain("competence-positions-note"), *few, *withheld)


def untold(texts: Texts, line: Line) -> str:
    """What stands in the place of numbers: «меньше 5»; «не показаны» for the sake of a neighbouring school."""
    return texts.plain("competence-withheld") if line.withheld else texts.plain("competence-few", few=FEWEST)


def inside_name(texts: Texts, one: Inside) -> str:
    """«СОШ № 6, Лабинск», «Лабинский»."""
    if one.settlement is None:
        return fit(one.name, _NAME)
    return fit(texts.plain("school-with-settlement", school=one.name, settlement=one.settlement), _NAME)


def share(part: int, whole: int) -> float:
    """For a text, in per cents to one decimal."""
    return float(percent(part, whole) or 0)


def counts_words(texts: Texts, counts: Counts) -> str:
    """«A 8 (22,2 %) · B 16 (44,4 %) · C 12 (33,3 %) · D 0 (0 %)»."""
    facts: dict[str, object] = {}
    for level, number in counts.by_level:
        facts |= {level.value: number, f"{level.value}_share": share(number, counts.positions)}
    return texts.plain("competence-counts", **facts)


def line_words(texts: Texts, names: Names, line: Line) -> Safe:
    """A subject, how many positions, the levels; or that there are few."""
    name = subject_name(names, line.subject)
    if line.counts is None:
        return texts("competence-line-untold", subject=name, untold=untold(texts, line))
    return texts(
        "competence-line",
        subject=name,
        positions=line.counts.positions,
        counts=counts_words(texts, line.counts),
        left=line.left_out,
        few=FEWEST,
    )


def lines_words(texts: Texts, names: Names, lines: Sequence[Line]) -> Safe:
    """One under the other."""
    return Safe("\n".join(line_words(texts, names, line) for line in lines))


def basis_words(eyes: Eyes, view: CompetenceView) -> str:
    """Of how many tables it is made, which units entered them, when the latest was entered, and from what."""
    summary, texts = view.summary, eyes.texts
    if summary.entered is None:
        return ""
    source = ", ".join(fit(source, _NAME) for source in summary.sources[:_SOURCES])
    return texts.plain(
        f"competence-basis-{summary.basis.value}",
        tables=summary.tables,
        of=view.of,
        day=eyes.day(local_day(summary.entered, eyes.actor.zone)),
        source=source,
        sourced=bool(source),
        by=", ".join(texts.plain("competence-unit", level=level) for level in _levels(summary.units)),
    )


def _levels(units: Sequence[Territory]) -> list[str]:
    """Levels of the units that entered, the widest first."""
    found = {"school" if unit.school else "municipality" if unit.municipality else "region" for unit in units}
    return [level for level in ("region", "municipality", "school") if level in found]


def total_words(texts: Texts, view: CompetenceView) -> Safe:
    """The whole in numbers, how many people where that is told, and in a sentence to who has several schools (R168)."""
    total = view.summary.total
    if not total.positions:
        return Safe("")
    parts = [texts("competence-total", positions=total.positions, counts=counts_words(texts, total))]
    if view.summary.people is not None:
        parts.append(texts("competence-people", people=view.summary.people))
    if view.watches:
        parts.append(sentence(texts, total))
    return Safe("\n".join(parts))


def sentence(texts: Texts, total: Counts) -> Safe:
    """R168 in words that may be said."""
    return texts(
        "competence-sentence",
        positions=total.positions,
        none=total.d,
        minor=total.c,
        renew=total.to_renew,
        share=share(total.to_renew, total.positions),
    )
