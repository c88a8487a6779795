"""Every layer of the catalogue keeps every promise: a new one is tried like the rest."""

import json
import math
from pathlib import Path
from typing import Any

import httpx
import mapbox_vector_tile
import morecantile
import pytest
import shapely
from sqlalchemy import func, select, text

from gis_service import editing, exporting, importing
from gis_service.errors import NotPermitted, NotWritable
from gis_service.store.database import Database
from gis_service.store.features import add_many
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.access import OPERATOR, PUBLIC, Actor, Role
from layers.core.geometry import Kind
from layers.core.layer import Layer, Visibility, Writing
from tests.examples import add_examples, feature_of, in_order

SECRET = "秘密 secret"
EVERY = pytest.mark.parametrize("layer", CATALOGUE.values(), ids=lambda layer: layer.name)
REPEATABLE = pytest.mark.parametrize(
    "layer",
    [layer for layer in CATALOGUE.values() if not layer.unique_together],
    ids=lambda layer: layer.name,
)
# The divisions are the ground that an import is proven against; everything stands on them.
FREE = pytest.mark.parametrize(
    "layer",
    [
        layer
        for layer in CATALOGUE.values()
        if layer.writing is Writing.CRUD and layer.name != "divisions"
    ],
    ids=lambda layer: layer.name,
)
MAPPED = pytest.mark.parametrize(
    "layer",
    [layer for layer in CATALOGUE.values() if layer.geometry],
    ids=lambda layer: layer.name,
)


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, int]:
    """One public example in every layer; answers the ids."""
    with database.owner.begin() as connection:
        return add_examples(connection)


def keys(ids: dict[str, int]) -> dict[str, dict[str, Any]]:
    """What references need: ids, and the code of the division."""
    return {name: {"id": id_, "code": "36"} for name, id_ in ids.items()}


def private_text(layer: Layer) -> dict[str, str]:
    """The layer's private attributes that hold text, each with the secret."""
    named = set(layer.attributes.model_fields) - layer.public_fields
    return {
        name: SECRET
        for name in named
        if isinstance(layer.example.get(name, ""), str)
        and layer.attributes.model_fields[name].annotation is str
    }


def tile_path(layer: Layer, ids: dict[str, int]) -> str:
    shape = feature_of(layer, keys(ids)).geometry
    assert shape is not None
    wide = max(shape.bounds[2] - shape.bounds[0], 0.0005)
    z = max(layer.minzoom, min(16, int(9 - math.log2(wide))))
    centre = shape.representative_point()
    tile = morecantile.tms.get("WebMercatorQuad").tile(centre.x, centre.y, z)
    return f"/tiles/{layer.name}/{tile.z}/{tile.x}/{tile.y}.mvt"


@EVERY
def test_the_example_keeps_the_rules(layer: Layer) -> None:
    references: dict[str, dict[str, Any]] = {
        other.name: {"id": 1, "code": "360923100"} for other in CATALOGUE.values()
    }
    assert list(layer.problems(feature_of(layer, references))) == []


@EVERY
def test_everything_has_a_name_in_both_languages(layer: Layer) -> None:
    texts = [layer.title, layer.description, *(layer.about(name).title for name in layer.fields)]
    for said in texts:
        assert said.zh.strip()
        assert said.en.strip()
    assert set(layer.tile_fields) <= set(layer.fields) - (
        set(layer.attributes.model_fields) - layer.public_fields
    )


@EVERY
def test_the_catalogue_is_in_order_of_reference(layer: Layer) -> None:
    assert [ref.layer for ref in layer.refs.values() if ref.layer not in CATALOGUE] == []
    assert layer in in_order()


@EVERY
def test_the_public_reads_it_over_http_or_learns_nothing_of_it(
    client: httpx.Client, ids: dict[str, int], layer: Layer
) -> None:
    answer = client.get(f"/api/collections/{layer.name}/items/{ids[layer.name]}")
    assert answer.status_code == (200 if layer.public else 404)
    if layer.public:
        properties = answer.json()["properties"]
        assert layer.public_fields <= set(properties)
        assert set(properties) & (set(layer.attributes.model_fields) - layer.public_fields) == set()
    listed = {one["id"] for one in client.get("/api/collections").json()["collections"]}
    assert (layer.name in listed) == layer.public


@REPEATABLE
def test_what_is_private_or_unpublished_is_nowhere(
    client: httpx.Client, database: Database, ids: dict[str, int], layer: Layer, tmp_path: Path
) -> None:
    secrets = private_text(layer)
    with database.owner.begin() as connection:
        shown = feature_of(layer, keys(ids), **{**unique(layer, "shown"), **secrets})
        draft = feature_of(layer, keys(ids), **unique(layer, "draft"))
        [shown_id] = add_many(connection, layer, [shown], Visibility.PUBLISHED)
        [draft_id] = add_many(connection, layer, [draft], Visibility.DRAFT)
    try:
        base = f"/api/collections/{layer.name}/items"
        assert client.get(f"{base}/{draft_id}").status_code == 404
        answers = [client.get(f"{base}/{shown_id}"), client.get(base), client.get(f"{base}?f=csv")]
        answers += [client.get(f"{base}?f=html"), client.get(f"{base}/{shown_id}/history")]
        if layer.public and layer.geometry:
            cut = client.get(tile_path(layer, ids))
            answers.append(cut)
            drawn = mapbox_vector_tile.decode(cut.content)[layer.name]["features"]
            assert shown_id in {feature["id"] for feature in drawn}
            assert draft_id not in {feature["id"] for feature in drawn}
        if layer.public:
            out = tmp_path / "public.geojson"
            with database.transaction(PUBLIC) as db:
                exporting.export(db, PUBLIC, layer, out)
            features = json.loads(out.read_text())["features"]
            exported = {feature["properties"]["id"] for feature in features}
            assert shown_id in exported
            assert draft_id not in exported
            answers.append(httpx.Response(200, content=out.read_bytes()))
            listed = client.get(f"{base}?limit=1000").json()["features"]
            assert draft_id not in {feature["id"] for feature in listed}
        for answer in answers:
            assert SECRET.encode() not in answer.content
            assert json.dumps(SECRET).encode() not in answer.content
    finally:
        if layer.writing is Writing.CRUD:
            with database.owner.begin() as connection:
                table = TABLES[layer.name]
                connection.execute(table.delete().where(table.c.id.in_([shown_id, draft_id])))


@FREE
@pytest.mark.parametrize("suffix", ["geojson", "gpkg", "csv", "xlsx"])
def test_out_into_a_file_and_in_again_is_the_same(
    database: Database, ids: dict[str, int], layer: Layer, suffix: str, tmp_path: Path
) -> None:
    out = tmp_path / f"{layer.name}.{suffix}"
    table = TABLES[layer.name]
    attributes = [table.c[name] for name in layer.attributes.model_fields]
    shape = [func.ST_AsBinary(table.c.geometry)] if layer.geometry else []
    with database.staff.connect() as db, db.begin() as transaction:
        exporting.export(db, OPERATOR, layer, out)
        before = db.execute(select(*attributes, *shape).order_by(table.c.id)).all()
        free_for_again(db, layer)
        options = importing.Options(crs="EPSG:4490", keep_duplicates=True)
        prepared = importing.prepare(db, OPERATOR, layer, out, options)
        told = [problem.message.en for row in prepared.report.rows for problem in row.problems]
        assert told == []
        report = importing.apply(db, layer, prepared)
        assert report.written == len(before) > 0
        newest = select(*attributes, *shape).order_by(table.c.id.desc()).limit(len(before))
        after = db.execute(newest).all()[::-1]
        transaction.rollback()
    for old, new in zip(before, after, strict=True):
        if layer.geometry and old[-1] is not None:
            was, is_ = (shapely.from_wkb(bytes(row[-1])) for row in (old, new))
            assert shapely.hausdorff_distance(was, is_) < 1e-8
        for attribute in attributes:
            if not attribute.unique:
                assert old._mapping[attribute] == new._mapping[attribute], attribute.name


@EVERY
def test_it_is_written_as_it_says(database: Database, ids: dict[str, int], layer: Layer) -> None:
    feature = feature_of(layer, keys(ids), **unique(layer, "written"))
    with database.staff.connect() as db, db.begin() as transaction:
        if not layer.writing.by_staff:
            with pytest.raises(NotWritable):
                editing.create_many(db, OPERATOR, layer, [feature])
        elif layer.writing is Writing.CRUD or not layer.unique_together:
            [id_] = editing.create_many(db, OPERATOR, layer, [feature])
            assert id_ > ids[layer.name]
        with pytest.raises((NotPermitted, NotWritable)):
            editing.create_many(db, PUBLIC, layer, [feature])
        with pytest.raises((NotPermitted, NotWritable)):
            editing.create_many(db, Actor(Role.AUDITOR), layer, [feature])
        transaction.rollback()


@MAPPED
def test_its_tilejson_tells_of_its_fields(client: httpx.Client, layer: Layer) -> None:
    told = client.get(f"/tiles/{layer.name}.json").json()
    named = {one["id"]: one for one in told["vector_layers"]}
    assert set(named[layer.name]["fields"]) == set(layer.tile_fields)


@MAPPED
def test_the_style_draws_it(client: httpx.Client, layer: Layer) -> None:
    style = client.get("/style.json").json()
    drawn = {one["id"] for one in style["layers"]}
    assert {f"{layer.name}-{drawing.key}" for drawing in layer.drawings} <= drawn
    assert layer.drawings


def unique(layer: Layer, word: str) -> dict[str, Any]:
    """Values of the attributes that stand once, other than the example's."""
    codes = {"shown": "37", "draft": "38", "written": "39"}
    value = codes[word] if layer.name == "divisions" else f"{word}-0001"
    return dict.fromkeys(unique_columns(layer), value)


def unique_columns(layer: Layer) -> list[str]:
    """The attributes that stand once in the layer."""
    table = TABLES[layer.name]
    return [name for name in layer.attributes.model_fields if table.c[name].unique]


def free_for_again(db: Any, layer: Layer) -> None:
    """Makes room for the same values where an attribute stands once."""
    for name in unique_columns(layer):
        db.execute(
            text(f'UPDATE onemap.{layer.name} SET "{name}" = "{name}" || :tail'), {"tail": "-old"}
        )


def test_a_feature_of_every_kind_of_shape_is_among_them() -> None:
    assert {layer.geometry for layer in CATALOGUE.values()} == {None, *Kind}
