"""Fixtures that every test may ask for."""

from hypothesis import settings

pytest_plugins = ["tests.embedded_cluster", "tests.databases", "tests.serving", "tests.accounts"]

# No test asserts a wall-clock time: machines are shared.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")
