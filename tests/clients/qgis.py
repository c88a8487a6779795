"""What QGIS sends when a layer of OGC API Features is edited in it, call by call.

Read from its sources, `src/providers/wfs/oapif` of QGIS 3.34 to 4.0. It signs in by an
authentication configuration of the kind “API Header”, asks OPTIONS what it may, and never makes
its changes conditional. QGIS itself is 1.8 GB and edits by hand; this is its provider's side.
"""

from collections.abc import Mapping
from typing import Any

import httpx

Json = dict[str, Any]
USER_AGENT = "Mozilla/5.0 QGIS/34400/Debian GNU/Linux 12 (bookworm)"


class Qgis:
    """A layer opened in QGIS. With `content_crs` it is opened in its storage CRS."""

    def __init__(
        self, server: str, layer: str, token: str, content_crs: str = "", *, swapped: bool = False
    ) -> None:
        self._client = httpx.Client(
            trust_env=False,
            timeout=30,
            headers={"User-Agent": USER_AGENT, "Authorization": f"Bearer {token}"},
        )
        self._items = f"{server}/api/collections/{layer}/items"
        self._crs = {"Content-Crs": content_crs} if content_crs else {}
        self._swapped = swapped
        first = self._client.get(f"{self._items}?limit=10").raise_for_status().json()["features"]
        self.fields = [*first[0]["properties"]] if first else []
        self.capabilities = self._capabilities(str(first[0]["id"]) if first else "unknown_id")

    def close(self) -> None:
        self._client.close()

    def _capabilities(self, test_id: str) -> set[str]:
        found = self._options(self._items) & {"POST"}
        if found:
            one = self._options(f"{self._items}/{test_id}")
            found |= one & {"PUT", "PATCH", "DELETE"}
        return found

    def _options(self, address: str) -> set[str]:
        allow = self._client.request("OPTIONS", address).raise_for_status().headers["Allow"]
        return {method.strip() for method in allow.split(",")}

    def add_feature(self, geometry: Json | None, attributes: Mapping[str, Any]) -> Json:
        """Every field is sent, null where nobody filled it in; then it reads the feature back."""
        feature = {
            "type": "Feature",
            "geometry": self._written(geometry),
            "properties": {**dict.fromkeys(self.fields), **attributes},
        }
        answer = self._client.post(
            self._items,
            json=feature,
            headers={"Content-Type": "application/geo+json", **self._crs},
        )
        assert answer.is_success, answer.text
        location = answer.headers["Location"]
        id_ = location[location.rindex("/items/") + len("/items/") :]
        return self.read(id_)

    def read(self, id_: str) -> Json:
        found: Json = self._client.get(f"{self._items}/{id_}").raise_for_status().json()
        return found

    def change_geometry(self, id_: str, geometry: Json) -> None:
        self._patch(id_, {"geometry": self._written(geometry)}, self._crs)

    def change_attributes(self, id_: str, attributes: Json) -> None:
        self._patch(id_, {"properties": attributes}, {})

    def put(self, id_: str, geometry: Json, attributes: Json) -> None:
        """As versions before 3.32 changed a feature."""
        feature = {
            "type": "Feature",
            "id": id_,
            "geometry": self._written(geometry),
            "properties": attributes,
        }
        headers = {"Content-Type": "application/geo+json", **self._crs}
        answer = self._client.put(f"{self._items}/{id_}", json=feature, headers=headers)
        assert answer.is_success, answer.text

    def delete_feature(self, id_: str) -> None:
        answer = self._client.delete(f"{self._items}/{id_}")
        assert answer.is_success, answer.text

    def _patch(self, id_: str, change: Json, crs: Mapping[str, str]) -> None:
        headers = {"Content-Type": "application/merge-patch+json", **crs}
        answer = self._client.patch(f"{self._items}/{id_}", json=change, headers=headers)
        assert answer.is_success, answer.text

    def _written(self, geometry: Json | None) -> Json | None:
        if geometry is None or not self._swapped:
            return geometry
        return {**geometry, "coordinates": _swapped(geometry["coordinates"])}


def _swapped(coordinates: Any) -> Any:
    if isinstance(coordinates[0], int | float):
        return [coordinates[1], coordinates[0], *coordinates[2:]]
    return [_swapped(part) for part in coordinates]
