"""What a person may say about an import; by default nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gis_service.files.crs import AUTO
from gis_service.files.reading import Reading
from layers.core.layer import Layer, Visibility

_PLACING = ("x", "y", "geometry")


@dataclass(frozen=True, slots=True)
class Options:
    """`columns` names the file's column of an attribute, or of `x`, `y` or `geometry`. `within` is
    the code of a division that the data must lie in. `constants` are values of attributes for rows
    whose file gives none. `keep_duplicates` takes rows whose shape is there already."""

    crs: str = AUTO
    swap_axes: bool = False
    encoding: str | None = None
    source_layer: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    within: str = ""
    visibility: Visibility | None = None
    keep_duplicates: bool = False

    def reading(self, layer: Layer) -> Reading:
        return Reading(
            encoding=self.encoding,
            source_layer=self.source_layer,
            shapes=layer.geometry is not None,
            **{name: self.columns[name] for name in _PLACING if name in self.columns},
        )

    @property
    def attributes(self) -> dict[str, str]:
        """The columns of attributes."""
        return {name: column for name, column in self.columns.items() if name not in _PLACING}
