"""What takes longer than a request: queued by one, done in the background, told of by others.

The queue is in PostgreSQL and the files lie in the data directory, so a job outlives the process
that took it on. It runs as the person who asked, with the rights they have when it runs.
"""
