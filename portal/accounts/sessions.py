"""Sessions kept in the database, which tell a session that is gone from a database that is away."""

from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessionStore
from django.db import OperationalError


class SessionStore(DatabaseSessionStore):
    """What Django keeps in the database, asked for again later while that is away."""

    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002 - as Django calls it
        """Keep the session. `UpdateError` where it was ended meanwhile, `OperationalError` while the database is away.

        Django takes both for a session that was ended, and answers that the request was amiss (400); whoever asked
        while the database is away has only to come again (503).
        """
        try:
            super().save(must_create)
        except UpdateError as error:
            if isinstance(error.__context__, OperationalError):
                raise error.__context__ from None
            raise
