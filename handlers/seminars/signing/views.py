"""Sign-ups, seats and places in queues in words."""

from handlers.consultations.views import Eyes
from handlers.seminars.events.views import Look, by_time
from handlers.seminars.programme.views import next_lessons, of_all
from handlers.seminars.requests.views import short
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.people.model.days import local_day
from shnor_domain.seats.rules import PLACES_IN_WORDS
from shnor_domain.seminars.events.model import Event, Lesson, LessonState
from shnor_domain.seminars.signing.model import SignUpState, Sits
from shnor_domain.seminars.signing.showing import EventWait, SchoolSeats, SignUpCard
from shnor_domain.seminars.signing.use_cases.looking import MySeat, next_start

SHOWN = 7
"""Lessons of a course with their links in one message."""


def look_of_reader(eyes: Eyes) -> Look:
    """The reader of a notice, as views of events know one."""
    return Look(eyes.texts, eyes.zone, eyes.now, eyes.names)


def place_words(look: Look, place: int) -> str:
    """«вы вторая»; from the eleventh on with a number."""
    code = f"n{place}" if place <= PLACES_IN_WORDS else "more"
    return look.texts.plain("queue-place", place=code, number=place)


def deadline(look: Look, wait: EventWait) -> str:
    """«14:20» of today, else with the date: one's own deadline is in one's own clock alone (N7)."""
    assert wait.offer is not None  # asked of offers alone
    until = wait.offer.until
    if local_day(until, look.zone) == local_day(look.now, look.zone):
        return words.own_clock(look.texts, until, look.zone)
    return words.date_and_clock(look.texts, until, look.zone)


def first_moment(look: Look, event: Event) -> str:
    """When it begins, on both clocks; of what is called off when it was to begin."""
    lessons = event.open_lessons or tuple(sorted(event.lessons, key=lambda each: each.starts))
    return look.moment(lessons[0].starts, event.zone)


def number_of(event: Event, lesson: Lesson) -> tuple[int, int]:
    """Which lesson of how many, counted as on the card of the event: by time, called-off ones too."""
    return by_time(event).index(lesson) + 1, len(event.lessons)


def where_line(look: Look, lesson: Lesson, *, leads: bool = False) -> Safe:
    """Link or place, or that it is still to come: who `leads` is asked for it."""
    if lesson.link is not None:
        return look.texts("ssign-link", link=lesson.link)
    if lesson.venue is not None:
        return look.texts("ssign-venue", venue=lesson.venue)
    return look.texts("ssign-no-place-yet" if leads else "ssign-no-place")


def seats_lines(look: Look, card: SignUpCard) -> list[Safe]:
    """For the card of an event: what is free, what of it her school may have, and how she stands."""
    texts, lines = look.texts, list[Safe]()
    if card.ahead:
        lines.append(texts("ssign-free", count=max(0, card.room.free), waits=card.waits))
        lines += [_school_line(look, each, several=len(card.schools) > 1) for each in _of_interest(card)]
    if card.mine is not None:
        lines.append(texts("ssign-signed", over=card.event.over(card.now)))
    elif card.wait is not None:
        lines.append(wait_line(look, card.wait))
    elif card.quota_reached and card.ahead:
        lines.append(texts("ssign-quota-reached"))
    return lines


def _of_interest(card: SignUpCard) -> list[SchoolSeats]:
    schools = {each.school: each for each in (*card.schools, *card.led)}
    return [each for each in schools.values() if each.left is not None or each.kept is not None]


def _school_line(look: Look, school: SchoolSeats, *, several: bool) -> Safe:
    lines = []
    if school.left is not None:
        lines.append(look.texts("ssign-left", count=school.left, school=short(school.name), several=several))
    if school.kept is not None:
        lines.append(look.texts("ssign-kept", count=school.kept.heads))
    return Safe(" ".join(lines))


def wait_line(look: Look, wait: EventWait) -> Safe:
    """How she stands in the queue, or how that has ended."""
    texts = look.texts
    if wait.ended is not None:
        return texts("ssign-wait-ended", how=wait.ended.value)
    if wait.offer is not None:
        return texts("ssign-wait-offered", until=deadline(look, wait))
    place = place_words(look, max(1, wait.place))
    if wait.free:
        return texts("ssign-wait-free", place=place)
    if wait.hindered is not None:
        return texts("ssign-wait-hindered", place=place, why=wait.hindered)
    return texts("ssign-waits", place=place)


def wait_text(look: Look, wait: EventWait) -> Safe:
    """What it is for, and how it stands."""
    head = look.texts("ssign-of", title=wait.event.terms.title, at=first_moment(look, wait.event))
    return Safe(f"{head}\n{wait_line(look, wait)}")


def seat_text(look: Look, seat: MySeat) -> Safe:
    """The event, its lessons with their places, and how the sign-up stands."""
    texts, event, signup = look.texts, seat.event, seat.signup
    lines = [texts("ssign-title", title=event.terms.title)]
    live = signup.state is SignUpState.LIVE
    lessons = by_time(event)
    for each in next_lessons(look, lessons, SHOWN):
        lines.append(
            texts(
                "ssign-lesson",
                number=str(lessons.index(each) + 1),
                at=look.moment(each.starts, event.zone),
                minutes=words.minutes(texts, each.minutes),
                off=each.state is LessonState.CANCELLED,
            )
        )
        if live and each.state is LessonState.OPEN and each.ends > look.now:
            lines.append(where_line(look, each))
    lines += of_all(look, len(lessons), SHOWN)
    state = "over" if live and event.over(look.now) else signup.state.value
    if signup.sits is Sits.KEPT:
        lines.append(texts("ssign-state-kept", state=state, count=signup.heads, school=seat.school or ""))
    else:
        lines.append(texts("ssign-state", state=state))
    return Safe("\n".join(lines))


def seat_row(look: Look, number: int, seat: MySeat) -> Safe:
    """«1. Среда, 14 октября, 15:00…: Функциональная грамотность»."""
    return look.texts(
        "ssign-row",
        number=str(number),
        at=look.moment(next_start(seat.event, look.now), seat.event.zone),
        title=short(seat.event.terms.title),
        kept=seat.signup.heads if seat.signup.sits is Sits.KEPT else 0,
    )


def wait_row(look: Look, wait: EventWait) -> Safe:
    """«Очередь: Функциональная грамотность, вы вторая»."""
    return look.texts(
        "ssign-wait-row", title=short(wait.event.terms.title), place=place_words(look, max(1, wait.place))
    )
