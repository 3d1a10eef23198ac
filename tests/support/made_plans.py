"""Plans made up for tests: rows first, then a document of them with its columns in any order, its headings in other
words, its rows cut by pages. Shares nothing with what reads them."""

import calendar
import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

import openpyxl

from tests.support.plan_times import GENITIVE, NOMINATIVE
from tests.support.word_files import Block, word

REGION = (
    {"name": "Минобр Севера", "spellings": "Министерство образования и науки Севера|МОН Севера"},
    {"name": "СЕВИРОПК", "spellings": "Северный институт развития образования"},
    {"name": "ЦМОК Севера", "spellings": ""},
)
BODIES = {
    "Минобр Севера": (
        "Минобр Севера",
        "МИНОБР СЕВЕРА",
        "МОН Севера",
        "Министерство образования и науки Севера",
        "Мннобр Севера",
    ),
    "СЕВИРОПК": ("СЕВИРОПК", "СЕВИРОПКК", "СЕВИР0ПК", "Северный институт развития образования"),
    "ЦМОК Севера": ("ЦМОК Севера", "ЦМОК  Севера", "ЦМ0К Севера"),
    "МОУО": ("МОУО", "РУО", "управления образования"),
    "ШНОР": ("ШНОР", "ПНОР", "ПННОР", "школы проекта"),
    "школа": ("ОО", "общеобразовательные организации", "школы"),
}
HEADINGS = {
    "number": ("№", "№ п/п", "Номер", "№\nп/п", "№ п.п."),
    "title": ("Мероприятие", "Наименование мероприятия (краткое содержание)", "Содержание работы",
              "Название мероприятий", "Мероприятия, виды деятельности"),
    "period": ("Срок", "Сроки", "Сроки исполнения", "Дата проведения", "Период реализации", "Когда"),
    "responsible": ("Ответственный", "Ответственные исполнители", "Исполнители", "Кто отвечает", "Ответственные лица"),
    "goal": ("Цель", "Цели", "Цель мероприятия", "Цели и задачи"),
    "result": ("Результат", "Ожидаемый результат", "Планируемые результаты", "Итог", "Показатель"),
}  # fmt: skip
STARTS = ("Проведение", "Организация", "Разработка", "Анализ", "Мониторинг", "Семинар", "ВПР", "«Круглый стол»")
WORDS = (
    "учителей", "школ", "ШНОР", "ВПР", "ОГЭ", "результатов", "программ", "качества", "образования", "Севера", "по",
    "для", "и", "с", "методистов", "(ЕГЭ)", "«500+»", "предметных", "компетенций;", "обучающихся,", "педагогов", "РПШ",
    "адресной", "помощи", "совещаний", "в", "9", "классах", "Концепции", "развития", "—", "уроков", "русского", "языка",
)  # fmt: skip
SHORT = 3
"""Words of a cell that a page hardly ever cuts."""


@dataclass(frozen=True)
class MadeRow:
    number: str
    title: str
    period: str
    windows: tuple[tuple[date, date], ...]
    bodies: tuple[str, ...]
    responsible: str
    goal: str
    result: str

    def cell(self, code: str) -> str:
        return f"{self.number}." if code == "number" else str(getattr(self, code))


@dataclass
class MadePlan:
    """`cut` are numbers of items whose title a page cut in two."""

    name: str
    body: bytes
    rows: Sequence[MadeRow]
    cut: set[str] = field(default_factory=set)


def random_rows(random: Random, count: int, year: int, *, school: bool) -> list[MadeRow]:
    rows = []
    for number in range(1, count + 1):
        period, windows = _school_time(random, year) if school else _time(random, year)
        bodies = tuple(random.sample(sorted(BODIES), random.randint(1, 3)))
        written = random.choice([", ", "; ", ",\n"]).join(random.choice(BODIES[body]) for body in bodies)
        title = " ".join([random.choice(STARTS), *random.sample(WORDS, random.randint(4, len(WORDS))), f"({number})"])
        goal = " ".join(["Повышение", *random.sample(WORDS, random.randint(2, 25)), f"({number})"])
        result = " ".join(["Справка", *random.sample(WORDS, random.randint(0, 12)), f"({number})"])
        rows.append(MadeRow(str(number), title, period, windows, bodies, written, goal, result))
    return rows


def _month(year: int, first: int, last: int | None = None) -> tuple[date, date]:
    last = last or first
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _time(random: Random, year: int) -> tuple[str, tuple[tuple[date, date], ...]]:
    one, two, three = sorted(random.sample(range(1, 13), 3))
    day = random.randint(2, 27)
    suffix = random.choice(["", f" {year}", f" {year} г.", f" {year} года"])
    quarter = random.randint(1, 4)
    return random.choice(
        [
            (f"{NOMINATIVE[one - 1]}{suffix}", (_month(year, one),)),
            (f"{NOMINATIVE[one - 1]} - {NOMINATIVE[two - 1]}{suffix}", (_month(year, one, two),)),
            (f"{NOMINATIVE[one - 1]}–{NOMINATIVE[two - 1]}, {NOMINATIVE[three - 1]}{suffix}",
             (_month(year, one, two), _month(year, three))),
            (f"{NOMINATIVE[one - 1]}, {NOMINATIVE[two - 1]}, {NOMINATIVE[three - 1]}{suffix}",
             (_month(year, one), _month(year, two), _month(year, three))),
            ("в течение года", (_month(year, 1, 12),)),
            (f"в течение {year} года, по методическим дням", (_month(year, 1, 12),)),
            (f"до {day} {GENITIVE[one - 1]}{suffix}", ((date(year, 1, 1), date(year, one, day)),)),
            (f"{day:02}.{two:02}.{year}", ((date(year, two, day), date(year, two, day)),)),
            (f"{('I', 'II', 'III', 'IV')[quarter - 1]} квартал{suffix}", (_month(year, quarter * 3 - 2, quarter * 3),)),
            (f"с {day} по {day + 1} {GENITIVE[two - 1]}{suffix}", ((date(year, two, day), date(year, two, day + 1)),)),
        ]
    )  # fmt: skip


def _school_time(random: Random, year: int) -> tuple[str, tuple[tuple[date, date], ...]]:
    first, last = sorted(random.sample([9, 10, 11, 12, 13, 14, 15, 16, 17, 18], 2))
    years = [year + (month > 12) for month in (first, last)]
    months = [(month - 1) % 12 + 1 for month in (first, last)]
    begin, end = (_month(*pair) for pair in zip(years, months, strict=True))
    names = [NOMINATIVE[month - 1] for month in months]
    return random.choice(
        [
            (names[0], (begin,)),
            (f"{names[0]} – {names[1]}", ((begin[0], end[1]),)),
            (f"{names[0]}, {names[1]}", (begin, end)),
            (f"{names[0]} {years[0]} - {names[1]} {years[1]}", ((begin[0], end[1]),)),
            ("в течение учебного года", ((date(year, 9, 1), date(year + 1, 5, 31)),)),
        ]
    )


def document(random: Random, rows: Sequence[MadeRow], kind: str, heading: str, *, sections: bool = True) -> MadePlan:
    """`kind` is docx, xlsx or csv."""
    codes = list(HEADINGS)
    random.shuffle(codes)
    plan = MadePlan(f"plan.{kind}", b"", rows)
    head = [random.choice(HEADINGS[code]) for code in codes]
    page: list[Sequence[str] | str] = [head]
    if random.random() < 0.3:
        page.append([str(at) for at in range(1, len(codes) + 1)])
    elif random.random() < 0.3:
        page.append(["исполнения" if code == "period" else "" for code in codes])
    pages = [page]
    for row in rows:
        if sections and random.random() < 0.08:
            page.append(f"{random.choice(['Раздел', 'Направление'])} {random.randint(1, 9)}. Работа с кадрами")
        cells = [row.cell(code) for code in codes]
        fate = random.random()
        if fate < 0.25:
            top, below = _torn(random, codes, cells)
            if below[codes.index("title")]:
                plan.cut.add(row.number)
            page.append(top)
            page = [head, below] if random.random() < 0.2 else [below]
            pages.append(page)
        else:
            page.append(cells)
            if fate < 0.35:
                page = []
                pages.append(page)
    title = ["УТВЕРЖДАЮ", "« 28 » ноября 2019 г.", heading, ""]
    plan.body = {"docx": _docx, "xlsx": _xlsx, "csv": _csv}[kind](title, [one for one in pages if one], codes)
    return plan


def _torn(random: Random, codes: Sequence[str], cells: Sequence[str]) -> tuple[list[str], list[str]]:
    """A row cut by the end of a page: what did not fit goes on below, each cell on its own. Numbers, and the first word
    of a title, stay above."""
    above, below = [], []
    for code, cell in zip(codes, cells, strict=True):
        words = cell.split(" ")
        stays = code == "number" or (len(words) <= SHORT and random.random() < 0.7)
        at = len(words) if stays else random.randint(int(code == "title"), len(words))
        above.append(" ".join(words[:at]))
        below.append(" ".join(words[at:]))
    return above, below


Pages = Sequence[Sequence[Sequence[str] | str]]


def _docx(title: Sequence[str], pages: Pages, codes: Sequence[str]) -> bytes:
    number, name = codes.index("number"), codes.index("title")
    blocks: list[Block] = list(title)
    for at, page in enumerate(pages):
        rows = [[row] * len(codes) if isinstance(row, str) else list(row) for row in page]
        if at % 4 == 3 and name == number + 1 and not any(isinstance(row, str) for row in page):
            # a scan lost the line between the numbers and the titles
            rows = [[*row[:number], f"{row[number]} {row[name]}".strip(), *row[name + 1 :]] for row in rows]
        blocks.append(rows)
    return word(*blocks)


def _flat(title: Sequence[str], pages: Pages, codes: Sequence[str]) -> list[list[str]]:
    rows = [[row] if isinstance(row, str) else list(row) for page in pages for row in page]
    first = codes.index("number")
    for row in rows:
        if len(row) == 1:
            row[:0] = [""] * first
    return [[line] for line in title] + rows


def _xlsx(title: Sequence[str], pages: Pages, codes: Sequence[str]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in _flat(title, pages, codes):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _csv(title: Sequence[str], pages: Pages, codes: Sequence[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(_flat(title, pages, codes))
    return out.getvalue().encode("utf-8-sig")
