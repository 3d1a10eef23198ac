"""Announcements in the database: the audience, the announcements, their recipients."""

from shnor_domain.storage.announcements.announcements import AnnouncementsStore
from shnor_domain.storage.announcements.audiences import AudiencesStore
from shnor_domain.storage.announcements.recipients import RecipientsStore

__all__ = ["AnnouncementsStore", "AudiencesStore", "RecipientsStore"]
