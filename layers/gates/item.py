"""One thing that a gate asks for: it stands, or it is missing and can be supplied somewhere."""

from dataclasses import dataclass

from layers.core.text import Text


@dataclass(frozen=True, slots=True)
class Supply:
    """Where to supply it: a layer, the attribute in it, and the row if there is one already."""

    layer: str
    field: str | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """`message` says what stands, with its evidence, or what is missing. `article` asks for it."""

    code: str
    article: str
    message: Text
    supply: Supply | None = None

    @property
    def is_met(self) -> bool:
        return self.supply is None
