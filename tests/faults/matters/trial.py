"""The portal with a proceeding that asks for nothing but what every matter needs: for gunicorn, and for Celery."""

import django

django.setup()

from legal.matters.kinds import register  # noqa: E402
from portal.celery import app  # noqa: E402
from portal.wsgi import application  # noqa: E402
from tests.legal.matters.proceeding import PROCEEDING  # noqa: E402

__all__ = ["app", "application"]

register(PROCEEDING)
