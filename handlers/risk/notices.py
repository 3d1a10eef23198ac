"""What those who confirm read in their digests, and those who decided or sent at once."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from handlers.registration.views import place_words
from handlers.risk.callbacks import OpenFactor
from handlers.shell.fitting import fit
from handlers.texts import Texts
from shnor_domain.errors import NotFound
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import DigestKind, Kind
from shnor_domain.notifications.model import Face, Line, Part, Reader, StoredNotice
from shnor_domain.risk.model import CaseId, Check, FactorCase
from shnor_domain.risk.notices import DECIDED, POLICIES, WAITS
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.programmes import ProgrammeRemark
from shnor_domain.risk.review_rows import checks
from shnor_domain.risk.seeing import catalogue
from shnor_domain.risk.waiting import Matter
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.work import Opens

_REASON, _REMARK, _REMARKS = 500, 300, 8


@dataclass(frozen=True, slots=True)
class RiskNotices:
    """Views of one installation."""

    texts: Texts
    read: Opens[RiskWork]
    names: NameTerritories

    def kinds(self) -> tuple[Kind | DigestKind, ...]:
        """Every policy with its check and its view."""
        still = checks(self.read)
        policies = {policy.kind: policy for policy in POLICIES}
        return (
            DigestKind(policies[WAITS], still[WAITS], self.waits),
            Kind(policies[DECIDED], still[DECIDED], self.decided),
        )

    async def waits(self, row: StoredNotice, reader: Reader) -> Line:
        """By the day of asking: one's own decisions go by date (L8)."""
        case, factor = await self._case(row)
        since = datetime.fromtimestamp(int(row.notice.payload["since"] or 0), UTC)
        day = since.astimezone(ZoneInfo(reader.zone)).date()
        where = place_words(self.texts, (await self.names([case.where]))[case.where])
        matter = str(row.notice.payload["matter"])
        text = self.texts("digest-risk-waits", matter=matter, where=where, factor=factor, day=day)
        return Line(Part.WAITING, text, Button(factor, OpenFactor(case=case.id).pack()), (day, case.id))

    async def decided(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """What was decided, and what has to change."""
        case, factor = await self._case(row)
        matter = Matter(str(row.notice.payload["matter"]))
        if row.notice.payload["outcome"] == Check.CONFIRMED.value:
            return Message(self.texts("notice-risk-confirmed", matter=matter.value, factor=factor), self._open(case))
        reason = fit(case.closing_note if matter is Matter.CLOSING else case.note, _REASON)
        words = [self.texts("notice-risk-returned", matter=matter.value, factor=factor, reason=reason)]
        if matter is Matter.PROGRAMME:
            words += [
                self.texts("notice-risk-remark", number=str(number), text=fit(remark.text, _REMARK))
                for number, remark in enumerate(await self._remarks(row, case), 1)
            ]
        return Message("\n".join([*words, self.texts("notice-risk-returned-next")]), self._open(case))

    def _open(self, case: FactorCase) -> tuple[tuple[Button, ...], ...]:
        return ((Button(self.texts.button("btn-risk-open"), OpenFactor(case=case.id).pack()),),)

    async def _case(self, row: StoredNotice) -> tuple[FactorCase, str]:
        """The case, and what its factor is called."""
        async with self.read() as work:
            case = await work.risk_cases.one(CaseId(int(row.notice.payload["case"] or 0)))
            if case is None:
                raise NotFound
            found = (await catalogue(work, case.where)).get(case.factor)
        return case, case.factor if found is None else found.name

    async def _remarks(self, row: StoredNotice, case: FactorCase) -> list[ProgrammeRemark]:
        """Those of the version that are open still."""
        async with self.read() as work:
            remarks = await work.risk_programmes.remarks(case.id)
        return [one for one in remarks if one.programme == row.notice.payload["ref"] and not one.closed][:_REMARKS]
