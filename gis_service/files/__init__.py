"""Untrusted files: reading what people bring, proving what its coordinates and letters mean, and
writing files for them. Nothing here knows SQL or a layer's name."""
