"""Finding a Chinese name as people type it: in characters, in pinyin, or by pinyin initials."""

from functools import lru_cache

from pypinyin import lazy_pinyin


@lru_cache(maxsize=200_000)
def search_key(name: str) -> str:
    """What a search looks into: the name, its pinyin and its initials, in lower case.

    Where a word is read in another way than its characters are, both ways are found: people do
    not agree on how their estate is pronounced.

    >>> search_key("人民新村")
    '人民新村 renminxincun rmxc'
    >>> search_key("朝阳路")
    '朝阳路 zhaoyanglu zyl chaoyanglu cyl'
    """
    as_word = tuple(lazy_pinyin(name))
    as_characters = tuple(syllable for one in name for syllable in lazy_pinyin(one))
    readings = dict.fromkeys((as_word, as_characters))
    spelt = [way for syllables in readings for way in ("".join(syllables), _initials(syllables))]
    return " ".join([name, *spelt]).lower()


def _initials(syllables: tuple[str, ...]) -> str:
    return "".join(syllable[:1] for syllable in syllables)
