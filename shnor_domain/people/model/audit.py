"""The audit log: who of the coordinators wrote what, in ids and codes only."""

from dataclasses import dataclass, field
from datetime import datetime

from shnor_domain.identity import PersonId

Details = dict[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One write. `actor` is None for the operator's command line, `about` the person concerned.

    People stand in `actor` and `about` alone, so that deleting a person anonymises the log; `details` hold ids of
    things and codes,
    never names, typed text or persons. `subject` is «application:17».
    """

    at: datetime
    actor: PersonId | None
    action: str
    subject: str
    about: PersonId | None = None
    details: Details = field(default_factory=dict)
