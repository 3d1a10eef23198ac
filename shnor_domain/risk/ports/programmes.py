"""Anti-risk programmes by version."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from shnor_domain.identity import PersonId, SchoolId
from shnor_domain.risk.model import CaseId
from shnor_domain.risk.programmes import Programme, ProgrammeId, ProgrammeRemark, RemarkId
from shnor_domain.territories.ports import Scope


class ProgrammeStore(Protocol):
    """Programmes and remarks on them."""

    async def put(self, programme: Programme) -> ProgrammeId:
        """Store a new version (id 0), or replace one by its id. The named constraint keeps versions apart."""
        ...

    async def one(self, programme: ProgrammeId) -> Programme | None:
        """One version."""
        ...

    async def of_case(self, case: CaseId) -> Sequence[Programme]:
        """All versions, the latest first."""
        ...

    async def latest_of(self, school: SchoolId) -> Mapping[CaseId, Programme]:
        """The latest version of each case of a school that has one."""
        ...

    async def waiting(self, scope: Scope) -> Sequence[Programme]:
        """Versions of open cases of the scope that wait for a decision, by id."""
        ...

    async def add_remarks(self, remarks: Sequence[ProgrammeRemark]) -> None:
        """Store; ids are ignored."""
        ...

    async def remarks(self, case: CaseId) -> Sequence[ProgrammeRemark]:
        """Remarks on all versions of a case, by id."""
        ...

    async def close_remark(self, remark: RemarkId) -> bool:
        """Close one; False when it was closed already."""
        ...

    async def close_remarks(self, case: CaseId) -> None:
        """Close all of a case."""
        ...

    async def of_author(self, person: PersonId) -> Sequence[Programme]:
        """Versions that a person began, the latest first."""
        ...

    async def remarks_of(self, person: PersonId) -> Sequence[ProgrammeRemark]:
        """All that a person has remarked, the latest first."""
        ...
