"""`onemap export`: a layer, or a part of it, into a file of any format that import reads."""

from pathlib import Path
from typing import Annotated

import typer

from gis_service.commands import options
from gis_service.commands.database import database
from gis_service.commands.failed import Failed, WrongUse
from gis_service.commands.progress import Progress


def export(
    out: Annotated[
        Path, typer.Argument(help="File to write: .geojson .gpkg .fgb .shp .zip .csv .xlsx.")
    ],
    layer: Annotated[str, typer.Option(help="Layer or ledger to export.")],
    bbox: Annotated[
        str | None, typer.Option(help="west,south,east,north in degrees: what meets it.")
    ] = None,
    filter_: Annotated[str | None, typer.Option("--filter", help="CQL2 text: which rows.")] = None,
    titles: Annotated[
        str | None, typer.Option(help="zh or en: titles and labels in CSV and XLSX, not codes.")
    ] = None,
    public: Annotated[bool, typer.Option("--public", help="Only what the public may see.")] = False,
    data_dir: options.DataDir = None,
) -> None:
    """Export a layer to a file; the format follows its suffix."""
    from gis_service import exporting
    from gis_service.errors import BadParameter, GisError, NotFound
    from gis_service.migrations import migrate
    from gis_service.store.boxes import ground
    from gis_service.store.cql import Filter
    from gis_service.store.references import CRS84
    from gis_service.store.selection import Selection
    from gis_service.store.views import layer_named
    from layers.core.access import OPERATOR, PUBLIC
    from layers.core.text import LANGUAGES

    language = next((one for one in LANGUAGES if one == titles), None)
    if titles is not None and language is None:
        raise WrongUse(f"--titles is {' or '.join(LANGUAGES)}, not {titles}")
    actor = PUBLIC if public else OPERATOR
    box = _box(bbox) if bbox is not None else None
    with database(options.settings(data_dir=data_dir), Progress(to_stderr=True)) as opened:
        migrate(opened.owner)
        try:
            chosen = layer_named(layer, actor)
            part = Selection(
                ground=ground(box, CRS84) if box else None,
                filter=Filter(filter_) if filter_ is not None else None,
            )
            with opened.transaction(actor) as db:
                rows = exporting.export(db, actor, chosen, out, part, language)
        except (BadParameter, NotFound) as error:
            raise WrongUse(f"{error.detail.zh} {error.detail.en}") from None
        except GisError as error:
            raise Failed(f"{error.detail.zh} {error.detail.en}") from None
    typer.echo(f"{out}: {rows:,} 行 rows")


def _box(text: str) -> tuple[float, float, float, float]:
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError:
        raise WrongUse(f"--bbox is west,south,east,north in degrees, not {text}") from None
    return west, south, east, north
