"""Versions in words."""

from collections.abc import Sequence

from handlers.seminars.events.views import Look, lacks_told
from handlers.seminars.requests.views import people_word, schools_word, short
from handlers.seminars.views import half_words
from handlers.texts import Safe, Texts
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.programme.model import Line, Version, VersionState
from shnor_domain.seminars.programme.versions import VersionCard

_PASSED = 10


def version_text(look: Look, card: VersionCard) -> Safe:
    """What it is, where it stands, what it brings and what it lacks."""
    texts = look.texts
    lines = [
        texts("sver-title", half=half_words(texts, card.cycle.half)),
        state_line(look, card.version),
        texts("sver-counts", all=len(card.lines), new=len(card.new), first=card.first, changed=len(card.changed)),
    ]
    if card.own:
        lines.append(texts("sver-own"))
    titles = {int(each.event): each.title for each in card.lines}
    for event, lacks in card.lacks.items():
        row = {"title": short(titles.get(event, "")), "lacks": lacks_told(texts, lacks)}
        lines.append(texts("sver-unready-row", **row))
    if card.lacks:
        lines.append(texts("sver-lacks-what"))
    return Safe("\n".join(lines))


def passed_over_lines(texts: Texts, found: Sequence[tuple[Event, int]]) -> Safe:
    """A line for each event that leaves out schools that had asked, as many as a screen holds."""
    lines = [texts("sver-passed-over", title=short(event.terms.title), count=count) for event, count in found[:_PASSED]]
    if len(found) > _PASSED:
        lines.append(texts("sver-passed-over-rest", count=len(found) - _PASSED))
    return Safe("\n".join(lines))


def state_line(look: Look, version: Version) -> Safe:
    """«На утверждении с 10 сентября»."""
    when = version.published or version.decided or version.made
    if version.state is VersionState.WITHDRAWN:
        when = version.made
    return look.texts(
        "sver-state",
        state=version.state.value,
        number=str(version.number or 0),
        day=local_day(when, look.zone),
        reason=version.reason or look.texts.plain("sver-reason-gone"),
        small=version.number is not None and not version.by_hand,
    )


def state_word(texts: Texts, version: Version) -> str:
    """«действует»."""
    return texts.plain("sver-state-word", state=version.state.value)


def line_row(look: Look, card: VersionCard, number: int, line: Line) -> Safe:
    """An event as the version shows it."""
    texts = look.texts
    return texts(
        "sver-line",
        number=str(number),
        at=look.moment(line.lessons[0].starts, card.zone),
        title=short(line.title),
        kind=line.kind.value,
        form=line.form.value,
        count=len(line.lessons),
        host=host_word(look, card, line),
        asked=bool(line.schools),
        schools=schools_word(texts, line.schools),
        people=people_word(texts, line.people),
    )


def host_word(look: Look, card: VersionCard, line: Line) -> str:
    """As far as names are shown; «ведущего пока нет»."""
    name = None if line.host is None else card.hosts.get(line.host)
    return look.texts.plain("sprog-nobody") if name is None else look.person(name)
