"""Rows of `announcement` ↔ the model."""

from typing import Any

from shnor_domain.announcements.audience import AnnouncementId, audience_of, data_of
from shnor_domain.announcements.content import Content, KeptFile, Link
from shnor_domain.announcements.model import Announcement, By, Draft, Start, State, digest_of
from shnor_domain.identity import PersonId, Role, SubjectId, Territory


def values_of(draft: Draft) -> dict[str, Any]:
    """What a coordinator has confirmed."""
    content, start, where = draft.content, draft.start, draft.by.territory
    return {
        "role": draft.by.role.value,
        "region_id": where.region,
        "municipality_id": where.municipality,
        "audience": data_of(draft.audience),
        "digest": digest_of(draft),
        "text": content.text,
        "photo": None if content.photo is None else content.photo.key,
        "photo_name": "" if content.photo is None else content.photo.name,
        "photo_digest": None if content.photo is None else content.photo.digest,
        "document": None if content.document is None else content.document.key,
        "document_name": "" if content.document is None else content.document.name,
        "document_digest": None if content.document is None else content.document.digest,
        "link_text": None if content.link is None else content.link.text,
        "link_url": None if content.link is None else content.link.url,
        "acknowledge": content.acknowledge,
        "book": content.book,
        "subject": content.subject,
        "starts_at": start.at,
        "starts_day": start.day,
        "starts_hour": start.hour,
        "urgent": draft.urgent,
    }


def announcement_of(row: Any) -> Announcement:
    """The announcement as it stands."""
    return Announcement(
        id=AnnouncementId(row.id),
        sender=None if row.sender_id is None else PersonId(row.sender_id),
        by=By(Role(row.role), Territory(row.region_id, row.municipality_id)),
        audience=audience_of(row.audience),
        content=_content(row),
        start=Start(row.starts_at, row.starts_day, row.starts_hour),
        urgent=row.urgent,
        state=State(row.state),
        confirmed=row.confirmed,
        begins=row.begins,
        laid=row.laid_to is None,
        why=row.why,
        corrected=row.corrected,
        ended=row.ended,
        erased=row.erased,
        reminds=None if row.reminds_id is None else AnnouncementId(row.reminds_id),
    )


def _content(row: Any) -> Content:
    return Content(
        text=row.text,
        photo=_file(row, row.photo, row.photo_name, row.photo_digest),
        document=_file(row, row.document, row.document_name, row.document_digest),
        link=None if row.link_text is None else Link(row.link_text, row.link_url),
        acknowledge=row.acknowledge,
        book=row.book,
        subject=None if row.subject is None else SubjectId(row.subject),
    )


def _file(row: Any, key: str | None, name: str, digest: str | None) -> KeptFile | None:
    """An erased one has none, though its body may still lie on the disk."""
    return None if key is None or row.erased is not None else KeptFile(key, name, digest or "")
