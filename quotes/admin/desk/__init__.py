"""The editors' desk: our own screens inside the admin, where the work is done; the register stands beside it.

Each screen is one file; `urls.SCREENS` lists them all, with what each needs. Every decision calls a service
in the person's name.
"""
