"""A factor and its programme in words."""

from collections.abc import Iterator
from datetime import date

from handlers.registration.views import place_words
from handlers.risk.factor.data import the_case
from handlers.risk.words import RiskWords
from handlers.shell.fitting import fit
from handlers.texts import Safe
from shnor_domain.people.model.days import local_day
from shnor_domain.risk.cards import FactorCard
from shnor_domain.risk.model import Act, CaseEvent
from shnor_domain.risk.programmes import Part, Programme
from shnor_domain.territories.use_cases.naming import Named

_PLACE, _REASON, _PART = 150, 500, 300
_WITH_TEXT = (Act.DECIDED, Act.RETURNED, Act.CLOSING, Act.CLOSING_RETURNED)


def title(words: RiskWords, card: FactorCard) -> Safe:
    """«Учебная мотивация» in bold."""
    return words.texts("risk-title", title=card.row.factor.name)


def factor_text(words: RiskWords, card: FactorCard, where: Named) -> Safe:
    """One fact a line."""
    return Safe("\n".join(_lines(words, card, where)))


def _lines(words: RiskWords, card: FactorCard, where: Named) -> Iterator[str]:
    texts, row, case = words.texts, card.row, the_case(card)
    yield title(words, card)
    yield texts("risk-line", line=fit(place_words(texts, where), _PLACE))
    yield texts("risk-wording", wording=row.factor.wording)
    yield texts("risk-factor-significance", significance=words.significance(row.significance))
    yield texts("risk-line", line=words.decision(case))
    if case.reason:
        yield texts("risk-factor-reason", reason=fit(case.reason, _REASON))
    if case.note:
        yield texts("risk-factor-note", note=fit(case.note, _REASON))
    if case.closing_reason:
        yield texts("risk-factor-closing", reason=fit(case.closing_reason, _REASON))
    if case.closing_note:
        yield texts("risk-factor-note", note=fit(case.closing_note, _REASON))
    if row.programme is not None:
        yield texts("risk-factor-programme", state=row.programme.state.value, version=row.programme.version)
    if done := words.done(row.done):
        yield texts("risk-line", line=done)


def history_line(words: RiskWords, event: CaseEvent) -> Safe:
    """«12.09.2026: школа решила. «…»»."""
    day = words.day(local_day(event.at, words.eyes.actor.zone))
    text = ""
    if event.act in _WITH_TEXT and event.text:
        text = words.texts.plain("risk-event-said", text=fit(event.text, _REASON // 2))
    elif event.act is Act.ACTIVATED:
        text = words.day(date.fromisoformat(event.text))
    return words.texts("risk-event", day=day, act=event.act.value, text=text)


def programme_lines(words: RiskWords, version: Programme | None) -> Safe:
    """Each part: written, in the file, or missing."""
    return Safe("\n".join(_part_line(words, number, part, version) for number, part in enumerate(Part, 1)))


def _part_line(words: RiskWords, number: int, part: Part, version: Programme | None) -> Safe:
    text = "" if version is None else version.parts.get(part, "")
    return words.texts(
        "risk-part-line",
        number=str(number),
        part=part_words(words, part),
        stands="written" if text else "file" if version is not None and part not in version.missing else "missing",
        text=fit(text, _PART),
    )


def part_words(words: RiskWords, part: Part) -> str:
    """«Цель»."""
    return words.texts.plain("risk-part", part=part.value)
