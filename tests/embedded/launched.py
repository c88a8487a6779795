"""A launcher as a process of its own, for tests that kill it: `python -m … DIRECTORY`."""

import sys
import time
from pathlib import Path

from gis_service import embedded


def main() -> None:
    def tell(line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    try:
        with embedded.running(Path(sys.argv[1]), say=tell) as cluster:
            tell(f"up {cluster.sockets}")
            time.sleep(600)
    except embedded.Unavailable as failure:
        sys.exit(f"onemap: {failure}")


if __name__ == "__main__":
    main()
