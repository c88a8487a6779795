"""Whatever is asked, the service answers, or says what was wrong with the question."""

import json
from urllib.parse import quote

import pytest
from httpx import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gis_service.api.queries import ItemsAsked
from gis_service.store.views import layers_for
from layers.core.access import PUBLIC

LAYERS = layers_for(PUBLIC)
COMMON = [field.alias or name for name, field in ItemsAsked.model_fields.items()]

layers = st.sampled_from(LAYERS)
words = st.one_of(
    st.text(max_size=40),
    st.integers().map(str),
    st.floats().map(str),
    st.datetimes().map(str),
    st.sampled_from(["..", "/", "-", "'", '"', "(", "%", "\\", "null", "true", "1,2,3,4", "🏠"]),
)
fuzz = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def checked(client: Client, path: str, query: str) -> None:
    answer = client.get(f"{path}?{query}")
    assert answer.status_code in (200, 400, 404), (query, answer.text)


@pytest.mark.usefixtures("ids")
@fuzz
@given(
    layers.flatmap(
        lambda layer: st.tuples(st.just(layer), st.sampled_from([*COMMON, *layer.fields]), words)
    )
)
def test_any_value_of_a_known_parameter(client: Client, asked: tuple) -> None:  # type: ignore[type-arg]
    layer, name, value = asked
    checked(client, f"/api/collections/{layer.name}/items", f"{name}={quote(value)}")


@pytest.mark.usefixtures("ids")
@fuzz
@given(st.text(max_size=60))
def test_any_filter(client: Client, text: str) -> None:
    checked(client, "/api/collections/works/items", f"filter={quote(text)}")


WORDS = (
    *("name", "floors", "id", "geometry", "true", "1", "-2.5", "'x'", "'%'", "NULL"),
    *("=", "<>", "<", ">", "+", "*", "/", "(", ")", ",", "S_INTERSECTS(", "CASEI("),
    *("AND", "OR", "NOT", "IN", "LIKE", "BETWEEN", "IS", "POINT(1 2)", "BBOX(1,2,3,4)"),
    *("DATE('2026-01-01')", "TIMESTAMP('x')", "INTERVAL('..','2026-01-01')"),
)
pieces = st.lists(st.sampled_from(WORDS), max_size=14)


@pytest.mark.usefixtures("ids")
@fuzz
@given(pieces)
def test_any_row_of_words_of_cql2(client: Client, words: list[str]) -> None:
    checked(client, "/api/collections/buildings/items", f"filter={quote(' '.join(words))}")


json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.fixed_dictionaries(
            {
                "op": st.sampled_from(
                    ["and", "or", "not", "=", "in", "like", "isNull", "s_within"]
                ),
                "args": st.lists(inner, max_size=3),
            }
        )
        | st.fixed_dictionaries({"property": st.sampled_from(["number", "floors", "geometry"])})
    ),
    max_leaves=8,
)


@pytest.mark.usefixtures("ids")
@fuzz
@given(json_values)
def test_any_tree_of_cql2(client: Client, tree: object) -> None:
    checked(
        client,
        "/api/collections/buildings/items",
        f"filter-lang=cql2-json&filter={quote(json.dumps(tree))}",
    )


@pytest.mark.usefixtures("ids")
@fuzz
@given(st.lists(st.text(max_size=12), max_size=5))
def test_any_address(client: Client, parts: list[str]) -> None:
    path = "/".join(quote(part, safe="") for part in parts if part not in (".", ".."))
    answer = client.get(f"/api/collections/{path}")
    assert answer.status_code in (200, 307, 400, 404), answer.text
