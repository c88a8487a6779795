"""The embedded default: a private PostGIS, for those who bring no database of their own.

`running` is the whole interface. Inside it: `binaries` are found or fetched (`apt`), a `place`
is chosen that the `account` of the database can enter, `stale` remains of a crash are cleared, a
`server` runs as our child for as long as we live, and `bootstrap` makes roles and database.
"""

from gis_service.embedded.cluster import Cluster, running
from gis_service.embedded.place import existing, prepared
from gis_service.embedded.unavailable import Unavailable

__all__ = ["Cluster", "Unavailable", "existing", "prepared", "running"]
