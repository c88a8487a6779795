"""Why there is no embedded database, in one line that says what to do about it."""


class Unavailable(Exception):
    """The embedded PostGIS cannot be had here; the message is meant for the operator."""
