"""What holders of certificates are told, read anew as it goes."""

from dataclasses import dataclass

from handlers.seminars.certificates.callbacks import NewCertificate
from handlers.seminars.certificates.views import number_word
from handlers.seminars.requests.views import short
from handlers.texts import Texts
from shnor_domain.errors import NotFound
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.seminars.certificates.notices import POLICIES
from shnor_domain.seminars.certificates.telling import certificate_of, checks
from shnor_domain.seminars.presence.ports import PresenceWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class CertificateNotices:
    """Views of one installation."""

    texts: Texts
    read: Opens[PresenceWork]

    def kinds(self) -> tuple[Kind, ...]:
        """Every policy with its check and its view."""
        still = checks(self.read)
        return tuple(Kind(policy, still[policy.kind], self.changed) for policy in POLICIES)

    async def changed(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Which one holds no more, and that another may be taken."""
        async with self.read() as work:
            certificate = await work.certificates.get(certificate_of(row.notice))
            event = None if certificate is None else await work.seminar_events.get(certificate.event)
        if certificate is None or event is None:
            raise NotFound
        text = self.texts("notice-scert-changed", number=number_word(certificate), title=short(event.terms.title))
        if face is Face.PAST or row.notice.person != certificate.person:
            return Message(text)
        data = NewCertificate(event=event.id).pack()
        return Message(text, ((Button(self.texts.button("btn-scert-new"), data),),))
