"""Versions of evidence and the remarks on them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.roadmap.evidence import (
    Evidence,
    EvidenceId,
    EvidenceKind,
    EvidenceState,
    Remark,
    RemarkId,
)
from shnor_domain.roadmap.model import ItemId
from shnor_domain.storage.schema.roadmap import evidence, remark


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
            )
            .returning(evidence.c.id)
        )
        return EvidenceId(made.scalar_one())

    async def of_item(self, item: ItemId) -> Sequence[Evidence]:
        """The latest first."""
        found = select(evidence).where(evidence.c.item_id == item).order_by(evidence.c.version.desc())
        return [_evidence(row) for row in await self._connection.execute(found)]

    async def set_state(self, which: EvidenceId, state: EvidenceState) -> None:
        """An erased one is wiped."""
        wiped: dict[str, Any] = (
            {"text": "", "file": None, "name": "", "size": None} if state is EvidenceState.ERASED else {}
        )
        await self._connection.execute(
            update(evidence).where(evidence.c.id == which).values(state=state.value, **wiped)
        )

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
