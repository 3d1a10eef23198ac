"""An announcement as its reader gets it, and the word to the level above a sender who is a coordinator no more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from handlers.announcements.callbacks import AckAnnouncement, AnnouncementFile, BookFromList
from handlers.consultations.callbacks import BookAgain
from handlers.shell.fitting import fit
from handlers.texts import Safe, Texts, times
from shnor_domain.announcements.content import KeptFile, shown_letters
from shnor_domain.announcements.model import Announcement
from shnor_domain.announcements.notices import (
    ANNOUNCEMENT,
    AWAY,
    POLICIES,
    SENDER_GONE,
    CopyStillTrue,
    SenderStillGone,
    announcement_of,
)
from shnor_domain.announcements.ports import AnnouncementFiles, AnnouncementWork
from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Territory
from shnor_domain.messaging import Attachment, Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, NoticeId, Reader, StoredNotice
from shnor_domain.notifications.ports import Looked
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.work import Opens

_WHERE, _BEGINNING = 60, 80


@dataclass(frozen=True, slots=True)
class AnnouncementNotices:
    """Views of one installation. `message` is the very message of preview, test to oneself and delivery."""

    texts: Texts
    clock: Clock
    read: Opens[AnnouncementWork]
    names: NameTerritories
    announcement_files: AnnouncementFiles

    def kinds(self) -> tuple[Kind, ...]:
        """Every policy with its check and its view."""
        policies = {policy.kind: policy for policy in POLICIES}
        return (
            Kind(policies[ANNOUNCEMENT], CopyStillTrue(self.read), self.copy, self.together),
            Kind(policies[SENDER_GONE], SenderStillGone(self.read), self.sender_gone),
        )

    async def copy(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """With the mark of a correction on what was sent before it."""
        return await self.message(await self._announcement(row), reader.zone, corrected=face is Face.CHANGED)

    async def together(self, rows: Sequence[StoredNotice], now: datetime) -> Mapping[NoticeId, Looked]:
        """Check and words of copies that were claimed together: the names below them are read once."""
        found = await CopyStillTrue(self.read).together(rows, now)
        told = {one.announcement.id: one.announcement for one in found.values() if one.announcement is not None}
        signed = {which: await self._signature(one) for which, one in told.items()}
        return {
            row.id: Looked(
                found[row.id].answer,
                partial(self._words, told.get(announcement_of(row)), signed.get(announcement_of(row))),
            )
            for row in rows
        }

    async def _words(self, found: Announcement | None, signature: Safe | None, reader: Reader, face: Face) -> Message:
        if found is None or signature is None:
            raise NotFound
        return self._message(found, signature, reader.zone, corrected=face is Face.CHANGED)

    async def message(self, found: Announcement, zone: str, *, corrected: bool = False) -> Message:
        """The words, who tells them, and buttons: of a photo and a document the document waits for a tap (rule 14)."""
        return self._message(found, await self._signature(found), zone, corrected=corrected)

    def _message(self, found: Announcement, signature: Safe, zone: str, *, corrected: bool) -> Message:
        lines = [found.content.text, "", signature]
        if found.reminds is not None:
            lines.insert(0, self.texts("announcement-reminder"))
        if corrected and found.corrected is not None:
            clock = times.own_clock(self.texts, found.corrected, zone)
            lines.append(self.texts("announcement-corrected", clock=clock))
        shown = found.content.photo or found.content.document
        attachment = None if shown is None else self._attachment(shown, picture=shown is found.content.photo)
        return Message("\n".join(lines), self._buttons(found), attachment)

    def document(self, file: KeptFile) -> Message:
        """A message of its own without words: below a photo, for a tap."""
        return Message("", attachment=self._attachment(file, picture=False))

    async def sender_gone(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """The beginning of what is not told any more, and where."""
        found = await self._announcement(row)
        words = fit(" ".join(shown_letters(found.content.text).split()), _BEGINNING)
        where = await self._where(found.by.territory)
        away = found.why == AWAY
        return Message(self.texts("notice-announcement-stopped", words=words, where=where, away=away))

    def _buttons(self, found: Announcement) -> tuple[tuple[Button, ...], ...]:
        content, button, rows = found.content, self.texts.button, []
        if content.photo is not None and content.document is not None:
            data = AnnouncementFile(announcement=found.id).pack()
            rows.append(Button(button("btn-announcement-document"), data))
        if content.link is not None:
            rows.append(Button(content.link.text, url=content.link.url))
        if content.book:
            data = BookFromList().pack() if content.subject is None else BookAgain(subject=content.subject).pack()
            rows.append(Button(button("btn-announcement-book"), data))
        if content.acknowledge:
            rows.append(Button(button("btn-announcement-ack"), AckAnnouncement(announcement=found.id).pack()))
        return tuple((each,) for each in rows)

    def _attachment(self, file: KeptFile, *, picture: bool) -> Attachment:
        """Read when it has to be uploaded, and kept by the messenger for all other copies."""
        return Attachment(file.name, b"", picture, file.key, partial(self.announcement_files.read, file.key))

    async def _signature(self, found: Announcement) -> Safe:
        where = await self._where(found.by.territory)
        return self.texts("announcement-signature", role=found.by.role.value, where=where, placed=bool(where))

    async def _where(self, territory: Territory) -> str:
        """«Момский улус», a region's name, or nothing for the whole installation."""
        named = (await self.names([territory]))[territory]
        lowest = named.municipality or named.region
        return "" if lowest is None else fit(lowest.name, _WHERE)

    async def _announcement(self, row: StoredNotice) -> Announcement:
        async with self.read() as work:
            found = await work.announcements.get(announcement_of(row))
        if found is None:
            raise NotFound
        return found
