"""What the windows of one event share."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from aiogram_dialog import DialogManager

from handlers.schedule.windows import started_with
from handlers.shell import given, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import Stale
from shnor_domain.seats.times import instant
from shnor_domain.seminars.events.cards import EventCard
from shnor_domain.seminars.events.model import EventId, Lesson
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.leading import EventDesk

_CARD = "seminar_event_card"
CHOSEN = "lesson"
"""Where the dialog of lessons keeps the one that was chosen."""


def event_id(manager: DialogManager) -> EventId:
    """The event that this dialog is about."""
    return EventId(int(started_with(manager, "event")))


async def on_start(data: Any, manager: DialogManager) -> None:
    """What has just been done is said above the card: {"said": key of the words}."""
    if isinstance(data, dict) and "said" in data:
        tell(manager, texts_of(manager)(str(data["said"])))


@dataclass(frozen=True, slots=True)
class SaidBelow:
    """Result of a dialog that was closed by what it did: the key of the words that are said above the one below."""

    key: str


async def on_result(_started: Any, result: Any, manager: DialogManager) -> None:
    """Say what the dialog above has done."""
    if isinstance(result, SaidBelow):
        tell(manager, texts_of(manager)(result.key))


async def card_of(manager: DialogManager) -> EventCard:
    """As it stands now, read once an update; `NotFound` when it is no longer the reader's to see."""
    data = manager.middleware_data
    if _CARD not in data:
        data[_CARD] = await (await given(manager, EventDesk))(actor_of(manager), event_id(manager))
    found: EventCard = data[_CARD]
    return found


async def lesson_of(manager: DialogManager) -> tuple[EventCard, Lesson]:
    """The chosen one; raises `Stale` where it is gone."""
    card = await card_of(manager)
    found = next((each for each in card.event.lessons if each.id == manager.dialog_data.get(CHOSEN)), None)
    if found is None:
        raise Stale
    return card, found


def changed(manager: DialogManager, card: EventCard | None = None) -> None:
    """What was read before the change in hand is read anew, or is `card`."""
    manager.middleware_data.pop(_CARD, None)
    if card is not None:
        manager.middleware_data[_CARD] = card


@dataclass(frozen=True, slots=True)
class When:
    """Day, hour and length between taps, under names that begin with `name`."""

    manager: DialogManager
    name: str = "at"

    def keep(self, **answers: Any) -> None:
        """`day` and `time` in ISO 8601, `minutes` as a number."""
        self.manager.dialog_data.update({f"{self.name}_{key}": value for key, value in answers.items()})

    @property
    def day(self) -> date:
        """On the event's clock; raises `Stale` while it is not chosen."""
        return date.fromisoformat(self._get("day"))

    def timing(self, zone: str, minutes: int | None = None) -> Timing:
        """The whole of it; `minutes` where they are not asked for."""
        starts: datetime = instant(self.day, time.fromisoformat(self._get("time")), zone)
        return Timing(starts, minutes if minutes is not None else int(self._get("minutes")))

    def _get(self, key: str) -> str:
        value = self.manager.dialog_data.get(f"{self.name}_{key}")
        if value is None:
            raise Stale
        return str(value)
