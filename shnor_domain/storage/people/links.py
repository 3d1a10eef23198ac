"""Links that let people in."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, Role, SubjectId
from shnor_domain.people.model.links import Link, LinkId, LinkKind
from shnor_domain.storage.people.reach import territory_of, territory_values
from shnor_domain.storage.schema.places import link, link_use
from shnor_domain.storage.upsert import insert


class LinksStore:
    """Port `Links`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, new: Link) -> LinkId:
        """A new link."""
        made = await self._connection.execute(
            link.insert()
            .values(
                code=new.code,
                kind=new.kind.value,
                role=None if new.role is None else new.role.value,
                **territory_values(new.territory),
                subjects=sorted(new.subjects),
                issuer_id=new.issuer,
                by_operator=new.by_operator,
                person_id=new.person,
                created=new.created,
                expires=new.expires,
                max_uses=new.limit,
                used=new.used,
                revoked=new.revoked,
            )
            .returning(link.c.id)
        )
        return LinkId(made.scalar_one())

    async def by_code(self, code: str) -> Link | None:
        """The link with this code."""
        row = (await self._connection.execute(select(link).where(link.c.code == code))).first()
        return None if row is None else _link(row)

    async def get(self, which: LinkId) -> Link | None:
        """One link."""
        row = (await self._connection.execute(select(link).where(link.c.id == which))).first()
        return None if row is None else _link(row)

    async def of_issuer(self, whom: PersonId | None) -> Sequence[Link]:
        """Links she made."""
        found = await self._connection.execute(select(link).where(link.c.issuer_id == whom).order_by(link.c.id.desc()))
        return [_link(row) for row in found]

    async def use(self, which: LinkId, whom: PersonId, now: datetime) -> bool:
        """Spend one use. The counter moves first: on PostgreSQL its row lock lines up everybody who uses this link
        at once."""
        if await self.used_by(which, whom):
            return True
        spent = await self._connection.execute(
            update(link)
            .where(link.c.id == which, link.c.used < link.c.max_uses, link.c.expires > now, link.c.revoked.is_(False))
            .values(used=link.c.used + 1)
        )
        if spent.rowcount != 1:
            return False
        statement = insert(self._connection, link_use).values(link_id=which, person_id=whom, used_at=now)
        noted = await self._connection.execute(statement.on_conflict_do_nothing())
        if noted.rowcount == 0:  # the same person twice at once: her second use is given back
            await self._connection.execute(update(link).where(link.c.id == which).values(used=link.c.used - 1))
        return True

    async def used_by(self, which: LinkId, whom: PersonId) -> bool:
        """True when she has used it."""
        found = await self._connection.execute(
            select(exists().where(link_use.c.link_id == which, link_use.c.person_id == whom))
        )
        return bool(found.scalar())

    async def revoke(self, which: LinkId) -> None:
        """It works no more."""
        await self._connection.execute(update(link).where(link.c.id == which).values(revoked=True))

    async def revoke_relinks(self, whom: PersonId) -> None:
        """Earlier links to her new telephone work no more."""
        await self._connection.execute(
            update(link).where(link.c.person_id == whom, link.c.kind == LinkKind.RELINK.value).values(revoked=True)
        )


def _link(row: Row[Any]) -> Link:
    return Link(
        id=LinkId(row.id),
        code=row.code,
        kind=LinkKind(row.kind),
        role=None if row.role is None else Role(row.role),
        territory=territory_of(row),
        issuer=None if row.issuer_id is None else PersonId(row.issuer_id),
        created=row.created,
        expires=row.expires,
        limit=row.max_uses,
        used=row.used,
        revoked=row.revoked,
        subjects=frozenset(SubjectId(code) for code in row.subjects),
        by_operator=row.by_operator,
        person=None if row.person_id is None else PersonId(row.person_id),
    )
