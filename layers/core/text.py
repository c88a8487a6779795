"""Words for people, always in both languages, Chinese first."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Self, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Text:
    """One thing said in Chinese and in English."""

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en

    def format(self, **values: object) -> "Text":
        """Both sentences with their `{placeholders}` filled in; a `Text` fills in by language."""
        return Text(
            self.zh.format(**{k: v.zh if isinstance(v, Text) else v for k, v in values.items()}),
            self.en.format(**{k: v.en if isinstance(v, Text) else v for k, v in values.items()}),
        )


class Term(StrEnum):
    """A controlled vocabulary: the stored word of each member, and what people call it.

    >>> class Phase(Term):
    ...     WORKS = "works", "施工中", "Under works"
    >>> Phase("works").label.en
    'Under works'
    """

    label: Text

    def __new__(cls, value: str, zh: str = "", en: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Text(zh, en)
        return member
