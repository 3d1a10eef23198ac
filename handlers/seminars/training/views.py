"""Hours in words."""

from handlers.seminars.certificates.views import duration
from handlers.seminars.views import half_words
from handlers.texts import Safe, Texts
from shnor_domain.seminars.presence.hours import Part, Training
from shnor_domain.territories.model import SchoolYear


def part_line(texts: Texts, part: Part) -> Safe:
    """«Осень 2026: 6 часов 30 минут, 5 занятий»."""
    facts = {"hours": duration(texts, part.minutes), "count": len(part.lessons)}
    if part.half is None:
        return texts("strain-outside", year=year_word(part.year), **facts)
    return texts("strain-part", half=half_words(texts, part.half), **facts)


def year_word(year: SchoolYear) -> str:
    """«2026/27»."""
    return f"{year}/{(year + 1) % 100:02}"


def year_lines(texts: Texts, training: Training) -> list[Safe]:
    """Each school year with its half-years, the latest first."""
    lines: list[Safe] = []
    for year in dict.fromkeys(each.year for each in training.parts):
        hours = duration(texts, training.of_year(year))
        lines.append(texts("strain-year", year=year_word(year), hours=hours))
        lines += [part_line(texts, each) for each in training.parts if each.year == year]
    return lines
