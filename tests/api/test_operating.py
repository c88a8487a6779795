import anyio
from httpx import Client
from starlette.types import ASGIApp, Message


def test_alive_and_ready(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}
    ready = client.get("/readyz")
    assert ready.status_code == 200, ready.text
    assert ready.json()["status"] == "ready"


def test_metrics_name_routes_and_not_addresses(client: Client) -> None:
    client.get("/healthz")
    client.get("/nothing/here")
    figures = client.get("/metrics").text
    assert 'route="/healthz"' in figures
    assert "nothing" not in figures


def test_every_answer_has_security_headers(client: Client) -> None:
    for path in ("/healthz", "/", "/nothing", "/api/nothing"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'self'" in headers["content-security-policy"]
        assert headers["x-request-id"]


def test_who_is_gone_before_the_request_was_read_is_no_error_of_ours(app: ASGIApp) -> None:
    sent: list[Message] = []

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    async def answered(message: Message) -> None:
        sent.append(message)

    path = "/api/collections/reports/items"
    scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": []}
    anyio.run(app, scope, gone, answered)
    assert [message["status"] for message in sent if "status" in message] == [499]
