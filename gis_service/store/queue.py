"""The queue of jobs: procrastinate's tables, in a schema of their own.

A job is queued in the transaction of what it is about, so that neither is there without the other.
"""

from procrastinate import App, PsycopgConnector, SyncPsycopgConnector
from procrastinate.schema import SchemaManager
from sqlalchemy import Connection, Engine, text

QUEUE = "queue"
_PATH = f"{QUEUE}, public"

# It never connects: each job is queued on the connection of its transaction.
_QUEUEING = App(connector=SyncPsycopgConnector())


def make(db: Connection) -> None:
    """Makes the tables and functions of procrastinate; they are found by the search path."""
    db.exec_driver_sql(f"CREATE SCHEMA {QUEUE}")
    db.exec_driver_sql(f"SET LOCAL search_path TO {QUEUE}")
    db.exec_driver_sql(SchemaManager.get_schema(), execution_options={"no_parameters": True})
    db.exec_driver_sql("SET LOCAL search_path TO DEFAULT")


def put(db: Connection, task: str, id_: int) -> None:
    """Queues a job about `id_`. Workers hear of it when the transaction is committed."""
    db.execute(text("SELECT set_config('search_path', :path, true)"), {"path": _PATH})
    driver = db.connection.driver_connection
    _QUEUEING.configure_task(task, connection=driver).defer(id_=id_)


def workers_app(engine: Engine) -> App:
    """An application that works off the queue, with connections of its own like `engine`'s."""
    _, arguments = engine.dialect.create_connect_args(engine.url)
    options = f"{arguments.pop('options', '')} -c search_path={_PATH.replace(' ', '')}".strip()
    connecting = {**arguments, "options": options}
    return App(connector=PsycopgConnector(kwargs=connecting, min_size=1, max_size=3))
