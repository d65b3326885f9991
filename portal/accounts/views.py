"""The way into the console: how often somebody may try it."""

import unicodedata
from typing import Final

from django.contrib import admin
from django.http import HttpRequest
from django_ratelimit.decorators import ratelimit

# From one address, whoever is meant; and for one person, from however many addresses.
BY_ADDRESS: Final = "10/m"
BY_PERSON: Final = "20/m"


def person(group: str, request: HttpRequest) -> str:
    """Who is to be signed in, told alike however the form would take the spelling."""
    return unicodedata.normalize("NFKC", request.POST.get("username", "")).strip().casefold()


login = ratelimit(group="sign-in-address", key="ip", rate=BY_ADDRESS, method="POST")(
    ratelimit(group="sign-in-person", key=person, rate=BY_PERSON, method="POST")(admin.site.login)
)
