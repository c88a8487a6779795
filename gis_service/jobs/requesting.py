"""Asking for an import, applying what a dry run found, looking how it goes, and calling it off."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection

from gis_service import editing
from gis_service.errors import Conflict, NotFound, TooMany
from gis_service.importing import Options
from gis_service.store import imports, queue
from gis_service.store.accounts import Account
from gis_service.store.imports import Import
from gis_service.store.views import layer_named
from layers.core.access import GRANTS
from layers.core.layer import Visibility
from layers.core.text import Text

TASK = "import"
MOST_FILES = 5
"""So many of one person may wait for their turn, or after a dry run for a decision."""
_AGAIN_S = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """An import that is asked for. `source` is what the person calls the file."""

    layer: str
    source: str
    options: Options
    applies: bool = False
    skips_refused: bool = False


def request(db: Connection, account: Account, wanted: Wanted, file: str) -> Import:
    """Queues an import of an uploaded file.

    Raises NotFound, NotPermitted, NotWritable, or TooMany.
    """
    editing.allow(account.actor, layer_named(wanted.layer, account.actor))
    if imports.holding(db, account.id) >= MOST_FILES:
        raise TooMany(
            Text(
                f"您已有 {MOST_FILES} 个导入在等待,请先写入或取消。",
                f"{MOST_FILES} imports of yours are waiting: apply or cancel one first.",
            ),
            _AGAIN_S,
        )
    id_ = imports.add(
        db,
        {
            "account": account.id,
            "layer": wanted.layer,
            "source": wanted.source,
            "file": file,
            "options": asdict(wanted.options),
            "applies": wanted.applies,
            "skips_refused": wanted.skips_refused,
        },
    )
    queue.put(db, TASK, id_)
    return found(db, account, id_)


def apply(db: Connection, account: Account, id_: int, *, skip_refused: bool) -> None:
    """Writes what a dry run found, after finding it anew. Raises NotFound or Conflict."""
    found(db, account, id_)
    if not imports.again(db, id_, skips_refused=skip_refused):
        raise Conflict(
            Text(
                "只能写入已完成且文件仍保留的试运行。",
                "Only a finished dry run whose file is still here can be applied.",
            )
        )
    queue.put(db, TASK, id_)


def cancel(db: Connection, account: Account, id_: int) -> Import:
    """Calls it off: nothing of it is written. Raises NotFound, or Conflict when that is done."""
    asked = found(db, account, id_)
    if not imports.cancel(db, id_):
        raise Conflict(Text("导入已经结束。", "The import has ended."))
    imports.forget_file(db, id_)
    return asked


def found(db: Connection, account: Account, id_: int) -> Import:
    """One's own, or any for an administrator of the whole country. Raises NotFound."""
    asked = imports.found(db, id_)
    actor = account.actor
    sees_all = GRANTS[actor.role].administers and actor.everywhere
    if asked is None or not (asked.account == account.id or sees_all):
        raise NotFound(Text(f"没有任务 {id_}。", f"There is no job {id_}."))
    return asked


def options(kept: Mapping[str, Any]) -> Options:
    """As they were asked for."""
    visibility = kept["visibility"]
    return Options(**{**kept, "visibility": Visibility(visibility) if visibility else None})
