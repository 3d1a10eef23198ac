"""Versions of evidence and the remarks on them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, SchoolId, Territory
from shnor_domain.roadmap.evidence import (
    Evidence,
    EvidenceId,
    EvidenceKind,
    EvidenceState,
    Pile,
    Remark,
    RemarkId,
)
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import ItemId, ItemState
from shnor_domain.storage.people.reach import lies_within, territory_of
from shnor_domain.storage.roadmap.bites import bites
from shnor_domain.storage.schema.risk import risk_profile, risk_programme
from shnor_domain.storage.schema.roadmap import evidence, plan_item, remark
from shnor_domain.storage.traces import TraceStore

_NAMING = (evidence.c.file, risk_profile.c.file, risk_programme.c.file)
"""One folder holds the bodies of all of them."""


class EvidenceRows:
    """Port `EvidenceStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, sent: Evidence) -> EvidenceId:
        """Insert."""
        made = await self._connection.execute(
            insert(evidence)
            .values(
                item_id=sent.item,
                version=sent.version,
                author_id=sent.author,
                at=sent.at,
                kind=sent.kind.value,
                state=sent.state.value,
                text=sent.text,
                file=sent.file,
                name=sent.name,
                size=sent.size,
                day=sent.day,
                reviewer_id=sent.reviewer,
                decided=sent.decided,
                covers=sent.covers,
            )
            .returning(evidence.c.id)
        )
        return EvidenceId(made.scalar_one())

    async def of_item(self, item: ItemId) -> Sequence[Evidence]:
        """The latest first."""
        found = select(evidence).where(evidence.c.item_id == item).order_by(evidence.c.version.desc())
        return [_evidence(row) for row in await self._connection.execute(found)]

    async def one(self, which: EvidenceId) -> Evidence | None:
        """One version."""
        row = (await self._connection.execute(select(evidence).where(evidence.c.id == which))).one_or_none()
        return None if row is None else _evidence(row)

    async def of_author(self, person: PersonId) -> Sequence[Evidence]:
        """The latest first."""
        hers = (
            select(evidence).where(evidence.c.author_id == person).order_by(evidence.c.at.desc(), evidence.c.id.desc())
        )
        return [_evidence(row) for row in await self._connection.execute(hers)]

    async def remarks_of(self, person: PersonId) -> Sequence[Remark]:
        """The latest first."""
        hers = select(remark).where(remark.c.author_id == person).order_by(remark.c.id.desc())
        return [_remark(row) for row in await self._connection.execute(hers)]

    async def waiting(self, items: Collection[ItemId]) -> Mapping[ItemId, Evidence]:
        """In bites that the databases take."""
        found: dict[ItemId, Evidence] = {}
        for some in bites(sorted(items)):
            waits = select(evidence).where(
                evidence.c.item_id.in_(some), evidence.c.state == EvidenceState.WAITING.value
            )
            rows = await self._connection.execute(waits.order_by(evidence.c.version))
            found |= {ItemId(row.item_id): _evidence(row) for row in rows}
        return found

    async def piles(self, territories: Collection[Territory], schools: Collection[SchoolId]) -> Sequence[Pile]:
        """One statement, no text of anything read."""
        item, newer = plan_item.c, evidence.alias()
        waits = EvidenceState.WAITING.value
        replaced = exists().where(
            newer.c.item_id == item.id, newer.c.state == waits, newer.c.version > evidence.c.version
        )
        alike = (item.region_id, item.municipality_id, item.school_id, item.reviewer, item.sent, evidence.c.author_id)
        counted = (
            select(*alike, func.count().label("waiting"))
            .join_from(plan_item, evidence, evidence.c.item_id == item.id)
            .where(or_(lies_within(plan_item, territories), item.school_id.in_(schools)))
            .where(item.state == ItemState.ON_REVIEW.value, item.parts == 0, item.sent.is_not(None))
            .where(evidence.c.state == waits, ~replaced)
            .group_by(*alike)
        )
        return [
            Pile(
                territory_of(row),
                None if row.reviewer is None else Rung(row.reviewer),
                row.sent,
                _person(row.author_id),
                row.waiting,
            )
            for row in await self._connection.execute(counted)
        ]

    async def decide(
        self,
        which: EvidenceId,
        seen: EvidenceState,
        state: EvidenceState,
        reviewer: PersonId,
        now: datetime,
        *,
        covers: int = 0,
    ) -> bool:
        """Compare and set."""
        decided = (
            update(evidence)
            .where(evidence.c.id == which, evidence.c.state == seen.value)
            .values(state=state.value, reviewer_id=reviewer, decided=now, covers=covers)
        )
        return (await self._connection.execute(decided)).rowcount == 1

    async def set_state(self, which: EvidenceId, state: EvidenceState) -> None:
        """An erased one is wiped, and with the next sweep what SQLite has left of it in the gaps of its pages."""
        wiped: dict[str, Any] = (
            {"text": "", "file": None, "name": "", "size": None} if state is EvidenceState.ERASED else {}
        )
        await self._connection.execute(
            update(evidence).where(evidence.c.id == which).values(state=state.value, **wiped)
        )
        if wiped:
            await TraceStore(self._connection).wipe_free_space()

    async def add_remark(self, said: Remark) -> RemarkId:
        """Insert."""
        made = await self._connection.execute(
            insert(remark)
            .values(
                item_id=said.item,
                evidence_id=said.evidence,
                author_id=said.author,
                at=said.at,
                text=said.text,
                closed=said.closed,
            )
            .returning(remark.c.id)
        )
        return RemarkId(made.scalar_one())

    async def remarks(self, item: ItemId) -> Sequence[Remark]:
        """By id."""
        found = select(remark).where(remark.c.item_id == item).order_by(remark.c.id)
        return [_remark(row) for row in await self._connection.execute(found)]

    async def close_remark(self, which: RemarkId) -> bool:
        """Compare and set."""
        closed = update(remark).where(remark.c.id == which, remark.c.closed.is_(False)).values(closed=True)
        return (await self._connection.execute(closed)).rowcount == 1

    async def close_remarks(self, item: ItemId) -> None:
        """One statement."""
        await self._connection.execute(update(remark).where(remark.c.item_id == item).values(closed=True))

    async def named(self, files: Collection[str]) -> Collection[str]:
        """In bites that the databases take."""
        found = set[str]()
        for some in bites(sorted(files)):
            for naming in _NAMING:
                rows = select(naming).where(naming.in_(some))
                found.update(str(each) for each in (await self._connection.execute(rows)).scalars())
        return found


def _person(value: int | None) -> PersonId | None:
    return None if value is None else PersonId(value)


def _evidence(row: Row[Any]) -> Evidence:
    return Evidence(
        id=EvidenceId(row.id),
        item=ItemId(row.item_id),
        version=row.version,
        author=_person(row.author_id),
        at=row.at,
        kind=EvidenceKind(row.kind),
        state=EvidenceState(row.state),
        text=row.text,
        file=row.file,
        name=row.name,
        size=row.size,
        day=row.day,
        reviewer=_person(row.reviewer_id),
        decided=row.decided,
        covers=row.covers,
    )


def _remark(row: Row[Any]) -> Remark:
    return Remark(
        id=RemarkId(row.id),
        item=ItemId(row.item_id),
        evidence=EvidenceId(row.evidence_id),
        author=_person(row.author_id),
        at=row.at,
        text=row.text,
        closed=row.closed,
    )
