"""What the form of an event keeps between taps: ids, codes, numbers and what was typed."""

from dataclasses import dataclass
from datetime import UTC, datetime

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from handlers.seminars.answers import Answers
from handlers.seminars.events import states
from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import Terms
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.model import Audience, CycleId, Form, Kind, RequestId

ORDER = ("title", "kind", "audience", "form", "lessons", "host", "seats", "quota", "shown")
_NONE = 0
"""In the place of a host or a quota: there is none."""


@dataclass(frozen=True, slots=True)
class EventForm(Answers):
    """Answers under the names of the questions."""

    @property
    def cycle(self) -> CycleId:
        """The half-year to which it belongs."""
        return CycleId(int(self.need("cycle")))

    @property
    def request(self) -> RequestId | None:
        """What it answers."""
        request = self.data.get("request")
        return None if request is None else RequestId(int(request))

    @property
    def lessons(self) -> list[Timing]:
        """By time."""
        kept = self.data.get("lessons") or []
        return [Timing(datetime.fromtimestamp(starts, UTC), minutes) for starts, minutes in sorted(kept)]

    def add_lesson(self, at: Timing) -> None:
        """One more; at the same hour there is one."""
        kept = [each for each in self.data.get("lessons") or [] if each[0] != int(at.starts.timestamp())]
        self.data["lessons"] = [*kept, [int(at.starts.timestamp()), at.minutes]]

    def drop_last(self) -> None:
        """The last by time is taken out."""
        self.data["lessons"] = sorted(self.data.get("lessons") or [])[:-1]

    @property
    def host(self) -> PersonId | None:
        """None while nobody is to lead it."""
        return PersonId(int(self.data["host"])) if self.data.get("host") else None

    def terms(self) -> Terms:
        """The whole of it; raises `Stale` while an answer is missing."""
        quota = int(self.need("quota"))
        return Terms(
            title=str(self.need("title")),
            kind=Kind(self.need("kind")),
            audience=Audience(self.need("audience")),
            form=Form(self.need("form")),
            capacity=int(self.need("seats")),
            host=self.host,
            shown_to_all=bool(self.need("shown")),
            quota=None if quota == _NONE else quota,
        )

    def next_open(self) -> State:
        """The first question without an answer; the look at the whole once there is none."""
        for name in ORDER:
            if self.data.get(name) is None:
                return states.NewEvent.day if name == "lessons" else window_of(name)
        return states.NewEvent.check


def window_of(name: str) -> State:
    """The window that asks for an answer."""
    state: State = getattr(states.NewEvent, name)
    return state


def form_of(manager: DialogManager) -> EventForm:
    """The form of this dialog."""
    return EventForm(manager.dialog_data)
