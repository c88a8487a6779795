"""`onemap serve`: the service on a database that is brought up to date first."""

from gis_service.commands import options, serving, tls
from gis_service.commands.database import database
from gis_service.commands.progress import Progress
from gis_service.commands.web import building


def serve(
    host: options.Host = None,
    port: options.Port = None,
    data_dir: options.DataDir = None,
    tls_: options.Tls = False,
    tls_certificate: options.TlsCertificate = None,
    tls_key: options.TlsKey = None,
) -> None:
    """Serve API, tiles and map until Ctrl-C."""
    from gis_service.migrations import migrate

    settings = options.settings(host=host, port=port, data_dir=data_dir)
    say = Progress()
    certificate = tls.chosen(settings, tls_, tls_certificate, tls_key, say)
    with (
        serving.port(settings) as taken,
        building(settings, say) as built,
        database(settings, say, join=False) as opened,
    ):
        migrate(opened.owner)
        built()
        serving.answer(settings, opened, taken, say.ready, certificate)
