"""The states of a version as a pure machine: each step gives the version as it is then, or refuses by name."""

from dataclasses import replace
from datetime import datetime

from shnor_domain.errors import Invalid, Stale
from shnor_domain.identity import PersonId
from shnor_domain.letters import visible_letters
from shnor_domain.seminars.errors import NotApproved, OwnProgramme
from shnor_domain.seminars.programme.model import IN_WORK, LEAST_REASON, RETURN_REASON, Version, VersionState


def checked_reason(reason: str) -> str:
    """One line of 3 to 500 letters; raises `Invalid("reason", "empty" | "long")`."""
    line = " ".join(visible_letters(reason).split())
    if len(line) < LEAST_REASON:
        raise Invalid("reason", "empty")
    if len(line) > RETURN_REASON:
        raise Invalid("reason", "long", most=RETURN_REASON)
    return line


def returned(version: Version, by: PersonId, reason: str, now: datetime) -> Version:
    """It is to be made anew. Raises `OwnProgramme`, `Stale`, `Invalid("reason", …)`."""
    _require_decidable(version, by)
    reason = checked_reason(reason)
    return replace(version, state=VersionState.RETURNED, decided=now, decided_by=by, reason=reason)


def approved(version: Version, by: PersonId, now: datetime) -> Version:
    """It may be published. Raises `OwnProgramme` for who has submitted it, `Stale` for what does not wait."""
    _require_decidable(version, by)
    return replace(version, state=VersionState.APPROVED, decided=now, decided_by=by)


def withdrawn(version: Version) -> Version:
    """Its drafts may be changed again. Raises `Stale` for what is not in work."""
    if version.state not in IN_WORK:
        raise Stale
    return replace(version, state=VersionState.WITHDRAWN)


def published(version: Version, after: Version | None, now: datetime) -> Version:
    """It holds from now on; `after` is the one that has held until now. Raises `NotApproved` while it waits, `Stale`
    for what is not in work."""
    if version.state is VersionState.WAITING:
        raise NotApproved
    if version.state is not VersionState.APPROVED:
        raise Stale
    return replace(version, state=VersionState.PUBLISHED, number=next_number(after), published=now)


def superseded(version: Version) -> Version:
    """Another holds in its place; raises `Stale` for what does not hold."""
    if version.state is not VersionState.PUBLISHED:
        raise Stale
    return replace(version, state=VersionState.SUPERSEDED)


def next_number(after: Version | None) -> int:
    """Published versions are numbered from 1 without a gap."""
    return 1 if after is None else (after.number or 0) + 1


def _require_decidable(version: Version, by: PersonId) -> None:
    if version.state is not VersionState.WAITING:
        raise Stale
    if version.made_by == by:
        raise OwnProgramme
