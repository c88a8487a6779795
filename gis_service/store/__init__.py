"""The only package that speaks SQL: tables, public views, reading, writing, tiles, figures."""
