"""Schema `open`: one view per layer that holds only what the public may read.

Plain views and not row-level security: PostgreSQL flattens them, so the spatial index still
serves, whereas PostGIS operators are not leakproof and a policy would shut the index out.
"""

from collections.abc import Iterator

from gis_service.store.columns import SCHEMA
from layers import CATALOGUE
from layers.core.layer import Layer

OPEN = "open"
ATTACHMENTS_VIEW = "attachments"


def statements() -> Iterator[str]:
    yield f"CREATE SCHEMA {OPEN}"
    for layer in CATALOGUE.values():
        if layer.public:
            yield _view(layer)
    yield _attachments()
    yield f"""
        CREATE VIEW {OPEN}.freshness AS
        SELECT at AS as_of FROM {SCHEMA}.history ORDER BY id DESC LIMIT 1"""


def _attachments() -> str:
    """The files that hang on a published row by an attribute which the public may read."""
    hangs = [
        f"EXISTS (SELECT FROM {OPEN}.{layer.name} t WHERE t.{name} = a.sha256)"
        for layer in CATALOGUE.values()
        for name in sorted(layer.attached.keys() & layer.public_fields)
        if layer.public
    ]
    return f"""
        CREATE VIEW {OPEN}.{ATTACHMENTS_VIEW} AS
        SELECT sha256, media_type, content, thumbnail FROM {SCHEMA}.attachments a
        WHERE {" OR ".join(hangs) or "false"}"""


def public_columns(layer: Layer) -> list[str]:
    """Names of the columns of a layer's public view, in order."""
    declared = [name for name in layer.attributes.model_fields if name in layer.public_fields]
    derived = list(layer.derived.model_fields) if layer.derived else []
    shape = ["geometry", "geom_3857"] if layer.geometry else []
    searching = ["search_key"] if layer.search else []
    return ["id", *shape, *declared, *derived, *searching, "updated_at"]


def _view(layer: Layer) -> str:
    kept = set(layer.derived.model_fields) if layer.derived else set()
    columns = ", ".join(
        f'{"d" if name in kept else "t"}."{name}"' for name in public_columns(layer)
    )
    join = f"LEFT JOIN {SCHEMA}.{layer.name}_derived d ON d.id = t.id" if kept else ""
    shown = ["t.visibility = 'published'", *([f"NOT t.{layer.withheld}"] if layer.withheld else [])]
    return f"""
        CREATE VIEW {OPEN}.{layer.name} AS
        SELECT {columns} FROM {SCHEMA}.{layer.name} t {join}
        WHERE {" AND ".join(shown)}"""
