import gzip
from pathlib import Path

import httpx
import pytest

SCRIPT = b"console.log('map')" * 100


@pytest.fixture(scope="module")
def web_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built map of two files, one of them packed as well."""
    directory = tmp_path_factory.mktemp("dist")
    (directory / "assets").mkdir()
    (directory / "index.html").write_text("<!doctype html><title>map</title>")
    (directory / "service-worker.js").write_bytes(SCRIPT)
    (directory / "manifest.json").write_text("{}")
    (directory / "assets" / "index-1a2b.js").write_bytes(SCRIPT)
    (directory / "assets" / "index-1a2b.js.gz").write_bytes(gzip.compress(SCRIPT))
    return directory


def test_the_page_is_asked_for_anew_and_its_assets_never(client: httpx.Client) -> None:
    assert client.get("/").headers["Cache-Control"] == "no-cache"
    assert "immutable" in client.get("/assets/index-1a2b.js").headers["Cache-Control"]


def test_the_service_worker_rules_the_whole_page_and_is_never_an_old_one(
    client: httpx.Client,
) -> None:
    worker = client.get("/service-worker.js")
    assert worker.headers["Cache-Control"] == "no-cache"
    assert worker.headers["Content-Type"].startswith("text/javascript")
    assert "worker-src 'self'" in worker.headers["Content-Security-Policy"]
    assert client.get("/manifest.json").headers["Content-Type"] == "application/json"


def test_assets_come_packed_to_those_who_take_them_so(client: httpx.Client) -> None:
    packed = client.get("/assets/index-1a2b.js", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/assets/index-1a2b.js", headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) < len(SCRIPT)
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content == SCRIPT
    assert packed.headers["Content-Type"] == plain.headers["Content-Type"]
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
