"""The commands of `onemap`, one a file. `gis_service.__main__` lists them.

A command reads its options, opens what it works on and calls the use case. Modules that take long
to import are imported inside the command, so that `--help` and wrong use answer at once.
"""
