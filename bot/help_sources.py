"""Where help of hosts is counted: features are strangers to each other, here alone their counts meet."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.consultations.statistics.model import Help, HelpKind
from shnor_domain.consultations.statistics.ports import of_consultations
from shnor_domain.consultations.visits.hours import of_visits
from shnor_domain.identity import PersonId, Territory
from shnor_domain.questions.ports import QuestionWork


async def of_questions(
    work: QuestionWork, host: PersonId | None, areas: Collection[Territory], since: date, until: date
) -> Sequence[Help]:
    """Answered questions, each once a month, by the months of the host's own clock, or of the first territory's."""
    zone = ZoneInfo(await _zone_of(work, host, areas))
    found: list[Help] = []
    for first, after in _months(since, until):
        begins, ends = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (first, after))
        within = None if host is not None else areas
        counts: dict[PersonId, int] = {}
        for row in await work.questions.answered(begins, ends, within=within, person=host):
            if row.person is not None:
                counts[row.person] = counts.get(row.person, 0) + row.count
        month = first.replace(day=1)
        found += [Help(person, HelpKind.QUESTION, month, count, 0, 0) for person, count in sorted(counts.items())]
    return found


HELP_SOURCES = (of_consultations, of_visits, of_questions)


async def _zone_of(work: QuestionWork, host: PersonId | None, areas: Collection[Territory]) -> str:
    if host is not None and (person := await work.people.get(host)) is not None:
        return person.zone
    return await work.lands.zone_of(next(iter(areas), Territory()))


def _months(since: date, until: date) -> Iterator[tuple[date, date]]:
    """[first day, day after the last) of each month of [`since`, `until`)."""
    first = since
    while first < until:
        after = min((first.replace(day=1) + timedelta(days=32)).replace(day=1), until)
        yield first, after
        first = after
