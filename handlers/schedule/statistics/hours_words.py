"""Hours in words: times, minutes, people; each kind of help on its own (R142)."""

from collections.abc import Iterator

from aiogram_dialog import DialogManager

from handlers.consultations.views import Eyes
from handlers.names import shown
from handlers.texts import Texts
from shnor_domain.consultations.statistics.model import HelpKind
from shnor_domain.consultations.statistics.periods import PeriodKind
from shnor_domain.consultations.statistics.use_cases.hours import Hours
from shnor_domain.identity import PersonId


def whose(manager: DialogManager) -> PersonId | None:
    """Whom this dialog was started for, None for the reader herself."""
    data = manager.start_data
    return PersonId(int(data["host"])) if isinstance(data, dict) and "host" in data else None


async def whose_words(manager: DialogManager, eyes: Eyes, found: Hours | None) -> str:
    """«Мои часы», or the name of the host."""
    if whose(manager) is None:
        return eyes.texts.plain("hours-own")
    return eyes.texts.plain("hours-unnamed") if found is None else name_of(eyes, found)


def name_of(eyes: Eyes, found: Hours) -> str:
    """How the host wishes to be called, as far as names are shown."""
    name = "" if found.host is None else found.host.name
    return shown(eyes.texts, name, eyes.names, eyes.texts.plain("consult-host-unknown"))


def hours_row(eyes: Eyes, found: Hours) -> str:
    """A button: «Пётр Семёнович · 4 встречи»."""
    return eyes.texts.button("btn-hours-host", name=name_of(eyes, found), times=found.of()[0])


def amount(texts: Texts, kind: str, times: int, minutes: int, people: int) -> str:
    """«4 встречи, 180 минут, 12 человек»; answered questions have no length and nobody came."""
    if kind == HelpKind.QUESTION.value:
        return texts.plain("hours-questions", times=times)
    return texts.plain(
        "hours-amount",
        meetings=texts.plain("hours-times", times=times),
        minutes=texts.plain("hours-minutes", minutes=minutes),
        people=texts.plain("hours-people", people=people),
    )


def help_lines(texts: Texts, found: Hours) -> Iterator[str]:
    """Held meetings of all kinds together, then each kind that there is."""
    yield texts.plain("hours-all", amount=amount(texts, "all", *found.held))
    for kind in HelpKind:
        times, minutes, people = found.of(kind)
        if times:
            yield texts.plain("hours-kind", kind=kind.value, amount=amount(texts, kind.value, times, minutes, people))


def month_lines(texts: Texts, found: Hours) -> Iterator[str]:
    """A line a month; none within a single one."""
    if found.period.kind is PeriodKind.MONTH:
        return
    for month in sorted({each.month for each in found.helps}):
        of_it = [each for each in found.helps if each.month == month and each.kind is not HelpKind.QUESTION]
        sums = (sum(e.times for e in of_it), sum(e.minutes for e in of_it), sum(e.people for e in of_it))
        yield texts.plain("hours-month", month=month, amount=amount(texts, "all", *sums))
