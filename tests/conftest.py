"""Fixtures that every test may ask for."""

pytest_plugins = ["tests.embedded_cluster", "tests.databases", "tests.serving", "tests.accounts"]
