"""A launcher as a process of its own, for tests that kill it: `python -m … DIRECTORY [USER]`.

With a user it becomes that one first, as late as this because Python itself may lie in a home
directory that other users cannot enter.
"""

import os
import pwd
import sys
import time
from pathlib import Path

from gis_service import embedded


def main() -> None:
    def tell(line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    if sys.argv[2:]:
        user = pwd.getpwnam(sys.argv[2])
        os.setgroups([])
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)
        os.environ.pop("HOME", None)
    try:
        with embedded.running(Path(sys.argv[1]), durable=False, say=tell) as cluster:
            tell(f"up {cluster.sockets}")
            time.sleep(600)
    except embedded.Unavailable as failure:
        sys.exit(f"onemap: {failure}")


if __name__ == "__main__":
    main()
