"""One import, run in the background as whoever asked for it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import structlog

from gis_service import importing
from gis_service.errors import GisError, NotPermitted, Unavailable
from gis_service.importing import telling
from gis_service.importing.steps import Step
from gis_service.jobs.requesting import options
from gis_service.jobs.uploads import Uploads
from gis_service.store import accounts, imports
from gis_service.store.accounts import Account
from gis_service.store.database import Database
from gis_service.store.imports import Import, State
from gis_service.store.views import layer_named
from layers.core.text import Text

_log = structlog.get_logger("gis_service")
_MOST_ATTEMPTS = 3
"""A file that ends the process each time it is read must not do so for ever."""


class Interrupted(Exception):
    """The service is about to stop: the import begins anew when it runs again."""


class _CalledOff(Exception):
    """Nobody wants it any more."""


class _GivenUp(Unavailable):
    title = Text("任务中断", "The job broke off")


@dataclass(frozen=True, slots=True)
class Desk:
    """What running imports needs. `stopping` says whether the service is about to stop."""

    database: Database
    uploads: Uploads


def run(desk: Desk, id_: int, stopping: Callable[[], bool]) -> None:
    """Runs an import unless it has ended. Raises Interrupted when the service is stopping.

    What it writes and that it has written are one transaction: it is done once, whenever the
    process dies.
    """
    with desk.database.staff.begin() as db:
        asked = imports.begin(db, id_)
    if asked is None:
        return
    try:
        _import(desk, asked, stopping)
    except _CalledOff:
        pass
    except Interrupted:
        raise
    except GisError as error:
        _fail(desk, asked, error)
    except Exception:
        _log.exception("import failed", id=id_)
        _fail(
            desk, asked, _GivenUp(Text("内部错误,已记录。", "An internal error; it is recorded."))
        )
    _clear(desk, id_)


def _import(desk: Desk, asked: Import, stopping: Callable[[], bool]) -> None:
    if asked.attempts > _MOST_ATTEMPTS:
        raise _GivenUp(
            Text(f"已中断 {_MOST_ATTEMPTS} 次,放弃。", f"It broke off {_MOST_ATTEMPTS} times.")
        )
    actor = _account(desk, asked).actor
    assert asked.file is not None

    def tell(step: Step) -> None:
        if stopping():
            raise Interrupted
        with desk.database.staff.begin() as aside:
            if not imports.tell(aside, asked.id, step.value):
                raise _CalledOff

    with desk.database.transaction(actor) as db:
        layer = layer_named(asked.layer, actor)
        source, asks = desk.uploads.path(asked.file), options(asked.options)
        prepared = importing.prepare(db, actor, layer, source, asks, tell)
        report = prepared.report
        if asked.applies:
            tell(Step.WRITING)
            report = importing.apply(db, layer, prepared, skip_refused=asked.skips_refused)
        outcome = telling.told(replace(report, source=asked.source))
        if not imports.end(db, asked.id, State.DONE, outcome, report.written):
            raise _CalledOff


def _account(desk: Desk, asked: Import) -> Account:
    """Whoever asked, as they are now. Raises NotPermitted when their account is closed."""
    with desk.database.identity.begin() as db:
        account = accounts.with_id(db, asked.account)
    if account is None or not account.active:
        raise NotPermitted(Text("申请人的账户已停用。", "The account that asked is closed."))
    return account


def _fail(desk: Desk, asked: Import, error: GisError) -> None:
    with desk.database.staff.begin() as db:
        imports.end(db, asked.id, State.FAILED, telling.refusal(error))


def _clear(desk: Desk, id_: int) -> None:
    """The file stays only after a dry run, or where rows were refused and nothing is written."""
    with desk.database.staff.begin() as db:
        ended = imports.found(db, id_)
        if ended is None or ended.file is None:
            return
        if ended.state is State.DONE and not ended.written:
            return
        imports.forget_file(db, id_)
    desk.uploads.remove(ended.file)
