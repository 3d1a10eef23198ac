"""Words that break bots, and tables full of them."""

from collections.abc import Mapping

from bot.worker.tables import write_xlsx
from shnor_domain.tables import Sheet

FAMILY, FLAG = "👩‍👩‍👧‍👦", "🇷🇺"
WORDS: Mapping[str, str] = {
    "markup": "<b>&_*[ Анна",
    "closing tag": "</a></b> Анна &amp; <i",
    "fluent": '{ $name } { -term } { DATE($day) } {"А"}',
    "formula": '=HYPERLINK("http://example.org";"Анна")',
    "one letter": "Ж",
    "no spaces": "Ж" * 80,
    "emoji": f"Анна {FAMILY}{FLAG}🏽 ☺️",
    "right to left": "שרה אבו-ח'ליל مريم",
    "combining": "А́нна Щ" + "\u0316\u0317\u0301\u0302" * 9,
    "pipes and percents": "100% _ % | \\ ' \" ` ~ Анна",
    "address": "https://example.org/?a=1&b=<2> @durov /start #тег Анна",
}
"""By what they try; each is a name that somebody may have."""
TYPED = (
    *WORDS.values(),
    "я" * 4096,
    "<&" * 2500,
    "👩‍👩‍👧‍👦" * 300,
    "\u202eяннА\u202c \u2066x\u2069 \u200b\u200f",
    "Анна\x00\x07\x1b[31m\x7f\nвторая строка\u2028третья",
    "%",
    "_" * 100,
    "/nosuchcommand <b>",
)
"""What is typed into every question; longer than Telegram carries, too."""
WELCOME = ("15:00", "45", "01.11.2026", "example.org/<b>&_*[?x={$y}", "6", "12")
"""What lets a question be passed: it is asked for a time, a number, a date, a link."""
FILE_NAME = "../../<b>&_*[ </a> {FAMILY}\u202egnp.xlsx".replace("{FAMILY}", FAMILY)
_ROWS = [f"Лабинский;{name.replace(';', ',')};{name.replace(';', ' ')};" for name in WORDS.values()]
_TABLES = {
    "schools": ["муниципалитет;школа;село;<b>&_*[", "Лабинский;СОШ № 16 имени <b>;;", *_ROWS],
    "days": ["регион;предмет;день недели;источник", *(f"{word[:40]};химия;пятница;{word}" for word in WORDS.values())],
    "people": ["роль;муниципалитет;школа;предмет", "учитель;Лабинский;6;химия", *(f"{w};{w};{w};{w}" for w in WORDS)],
    "municipalities": [
        "регион;муниципалитет;часовой пояс;центр",
        *(f"{w};{w};Asia/Yakutsk;{w}" for w in WORDS.values()),
    ],
}


def files() -> list[tuple[str, bytes]]:
    """Tables of every kind with hostile cells, as csv and as xlsx with a hostile sheet name, and what is no table."""
    found = [(FILE_NAME.replace(".xlsx", ".csv"), "\n".join(rows).encode()) for rows in _TABLES.values()]
    for rows in _TABLES.values():
        cells = tuple(tuple(row.split(";")) for row in rows)
        found.append((FILE_NAME, write_xlsx([Sheet("<b>&_*[ {$x} =1", cells)])))
    return [
        *found,
        ("пусто.xlsx", b""),
        ("<b>" * 60 + ".png", b"\x89PNG\x00"),
        ("бомба.xlsx", b"PK\x03\x04" + b"0" * 999),
    ]


ORDER = "№ <b>&_*[ </a> { $x } 👩‍👩‍👧‍👦 =1+1"


def longest(limit: int) -> str:
    return ("Ж" * 9 + " " + "щ" * limit)[:limit]


def widest(limit: int) -> str:
    """Each sign is two units of UTF-16, as Telegram counts."""
    return "🎓" * (limit - 1) + "Ж"
