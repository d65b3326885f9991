"""What a browser calls itself, in words a person knows it by."""

import re
from typing import Final

from django.utils.translation import gettext

# Each also claims to be those that follow.
BROWSERS: Final = (
    ("MicroMessenger", "WeChat"),
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("YaBrowser", "Yandex"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS: Final = (
    ("HarmonyOS", "HarmonyOS"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
)


def name(user_agent: str) -> str:
    """Such as "Chrome, Android"; a program that is none of the well-known ones is shown by its first word."""
    browser = _first(BROWSERS, user_agent)
    system = _first(SYSTEMS, user_agent)
    known = [part for part in (browser, system) if part]
    return ", ".join(known) or re.split(r"[ /]", user_agent)[0] or gettext("an unknown browser")


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((shown for mark, shown in names if mark in user_agent), "")
