"""QR codes of addresses, as drawings."""

from io import BytesIO

import segno

from gis_service.printing.legible import Svg


def qr(address: str) -> Svg:
    """Of medium correction: a sheet on a wall loses a corner before it loses its purpose."""
    written = BytesIO()
    segno.make_qr(address, error="m").save(
        written, kind="svg", border=2, xmldecl=False, svgclass=None, lineclass=None, omitsize=True
    )
    return Svg(written.getvalue().decode())
