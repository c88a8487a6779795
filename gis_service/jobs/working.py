"""The worker inside the service: takes jobs from the queue as they come."""

import asyncio

import psycopg
import structlog
from procrastinate import App, JobContext, RetryStrategy
from procrastinate.exceptions import ConnectorException, JobAborted
from sqlalchemy.exc import SQLAlchemyError

from gis_service.jobs import running
from gis_service.jobs.requesting import TASK
from gis_service.jobs.running import Desk, Interrupted
from gis_service.store import imports, queue

_log = structlog.get_logger("gis_service")
_AGAIN_AFTER_S = 5.0
_AT_ONCE = 1
"""An import takes a processor and memory for a whole file; the map must not feel it."""
_LAST_STEPS_S = 2.0


async def work(desk: Desk) -> None:
    """Works for ever, and again when the database has been away."""
    while True:
        try:
            await asyncio.to_thread(_sweep, desk)
            app = _app(desk)
            async with app.open_async():
                await app.run_worker_async(
                    concurrency=_AT_ONCE,
                    delete_jobs="always",
                    install_signal_handlers=False,
                    shutdown_graceful_timeout=_LAST_STEPS_S,
                )
        except (ConnectorException, SQLAlchemyError, psycopg.Error, OSError) as error:
            _log.warning("no jobs are done", reason=str(error))
        await asyncio.sleep(_AGAIN_AFTER_S)


def _app(desk: Desk) -> App:
    app = queue.workers_app(desk.database.staff)

    # One that broke off because the service stopped is taken up again.
    @app.task(name=TASK, pass_context=True, retry=RetryStrategy(retry_exceptions=[JobAborted]))
    def import_(context: JobContext, id_: int) -> None:
        try:
            running.run(desk, id_, context.should_abort)
        except Interrupted as interrupted:
            raise JobAborted from interrupted

    @app.periodic(cron="* * * * *")
    @app.task(name="take_up_again", queueing_lock="take_up_again", pass_context=True)
    async def take_up_again(context: JobContext, timestamp: int) -> None:
        """Jobs of a worker that died without a word."""
        for job in await context.app.job_manager.get_stalled_jobs():
            await context.app.job_manager.retry_job(job)

    return app


def _sweep(desk: Desk) -> None:
    with desk.database.staff.begin() as db:
        needed = imports.files(db)
    desk.uploads.sweep(needed)
