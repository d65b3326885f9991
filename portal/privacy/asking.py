"""Asking a person for a consent that names who receives the data: the address of the page that asks for it.

A room that is about to hand data on sends the person there, and asks `may_share` or `may_share_abroad` afterwards.
"""

from dataclasses import asdict, dataclass
from typing import Final

from django.core import signing
from django.urls import reverse

from portal.privacy.models import Purpose

SALT: Final = "portal.privacy.asking"
# Whoever comes back to it later is asked anew by the room that wants the data.
LASTS: Final = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is to receive data, what for, and the path of our own to go on to."""

    recipient: str
    aim: str
    onward: str


def address(purpose: Purpose, *, recipient: str, aim: str, onward: str) -> str:
    """The page that asks for one consent, in the active language; nobody can write other names into it."""
    signed = signing.dumps(asdict(Asked(recipient, aim, onward)), salt=SALT)
    return reverse("privacy:consent", args=[purpose.value], query={"for": signed})


def asked(signed: str) -> Asked | None:
    """What an address asks for; None where it was altered or is old."""
    try:
        return Asked(**signing.loads(signed, salt=SALT, max_age=LASTS))
    except signing.BadSignature:
        return None
