"""A publication that waited for the network, and is not safe any more when it comes."""

import httpx
from playwright.sync_api import expect
from shapely.geometry import Point
from sqlalchemy import text

from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.layer import Visibility
from layers.core.rules import Feature
from tests.e2e.conftest import Visit
from tests.e2e.desk import ENDS, METRES_10, PERIMETERS, STARTS, Place, describe, draw, open_site

REASON = "示例:离线发布"


def test_it_is_sent_back_with_reasons_on_the_map_and_can_be_kept_as_a_draft(
    phone: Visit, place: Place, as_manager: httpx.Client, database: Database
) -> None:
    page = open_site(phone, place)
    draw(page, place)
    describe(page, REASON)
    publish = page.get_by_role("button", name="发布", exact=True)
    expect(publish).to_be_enabled()
    page.context.set_offline(True)
    publish.click()
    expect(page.get_by_text("未上传 2 项")).to_be_visible()
    close_the_same_ground(database, place)

    page.context.set_offline(False)
    refused = page.get_by_role("alert").filter(has_text="没有发布")
    expect(refused).to_contain_text(REASON)
    reason = refused.get_by_role("button", name="与其他围挡冲突")
    expect(reason).to_be_enabled()
    reason.click()
    phone.drawn()
    assert page.evaluate(PAINTED) > 0
    assert visibilities(as_manager, place) == []
    # What waited behind it has been done, and nothing waits any more.
    expect(page.get_by_text("未上传")).to_have_count(0)

    refused.get_by_role("button", name="存草稿").click()
    expect(refused).to_have_count(0)
    expect(page.get_by_role("button", name=REASON)).to_be_visible()
    assert visibilities(as_manager, place) == ["draft"]
    phone.forgiven()


PAINTED = """() => document.querySelector('.maplibregl-map').onemap
    .queryRenderedFeatures({layers: ['refused-line']}).length"""


def visibilities(manager: httpx.Client, place: Place) -> list[str]:
    found = manager.get(PERIMETERS, params={"site": place.site, "reason": REASON}).json()
    return [str(each["visibility"]) for each in found["features"]]


def close_the_same_ground(database: Database, place: Place) -> None:
    """Another site publishes there, and the exception for that has been taken back."""
    ground = Point(place.longitude, place.latitude).buffer(METRES_10)
    with database.owner.begin() as db:
        here = {"site": place.site}
        db.execute(
            text("DELETE FROM onemap.exceptions WHERE site = :site AND \"check\" = 'clash'"), here
        )
        other = db.scalar(text("SELECT min(id) FROM onemap.sites WHERE id <> :site"), here)
        layer = CATALOGUE["warning_perimeters"]
        about = {
            "site": other,
            "starts": f"{STARTS}:00+08:00",
            "ends": f"{ENDS}:00+08:00",
        }
        attributes = layer.attributes.model_validate({**layer.example, **about})
        features.add_many(db, layer, [Feature(ground, attributes)], Visibility.PUBLISHED)
