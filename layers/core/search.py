"""Finding a Chinese name as people type it: in characters, in pinyin, or by pinyin initials."""

from functools import lru_cache

from pypinyin import Style, lazy_pinyin


@lru_cache(maxsize=200_000)
def search_key(name: str) -> str:
    """What a search looks into: the name, its pinyin and its initials, in lower case.

    >>> search_key("人民新村")
    '人民新村 renminxincun rmxc'
    """
    spelt = "".join(lazy_pinyin(name))
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
    return f"{name} {spelt} {initials}".lower()
