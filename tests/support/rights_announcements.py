"""Announcements."""

from typing import Any

from shnor_domain.announcements.audience import AnnouncementId, Audience
from shnor_domain.announcements.content import Content
from shnor_domain.announcements.model import Draft
from tests.support.announced import as_coordinator
from tests.support.evidence_files import PDF
from tests.support.rights_rows import OTHER_REGION, Arguments, Guarded
from tests.support.strangers import Nest


def _announcement(*more: Any) -> Arguments:
    return lambda nest: (AnnouncementId(nest.ids["announcement"]), *more)


def _put_off(nest: Nest) -> tuple[Any, ...]:
    return (AnnouncementId(nest.ids["announcement put off"]),)


def _recalled(nest: Nest) -> tuple[Any, ...]:
    return (AnnouncementId(nest.ids["announcement recalled"]),)


def _draft(nest: Nest) -> tuple[Any, ...]:
    return (Draft(as_coordinator(nest.village.municipality), Audience(), Content("Другой сбор")),)


def _audience(nest: Nest) -> tuple[Any, ...]:
    return (as_coordinator(nest.village.municipality), Audience())


OTHER_COORDINATORS = OTHER_REGION | {"coordinator of another municipality"}

ANNOUNCEMENTS = {
    "Acknowledge": Guarded("teacher", _announcement()),
    "Announce": Guarded("coordinator", _draft),
    "AnnouncementDocument": Guarded("teacher", _announcement()),
    "AnnouncementReport": Guarded("coordinator", _announcement()),
    "AnnouncementTotals": Guarded("coordinator", _announcement()),
    "AnnouncesAs": Guarded("coordinator", quiet=True),
    "CorrectAnnouncement": Guarded("coordinator", _announcement("Сбор в субботу")),
    "CountAffected": Guarded("coordinator", _announcement()),
    "CountRest": Guarded("coordinator", _announcement()),
    "EraseAnnouncement": Guarded("coordinator", _recalled),
    "ForecastAudience": Guarded("coordinator", _audience),
    "GoOnWithAnnouncement": Guarded("coordinator", _put_off),
    "KeepAnnouncementFile": Guarded("coordinator", lambda nest: (PDF, "a.pdf"), also=OTHER_COORDINATORS),
    "ListAnnouncements": Guarded("coordinator", quiet=True),
    "NoteReportPart": Guarded("coordinator", _announcement(1)),
    "OpenAnnouncement": Guarded("coordinator", _announcement()),
    "PauseAnnouncement": Guarded("coordinator", _put_off),
    "PreviewAnnouncement": Guarded("coordinator", _draft),
    "RecallAnnouncement": Guarded("coordinator", _announcement()),
    "RemindRest": Guarded("coordinator", _announcement()),
    "ReportPartSent": Guarded("coordinator", _announcement(1)),
    "SampleAudience": Guarded("coordinator", _audience),
    "StopAnnouncement": Guarded("coordinator", _put_off),
}
