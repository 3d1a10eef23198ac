"""What is told of materials, read anew as it goes."""

from dataclasses import dataclass

from handlers.seminars.materials.callbacks import OpenMaterials
from handlers.seminars.requests.views import short
from handlers.texts import Texts
from shnor_domain.errors import NotFound
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.seminars.events.telling import event_of
from shnor_domain.seminars.materials.notices import MATERIALS, POLICIES
from shnor_domain.seminars.materials.ports import MaterialWork
from shnor_domain.seminars.materials.telling import checks
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MaterialNotices:
    """Views of one installation."""

    texts: Texts
    read: Opens[MaterialWork]

    def kinds(self) -> tuple[Kind, ...]:
        """Every policy with its check and its view."""
        still = checks(self.read)
        return tuple(Kind(policy, still[policy.kind], self.view) for policy in POLICIES)

    async def view(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Of which event, and the way to them."""
        async with self.read() as work:
            event = await work.seminar_events.get(event_of(row.notice))
        if event is None:
            raise NotFound
        came = row.notice.kind == MATERIALS
        text = self.texts("notice-smat-came" if came else "notice-smat-missed", title=short(event.terms.title))
        data = OpenMaterials(event=event.id).pack()
        return Message(text, ((Button(self.texts.button("btn-smat"), data),),), silent=not came)
