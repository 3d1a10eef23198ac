"""Both clocks of a consultation, for every host and reader of the places that differ most, against a table of our own.

The table is made with zoneinfo and two lists of Russian words: nothing of what the bot itself uses for words.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.consultations.views import Eyes, when
from handlers.texts import Texts
from shnor_domain.consultations.cards import SlotCard
from shnor_domain.consultations.model import Audience, Exceptions, Format, Slot, SlotId, SlotState, Terms
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.rules import occurrences
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SubjectId, Territory
from shnor_domain.territories.words import shipped_rows

WEEKDAYS = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"]
MONTHS = [
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
]  # fmt: skip
CITIES = {"Europe/Moscow": "Москва"}
"""Of zones whose municipalities tell no town."""
NAMED = ("Якутск", "Усть-Янский", "Момский")
PLACES = {
    row["canonical_name"]: (row["iana_tz"], row["admin_center"] or None)
    for row in shipped_rows("municipalities.csv")
    if row["canonical_name"] in NAMED or "Осетия" in row["region"]
}
SUBJECTS = [row["code"] for row in shipped_rows("subjects.csv")]
SEPTEMBER = datetime(2026, 9, 1, tzinfo=UTC)
TEXTS = Texts()


def told(local: datetime, this_year: int) -> str:
    """«понедельник, 30 ноября, 17:00», with the year where it is another."""
    year = "" if local.year == this_year else f" {local.year} года"
    clock = f"{local.hour:02}:{local.minute:02}"
    return f"{WEEKDAYS[local.weekday()]}, {local.day} {MONTHS[local.month - 1]}{year}, {clock}"


def row_of_the_table(day: date, clock: time, host: str, reader: str, now: datetime) -> str:
    """What the reader must see of a meeting at this wall clock of the host."""
    (host_zone, town), (reader_zone, _) = PLACES[host], PLACES[reader]
    theirs = datetime.combine(day, clock, ZoneInfo(host_zone))
    mine = theirs.astimezone(ZoneInfo(reader_zone))
    this_year = now.astimezone(ZoneInfo(reader_zone)).year
    line = told(mine, this_year)
    if mine.replace(tzinfo=None) == theirs.replace(tzinfo=None):
        return line
    same_day = mine.date() == theirs.date()
    other = f"{theirs.hour:02}:{theirs.minute:02}" if same_day else told(theirs, this_year)
    return f"{line} (у вас) · {other} {town or CITIES[host_zone]}"


def card(host: str, subject: str, weekday: int, clock: time) -> SlotCard:
    zone, town = PLACES[host]
    terms = Terms(
        subject=SubjectId(subject),
        weekday=weekday,
        starts=clock,
        zone=zone,
        minutes=45,
        format=Format.ONLINE,
        audience=Audience.TEACHERS,
        open_to=Territory(RegionId(1)),
        project_schools_only=False,
        capacity=1,
        first_day=date(2026, 9, 1),
        last_day=date(2027, 5, 31),
    )
    slot = Slot(SlotId(1), PersonId(1), MunicipalityId(1), terms, SlotState.PUBLISHED)
    return SlotCard(slot, subject, KnownPerson(PersonId(1), "Мария Ивановна", zone), town)


def test_the_places_are_those_of_the_story_and_their_clocks_differ() -> None:
    assert set(NAMED) < set(PLACES) and len(PLACES) == 3 + 9
    at = datetime(2026, 11, 30, tzinfo=UTC)
    hours = {name: at.astimezone(ZoneInfo(zone)).utcoffset() for name, (zone, _) in PLACES.items()}
    assert {hours[name] for name in NAMED} == {timedelta(hours=9), timedelta(hours=10), timedelta(hours=11)}
    assert {hours[name] for name in PLACES if name not in NAMED} == {timedelta(hours=3)}


@pytest.mark.parametrize("host", PLACES)
@settings(max_examples=30, deadline=None)
@given(
    subject=st.sampled_from(SUBJECTS),
    weekday=st.integers(0, 6),
    clock=st.builds(time, st.integers(0, 23), st.sampled_from(range(0, 60, 5))),
    now=st.integers(0, 240 * 24 * 60).map(lambda minutes: SEPTEMBER + timedelta(minutes=minutes)),
)
def test_every_reader_sees_both_clocks_as_the_table_says(
    host: str, subject: str, weekday: int, clock: time, now: datetime
) -> None:
    shown = card(host, subject, weekday, clock)
    meeting = next(occurrences(shown.slot, Exceptions(), now, now + timedelta(days=28)))
    here = now.astimezone(ZoneInfo(PLACES[host][0]))
    day = here.date() + timedelta(days=(weekday - here.weekday()) % 7)
    if datetime.combine(day, clock, here.tzinfo) < now:
        day += timedelta(days=7)
    assert meeting.starts == datetime.combine(day, clock, here.tzinfo)
    for reader, (zone, _) in PLACES.items():
        expected = row_of_the_table(day, clock, host, reader, now)
        assert when(Eyes(TEXTS, zone, now), shown, meeting.starts) == expected
