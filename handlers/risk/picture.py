"""The profile of a school put together once: the text of the card and the picture are two views of the same value."""

from collections.abc import Iterator, Sequence

from handlers.registration.views import place_words
from handlers.risk.words import WEIGHTS, RiskWords
from handlers.shell.fitting import fit
from handlers.texts import Safe, Texts
from shnor_domain.pictures import FactorRow as DrawnFactor
from shnor_domain.pictures import Legend, Panel, RiskPicture, YearCell
from shnor_domain.results.averages import Average
from shnor_domain.results.cells import Cell, State
from shnor_domain.results.use_cases.reading import ProcedureRow, SchoolResults
from shnor_domain.risk.cards import FactorRow, RiskCard
from shnor_domain.territories.use_cases.naming import Named

_TITLE, _NAME = 150, 60
_UNSAID = (State.NO_DATA, State.NOT_APPLICABLE)


def picture_of(words: RiskWords, where: Named, card: RiskCard, results: SchoolResults) -> RiskPicture:
    """Everything that this reader may see, with every word and number ready."""
    texts, eyes = words.texts, words.eyes
    unit = _unit(texts, where)
    panels = tuple(_panel(words, unit, row) for row in results.rows if _said(row))
    return RiskPicture(
        title=fit(place_words(texts, where), _TITLE),
        lines=tuple(_about(words, card)),
        factors_title=texts.plain("risk-factors", count=len(card.rows), closed=card.closed),
        factors=tuple(_factor(words, number, row) for number, row in enumerate(card.rows, 1)),
        no_factors=texts.plain("risk-no-factors", has=card.profile is not None),
        panels_title=texts.plain("risk-panels" if panels else "risk-no-results"),
        panels=panels,
        legend=_legend(words, unit, results) if panels else Legend(),
        foot=(
            *(words.verdict(results.verdict) if panels else ()),
            texts.plain("risk-drawn", day=eyes.day(eyes.today)),
        ),
    )


def text_of(texts: Texts, picture: RiskPicture) -> Safe:
    """The same in lines; only the day of drawing is the picture's own."""
    return Safe("\n".join(_lines(texts, picture)))


def _lines(texts: Texts, picture: RiskPicture) -> Iterator[str]:
    yield texts("risk-title", title=picture.title)
    for line in picture.lines:
        yield texts("risk-line", line=line)
    yield texts("risk-head", head=picture.factors_title)
    for row in picture.factors:
        yield _factor_line(texts, row)
    if not picture.factors:
        yield texts("risk-line", line=picture.no_factors)
    yield texts("risk-head", head=picture.panels_title)
    for panel in picture.panels:
        yield _panel_line(texts, panel)
    for line in picture.foot[:-1]:
        yield texts("risk-line", line=line)


def _factor_line(texts: Texts, row: DrawnFactor) -> str:
    more = ". ".join(filter(None, (row.decision, row.done)))
    return texts(
        "risk-factor-line",
        number=row.number,
        name=row.name,
        significance=row.significance,
        more=more,
        has=bool(more),
    )


def _panel_line(texts: Texts, panel: Panel) -> str:
    """The newest year, what was before, and the averages beside it."""
    *earlier, newest = panel.years
    before = next((cell for cell in reversed(earlier) if cell.share is not None), None)
    averages = "; ".join(filter(None, (panel.municipality, panel.region)))
    return texts(
        "risk-panel-line",
        title=panel.title,
        year=newest.year,
        now=_cell_words(texts, newest),
        before="" if before is None else _cell_words(texts, before),
        had=before is not None,
        averages=averages,
        compared=bool(averages),
    )


def _cell_words(texts: Texts, cell: YearCell) -> str:
    if cell.share is None:
        return cell.word
    return texts.plain("risk-cell-count", count=cell.count, share=cell.word, mark=cell.biased, biased=bool(cell.biased))


def _about(words: RiskWords, card: RiskCard) -> Iterator[str]:
    profile = card.profile
    if profile is None:
        yield words.texts.plain("risk-no-profile")
        return
    yield words.texts.plain(
        "risk-profile",
        day=words.day(profile.day),
        source=words.source(profile.source),
        wave=profile.wave,
        by=words.entered_by(card.entered_by),
        known=card.entered_by is not None,
    )


def _factor(words: RiskWords, number: int, row: FactorRow) -> DrawnFactor:
    return DrawnFactor(
        number=f"{number}.",
        name=fit(row.factor.name, _NAME),
        weight=WEIGHTS[row.significance],
        significance=words.significance(row.significance),
        decision=words.decision(row.case),
        done=words.done(row.done),
    )


def _said(row: ProcedureRow) -> bool:
    """A procedure of which nothing is known in three years is left out."""
    return any(cell.state not in _UNSAID for cell in row.cells)


def _panel(words: RiskWords, unit: str, row: ProcedureRow) -> Panel:
    near, region = row.near[-1], row.region[-1]
    return Panel(
        title=words.results.procedure(row.procedure),
        years=tuple(
            _cell(words, cell, row.near[at], row.region[at]) for at, cell in enumerate(row.cells)
        ),
        municipality=words.average(unit, near),
        region=words.average(words.texts.plain("risk-unit-region"), region),
    )  # fmt: skip


def _cell(words: RiskWords, cell: Cell, near: Average | None, region: Average | None) -> YearCell:
    shown = cell.share is not None
    return YearCell(
        year=words.results.year(cell.year),
        word=words.results.state(cell.state) if cell.share is None else words.results.share(cell.share),
        share=None if cell.share is None else cell.share / 10,
        count=words.count(cell) if shown else "",
        biased=words.results.biased() if cell.biased and shown else "",
        municipality=None if near is None else near.share / 10,
        region=None if region is None else region.share / 10,
    )


def _legend(words: RiskWords, unit: str, results: SchoolResults) -> Legend:
    """Only of marks that stand on the picture."""
    texts, rows = words.texts, results.rows
    biased = any(cell.biased and cell.share is not None for row in rows for cell in row.cells)
    return Legend(
        share=texts.plain("risk-legend", of="share", unit=unit),
        biased=texts.plain("risk-legend", of="biased", unit=unit) if biased else "",
        municipality=texts.plain("risk-legend", of="near", unit=unit) if _any([row.near for row in rows]) else "",
        region=texts.plain("risk-legend", of="region", unit=unit) if _any([row.region for row in rows]) else "",
    )


def _any(averages: Sequence[Sequence[Average | None]]) -> bool:
    return any(one is not None for row in averages for one in row)


def _unit(texts: Texts, where: Named) -> str:
    """What municipalities of the region are called together."""
    region = where.region
    return region.word if region is not None and region.word else texts.plain("risk-unit")
