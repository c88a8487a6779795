"""Ledgers: layers without a shape that hang on a community: money, votes, evidence."""
