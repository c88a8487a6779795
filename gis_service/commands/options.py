"""Options that several commands share, and the settings they end up in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gis_service.commands.failed import WrongUse

if TYPE_CHECKING:
    from gis_service.settings import Settings

Host = Annotated[str | None, typer.Option(help="Address to serve on.", show_default="127.0.0.1")]
Port = Annotated[
    int | None, typer.Option(help="Port to serve on, 0 for a free one.", show_default="8000")
]
DataDir = Annotated[
    Path | None,
    typer.Option(help="Database cluster, accounts and state.", show_default=".onemap"),
]
Tls = Annotated[
    bool, typer.Option("--tls", help="Serve HTTPS, by a certificate that is made here.")
]
TlsCertificate = Annotated[
    Path | None, typer.Option(help="Serve HTTPS, by this certificate (PEM).")
]
TlsKey = Annotated[Path | None, typer.Option(help="Its key, unless it is in the same file.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def settings(**given: Any) -> "Settings":
    """The environment's settings, overridden by the options that were given."""
    from pydantic import ValidationError

    from gis_service.settings import Settings

    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as invalid:
        first = invalid.errors()[0]
        name = "_".join(map(str, first["loc"])).removeprefix("ONEMAP_").lower()
        raise WrongUse(f"{name.replace('_', '-')}: {first['msg']}") from None
