"""What reviewers read in their digests, and authors at once (L5)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from handlers.registration.views import place_words
from handlers.roadmap.item.callbacks import OpenItem
from handlers.shell.fitting import fit
from handlers.texts import Texts
from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import DigestKind, Kind
from shnor_domain.notifications.model import Face, Line, Part, Reader, StoredNotice
from shnor_domain.roadmap.evidence import EvidenceId, EvidenceState, Remark
from shnor_domain.roadmap.model import Item
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.review_notices import DECISION, POLICIES, REVIEW
from shnor_domain.roadmap.review_rows import checks
from shnor_domain.roadmap.telling import item_of
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.work import Opens

_TITLE, _REMARK, _REMARKS = 150, 300, 8


@dataclass(frozen=True, slots=True)
class ReviewNotices:
    """Views of one installation."""

    texts: Texts
    clock: Clock
    read: Opens[RoadmapWork]
    names: NameTerritories

    def kinds(self) -> tuple[Kind | DigestKind, ...]:
        """Every policy with its check and its view."""
        still = checks(self.read)
        policies = {policy.kind: policy for policy in POLICIES}
        return (
            DigestKind(policies[REVIEW], still[REVIEW], self.review),
            Kind(policies[DECISION], still[DECISION], self.decision),
        )

    async def review(self, row: StoredNotice, reader: Reader) -> Line:
        """By the day of sending, then number: one's own decisions go by date (L8)."""
        item = await self._item(row)
        sent = datetime.fromtimestamp(int(row.notice.payload["sent"] or 0), UTC)
        day = sent.astimezone(ZoneInfo(reader.zone)).date()
        where = place_words(self.texts, (await self.names([item.owner]))[item.owner])
        text = self.texts("digest-review", title=fit(item.title, _TITLE), where=where, day=day)
        return Line(Part.WAITING, text, item_button(item), (day, item.position, item.id))

    async def decision(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """What was decided, and what has to change."""
        item = await self._item(row)
        which = EvidenceId(int(row.notice.payload["evidence"] or 0))
        returned = row.notice.payload["outcome"] == EvidenceState.RETURNED.value
        title = fit(item.title, _TITLE)
        words = [self.texts("notice-returned" if returned else "notice-confirmed", title=title)]
        if returned:
            words += [
                self.texts("item-remark", number=str(number), text=fit(remark.text, _REMARK))
                for number, remark in enumerate(await self._remarks(item, which), 1)
            ]
            words.append(self.texts("notice-returned-next"))
        button = Button(self.texts.button("btn-item-open"), OpenItem(item=item.id).pack())
        return Message("\n".join(words), ((button,),))

    async def _item(self, row: StoredNotice) -> Item:
        async with self.read() as work:
            item = await work.plans.item(item_of(row.notice))
        if item is None:
            raise NotFound
        return item

    async def _remarks(self, item: Item, which: EvidenceId) -> list[Remark]:
        """Those of the version that are open still."""
        async with self.read() as work:
            remarks = await work.evidence.remarks(item.id)
        return [each for each in remarks if each.evidence == which and not each.closed][:_REMARKS]


def item_button(item: Item) -> Button:
    """Opens the item's card; under a row of a digest its number comes in front."""
    return Button(item.title, OpenItem(item=item.id).pack())
