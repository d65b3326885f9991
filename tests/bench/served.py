"""The site as gunicorn serves it, with the addresses of the benchmark."""

from django.conf import settings

from portal.wsgi import application

__all__ = ["application"]

settings.ROOT_URLCONF = "tests.bench.addresses"
