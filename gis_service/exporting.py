"""Exporting a layer to a file: what the actor may see of it, and nothing else."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pydantic import AwareDatetime
from sqlalchemy import Connection

from gis_service.files import formats
from gis_service.files.outgoing import Batch, Outgoing
from gis_service.files.write import write
from gis_service.store import streaming
from gis_service.store.columns import plain
from gis_service.store.selection import EVERYTHING, Selection
from layers.core.access import Actor
from layers.core.layer import Layer, Visibility
from layers.core.text import Language, Term

_SYSTEM_TYPES: dict[str, type] = {"id": int, "visibility": Visibility}
_TITLED = (formats.CSV, formats.XLSX)


def export(
    db: Connection,
    actor: Actor,
    layer: Layer,
    out: Path,
    selection: Selection = EVERYTHING,
    language: Language | None = None,
) -> int:
    """Writes the layer's rows to `out`, in the format of its suffix; answers how many.

    With a `language`, the columns of a CSV or XLSX bear titles, and terms their labels, in it;
    else names and codes. Raises FileRefused when the rows do not fit in the format, BadParameter
    for a filter that fails.
    """
    titled = language if formats.named(out) in _TITLED else None
    names = streaming.names(layer, actor)
    types = [_type(layer, name) for name in names]
    counts: list[int] = []

    def batches() -> Iterator[Batch]:
        for batch in streaming.batches(db, layer, actor, selection):
            counts.append(len(batch))
            yield _labelled(batch, types, titled) if titled else batch

    write(
        out,
        Outgoing(
            name=layer.name,
            titles=tuple(_title(layer, name, titled) for name in names),
            types=tuple(str if issubclass(type_, Term) else type_ for type_ in types),
            kind=layer.geometry,
            batches=batches(),
        ),
    )
    return sum(counts)


def _type(layer: Layer, name: str) -> type:
    if name in _SYSTEM_TYPES:
        return _SYSTEM_TYPES[name]
    type_ = plain(layer.fields[name]).type
    return datetime if type_ is AwareDatetime else type_


def _title(layer: Layer, name: str, language: Language | None) -> str:
    if language is None or name in _SYSTEM_TYPES:
        return name
    return layer.about(name).title[language]


def _labelled(batch: Batch, types: Sequence[type], language: Language) -> Batch:
    labels = [
        {term.value: term.label[language] for term in type_} if issubclass(type_, Term) else None
        for type_ in types
    ]

    def labelled(row: Sequence[Any]) -> Iterator[Any]:
        for value, known in zip_longest(row, labels):
            yield known.get(value) if known else value

    return [[*labelled(row)] for row in batch]
