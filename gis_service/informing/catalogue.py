"""What the map says that is declared in a layer: titles, vocabularies, legends."""

from sqlalchemy import Connection

from gis_service.informing.legend import bilingual
from gis_service.informing.models import AttributeInfo, Catalogue, LayerInfo, TermInfo, Theme
from gis_service.settings import Settings
from gis_service.store import overview
from gis_service.store.columns import plain
from gis_service.store.views import layers_for
from layers.core.access import PUBLIC
from layers.core.layer import Layer, Private
from layers.core.text import Term


def catalogue(db: Connection, settings: Settings, themes: list[Theme]) -> Catalogue:
    return Catalogue(
        layers=[_layer(layer) for layer in layers_for(PUBLIC)],
        themes=themes,
        map_approval=settings.map_approval,
        data_source=settings.data_source,
        outside_basemap=bool(settings.tianditu_key or settings.basemap_url),
        made_data=overview.any_made(db),
        as_of=overview.as_of(db),
    )


def _layer(layer: Layer) -> LayerInfo:
    return LayerInfo(
        name=layer.name,
        title=bilingual(layer.title),
        description=bilingual(layer.description),
        geometry=layer.geometry.sql if layer.geometry else None,
        minzoom=layer.minzoom,
        attributes=[
            _attribute(layer, name)
            for name, info in layer.fields.items()
            if Private not in info.metadata
        ],
    )


def _attribute(layer: Layer, name: str) -> AttributeInfo:
    about = layer.about(name)
    type_ = plain(layer.fields[name]).type
    return AttributeInfo(
        name=name,
        title=bilingual(about.title),
        note=bilingual(about.note),
        unit=about.unit,
        terms=[TermInfo(value=term.value, label=bilingual(term.label)) for term in type_]
        if issubclass(type_, Term)
        else [],
    )
