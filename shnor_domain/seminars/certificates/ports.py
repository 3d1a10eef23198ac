"""What certificates need from storage."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from shnor_domain.identity import PersonId, RegionId
from shnor_domain.seminars.certificates.model import Certificate, CertificateId, WhyVoid
from shnor_domain.seminars.events.model import EventId
from shnor_domain.territories.model import SchoolYear


class CertificateStore(Protocol):
    """Certificates and their numbers."""

    async def get(self, certificate: CertificateId) -> Certificate | None:
        """One."""
        ...

    async def valid(self, event: EventId, people: Collection[PersonId]) -> Mapping[PersonId, Certificate]:
        """Of an event, of those of these people who have one."""
        ...

    async def of_person(self, person: PersonId) -> Sequence[Certificate]:
        """All of hers, void ones too, the latest first."""
        ...

    async def next_number(self, region: RegionId, year: SchoolYear) -> int:
        """The next of a region and school year, from 1 on; others wait for it until the unit ends, so that none is
        given twice and none is lost."""
        ...

    async def add(self, certificate: Certificate) -> CertificateId:
        """A new one; the id inside is ignored. At most one of a person and event is valid (`uq_certificate_valid`):
        who adds holds the event."""
        ...

    async def void(self, certificate: CertificateId, why: WhyVoid) -> bool:
        """False where it was void already."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Numbers and hours stay, without her and her name."""
        ...
