"""Makes the files of a new cluster."""

import shutil
import subprocess
from collections.abc import Callable

from gis_service.embedded.account import Account
from gis_service.embedded.binaries import Binaries
from gis_service.embedded.place import Place
from gis_service.embedded.reason import reason
from gis_service.embedded.unavailable import Unavailable

SUPERUSER = "onemap_superuser"
# A new cluster is 65 MB, its write-ahead log a few times 16 MB, the town demo 100 MB.
LEAST_FREE_MB = 256


def initdb(
    place: Place,
    binaries: Binaries,
    account: Account,
    *,
    durable: bool,
    say: Callable[[str], None],
) -> None:
    """A cluster at `place.data`, whole or not at all."""
    free = shutil.disk_usage(place.directory).free >> 20
    if free < LEAST_FREE_MB:
        raise Unavailable(
            f"The disk of {place.directory} is full:"
            f" {free} MB are free, {LEAST_FREE_MB} are needed."
        )
    say("Database: making a new cluster")
    half = place.directory / "data.half"
    shutil.rmtree(half, ignore_errors=True)
    options = [
        f"--pgdata={half}",
        f"--username={SUPERUSER}",
        "--auth-local=trust",  # the socket's directory lets in its owner alone
        "--auth-host=reject",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--data-checksums",
        *(() if durable else ("--no-sync",)),
    ]
    made = subprocess.run(
        account.command(binaries.bin / "initdb", *options),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd="/",
        env=binaries.environment,
        check=False,
    )
    if made.returncode:
        raise Unavailable(f"No cluster in {place.directory}: {reason(made.stderr)}.")
    half.rename(place.data)
