"""What announcements need from storage and from the disk."""

from typing import Protocol

from shnor_domain.announcements.ports.audiences import AudienceBook, Recipient, Scope, Snapshot
from shnor_domain.announcements.ports.files import AnnouncementFiles
from shnor_domain.announcements.ports.recipients import RecipientStore
from shnor_domain.announcements.ports.store import AnnouncementStore
from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.people.ports import Audit, Lands, People
from shnor_domain.work import Work

__all__ = [
    "AnnouncementFiles",
    "AnnouncementStore",
    "AnnouncementWork",
    "AudienceBook",
    "Recipient",
    "RecipientStore",
    "Scope",
    "Snapshot",
]


class AnnouncementWork(Work, Protocol):
    """A unit that has announcements, people and the outbox."""

    @property
    def announcements(self) -> AnnouncementStore: ...

    @property
    def audiences(self) -> AudienceBook: ...

    @property
    def recipients(self) -> RecipientStore: ...

    @property
    def notices(self) -> NoticePlanner: ...

    @property
    def people(self) -> People: ...

    @property
    def lands(self) -> Lands: ...

    @property
    def audit(self) -> Audit: ...
