"""Settings in words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.names import strictest
from handlers.texts import Safe, Texts, times
from shnor_domain.people.model.person import Person
from shnor_domain.people.model.preferences import Names, Preferences, Quiet


def zone_label(texts: Texts, zone: str, now: datetime) -> str:
    """«UTC+9, Якутск»: the offset in front, for a small screen."""
    return texts.button("btn-zone", offset=times.zone_name(texts, zone, now=now), town=times.town_of(texts, zone))


def quiet_words(texts: Texts, quiet: Quiet) -> str:
    """«с 21:00 до 8:00», or that there are none."""
    if not quiet.minutes:
        return texts.plain("quiet-none")
    return texts.plain("quiet-hours", start=clock_words(quiet.start), end=clock_words(quiet.end))


def settings_words(texts: Texts, person: Person, preferences: Preferences, usual: Names, now: datetime) -> Safe:
    """All settings, one a line."""
    today = now.astimezone(ZoneInfo(person.zone)).date()
    away = preferences.leave_until is not None and preferences.away_on(today)
    until = "" if preferences.leave_until is None else leave_day(texts, preferences.leave_until, today)
    return texts(
        "settings",
        name=person.name or texts.plain("settings-nameless"),
        zone=zone_label(texts, person.zone, now),
        quiet=quiet_words(texts, preferences.quiet),
        saves=preferences.save_traffic,
        notices=preferences.notices.value,
        names=strictest(usual, preferences.names).value,
        away=away,
        until=until,
    )


def leave_day(texts: Texts, day: date, today: date) -> str:
    """«30 ноября»: after «по» a weekday would need another case."""
    return texts.plain("leave-day" if day.year == today.year else "leave-day-year", day=day)


def clock_words(minutes: int) -> str:
    """«8:00» of minutes after midnight."""
    return f"{minutes // 60}:{minutes % 60:02}"
