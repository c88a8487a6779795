"""The settings that the embedded server is started with. They follow the program, not the data."""

import os
from pathlib import Path

DURABLE = {
    "listen_addresses": "",  # the socket is the only way in: no port to race for, no password
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "work_mem": "32MB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",  # compiling costs more than it saves on queries as short as ours
    "wal_compression": "on",
    "wal_level": "replica",  # a standby can be added later
    "client_connection_check_interval": "5s",
    "timezone": "UTC",
    "lc_messages": "C",  # the launcher reads the log
    "log_timezone": "UTC",
}
# For tests: a crash of the machine may lose everything.
FLEETING = {"fsync": "off", "full_page_writes": "off"}


def settings(sockets: Path, *, durable: bool) -> dict[str, str]:
    """Server settings for this machine's memory."""
    memory_mb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20
    return {
        **DURABLE,
        **({} if durable else FLEETING),
        "unix_socket_directories": str(sockets),
        "shared_buffers": f"{min(1024, max(64, memory_mb // 16))}MB",
        "effective_cache_size": f"{memory_mb // 2}MB",
    }
