"""Applications for registration: decided by compare-and-set, one waiting a person, role and territory."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, PersonId, Role, SchoolId, SubjectId, Territory
from shnor_domain.people.model.applications import Application, ApplicationId, ApplicationState, Step
from shnor_domain.people.model.errors import AlreadyWaiting
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.people.reach import lies_within, territory_key, territory_of, territory_values
from shnor_domain.storage.schema.places import APPLICATION_WAITING, application, application_subject

_WAITS = application.c.state == ApplicationState.WAITING.value


class ApplicationsStore:
    """Port `Applications`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, new: Application) -> ApplicationId:
        """A new one."""
        values = {
            "person_id": new.person,
            "created": new.created,
            "state": new.state.value,
            **_asked(new),
            **_standing(new),
        }
        made = await self._telling_twins(insert(application).values(values).returning(application.c.id))
        identity = ApplicationId(made.scalar_one())
        await self._write_subjects(identity, new.subjects)
        return identity

    async def get(self, which: ApplicationId) -> Application | None:
        """One application."""
        found = await self._read(select(application).where(application.c.id == which))
        return found[0] if found else None

    async def hold(self, which: ApplicationId) -> Application | None:
        """Under a row lock; SQLite has one writer anyway."""
        found = await self._read(select(application).where(application.c.id == which).with_for_update())
        return found[0] if found else None

    async def of(self, whom: PersonId) -> Sequence[Application]:
        """All of hers."""
        return await self._read(
            select(application).where(application.c.person_id == whom).order_by(application.c.id.desc())
        )

    async def decide(
        self,
        which: ApplicationId,
        state: ApplicationState,
        by: PersonId | None,
        now: datetime,
        reason: str | None = None,
    ) -> bool:
        """Change one that waits."""
        done = await self._connection.execute(
            update(application)
            .where(application.c.id == which, _WAITS)
            .values(
                state=state.value,
                decided_by=by,
                decided_at=now,
                reason=reason,
                next_step=Step.NONE.value,
                step_due=None,
            )
        )
        return done.rowcount == 1

    async def correct(self, changed: Application) -> bool:
        """Rewrite what was asked for."""
        done = await self._telling_twins(
            update(application)
            .where(application.c.id == changed.id, _WAITS)
            .values(**_asked(changed), **_standing(changed))
        )
        if done.rowcount != 1:
            return False
        await self._connection.execute(
            delete(application_subject).where(application_subject.c.application_id == changed.id)
        )
        await self._write_subjects(changed.id, changed.subjects)
        return True

    async def move(self, changed: Application) -> None:
        """Write where it stands."""
        await self._connection.execute(
            update(application).where(application.c.id == changed.id, _WAITS).values(**_standing(changed))
        )

    async def waiting(self) -> Sequence[Application]:
        """All that wait."""
        return await self._read(select(application).where(_WAITS).order_by(application.c.id))

    async def next_step_due(self) -> datetime | None:
        """The earliest step."""
        found = await self._connection.execute(
            select(application.c.step_due)
            .where(_WAITS, application.c.step_due.is_not(None))
            .order_by(application.c.step_due)
            .limit(1)
        )
        return found.scalar()

    async def waiting_in(self, within: Sequence[Territory]) -> Sequence[Application]:
        """Those for places inside these territories."""
        return await self._read(
            select(application).where(_WAITS, lies_within(application, within)).order_by(application.c.id)
        )

    async def _telling_twins(self, statement: Any) -> Any:
        try:
            return await self._connection.execute(statement)
        except IntegrityError as error:
            if violated(error, APPLICATION_WAITING):
                raise AlreadyWaiting from error
            raise

    async def _write_subjects(self, which: ApplicationId, subjects: frozenset[SubjectId]) -> None:
        if subjects:
            rows = [{"application_id": which, "subject": subject} for subject in sorted(subjects)]
            await self._connection.execute(insert(application_subject), rows)

    async def _read(self, statement: Select[Any]) -> list[Application]:
        rows = (await self._connection.execute(statement)).all()
        if not rows:
            return []
        subjects: dict[int, set[SubjectId]] = defaultdict(set)
        found = await self._connection.execute(
            select(application_subject).where(application_subject.c.application_id.in_([row.id for row in rows]))
        )
        for which, subject in found:
            subjects[which].add(SubjectId(subject))
        return [_application(row, frozenset(subjects[row.id])) for row in rows]


def _asked(asked: Application) -> dict[str, Any]:
    return {
        "role": asked.role.value,
        **territory_values(asked.territory),
        "territory_key": territory_key(asked.territory),
        "offered_school_id": asked.school,
        "home_municipality_id": asked.home,
        "home_school_id": asked.home_school,
    }


def _standing(moved: Application) -> dict[str, Any]:
    return {
        "since": moved.since,
        "reached": moved.reached,
        "next_step": moved.next_step.value,
        "step_due": moved.step_due,
    }


def _application(row: Row[Any], subjects: frozenset[SubjectId]) -> Application:
    return Application(
        id=ApplicationId(row.id),
        person=PersonId(row.person_id),
        role=Role(row.role),
        territory=territory_of(row),
        created=row.created,
        since=row.since,
        subjects=subjects,
        school=None if row.offered_school_id is None else SchoolId(row.offered_school_id),
        home=None if row.home_municipality_id is None else MunicipalityId(row.home_municipality_id),
        home_school=None if row.home_school_id is None else SchoolId(row.home_school_id),
        reached=row.reached,
        next_step=Step(row.next_step),
        step_due=row.step_due,
        state=ApplicationState(row.state),
        reason=row.reason,
        decided_by=None if row.decided_by is None else PersonId(row.decided_by),
        decided_at=row.decided_at,
    )
