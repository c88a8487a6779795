"""Moments and days: the law's days are those of China, wherever a computer stands."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Asia/Shanghai")


def day(moment: datetime) -> date:
    """The day in China."""
    return moment.astimezone(LOCAL).date()
