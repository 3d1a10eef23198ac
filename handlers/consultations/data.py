"""What a window of booking keeps between taps: ids only, and the question that was typed."""

from dataclasses import dataclass
from datetime import date

from aiogram_dialog import DialogManager

from handlers.consultations.views import Eyes, key_of
from handlers.shell import texts_of
from handlers.shell.acting import actor_of, names_for, now_of
from shnor_domain.consultations.model import BookingId, SessionKey
from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId, SubjectId


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen so far; asking for something that was not yet chosen is `Stale`."""

    manager: DialogManager

    @property
    def subject(self) -> SubjectId:
        """The subject."""
        return SubjectId(str(self._get("subject")))

    @property
    def host(self) -> PersonId:
        """The host."""
        return PersonId(int(str(self._get("host"))))

    @property
    def day(self) -> date:
        """A day of the reader's calendar."""
        return date.fromisoformat(str(self._get("day")))

    @property
    def key(self) -> SessionKey:
        """The meeting."""
        return key_of(str(self._get("key")))

    @property
    def booking(self) -> BookingId:
        """The booking made or looked at."""
        return BookingId(int(str(self._get("booking"))))

    @property
    def topic(self) -> str | None:
        """The question, None when skipped or not yet asked."""
        topic = self.manager.dialog_data.get("topic")
        return None if topic is None else str(topic)

    @property
    def topic_asked(self) -> bool:
        """True when the question was answered or skipped: another time needs no second asking."""
        return "topic" in self.manager.dialog_data

    @property
    def early(self) -> str | None:
        """A question that was typed before it was asked for."""
        early = self.manager.dialog_data.get("early")
        return None if early is None else str(early)

    def keep(self, **values: object) -> None:
        """Remember JSON values."""
        self.manager.dialog_data.update(values)

    def _get(self, name: str) -> object:
        if name not in self.manager.dialog_data:
            raise Stale
        return self.manager.dialog_data[name]


async def eyes_of(manager: DialogManager) -> Eyes:
    """The reader of this update."""
    return Eyes(texts_of(manager), actor_of(manager).zone, await now_of(manager), await names_for(manager))
