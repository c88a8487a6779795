"""Which column of a file fills which attribute: as told, or by name or title in zh or en."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from gis_service.errors import BadParameter
from gis_service.files.errors import FileRefused
from gis_service.files.short_names import short_names
from gis_service.importing.report import Column
from layers.core.layer import Layer
from layers.core.text import Text

_KEPT = ("id", "fid", "ogc_fid", "visibility", "version", "created_at", "updated_at")
"""What exports carry beside attributes; the platform keeps these itself."""

_NOISE = re.compile(r"\(.*\)$|[\s_\-]")


def mapped(
    layer: Layer, columns: Iterable[str], told: Mapping[str, str], constants: Iterable[str]
) -> tuple[Column, ...]:
    """What becomes of each column. Raises BadParameter for a word that names none."""
    present = list(columns)
    _check_attributes(layer, "map", told)
    _check_attributes(layer, "set", constants)
    _check_columns(present, told)
    attribute_told = {column: attribute for attribute, column in told.items()}
    known = _known(layer)
    result = []
    for column in present:
        if column in attribute_told:
            attribute = attribute_told[column]
            result.append(Column(column, attribute, Text("由操作者指定", "as told")))
            continue
        found = known.get(_plain(column))
        if found in told:
            found = None
        result.append(Column(column, found, _reason(layer, column, found)))
    _refuse_twice(layer, result)
    return tuple(result)


def _known(layer: Layer) -> dict[str, str]:
    """Attributes by every word that may head their column."""
    titles = {name: layer.about(name).title for name in layer.attributes.model_fields}
    words = [(short, name) for name, short in short_names(layer.fields).items() if name in titles]
    words += [(title.en, name) for name, title in titles.items()]
    words += [(title.zh, name) for name, title in titles.items()]
    words += [(name, name) for name in titles]
    return {_plain(word): name for word, name in words}


def _plain(word: str) -> str:
    """Without case, width, spaces and a unit in brackets."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", word).strip().casefold())


def _reason(layer: Layer, column: str, found: str | None) -> Text:
    if found is not None:
        return Text("列名相符", "by its name")
    derived = layer.derived.model_fields if layer.derived else {}
    titles = {_plain(layer.about(name).zh) for name in derived}
    if column in derived or _plain(column) in titles:
        return Text("由平台统计得出,不导入", "worked out by the platform, not imported")
    if column.lower() in _KEPT:
        return Text("由平台管理,不导入", "kept by the platform, not imported")
    return Text("没有对应的属性,不导入", "no such attribute, not imported")


def _check_attributes(layer: Layer, option: str, named: Iterable[str]) -> None:
    for attribute in named:
        if attribute not in layer.attributes.model_fields:
            names = " ".join(layer.attributes.model_fields)
            raise BadParameter(
                option,
                Text(
                    f"“{layer.title.zh}”没有属性“{attribute}”。可用:{names}",
                    f"{layer.title.en} have no attribute {attribute!r}. There are: {names}",
                ),
            )


def _check_columns(present: list[str], told: Mapping[str, str]) -> None:
    for column in told.values():
        if column not in present:
            raise BadParameter(
                "map",
                Text(
                    f"文件没有列“{column}”。有:{'、'.join(present)}",
                    f"The file has no column {column!r}. It has: {', '.join(present)}",
                ),
            )


def _refuse_twice(layer: Layer, columns: list[Column]) -> None:
    by_attribute: dict[str, str] = {}
    for column in columns:
        if column.attribute is None:
            continue
        if (other := by_attribute.setdefault(column.attribute, column.column)) != column.column:
            title = layer.about(column.attribute).title
            raise FileRefused(
                "import.mapping",
                Text(
                    f"列“{other}”与“{column.column}”都像是{title.zh},请用 map 指定。",
                    f"Columns {other!r} and {column.column!r} both seem to be {title.en}: "
                    "state which by map.",
                ),
            )
