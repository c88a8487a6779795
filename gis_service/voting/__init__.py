"""Voting: ballots entered by officers or cast by code, tallied, closed for good, or reversed."""
