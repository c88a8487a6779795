"""`onemap import`: a file into a layer. A dry run with a report, unless `--apply`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gis_service.commands import options
from gis_service.commands.database import database
from gis_service.commands.failed import Failed, WrongUse
from gis_service.commands.progress import Progress

if TYPE_CHECKING:
    from gis_service.errors import GisError
    from gis_service.importing import Report


def import_(
    file: Annotated[
        Path, typer.Argument(help="GeoJSON, Shapefile (.shp, .zip), .gpkg, .fgb, .csv or .xlsx.")
    ],
    layer: Annotated[str, typer.Option(help="Layer or ledger to import into.")],
    crs: Annotated[
        str, typer.Option(help="auto, EPSG:n, gcj02 or bd09: the file's coordinates.")
    ] = "auto",
    swap_axes: Annotated[
        bool, typer.Option("--swap-axes", help="The file has latitude or northing first.")
    ] = False,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", help="field=column: what fills a field; also x, y, geometry."),
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", help="field=value: for rows whose file gives none."),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(help="utf-8 or gb18030, where it cannot be told.")
    ] = None,
    source_layer: Annotated[
        str | None, typer.Option(help="Layer or sheet of the file, if it holds several.")
    ] = None,
    within: Annotated[
        str, typer.Option(help="Code of the division that the data must lie in.")
    ] = "",
    visibility: Annotated[
        str | None, typer.Option(help="draft or published.", show_default="the layer's own")
    ] = None,
    keep_duplicates: Annotated[
        bool, typer.Option("--keep-duplicates", help="Take shapes that are there already.")
    ] = False,
    apply: Annotated[bool, typer.Option("--apply", help="Write; else it is a dry run.")] = False,
    skip_refused: Annotated[
        bool,
        typer.Option("--skip-refused", help="Write the accepted rows even so."),
    ] = False,
    json: options.Json = False,
    data_dir: options.DataDir = None,
) -> None:
    """Import a file: every row checked, reported, and with --apply written."""
    from gis_service import importing
    from gis_service.commands import import_report
    from gis_service.errors import GisError
    from gis_service.migrations import migrate
    from gis_service.store.views import layer_named
    from layers.core.access import OPERATOR
    from layers.core.layer import Visibility

    if visibility not in (None, *Visibility):
        raise WrongUse(f"--visibility is {' or '.join(Visibility)}, not {visibility}")
    asked = importing.Options(
        crs=crs,
        swap_axes=swap_axes,
        encoding=encoding,
        source_layer=source_layer,
        columns=_pairs("--map field=column", map_),
        constants=_pairs("--set field=value", set_),
        within=within,
        visibility=Visibility(visibility) if visibility else None,
        keep_duplicates=keep_duplicates,
    )
    with database(options.settings(data_dir=data_dir), Progress(to_stderr=True)) as opened:
        migrate(opened.owner)
        try:
            into = layer_named(layer, OPERATOR)
            with opened.transaction(OPERATOR) as db:
                prepared = importing.prepare(db, OPERATOR, into, file, asked)
                report = prepared.report
                if apply:
                    report = importing.apply(db, into, prepared, skip_refused=skip_refused)
        except GisError as error:
            if json:
                typer.echo(import_report.refusal_as_json(error))
            raise _failure(error) from None
    typer.echo(import_report.as_json(report)) if json else import_report.show(report, applied=apply)
    _end(report, apply=apply, skip_refused=skip_refused)


def _pairs(usage: str, given: list[str] | None) -> dict[str, str]:
    pairs = {}
    for pair in given or []:
        name, equals, value = pair.partition("=")
        if not (name and equals and value):
            raise WrongUse(f"{usage}: not {pair!r}")
        pairs[name] = value
    return pairs


def _failure(error: "GisError") -> Exception:
    """One line in both languages; the answers to choose from where the file leaves it open."""
    from gis_service.errors import BadParameter, NotFound
    from gis_service.files.errors import Undecided

    line = f"{error.detail.zh} {error.detail.en}"
    if isinstance(error, Undecided):
        answers = (
            f"{_as_options(choice.options)} ({choice.consequence.zh} {choice.consequence.en})"
            for choice in error.choices
        )
        line = f"{line} {' | '.join(answers)}"
    return WrongUse(line) if isinstance(error, BadParameter | NotFound) else Failed(line)


def _as_options(choice: dict[str, str]) -> str:
    return " ".join(
        f"--{name.replace('_', '-')}" if value == "true" else f"--{name.replace('_', '-')} {value}"
        for name, value in choice.items()
    )


def _end(report: "Report", *, apply: bool, skip_refused: bool) -> None:
    from gis_service.importing.report import Result

    refused = report.counted()[Result.REFUSED]
    if refused and apply and not skip_refused:
        raise Failed(
            f"{refused} 行被拒绝,未写入任何数据。 {refused} rows are refused: nothing was written. "
            "--skip-refused"
        )
    if refused:
        raise typer.Exit(1)
