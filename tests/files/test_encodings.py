import pytest

from gis_service.errors import BadParameter
from gis_service.files.encodings import GB18030, UTF_8, codec, decode, prove
from gis_service.files.errors import FileRefused, Undecided

NAMES = ["南昌市东湖区", "上高县敖阳街道人民路 12 号", "阳光花园(二期)"]


def cells(encoding: str, *names: str) -> list[bytes]:
    return [name.encode(encoding) for name in names or NAMES]


def test_ascii_needs_no_proof() -> None:
    assert prove([b"abc", b"1-2"]).name == UTF_8


def test_utf_8_is_proven_by_its_bytes() -> None:
    assert prove(cells("utf-8")).name == UTF_8


def test_gbk_without_a_word_is_proven_by_its_bytes() -> None:
    assert prove(cells("gbk")).name == GB18030


def test_a_wrong_declaration_is_found_out_and_said() -> None:
    found = prove(cells("gbk"), "utf-8")
    assert found.name == GB18030
    assert "utf-8 is wrong" in found.how.en


def test_a_declaration_that_makes_no_sense_in_chinese_is_asked() -> None:
    with pytest.raises(Undecided) as asked:
        prove(cells("gbk"), "latin-1")
    assert {choice.options["encoding"] for choice in asked.value.choices} == {"latin-1", GB18030}


def test_a_declaration_that_holds_is_believed() -> None:
    assert prove(cells("gbk"), GB18030).name == GB18030
    assert prove(cells("cp1250", "Žižkov", "Dvořák"), "cp1250").name == "cp1250"


def test_bytes_that_mean_something_either_way_are_asked() -> None:
    # In UTF-8 an accented letter, in GB18030 an everyday character.
    with pytest.raises(Undecided) as asked:
        prove(["é".encode()])
    assert "茅" in str(asked.value.choices)


def test_what_is_neither_is_asked() -> None:
    with pytest.raises(Undecided):
        prove(cells("cp1250", "Žižkov", "Příčná"))


def test_a_character_cut_off_at_the_end_of_a_cell_is_dropped() -> None:
    whole = "人民新村".encode("gbk")
    assert decode([whole[:-1]], GB18030) == ["人民新"]
    assert prove([whole[:-1], *cells("gbk")]).name == GB18030


@pytest.mark.parametrize("said", ["UTF-8", "65001", "utf8"])
def test_cpg_words_for_utf_8(said: str) -> None:
    assert codec(said) == UTF_8


@pytest.mark.parametrize("said", ["GBK", "936", "GB2312", "CP936", "ANSI 936", "gb18030"])
def test_cpg_words_for_chinese(said: str) -> None:
    assert codec(said) == GB18030


def test_a_cpg_without_sense_says_nothing() -> None:
    assert codec("Klingon") is None


def test_what_a_person_states_needs_no_proof_but_must_decode() -> None:
    assert prove(["é".encode()], stated="utf-8").name == UTF_8
    with pytest.raises(FileRefused):
        prove(cells("gbk"), stated="utf-8")
    with pytest.raises(BadParameter):
        prove(cells("gbk"), stated="Klingon")


def test_valid_utf_8_that_is_declared_is_believed_whatever_it_says() -> None:
    assert prove(["é".encode()], "utf-8").name == UTF_8
