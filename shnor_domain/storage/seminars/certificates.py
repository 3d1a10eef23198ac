"""Certificates and their numbers."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, RegionId
from shnor_domain.seminars.certificates.model import Certificate, CertificateId, CertificateState, WhyVoid
from shnor_domain.seminars.events.model import EventId
from shnor_domain.storage.schema.seminar_presence import certificate, certificate_count
from shnor_domain.storage.upsert import insert as upsert
from shnor_domain.territories.model import SchoolYear

_CERTIFICATES = certificate
_C, _N = certificate.c, certificate_count.c
_VALID = _C.state == CertificateState.VALID.value


class Certificates:
    """Port `CertificateStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, certificate: CertificateId) -> Certificate | None:
        """One."""
        return next(iter(await self._read(_C.id == certificate)), None)

    async def valid(self, event: EventId, people: Collection[PersonId]) -> Mapping[PersonId, Certificate]:
        """By the index of valid ones."""
        found = await self._read(_C.event_id == event, _C.person_id.in_(people), _VALID)
        return {each.person: each for each in found if each.person is not None}

    async def of_person(self, person: PersonId) -> Sequence[Certificate]:
        """By the index of people."""
        return await self._read(_C.person_id == person)

    async def next_number(self, region: RegionId, year: SchoolYear) -> int:
        """One statement: its row is held until the unit ends."""
        first = upsert(self._connection, certificate_count).values(region_id=region, year=year, last=1)
        more = first.on_conflict_do_update(index_elements=[_N.region_id, _N.year], set_={"last": _N.last + 1})
        return int((await self._connection.execute(more.returning(_N.last))).scalar_one())

    async def add(self, certificate: Certificate) -> CertificateId:
        """One row."""
        new = insert(_CERTIFICATES).values(
            region_id=certificate.region, year=certificate.year, number=certificate.number,
            event_id=certificate.event, person_id=certificate.person, name=certificate.name,
            minutes=certificate.minutes, day=certificate.day, issued=certificate.issued,
            state=certificate.state.value, why=None if certificate.why is None else certificate.why.value,
        )  # fmt: skip
        return CertificateId((await self._connection.execute(new.returning(_C.id))).scalar_one())

    async def void(self, certificate: CertificateId, why: WhyVoid) -> bool:
        """Compare and set."""
        gone = update(_CERTIFICATES).where(_C.id == certificate, _VALID)
        written = await self._connection.execute(gone.values(state=CertificateState.VOID.value, why=why.value))
        return written.rowcount == 1

    async def forget(self, person: PersonId) -> None:
        """By the index of people."""
        await self._connection.execute(
            update(_CERTIFICATES).where(_C.person_id == person).values(person_id=None, name=None)
        )

    async def _read(self, *where: ColumnElement[bool]) -> list[Certificate]:
        rows = await self._connection.execute(select(certificate).where(*where).order_by(_C.id.desc()))
        return [_certificate_of(row) for row in rows]


def _certificate_of(row: Any) -> Certificate:
    return Certificate(
        id=CertificateId(row.id),
        region=RegionId(row.region_id),
        year=SchoolYear(row.year),
        number=row.number,
        event=EventId(row.event_id),
        person=None if row.person_id is None else PersonId(row.person_id),
        name=row.name,
        minutes=row.minutes,
        day=row.day,
        issued=row.issued,
        state=CertificateState(row.state),
        why=None if row.why is None else WhyVoid(row.why),
    )
