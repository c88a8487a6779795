"""Printing: sheets to hang on a wall, to put into letter boxes and to lay before a mayor.

A use case reads what its sheet says and hands it, as plain values, to a template
(`templates/*.typ`) that the press sets. Words of a sheet stand in its template; what people wrote
is data there, never markup.
"""
