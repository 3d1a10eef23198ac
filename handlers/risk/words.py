"""Factors in words, and results in those of /results: text, picture and table take them from here (rule 9)."""

from dataclasses import dataclass
from datetime import date

from aiogram_dialog import DialogManager

from handlers.people.eyes import Eyes, eyes_of
from handlers.results.wording import Wording, wording_of
from handlers.shell.fitting import fit
from handlers.texts import Texts
from shnor_domain.identity import Role
from shnor_domain.people.model.preferences import Preferences
from shnor_domain.results.averages import Average
from shnor_domain.results.cells import Cell
from shnor_domain.results.model import SMALL
from shnor_domain.results.thresholds import Verdict
from shnor_domain.risk.deeds import Done
from shnor_domain.risk.factors import Significance
from shnor_domain.risk.model import CaseState, Check, Decision, FactorCase

_SOURCE = 200
WEIGHTS = {Significance.HIGH: 3, Significance.MIDDLE: 2, Significance.LOW: 1, Significance.UNKNOWN: 0}
"""Squares that a picture shows beside the word."""


@dataclass(frozen=True, slots=True)
class RiskWords:
    """The reader's texts and clock; `results` are the words that /results has for the same numbers."""

    eyes: Eyes
    results: Wording

    @property
    def texts(self) -> Texts:
        """The catalogue."""
        return self.eyes.texts

    def day(self, day: date) -> str:
        """«12.03.2021»."""
        return self.eyes.day(day)

    def significance(self, significance: Significance) -> str:
        """«высокая»."""
        return self.texts.plain("risk-significance", level=significance.value)

    def decision(self, case: FactorCase | None) -> str:
        """How far the factor is: «На рассмотрении школы», «В работе с 12.09.2026», «Преодолён»."""
        if case is None:
            return ""
        day = "" if case.activated is None else self.day(case.activated)
        return self.texts.plain("risk-standing", stands=standing(case), day=day)

    def done(self, done: Done) -> str:
        """«Сделано: 1 пункт плана, 2 консультации»; nothing while nothing is even planned."""
        what = []
        if done.items:
            what.append(self.texts.plain("risk-done-items", items=done.items_done, all_items=done.items))
        if done.bookings:
            what.append(self.texts.plain("risk-done-bookings", bookings=done.bookings_held, all_bookings=done.bookings))
        return self.texts.plain("risk-done", what=", ".join(what)) if what else ""

    def source(self, text: str) -> str:
        """As it was named."""
        return fit(text, _SOURCE)

    def entered_by(self, role: Role | None) -> str:
        """«внёс координатор района», by role alone."""
        return self.texts.plain("risk-entered-by", role="none" if role is None else role.value)

    def count(self, cell: Cell) -> str:
        """«4 из 31»."""
        return self.results.pair(cell.participants, cell.below)

    def average(self, unit: str, average: Average | None) -> str:
        """«район 13 %», or nothing where too few schools stand behind it."""
        if average is None:
            return ""
        return self.texts.plain("risk-average", unit=unit, share=self.results.share(average.share))

    def verdict(self, verdict: Verdict) -> tuple[str, ...]:
        """By which threshold profile, of which year, and that the region decides: sentences of /results, each short
        enough for the foot of a picture."""
        outcome = verdict.outcome.value
        said = self.texts(
            "results-verdict",
            profile=fit(verdict.profile.title, _SOURCE),
            year=self.results.year(verdict.year),
            outcome=outcome,
            low=len(verdict.procedures),
            counted=verdict.counted,
            share=self.results.share(verdict.profile.share),
        )
        lines = [said]
        if verdict.hidden:
            lines.append(self.texts("results-hidden", count=verdict.hidden, few=SMALL))
        lines.append(self.texts("results-decides", outcome=outcome))
        return tuple(self.texts.plain("risk-line", line=line) for line in lines)


def standing(case: FactorCase) -> str:
    """A code for the words of how far a factor is."""
    if case.state is not CaseState.OPEN:
        return str(case.state.value)
    if case.closing is Check.WAITING:
        return "closing"
    if case.activated is not None:
        return "active"
    if case.decision is Decision.PENDING:
        return "pending"
    return f"{case.decision.value}-{case.check.value}"


async def words_of(manager: DialogManager, preferences: Preferences | None = None) -> RiskWords:
    """Of the reader of this update; her `preferences` are read unless they are at hand."""
    return RiskWords(await eyes_of(manager, preferences), await wording_of(manager))
