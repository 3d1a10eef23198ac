"""Results in words: the same for screens and tables (rule 9)."""

from collections.abc import Mapping
from dataclasses import dataclass

from aiogram_dialog import DialogManager

from handlers.schools.views import year_words
from handlers.shell import given, texts_of
from handlers.shell.fitting import fit
from handlers.texts import Texts
from shnor_domain.identity import SubjectId
from shnor_domain.results.cells import Cell, State
from shnor_domain.results.clusters import Cluster
from shnor_domain.results.model import SMALL
from shnor_domain.results.procedures import Procedure, ProcedureCode, by_code
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.use_cases.subjects import NameSubjects

_SUBJECT = 30


@dataclass(frozen=True, slots=True)
class Wording:
    """Port `ResultWords`, and what screens need beside it. `names` are those of the subjects."""

    texts: Texts
    names: Mapping[SubjectId, str]

    def heading(self, key: str) -> str:
        """Of a column."""
        return self.texts.plain("results-column", column=key)

    def procedure(self, procedure: Procedure) -> str:
        """«ВПР, математика, 5 класс»."""
        return self.texts.plain(
            "results-procedure",
            kind=procedure.kind.value,
            subject=fit(self.names.get(procedure.subject, procedure.subject), _SUBJECT),
            grade=str(procedure.grade),
            level=procedure.level or "single",
        )

    def code(self, code: ProcedureCode) -> str:
        """The procedure of this code."""
        return self.procedure(by_code()[code])

    def year(self, year: SchoolYear) -> str:
        """«2025/26»."""
        return year_words(year)

    def state(self, state: State) -> str:
        """Why no numbers stand here."""
        return "" if state is State.SHOWN else self.texts.plain("results-state", state=state.value, few=SMALL)

    def share(self, tenths: int) -> str:
        """«30,4 %»."""
        return self.texts.plain("results-share", share=tenths / 10)

    def points(self, tenths: int) -> str:
        """«+2,5»: percentage points with their sign."""
        sign = "up" if tenths > 0 else "down" if tenths < 0 else "same"
        return self.texts.plain("results-points", sign=sign, points=abs(tenths) / 10)

    def biased(self) -> str:
        """The mark of bias."""
        return self.texts.plain("results-biased")

    def cluster(self, cluster: Cluster | None) -> str:
        """As lists say it."""
        return self.texts.plain("results-cluster", cluster="none" if cluster is None else cluster.value)

    def pair(self, participants: int, below: int) -> str:
        """«4 из 31», or «нет процедуры»."""
        if participants == 0:
            return self.state(State.NO_PROCEDURE)
        return self.texts.plain("results-pair", below=below, participants=participants)

    def cell(self, cell: Cell) -> str:
        """«4 из 31 (12,9 %)», or why there is nothing."""
        if cell.share is None:
            return self.state(cell.state)
        pair = self.pair(cell.participants, cell.below)
        return self.texts.plain("results-shown", pair=pair, share=self.share(cell.share))


async def wording_of(manager: DialogManager) -> Wording:
    """Names of subjects are read once a rendering."""
    return Wording(texts_of(manager), await (await given(manager, NameSubjects))())
