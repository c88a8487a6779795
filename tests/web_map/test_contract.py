from pathlib import Path

from web_map import contract

KEPT = Path(contract.__file__).parent / "src" / "api" / "openapi.json"


def test_the_page_is_typed_by_the_routes_that_answer_it() -> None:
    """`npm run types` in web_map renews the file, and the types from it."""
    assert KEPT.read_text(encoding="utf-8") == contract.contract()
