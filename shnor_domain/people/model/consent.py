"""Consent: its terms are settings, its versions are kept (rule 10)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from shnor_domain.identity import PersonId


@dataclass(frozen=True, slots=True)
class ConsentTerms:
    """What the person is asked to agree to: `retention_days` is how long data stay after she leaves; all from the
    settings."""

    version: int
    dated: date
    operator: str
    address: str
    register: str
    retention_days: int


class ConsentState(Enum):
    """`OUTDATED` is asked again: she agreed to an earlier version."""

    NONE = "none"
    CURRENT = "current"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Consent:
    """One «Согласен(на)» to one version; `withdrawn` is None while it stands."""

    person: PersonId
    version: int
    given: datetime
    withdrawn: datetime | None = None


def consent_state(consents: tuple[Consent, ...], version: int) -> ConsentState:
    """State for the terms of `version`; withdrawn consents count for nothing."""
    standing = [consent.version for consent in consents if consent.withdrawn is None]
    if not standing:
        return ConsentState.NONE
    return ConsentState.CURRENT if max(standing) >= version else ConsentState.OUTDATED
