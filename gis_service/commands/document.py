"""`onemap document`: writes the tables that documentation derives from the catalogue."""

import typer


def document() -> None:
    """Write the derived tables of README and docs (for developers)."""
    from gis_service import documenting

    for name, path in documenting.PLACES.items():
        path.write_text(documenting.written(name))
        typer.echo(f"{path.relative_to(documenting.ROOT)}: {name}")
