"""The web map: a TypeScript page (`src/`), and maps made in Python that open without a service."""
