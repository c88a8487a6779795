"""Figures as a sheet tells them."""

from decimal import Decimal

from layers.core.text import Language

_WAN = Decimal(10_000)


def money(yuan: Decimal, language: Language) -> str:
    """万元 in Chinese, yuan in English."""
    return f"{yuan / _WAN:,.1f} 万元" if language == "zh" else f"CNY {yuan:,.0f}"


def percent(share: float, places: int = 0) -> str:
    return f"{share:.{places}%}"
