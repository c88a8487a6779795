import csv

from gis_service.demo import divisions


def test_every_division_lies_within_a_larger_one_by_its_code() -> None:
    bounded = divisions.bounded()
    assert len([code for code in bounded if len(code) == 2]) == 34
    assert {code[:2] for code in bounded} <= bounded.keys()


def test_boundaries_are_sound() -> None:
    assert all(d.boundary and d.boundary.is_valid for d in divisions.bounded().values())


def test_the_demo_county_is_where_it_is() -> None:
    county = divisions.bounded()["360923"]
    assert (county.name, county.level) == ("上高县", "county")
    assert county.boundary is not None
    west, south, east, north = county.boundary.bounds
    assert 114.4 < west < east < 115.2
    assert 28.0 < south < north < 28.5


def test_streets_have_real_names_and_no_invented_boundary() -> None:
    streets = {street.code: street for street in divisions.streets_of_jiangxi()}
    assert streets["360923001"].name == "敖阳街道"
    assert len(streets) > 1700
    assert not any(street.boundary for street in streets.values())


def test_every_county_of_the_nation_has_streets() -> None:
    named = {street.code[:6] for street in divisions.streets_of_the_nation()}
    counties = {d.code for d in divisions.bounded().values() if d.level == "county"}
    assert counties <= named


def test_codes_lose_their_padding_only() -> None:
    codes = ["360000", "360100", "360102", "500000", "441900"]
    assert [divisions.stripped(c) for c in codes] == ["36", "3601", "360102", "50", "4419"]


def test_statistics_and_map_agree_on_the_counties_of_jiangxi() -> None:
    with (divisions.JIANGXI / "counties_36.csv").open(encoding="utf-8") as lines:
        counties = {row["code6"]: row["name"] for row in csv.DictReader(lines)}
    bounded = divisions.bounded()
    assert {code: bounded[code].name for code in counties} == counties
