"""How exports for the public say words, amounts and moments: Chinese first, English beside."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from layers.core.text import Text

_LOCAL = ZoneInfo("Asia/Shanghai")


def said(text: Text) -> str:
    return text.zh if text.zh == text.en else f"{text.zh} {text.en}"


def moment(at: datetime) -> str:
    return f"{at.astimezone(_LOCAL):%Y-%m-%d %H:%M}"


def ten_thousands(yuan: Decimal) -> str:
    return f"{yuan / 10_000:,.1f} 万元"
