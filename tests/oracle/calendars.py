"""Days off by the Labour Code (article 112) and the five-day week: what must NOT hold anything told here (N2, Q2)."""

from datetime import date

PUBLIC_HOLIDAYS = frozenset({*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)})
"""Months and days; 4 November is the Day of National Unity."""


def is_public_holiday(day: date) -> bool:
    return (day.month, day.day) in PUBLIC_HOLIDAYS


def is_sunday(day: date) -> bool:
    return day.weekday() == 6
