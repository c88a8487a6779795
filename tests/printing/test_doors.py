from gis_service.printing.doors import door, walking


def test_rooms_come_in_the_order_of_doors() -> None:
    rooms = [
        ("10栋", "1-101"),
        ("2栋", "10-1"),
        ("2栋", "9-2"),
        ("", "3"),
        ("甲", "1"),
        ("2栋", "9-10"),
    ]
    assert sorted(rooms, key=lambda each: walking(*each)) == [
        ("", "3"),
        ("2栋", "9-2"),
        ("2栋", "9-10"),
        ("2栋", "10-1"),
        ("10栋", "1-101"),
        ("甲", "1"),
    ]


def test_a_door_is_named_once() -> None:
    assert door("3栋", "3-1-502") == "3-1-502"
    assert door("3栋", "1-502") == "3栋 1-502"
    assert door("甲", "甲-1") == "甲-1"
    assert door("1栋", "12-3") == "1栋 12-3"
    assert door("", "502") == "502"
