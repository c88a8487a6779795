"""Values of private attributes of published rows."""

import pytest
from httpx import Client

from layers.core.layer import Layer
from tests.api.layers import each_public


@each_public
@pytest.mark.parametrize("format_", ["json", "html", "csv"])
def test_private_values_are_in_no_answer(
    client: Client, layer: Layer, ids: dict[str, int], format_: str
) -> None:
    here = f"/api/collections/{layer.name}/items"
    texts = [client.get(f"{here}?f={format_}").text]
    if format_ != "csv":
        texts.append(client.get(f"{here}/{ids[layer.name]}?f={format_}").text)
    for name in set(layer.attributes.model_fields) - layer.public_fields:
        secret = layer.example.get(name)
        for text in texts:
            assert name not in text.split('"')
            assert not secret or str(secret) not in text
