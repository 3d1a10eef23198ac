"""The report of a plan in words, one plain line a fact: for the chat and for a terminal."""

from collections.abc import Iterator, Sequence, Sized

from handlers.imports.views import one_line
from handlers.roadmap.bringing.period_words import period_words, years_words
from handlers.texts import Texts
from handlers.texts.texts import clip
from shnor_domain.roadmap.bringing.report import SETTLED_ELSEWHERE, Planned, PlanReport
from shnor_domain.roadmap.imports.model import Doubt, Remark
from shnor_domain.roadmap.model import Programme

_TITLE, _CELL = 90, 60
_NUMBERS = 30
"""As many numbers of items stand in one line."""
_NAMES = 8
_OF_CELLS = frozenset({Doubt.CELL_JOINED, Doubt.CELL_CUT})


def head_lines(texts: Texts, report: PlanReport, place: str) -> Iterator[str]:
    """What the plan is; `place` is its territory in words, empty while nobody has said."""
    yield texts.plain("bring-head", title=one_line(report.title))
    yield texts.plain("bring-line-file", name=one_line(report.name))
    if report.window is None:
        yield texts.plain("bring-line-years-none")
    else:
        yield texts.plain("bring-line-years", years=years_words(texts, report.window))
    yield texts.plain("bring-line-whom", place=place) if place else texts.plain("bring-line-whom-none")
    yield texts.plain("bring-line-programme", programme=programme_words(texts, report.answers.programme))
    if report.answers.schools:
        yield texts.plain("bring-line-schools", count=report.chosen)
    yield texts.plain("bring-line-items", count=len(report.items))
    owners = report.owners
    schools = sum(owner.school is not None for owner in owners)
    units = sum(owner.school is None and owner.municipality is not None for owner in owners)
    if units:
        yield texts.plain("bring-line-units", count=units)
    if schools:
        yield texts.plain("bring-line-owners", count=schools)


def attention_lines(texts: Texts, report: PlanReport) -> Iterator[str]:
    """What a person has to look at, or should know."""
    if report.questions:
        numbers = numbers_words(report.questions)
        yield texts.plain("bring-line-questions", count=len(report.questions), numbers=numbers)
    if report.dateless:
        yield texts.plain("bring-line-dateless", count=report.dateless)
    if report.in_doubt:
        yield texts.plain("bring-line-doubts", numbers=numbers_words(report.in_doubt))
    if report.unknown:
        names = [texts.plain("bring-name-count", name=clip(one_line(name), _CELL), count=count)
                 for name, count in list(report.unknown.items())[:_NAMES]]  # fmt: skip
        yield texts.plain("bring-line-unknown", names=", ".join(names) + _more(report.unknown, _NAMES))
    if report.nobody:
        yield texts.plain("bring-line-nobody", names=", ".join(map(one_line, report.nobody[:_NAMES])))
    if report.unknown_columns:
        columns = ", ".join(clip(one_line(column), _CELL) for column in report.unknown_columns[:_NAMES])
        yield texts.plain("bring-line-columns", columns=columns)
    if report.past and not report.answers.years:
        yield texts.plain("bring-line-past")
    if report.twin is not None:
        yield texts.plain("bring-line-twin")


def programme_words(texts: Texts, programme: Programme) -> str:
    """«дорожная карта»."""
    return texts.plain("bring-programme", programme=programme_key(programme))


def programme_key(programme: Programme) -> str:
    """The variant of texts: none begins with a digit."""
    return "p500" if programme is Programme.FIVE_HUNDRED else programme.value


def numbers_words(items: Sequence[Planned]) -> str:
    """«14, 15, 20, 28»."""
    return ", ".join(one_line(each.item.number) for each in items[:_NUMBERS]) + _more(items, _NUMBERS)


def item_title(planned: Planned) -> str:
    """On one line, cut."""
    return clip(one_line(planned.item.title), _TITLE)


def bodies_words(texts: Texts, planned: Planned) -> str:
    """Who does it, and in how many parts."""
    names = ", ".join(clip(one_line(body.name), _CELL) for body in planned.item.bodies[:4])
    names = names or texts.plain("bring-item-nobody")
    if not planned.shares:
        return names
    return texts.plain("bring-item-shared", bodies=names, parts=len(planned.shares))


def spot_words(texts: Texts, planned: Planned) -> str:
    """Where it begins in the document."""
    spot = planned.item.draft.spots[0]
    return texts.plain("bring-spot", sheet=one_line(spot.sheet) or "None", row=str(spot.row))


def doubt_lines(texts: Texts, planned: Planned) -> Iterator[str]:
    """What to compare with the document, a line a doubt."""
    for remark in planned.item.draft.remarks:
        if remark.doubt not in SETTLED_ELSEWHERE:
            yield _remark(texts, remark)


def report_lines(texts: Texts, report: PlanReport, place: str) -> Iterator[str]:
    """All of it for a terminal: what the plan is, what needs a person, every item with its days."""
    yield from head_lines(texts, report, place)
    yield from attention_lines(texts, report)
    for planned in report.items:
        period = period_words(texts, planned.item.period)
        yield f"{one_line(planned.item.number)}. {item_title(planned)}: {one_line(period)}"
        yield f"  {bodies_words(texts, planned)}"
        for line in doubt_lines(texts, planned):
            yield f"  {spot_words(texts, planned)}: {line}"


def _remark(texts: Texts, remark: Remark) -> str:
    doubt = texts.plain("bring-doubt", doubt=remark.doubt.value)
    value = clip(one_line(remark.value), _CELL)
    if remark.doubt in _OF_CELLS:
        value = texts.plain("bring-column", column=remark.value)
    if remark.meant:
        return texts.plain("bring-doubt-meant", doubt=doubt, value=value, meant=clip(one_line(remark.meant), _CELL))
    return texts.plain("bring-doubt-of", doubt=doubt, value=value) if value else doubt


def _more(items: Sized, shown: int) -> str:
    return " …" if len(items) > shown else ""
