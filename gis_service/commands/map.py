"""`onemap map`: one self-contained HTML file of what the public may see."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from gis_service.commands import options
from gis_service.commands.database import database
from gis_service.commands.failed import Failed, WrongUse
from gis_service.commands.progress import Progress


def map_(
    out: Annotated[Path, typer.Argument(help="HTML file to write.")],
    community: Annotated[int | None, typer.Option(help="Id of one community, in detail.")] = None,
    within: Annotated[str, typer.Option(help="Code of a division; else all.")] = "",
    data_dir: options.DataDir = None,
) -> None:
    """Write a map for sharing that opens with no network."""
    from gis_service.errors import BadParameter, GisError
    from gis_service.files.placing import placed
    from gis_service.informing import picture
    from gis_service.migrations import migrate
    from layers.core.access import PUBLIC
    from web_map.folium_export import page

    settings = options.settings(data_dir=data_dir)
    now = datetime.now(UTC)
    with database(settings, Progress(to_stderr=True)) as opened:
        migrate(opened.owner)
        try:
            with opened.transaction(PUBLIC) as db:
                if community is not None:
                    shown = picture.estate(db, settings, community, now)
                else:
                    shown = picture.area(db, settings, within, now)
        except BadParameter as error:
            raise WrongUse(f"{error.detail.zh} {error.detail.en}") from None
        except GisError as error:
            raise Failed(f"{error.detail.zh} {error.detail.en}") from None
    with placed(out) as place:
        place.write_text(page(shown), encoding="utf-8")
    typer.echo(f"{out}: {len(shown.communities):,} 个小区 communities")
