"""Schools, who is there, and the list of the year in words."""

from collections.abc import Iterable, Sequence

from handlers.people.eyes import Eyes
from handlers.shell.fitting import fit
from handlers.texts import Safe
from shnor_domain.identity import Role
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import Person
from shnor_domain.people.use_cases.names import Staff
from shnor_domain.people.use_cases.school_facts import SchoolPeople
from shnor_domain.territories.model import School, SchoolState, SchoolStatus, SchoolYear, Status
from shnor_domain.territories.use_cases.schools import SchoolCard

SEE_LISTS = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.OBSERVER, Role.ADMIN)
"""Whom lists of schools by status are shown to: to a school its own is never named."""

_NAME = 200
"""Units of a school's name in a list of eight."""
_NAMED, _PERSON = 8, 80
"""How many of a school are named on its card, each in so many units."""


def year_words(year: SchoolYear) -> str:
    """«2026/27»."""
    return f"{year}/{(year + 1) % 100:02}"


def status_code(status: Status) -> str:
    """Code of the status as keys of texts can hold it."""
    return "p500" if status is Status.PROJECT_500 else status.value


def school_name(eyes: Eyes, school: School) -> str:
    """«СОШ № 6, Лабинск»."""
    if school.settlement is None:
        return fit(school.name, _NAME)
    return fit(eyes.texts.plain("school-with-settlement", school=school.name, settlement=school.settlement), _NAME)


def school_row(eyes: Eyes, number: int, school: School, people: SchoolPeople | None) -> Safe:
    """A line of the list: who of the school is in the bot, and when somebody was last here."""
    name = school_name(eyes, school)
    known = people or SchoolPeople()
    if not known.leads and not known.teachers:
        return eyes.texts("school-row-nobody", number=str(number), school=name)
    return eyes.texts(
        "school-row",
        number=str(number),
        school=name,
        lead=bool(known.leads),
        teachers=known.teachers,
        curator=bool(known.curators),
        seen=_seen(eyes, known),
    )


def card_text(eyes: Eyes, card: SchoolCard, people: SchoolPeople, staff: Staff) -> Safe:
    """Name, place, who leads, who is assigned, who is in the bot."""
    school, texts = card.school, eyes.texts
    lines = [
        texts("school-name", school=school_name(eyes, school)),
        texts("school-in", municipality=card.municipality.name),
    ]
    if school.code is not None:
        lines.append(texts("school-code", code=school.code))
    if not school.state.open:
        lines.append(_closed(eyes, card))
    lines.append(_who(eyes, "lead", staff.leads, len(people.leads)))
    lines.append(_who(eyes, "curator", staff.curators, len(people.curators)))
    lines.append(texts("school-teachers", count=people.teachers))
    lines.append(texts("school-seen", when=_seen(eyes, people)))
    if eyes.actor.has(*SEE_LISTS):
        lines.extend(status_line(eyes, status) for status in card.statuses)
    return Safe("\n".join(lines))


def status_line(eyes: Eyes, status: SchoolStatus) -> Safe:
    """«2026/27: школа проекта»."""
    return eyes.texts("school-status", year=year_words(status.year), status=status_code(status.status))


def school_lines(eyes: Eyes, schools: Sequence[School], first: int = 1) -> Safe:
    """Numbered names."""
    return Safe(
        "\n".join(
            eyes.texts("school-line", number=str(number), school=school_name(eyes, school))
            for number, school in enumerate(schools, first)
        )
    )


def _closed(eyes: Eyes, card: SchoolCard) -> Safe:
    if card.school.state is SchoolState.MERGED and card.successor is not None:
        return eyes.texts("school-merged", successor=school_name(eyes, card.successor))
    return eyes.texts("school-closed")


def _who(eyes: Eyes, what: str, named: Iterable[Person], count: int) -> Safe:
    people = list(named)
    names = ", ".join(fit(eyes.name(person), _PERSON) for person in people[:_NAMED])
    if len(people) > _NAMED:
        names = f"{names} {eyes.texts.plain('people-more', count=len(people) - _NAMED)}"
    if names:
        return eyes.texts(f"school-has-{what}", names=names)
    return eyes.texts(f"school-counts-{what}", count=count) if count else eyes.texts(f"school-no-{what}")


def _seen(eyes: Eyes, people: SchoolPeople) -> str:
    if people.last_activity is None:
        return eyes.texts.plain("school-seen-never")
    day = local_day(people.last_activity, eyes.actor.zone)
    return eyes.texts.plain("school-seen-today") if day == eyes.today else eyes.day(day)
