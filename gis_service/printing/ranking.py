"""A ranking on paper: the first of it, what they score by, and what they still lack."""

from collections.abc import Sequence
from datetime import datetime

from gis_service.printing.choice import Border, Choice
from gis_service.printing.planned import criteria, map_told, moment, row_told
from gis_service.printing.press import Press
from gis_service.store.periods import LOCAL
from layers.core.text import Language

MOST = 150
"""Rows that are listed; what is beyond is counted."""
_DRAWN = 60
"""Those that are numbered on the map."""


def ranking(
    press: Press, choice: Choice, borders: Sequence[Border], language: Language, now: datetime
) -> bytes:
    """The PDF, A4, of a choice of which none is chosen. Raises BadParameter or Unavailable."""
    rows = [*choice.rows]
    content = {
        "language": language,
        "title": choice.title[language],
        "author": choice.author,
        "printed": now.astimezone(LOCAL).date().isoformat(),
        "data_date": moment(choice.data_date),
        "count": f"{len(rows):,}",
        "eligible": f"{sum(row.why_not is None for row in rows):,}",
        "map": map_told(rows[:_DRAWN], rows[_DRAWN:], borders),
        "map_source": " · ".join(filter(None, (choice.map_approval, choice.data_source))),
        "rows": [row_told(row, language) for row in rows[:MOST]],
        "beyond": max(len(rows) - MOST, 0),
        "criteria": criteria(choice.weights, language),
    }
    return press.printed("ranking", content)
