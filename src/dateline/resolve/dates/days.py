"""Arithmetic of days, months and years that stays inside the calendar."""

import calendar
from datetime import date


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def shifted(day: date | None, days: int) -> date | None:
    if day is None:
        return None
    number = day.toordinal() + days
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def weekday_before(day: date, weekday: int) -> date | None:
    return shifted(day, -((day.weekday() - weekday - 1) % 7 + 1))


def weekday_after(day: date, weekday: int) -> date | None:
    return shifted(day, (weekday - day.weekday() - 1) % 7 + 1)


def month_before(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months before ``day``; the year may lie outside the calendar."""
    number = day.year * 12 + day.month - 1 - months
    return number // 12, number % 12 + 1


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def season_end(start: date | None) -> date | None:
    if start is None:
        return None
    last = day_of(*month_before(start, -2), 1)
    return month_end(last) if last else None
