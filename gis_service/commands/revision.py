"""`onemap revision`: writes the migration from what is migrated to what the catalogue says."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer


def revision(
    message: Annotated[str, typer.Argument(help="What the migration is about.")],
) -> None:
    """Write the next migration, on a PostGIS made for it alone (for developers)."""
    from sqlalchemy import create_engine

    from gis_service import embedded
    from gis_service.migrations import write_revision

    with TemporaryDirectory(prefix="onemap-revision-") as directory:
        Path(directory).chmod(0o755)
        with embedded.running(Path(directory), durable=False) as cluster:
            engine = create_engine(cluster.url("onemap_owner"))
            typer.echo(write_revision(engine, message))
            engine.dispose()
