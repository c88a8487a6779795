"""HTTP in and out: no rule and no SQL. Every layer has the same routes, read from its declaration.

`service` puts the OGC API together; `requests` says who asks and in which language; `problems`
says what went wrong.
"""
