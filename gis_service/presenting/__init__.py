"""Presenting: a ranking, or a choice made of it, as files that people hand on.

`plan` is what such a file tells, `columns` its table; `workbook`, `tabular` and the map of
`web_map.plan_page` write it, `forms` lists them by suffix.
"""
