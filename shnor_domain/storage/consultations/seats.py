"""The counts of a meeting's seats change in one statement; its CHECK decides who was first (ADR 7)."""

from sqlalchemy import Row, case, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import SessionId
from shnor_domain.storage.schema.consultations import session


async def count_seats(
    connection: AsyncConnection, session_id: SessionId, *, taken: int = 0, held: int = 0, loose: int = 0
) -> Row[tuple[int, int]]:
    """Change the counts by so much and give `taken` and `held` as they are now. There are never more loose seats than
    free ones."""
    free = session.c.capacity - session.c.taken - session.c.held - taken - held
    wanted = session.c.loose + loose
    counted = await connection.execute(
        update(session)
        .where(session.c.id == session_id)
        .values(
            taken=session.c.taken + taken,
            held=session.c.held + held,
            loose=case((wanted > free, free), else_=wanted),
        )
        .returning(session.c.taken, session.c.held)
    )
    return counted.one()
