"""Events and lessons in words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager

from handlers.names import shown
from handlers.seminars.events.data import When, card_of
from handlers.seminars.requests.views import people_word, schools_word, short
from handlers.shell import texts_of
from handlers.shell.acting import actor_of, names_for, now_of
from handlers.texts import Safe, Texts
from handlers.texts import times as words
from shnor_domain.people.model.preferences import Names
from shnor_domain.seminars.events.cards import EventCard
from shnor_domain.seminars.events.model import Event, EventState, Lesson, LessonState
from shnor_domain.seminars.events.rules import Lack


@dataclass(frozen=True, slots=True)
class Look:
    """Whose eyes look, and when."""

    texts: Texts
    zone: str
    now: datetime
    names: Names

    def moment(self, instant: datetime, zone: str) -> str:
        """On the reader's clock, and on the event's where it is another."""
        return words.moment(self.texts, instant, words.Reader(self.zone), words.Host(zone), now=self.now)

    def short_moment(self, instant: datetime) -> str:
        """«14 октября в 15:00» on the reader's clock, for buttons and rows."""
        return words.date_and_clock(self.texts, instant, self.zone)

    def person(self, name: str) -> str:
        """As far as the reader is shown names."""
        return shown(self.texts, name, self.names, self.texts.plain("sev-host-unnamed"))

    def clock_of(self, zone: str) -> str:
        """«Якутск (UTC+9)»: whose clock a typed time is of."""
        return self.texts.plain(
            "schedule-zone",
            town=words.town_of(self.texts, zone),
            zone=words.zone_name(self.texts, zone, now=self.now),
        )


def hits(card: EventCard) -> dict[str, Any]:
    """Whom it hits when what is published moves or falls, for `sev-hits`."""
    return {"opened": card.event.state is EventState.OPEN, "taken": card.taken, "waits": card.waits}


async def look_of(manager: DialogManager) -> Look:
    """The reader of this update."""
    return Look(texts_of(manager), actor_of(manager).zone, await now_of(manager), await names_for(manager))


async def day_and_clock(manager: DialogManager, when: When) -> dict[str, Any]:
    """For a window that asks for an hour: the day that was chosen, and whose clock it is."""
    look, card = await look_of(manager), await card_of(manager)
    day = words.day(look.texts, when.day, this_year=look.now.year)
    return {"day": day, "zone": look.clock_of(card.event.zone)}


def card_text(look: Look, card: EventCard) -> Safe:
    """The whole of an event."""
    event, terms, texts = card.event, card.event.terms, look.texts
    lines = [
        texts("sev-head", title=terms.title, state=state_word(texts, event)),
        texts("seminar-topic-facts", kind=terms.kind.value, form=terms.form.value, audience=terms.audience.value),
    ]
    if terms.about is not None:
        lines.append(texts("sev-about", about=terms.about))
    lines.append(host_line(look, card))
    lines += lesson_lines(look, event) or [texts("sev-no-lessons")]
    lines.append(seats_line(texts, event))
    if event.state is EventState.OPEN:
        lines.append(texts("sev-taken", count=card.taken, waits=card.waits))
    lines.append(who_line(texts, card))
    if card.demand:
        topics = ", ".join(short(each.wanted.topic) for each in card.requests)
        asked = {"schools": schools_word(texts, card.schools), "people": people_word(texts, card.people)}
        lines.append(texts("sev-asked", topics=topics, **asked))
    if card.lacks and event.state is not EventState.CANCELLED:
        lines.append(texts("sev-lacks", lacks=lacks_words(texts, card.lacks)))
    return Safe("\n".join(lines))


def state_word(texts: Texts, event: Event) -> str:
    """«черновик»."""
    return texts.plain("sev-state", state=event.state.value)


def host_line(look: Look, card: EventCard) -> Safe:
    """Who leads it, or that nobody does."""
    if card.host is None:
        return look.texts("sev-host-none")
    return look.texts("sev-host", name=look.person(card.host))


def lesson_lines(look: Look, event: Event) -> list[Safe]:
    """A line for each, by time; what is called off says so."""
    return [lesson_line(look, event, number, each) for number, each in enumerate(by_time(event), 1)]


def lesson_line(look: Look, event: Event, number: int, lesson: Lesson) -> Safe:
    """«1. Среда, 14 октября, 15:00 (у вас) · 13:00 Якутск, 60 минут»."""
    key = "sev-lesson-off" if lesson.state is LessonState.CANCELLED else "sev-lesson"
    return look.texts(
        key,
        number=str(number),
        at=look.moment(lesson.starts, event.zone),
        minutes=words.minutes(look.texts, lesson.minutes),
        where=where_word(look.texts, lesson),
    )


def by_time(event: Event) -> list[Lesson]:
    """All of them, called-off ones too."""
    return sorted(event.lessons, key=lambda each: (each.starts, each.number))


def where_word(texts: Texts, lesson: Lesson) -> str:
    """«есть ссылка», «место указано», or that there is none yet."""
    if lesson.link is not None:
        return texts.plain("sev-has-link")
    return texts.plain("sev-has-venue" if lesson.venue is not None else "sev-has-no-place")


def seats_line(texts: Texts, event: Event) -> Safe:
    """Seats for all, and for one school."""
    if event.terms.quota is None:
        return texts("sev-seats", count=event.terms.capacity)
    return texts("sev-seats-quota", count=event.terms.capacity, quota=event.terms.quota)


def who_line(texts: Texts, card: EventCard) -> Safe:
    """Whom it invites, and whether strangers read of it."""
    terms = card.event.terms
    where = texts.plain("sev-who-region") if card.municipality is None else card.municipality
    return texts("sev-who", where=where, project=terms.project_schools_only, all=terms.shown_to_all)


def lacks_told(texts: Texts, lacks: tuple[Lack, ...]) -> str:
    """«нет ведущего, занятие вышло за пределы полугодия»."""
    return ", ".join(texts.plain("sev-lack-told", lack=each.value) for each in lacks)


def lacks_words(texts: Texts, lacks: tuple[Lack, ...]) -> str:
    """«ведущего, занятия»."""
    return ", ".join(texts.plain("sev-lack", lack=each.value) for each in lacks)
