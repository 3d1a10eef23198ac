"""Whether what was planned to be told of a certificate is still true (Q3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.seminars.certificates import notices
from shnor_domain.seminars.certificates.model import CertificateId
from shnor_domain.seminars.presence.ports import PresenceWork
from shnor_domain.work import Opens


def certificate_of(notice: Notice) -> CertificateId:
    """Whose payload is {"certificate": id}."""
    return CertificateId(int(notice.payload["certificate"] or 0))


@dataclass(frozen=True, slots=True)
class IsVoid:
    """It holds no more, and she has taken no new one since."""

    read: Opens[PresenceWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once it is not hers."""
        async with self.read() as work:
            certificate = await work.certificates.get(certificate_of(row.notice))
            if certificate is None or certificate.valid or certificate.person != row.notice.person:
                return False
            return not await work.certificates.valid(certificate.event, [row.notice.person])


def checks(read: Opens[PresenceWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    return {notices.CHANGED: IsVoid(read)}
