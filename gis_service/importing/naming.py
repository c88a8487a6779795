"""References by name: spreadsheets say which community by its name or code, never by an id."""

from collections.abc import Sequence

from sqlalchemy import Connection

from gis_service.importing.attributes import Values
from gis_service.importing.report import Row
from gis_service.store import naming
from layers import CATALOGUE
from layers.core.layer import Layer
from layers.core.rules import Problem
from layers.core.text import Text


def resolve(db: Connection, layer: Layer, found: Sequence[Values], rows: Sequence[Row]) -> None:
    """Puts ids in place of the names and codes by which rows refer to other features."""
    for attribute, ref in layer.refs.items():
        if ref.key != "id":
            continue
        words = {word for values in found if (word := _word(values, attribute)) is not None}
        if not words:
            continue
        other = CATALOGUE[ref.layer]
        ids = naming.called(db, other, words)
        for values, row in zip(found, rows, strict=True):
            if (word := _word(values, attribute)) is None:
                continue
            known = ids.get(word, set())
            if len(known) == 1:
                [values[attribute]] = known
            else:
                # None is refused where the attribute is required, beside the reason given here.
                values[attribute] = None
                row.problems.append(_unclear(attribute, other, word, len(known)))


def _word(values: Values, attribute: str) -> str | None:
    value = values.get(attribute)
    return value if isinstance(value, str) and not value.isdigit() else None


def _unclear(attribute: str, other: Layer, word: str, count: int) -> Problem:
    if count:
        message = Text(
            f"有 {count} 个{other.title.zh}叫“{word}”,请改用编号。",
            f"{count} {other.title.en.lower()} are called {word!r}: use a code or an id.",
        )
    else:
        message = Text(
            f"没有叫“{word}”的{other.title.zh}。", f"No {other.title.en.lower()} called {word!r}."
        )
    return Problem(f"{attribute}.unclear", message, attribute)
