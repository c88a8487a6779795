"""Who someone is: signing in and out, accounts and their scopes, tokens, an outside provider.

Connections here are those of the identity role, which keeps accounts and reads nothing else.
"""
