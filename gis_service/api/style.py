"""`/style.json`: the MapLibre style of the platform's layers, derived from the catalogue.

The own basemap needs no network: divisions, community ground, lanes and buildings are a readable
map. Over an outside basemap the same layers stand without the land beneath them.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request

from gis_service.api.requests import Configured, Keeping, Reading
from gis_service.api.tiles import origin
from gis_service.informing.legend import themes
from gis_service.informing.models import Theme
from gis_service.settings import Settings
from gis_service.store.periods import LOCAL
from gis_service.store.tiles import names_of
from gis_service.store.views import layers_for
from layers.core.access import PUBLIC
from layers.core.layer import Layer
from layers.core.style import Drawing, Flavour, coloured, dated
from layers.core.text import Language
from layers.themes import CLOSURES_PAINT, RAMPS, phase_paint, ramp_paint

router = APIRouter(tags=["Map"])

SOURCE = "onemap"
_SOURCE_MAXZOOM = 17
"""Deeper tiles are drawn from these: a unit of them is 7 cm on the ground."""
_TIANDITU = "https://t0.tianditu.gov.cn/{layer}_w/wmts?" + "&".join(
    (
        "SERVICE=WMTS",
        "REQUEST=GetTile",
        "VERSION=1.0.0",
        "LAYER={layer}",
        "STYLE=default",
        "TILEMATRIXSET=w",
        "FORMAT=tiles",
        "TILEMATRIX={{z}}",
        "TILEROW={{y}}",
        "TILECOL={{x}}",
        "tk={key}",
    )
)

Basemap = Literal["own", "outside"]


@router.get("/style.json")
def get_style(
    request: Request,
    db: Reading,
    kept: Keeping,
    settings: Configured,
    flavour: Annotated[Flavour, Query(description="Set of colours.")] = "light",
    basemap: Annotated[Basemap, Query(description="What lies below.")] = "own",
    lang: Annotated[Language, Query(description="Language of the title.")] = "zh",
) -> dict[str, Any]:
    """MapLibre style, version 8."""
    drawn = [layer for layer in layers_for(PUBLIC) if layer.drawings]
    outside = _outside(settings) if basemap == "outside" else {}
    names = ",".join(layer.name for layer in drawn)
    return {
        "version": 8,
        "name": {"zh": "旧改一张图", "en": "Renewal One Map"}[lang],
        "metadata": {"onemap:themes": paints(kept.of(db, "themes", lambda: themes(db)), flavour)},
        "sources": {
            **outside,
            SOURCE: {
                "type": "vector",
                "tiles": [f"{origin(request)}tiles/{names}/{{z}}/{{x}}/{{y}}.mvt"],
                "minzoom": 0,
                "maxzoom": _SOURCE_MAXZOOM,
                "attribution": settings.data_source,
            },
        },
        "layers": [
            {
                "id": "background",
                "type": "background",
                # From afar it is the sea; from near, ground whose tile has yet to come.
                "paint": coloured(
                    {"background-color": ["step", ["zoom"], "@water", 10, "@land"]}, flavour
                ),
            },
            *({"id": name, "type": "raster", "source": name} for name in outside),
            *_drawings(drawn, flavour, bare=bool(outside)),
        ],
    }


def paints(found: list[Theme], flavour: Flavour) -> dict[str, Any]:
    """The fill colour of communities in each theme."""
    breaks = {theme.name: [one.high for one in theme.classes[:-1]] for theme in found}
    ramps = {
        ramp.name: ramp_paint(ramp, [bound for bound in breaks[ramp.name] if bound is not None])
        for ramp in RAMPS
    }
    expressions = {"stage": phase_paint(flavour == "dark"), **ramps, "closures": CLOSURES_PAINT}
    return {name: coloured(paint, flavour) for name, paint in expressions.items()}


def _drawings(layers: list[Layer], flavour: Flavour, *, bare: bool) -> list[dict[str, Any]]:
    """Areas and lines in the catalogue's order, then the glyphs above them, then the words.

    Of two words that collide the upper stays: that of the larger thing, which comes first in the
    catalogue and so is turned to the end.
    """
    pairs = [
        (layer, drawing)
        for layer in layers
        for drawing in layer.drawings
        if not (bare and drawing.ground)
    ]
    today = datetime.now(LOCAL).date()
    ground = [pair for pair in pairs if pair[1].type in ("fill", "line")]
    glyphs = [pair for pair in pairs if pair[1].type == "circle" or pair[1].glyphic]
    words = [pair for pair in pairs if pair[1].wordy]
    return [
        _drawing(layer, drawing, flavour, today)
        for layer, drawing in [*ground, *glyphs, *reversed(words)]
    ]


def _drawing(layer: Layer, drawing: Drawing, flavour: Flavour, today: date) -> dict[str, Any]:
    on_points = drawing.type == "symbol" and layer.named_from is not None
    optional = {
        "filter": dated(drawing.filter, today),
        "minzoom": drawing.minzoom,
        "maxzoom": drawing.maxzoom,
    }
    return {
        "id": f"{layer.name}-{drawing.key}",
        "type": drawing.type,
        "source": SOURCE,
        "source-layer": names_of(layer) if on_points else layer.name,
        "layout": drawing.layout,
        "paint": coloured(drawing.paint, flavour),
        **{name: value for name, value in optional.items() if value is not None},
    }


def _outside(settings: Settings) -> dict[str, Any]:
    """Raster sources of the configured outside basemap; none when there is none."""
    if settings.tianditu_key:
        return {
            f"tianditu-{layer}": {
                "type": "raster",
                "tiles": [_TIANDITU.format(layer=layer, key=settings.tianditu_key)],
                "tileSize": 256,
                "attribution": "天地图",
            }
            for layer in ("vec", "cva")
        }
    if settings.basemap_url:
        return {
            "outside": {
                "type": "raster",
                "tiles": [settings.basemap_url],
                "tileSize": 256,
                "attribution": settings.basemap_attribution,
            }
        }
    return {}
