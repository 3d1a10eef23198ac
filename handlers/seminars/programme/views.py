"""Published events in words, for readers and for strangers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from handlers.seminars.events.views import Look, by_time, seats_line
from handlers.seminars.requests.views import short
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import Event, Lesson, LessonState
from shnor_domain.seminars.model import Form
from shnor_domain.seminars.programme.cards import EventView, Inside, OpenEvent
from shnor_domain.seminars.programme.changes import Change
from shnor_domain.seminars.programme.model import At

SHOWN = 12
"""Lessons of a course on its card."""
L = TypeVar("L", Lesson, At)


def open_text(look: Look, event: OpenEvent, *, known: bool) -> Safe:
    """Topic, kind, form, date and hours; whoever has no clock here reads that of the event."""
    texts, look = look.texts, look if known else replace(look, zone=event.zone)
    lines = [texts("sprog-title", title=event.title, off=event.called_off)]
    lines.append(texts("sprog-facts", kind=event.kind.value, form=event.form.value))
    for at in next_lessons(look, event.lessons):
        moment, length = look.moment(at.starts, event.zone), words.minutes(texts, at.minutes)
        lines.append(texts("sprog-lesson", number=str(at.number), at=moment, minutes=length))
    lines += of_all(look, len(event.lessons))
    if not known:
        lines.append(texts("sprog-clock", zone=look.clock_of(event.zone)))
    return Safe("\n".join(lines))


def inside_text(look: Look, view: EventView, inside: Inside) -> Safe:
    """All of it, but for the link, which who comes reads."""
    event, terms, texts = inside.event, inside.event.terms, look.texts
    lines = [texts("sprog-title", title=terms.title, off=view.open.called_off)]
    lines.append(
        texts("seminar-topic-facts", kind=terms.kind.value, form=terms.form.value, audience=terms.audience.value)
    )
    if terms.about is not None:
        lines.append(texts("sev-about", about=terms.about))
    lines.append(texts("sev-host-none") if inside.host is None else texts("sev-host", name=look.person(inside.host)))
    lessons = by_time(event)
    lines += [_lesson(look, event, lessons.index(each) + 1, each) for each in next_lessons(look, lessons)]
    lines += of_all(look, len(lessons))
    lines.append(seats_line(texts, event))
    where = texts.plain("sev-who-region") if inside.municipality is None else inside.municipality
    lines.append(texts("sprog-who", where=where, project=terms.project_schools_only))
    return Safe("\n".join(lines))


def next_lessons(look: Look, lessons: Sequence[L], shown: int = SHOWN) -> Sequence[L]:
    """As many as a message holds beside the rest: from the one that is on or comes next, else the last ones."""
    ahead = next((index for index, each in enumerate(lessons) if each.ends > look.now), len(lessons))
    first = max(0, min(ahead, len(lessons) - shown))
    return lessons[first : first + shown]


def of_all(look: Look, count: int, shown: int = SHOWN) -> list[Safe]:
    """How many there are, where not all are shown."""
    return [look.texts("sprog-lessons-all", count=count)] if count > shown else []


def _lesson(look: Look, event: Event, number: int, lesson: Lesson) -> Safe:
    off = lesson.state is LessonState.CANCELLED
    on_site = event.terms.form is Form.ON_SITE and lesson.venue is not None
    return look.texts(
        "sprog-own-lesson",
        number=str(number),
        at=look.moment(lesson.starts, event.zone),
        minutes=words.minutes(look.texts, lesson.minutes),
        off=off,
        has=on_site and not off,
        venue=short(lesson.venue or ""),
    )


def change_lines(look: Look, change: Change, zone: str, hosts: Mapping[PersonId, str]) -> list[Safe]:
    """What has become of one event, a line for each difference; hours are told on both clocks."""
    texts, line = look.texts, change.line
    title = short(line.title)
    if change.after is None:
        return [texts("sprog-change-gone", title=title)]
    if change.before is None:
        return [texts("sprog-change-added", title=title, at=look.moment(line.lessons[0].starts, zone))]
    found = []
    if change.renamed:
        found.append(texts("sprog-change-title", title=title, was=short(change.before.title)))
    if change.another_kind:
        found.append(texts("sprog-change-kind", title=title, kind=line.kind.value))
    if change.another_audience:
        found.append(texts("sprog-change-audience", title=title, audience=line.audience.value))
    for was, to in change.moved:
        hours = {"was": look.moment(was.starts, zone), "to": look.moment(to.starts, zone)}
        found.append(texts("sprog-change-moved", title=title, number=str(to.number), **hours))
    for key, lessons in (("added", change.lessons_added), ("gone", change.lessons_gone)):
        for at in lessons:
            moment = look.moment(at.starts, zone)
            found.append(texts(f"sprog-change-lesson-{key}", title=title, number=str(at.number), at=moment))
    if change.another_host:
        name = hosts.get(line.host) if line.host is not None else None
        named = look.person(name) if name is not None else texts.plain("sprog-nobody")
        found.append(texts("sprog-change-host", title=title, name=named))
    if change.another_form:
        found.append(texts("sprog-change-form", title=title, form=line.form.value))
    return found
