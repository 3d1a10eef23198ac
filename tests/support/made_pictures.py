"""Pictures to be drawn: one school as people know it, and any school that data may bring."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from shnor_domain.pictures import (
    CountsPicture,
    CountsRow,
    FactorRow,
    Legend,
    LevelCell,
    Panel,
    RiskPicture,
    YearCell,
)

V = TypeVar("V")

INDICATORS = ("ВПР математика, 5 класс", "ВПР русский язык, 6 класс", "ОГЭ математика", "ЕГЭ математика, профиль")
LEGEND = Legend("доля, вся полоса 100 %", "* признаки необъективности", "среднее по району", "среднее по региону")
FOOT = ("Источник: ФИС ОКО. Нарисовано 29 ноября 2026 г.", "Ориентировочно, решение принимает регион.")


def risk() -> RiskPicture:
    """A school with four factors (R104) and every state that a year can have."""
    years = (
        YearCell("2024", "не проводилась"),
        YearCell("2025", "<5", municipality=13.0),
        YearCell("2026", "12,9 %", 12.9, "4 из 31", "*", 13.0, 15.3),
    )
    factors = tuple(
        FactorRow(f"{number}.", name, weight, significance, "Школа подтвердила", "Сделано: 2 консультации")
        for number, (name, weight, significance) in enumerate(
            (
                ("Учебная мотивация", 3, "высокая"),
                ("Педагогические кадры", 2, "средняя"),
                ("Оснащение школы", 1, "низкая"),
                ("Методическая компетентность", 0, "не указана"),
            ),
            start=1,
        )
    )
    panels = tuple(Panel(title, years, "район 13,0 %", "регион 15,3 %") for title in INDICATORS)
    lines = ("Рисковый профиль от 12 марта 2026 г.",)
    return RiskPicture("СОШ № 6", lines, "Факторы: 4", factors, "Нет", "Доля ниже минимума", panels, LEGEND, FOOT)


def counts() -> CountsPicture:
    """Two subjects, one of them too small to be told."""
    levels = tuple(LevelCell(f"{share} ({share},0 %)", float(share)) for share in (13, 29, 54, 4))
    rows = (CountsRow("Русский язык", levels), CountsRow("Химия", (), "меньше 5 педагогов"))
    heads = ("A: системные", "B: локальные", "C: отдельные", "D: тем нет")
    return CountsPicture("Лабинский район", ("2026 год",), "Предмет", heads, tuple("ABCD"), rows, "Пусто", FOOT)


_WORDS = (
    "школа",
    "профессионального",
    "№ 6",
    "и",
    "Й",
    "ЁЙЩ",
    "12,9 %",
    "gjpqy",
    "Щ" * 60,
    "W" * 33,
    "«»",
    "$x_1$",
    "😀",
)
_SHARES = (None, 0.0, 0.1, 30.0, 99.9, 100.0)


@dataclass(frozen=True, slots=True)
class AnySchool:
    """What data may bring: `chance` decides. Texts reach their limits, cells are missing, all may be hidden."""

    chance: Random

    def risk(self) -> RiskPicture:
        """0–12 factors, 0–9 panels."""
        panel = self._hidden if self.chance.random() < 0.2 else self._panel
        return RiskPicture(
            title=self._text(100),
            lines=self._some(3, lambda: self._text(100)),
            factors_title=self._text(100),
            factors=self._some(12, self._factor),
            no_factors=self._text(100),
            panels_title=self._text(100),
            panels=self._some(9, panel),
            legend=Legend(*(self._text(60) for _ in range(4))),
            foot=self._some(3, lambda: self._text(200)),
        )

    def counts(self) -> CountsPicture:
        """0–12 subjects at 0–5 levels, some rows longer or shorter than the heading."""
        return CountsPicture(
            title=self._text(100),
            lines=self._some(3, lambda: self._text(100)),
            head=self._text(60),
            levels=self._some(5, lambda: self._text(60)),
            letters=self.chance.choice((tuple("ABCDE"), ())),
            rows=self._some(12, self._row),
            nothing=self._text(100),
            foot=self._some(3, lambda: self._text(200)),
        )

    def _factor(self) -> FactorRow:
        number, weight = self.chance.choice(("1.", "12.", "")), self.chance.randrange(4)
        return FactorRow(number, self._text(100), weight, self._text(30), self._text(100), self._text(100))

    def _panel(self) -> Panel:
        return Panel(self._text(100), self._some(3, self._cell), self._text(30), self._text(30))

    def _hidden(self) -> Panel:
        return Panel(self._text(100), tuple(YearCell(year, "<5") for year in ("2024", "2025", "2026")))

    def _cell(self) -> YearCell:
        mark = self.chance.choice(("", "*"))
        return YearCell(
            self._text(9), self._text(20), self._share(), self._text(20), mark, self._share(), self._share()
        )

    def _row(self) -> CountsRow:
        cells = self._some(5, lambda: LevelCell(self._text(20), self._share()))
        return CountsRow(self._text(100), cells, self.chance.choice(("", self._text(60))))

    def _share(self) -> float | None:
        return self.chance.choice((*_SHARES, self.chance.uniform(0, 100)))

    def _text(self, most: int) -> str:
        return " ".join(self.chance.choices(_WORDS, k=self.chance.randrange(12)))[: self.chance.randint(0, most)]

    def _some(self, most: int, make: Callable[[], V]) -> tuple[V, ...]:
        return tuple(make() for _ in range(self.chance.choice((0, 1, most, self.chance.randint(0, most)))))
