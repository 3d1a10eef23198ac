"""Announcements in words: as who, whom for, when, how far."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from html import escape

from handlers.people.eyes import Eyes
from handlers.schools.views import status_code, year_words
from handlers.shell.fitting import fit
from handlers.texts import Safe, Texts
from handlers.texts import times as clocks
from shnor_domain.announcements.audience import Audience, NotAcknowledged, NotBooked
from shnor_domain.announcements.content import Content, shown_letters
from shnor_domain.announcements.forecast import Forecast, Later
from shnor_domain.announcements.model import Announcement, Start, State
from shnor_domain.announcements.use_cases.looking import AnnouncementCard
from shnor_domain.territories.model import Status

BEGINNING = 80
"""Units of the beginning by which an announcement is known."""
_LATER, _NAMED, _NAME = 4, 5, 60
_FIGURES = ("acknowledged", "waiting", "held", "paused", "unreached", "unknown", "ended")


def beginning(content: Content, units: int = BEGINNING) -> str:
    """The first words, on one line."""
    return fit(" ".join(shown_letters(content.text).split()), units)


def known_by(texts: Texts, found: Announcement, units: int = BEGINNING) -> str:
    """Its first words, «удалено» once it was erased."""
    return beginning(found.content, units) if found.erased is None else texts.plain("announcement-erased")


def standing(found: Announcement, now: datetime) -> str:
    """Code of its state; one that has not begun is «scheduled»."""
    waits = found.state in (State.PREPARING, State.RUNNING) and found.begins > now
    return "scheduled" if waits else found.state.value


def start_words(texts: Texts, start: Start, zone: str, this_year: int) -> str:
    """«сейчас», or a day and an hour on whose clock."""
    if start.day is not None and start.hour is not None:
        day = clocks.short_day(texts, start.day, this_year=this_year)
        return texts.plain("announce-start-theirs", day=day, clock=clocks.clock(texts, start.hour))
    if start.at is not None:
        return texts.plain("announce-start-mine", when=clocks.date_and_clock(texts, start.at, zone))
    return texts.plain("announce-start-now")


def forecast_words(eyes: Eyes, forecast: Forecast, *, now: bool) -> Safe:
    """«500 человек: 412 сейчас, 88 завтра в 8:00 по местному»."""
    texts = eyes.texts
    parts = [texts("announce-on-time", count=forecast.on_time, now=now)] if forecast.on_time else []
    parts += [texts("announce-passed", count=forecast.passed)] if forecast.passed else []
    parts += [_later(eyes, row) for row in forecast.later[:_LATER]]
    rest = sum(row.people for row in forecast.later[_LATER:])
    parts += [texts("announce-after", count=rest)] if rest else []
    parts += [texts("announce-unreachable", count=forecast.unreachable)] if forecast.unreachable else []
    parts += [texts("announce-unwanted", count=forecast.unwanted)] if forecast.unwanted else []
    parts += [texts("announce-never", count=forecast.never)] if forecast.never else []
    return texts("announce-forecast", count=forecast.people, parts=Safe(", ".join(parts)), some=bool(parts))


def _later(eyes: Eyes, row: Later) -> Safe:
    near = {eyes.today: "today", eyes.today + timedelta(days=1): "tomorrow"}
    day = clocks.short_day(eyes.texts, row.day, this_year=eyes.today.year)
    clock = clocks.clock(eyes.texts, row.hour)
    return eyes.texts("announce-later", count=row.people, near=near.get(row.day, "day"), day=day, clock=clock)


def audience_lines(
    texts: Texts, audience: Audience, named: dict[str, Collection[str]], place: str, told: str = ""
) -> Safe:
    """A line a criterion; `named` gives names of «municipalities», «schools» and «subjects», `told` those of «кто
    не …»."""
    roles = [
        texts.plain("announce-role", role=role.value) for role in sorted(audience.roles, key=lambda one: one.value)
    ]
    lines = [texts("announce-who", roles=", ".join(roles), some=bool(roles)), _where(texts, named, place)]
    year = None if audience.year is None else year_words(audience.year)
    if audience.statuses:
        words = [status_words(texts, status) for status in Status if status in audience.statuses]
        lines.append(texts("announce-statuses", names=", ".join(words), year=year or ""))
    if audience.clusters:
        words = [texts.plain("results-cluster", cluster=cluster) for cluster in sorted(audience.clusters)]
        lines.append(texts("announce-clusters", names=", ".join(words), year=year or ""))
    if audience.subjects:
        lines.append(texts("announce-subjects", names=some_of(texts, named.get("subjects", ()))))
    match audience.missing:
        case NotBooked(days):
            lines.append(texts("announce-missing-booked", days=days))
        case NotAcknowledged():
            lines.append(texts("announce-missing-told", words=told))
        case None:
            pass
        case _:
            lines.append(texts("announce-missing-sent", plan=told))
    return Safe("\n".join(lines))


def _where(texts: Texts, named: dict[str, Collection[str]], place: str) -> Safe:
    schools, units = named.get("schools", ()), named.get("municipalities", ())
    if schools:
        return texts("announce-where", names=some_of(texts, schools))
    return texts("announce-where", names=some_of(texts, units) if units else place)


def some_of(texts: Texts, names: Iterable[str]) -> str:
    """The first few, and how many more."""
    listed = [fit(name, _NAME) for name in names]
    first = ", ".join(listed[:_NAMED])
    return first if len(listed) <= _NAMED else texts.plain("announce-and-more", first=first, more=len(listed) - _NAMED)


def status_words(texts: Texts, status: Status) -> str:
    """«школы проекта»."""
    return texts.plain("announce-status", status=status_code(status))


def quoted(content: Content) -> Safe:
    """The beginning as HTML."""
    return html_of(beginning(content))


def html_of(words: str) -> Safe:
    """Words as HTML."""
    return Safe(escape(words, quote=False))


def day_of(texts: Texts, day: date, this_year: int) -> str:
    """«понедельник, 30 ноября»."""
    return clocks.day(texts, day, this_year=this_year)


def moving(one: AnnouncementCard) -> bool:
    """True while its figures change by themselves: it is on its way, or its copies are being deleted or corrected."""
    followed = one.copies or one.corrections
    return not one.announcement.state.over or (followed is not None and followed.waiting > 0)


def figures(eyes: Eyes, one: AnnouncementCard) -> Safe:
    """«Всего 500: доставлено 412, …»; of a recalled or corrected one its copies."""
    progress, copies, corrections = one.progress, one.copies, one.corrections
    if one.announcement.state in (State.STOPPED, State.RECALLED):
        # what waits goes no more, though its rows have not been told yet
        progress = replace(progress, waiting=0, held=0, paused=0, unreached=0)
    head = eyes.texts("announcement-progress", laid=progress.laid, sent=progress.sent, complete=one.announcement.laid)
    figures = ((of, int(getattr(progress, of))) for of in _FIGURES)
    lines = [eyes.texts("announcement-progress-line", of=of, count=count) for of, count in figures if count]
    words = Safe("\n".join([head, *lines]))
    if copies is not None:
        args = {"deleted": copies.deleted, "left": copies.left, "waiting": copies.waiting}
        return Safe(f"{words}\n{eyes.texts('announcement-copies', **args)}")
    if corrections is not None and (corrections.done or corrections.left or corrections.waiting):
        args = {"done": corrections.done, "left": corrections.left, "waiting": corrections.waiting}
        return Safe(f"{words}\n{eyes.texts('announcement-corrections', **args)}")
    return words
