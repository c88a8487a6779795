from httpx import Client
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from gis_service.api.landing import OPENAPI_30
from gis_service.store.views import layers_for
from layers.core.access import PUBLIC


def test_31_document_is_valid(client: Client) -> None:
    told = client.get("/api/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(told).validate()


def test_landing_page_links_to_a_valid_30_document(client: Client) -> None:
    [link] = [
        link
        for link in client.get("/api").json()["links"]
        if link["rel"] == "service-desc" and link["type"] == OPENAPI_30
    ]
    answer = client.get(link["href"], headers={"Accept": OPENAPI_30})
    assert answer.headers["content-type"] == OPENAPI_30
    told = answer.json()
    assert told["openapi"].startswith("3.0")
    assert told["servers"] == [{"url": f"{str(client.base_url).rstrip('/')}/api"}]
    OpenAPIV30SpecValidator(told).validate()


def test_accept_alone_chooses_the_version(client: Client) -> None:
    told = client.get("/api/openapi.json", headers={"Accept": OPENAPI_30}).json()
    assert told["openapi"].startswith("3.0")


def test_parameters_are_told_as_the_standard_has_them(client: Client) -> None:
    told = client.get("/api/openapi.json?f=openapi30").json()
    operation = told["paths"]["/collections/{collectionId}/items"]["get"]
    found = {parameter["name"]: parameter for parameter in operation["parameters"]}
    assert found["limit"]["schema"] == {
        "type": "integer",
        "minimum": 1,
        "maximum": 10_000,
        "default": 100,
    }
    assert found["bbox"]["schema"] == {
        "type": "array",
        "items": {"type": "number"},
        "minItems": 4,
        "maxItems": 6,
    }
    assert found["datetime"]["schema"] == {"type": "string"}
    for name in ("limit", "bbox", "datetime"):
        assert found[name]["style"] == "form"
        assert found[name]["explode"] is False
        assert found[name]["required"] is False


def test_every_public_layer_has_its_own_addresses(client: Client) -> None:
    told = client.get("/api/openapi.json").json()
    for layer in layers_for(PUBLIC):
        assert f"/collections/{layer.name}/items" in told["paths"]
        typed = told["components"]["schemas"][f"{layer.name}_feature"]["properties"]["properties"]
        assert set(typed["properties"]) <= {*layer.public_fields, *layer.fields}
        assert not set(typed["properties"]) & (
            set(layer.attributes.model_fields) - layer.public_fields
        )


def test_docs_are_one_page_of_our_own(client: Client) -> None:
    page = client.get("/api/docs")
    assert page.status_code == 200
    assert "<script" not in page.text
    assert "/collections/communities/items" in page.text
    assert "每页条数" in page.text
    english = client.get("/api/docs?lang=en").text
    assert "Features on a page" in english
    assert "每页条数" not in english
