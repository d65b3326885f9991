"""The way to the inbox, with how much of it is unread."""

from django import template
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from portal.notices import inbox

register = template.Library()


@register.inclusion_tag("notices/_unread.html")
def unread_count(user: AbstractBaseUser | AnonymousUser) -> dict[str, object]:
    """A link to the inbox for whoever is signed in, at one query; nothing for a stranger."""
    number = inbox.unread_count(user) if isinstance(user, AbstractBaseUser) else 0
    return {
        "shown": isinstance(user, AbstractBaseUser),
        "number": number,
        "called": f"{inbox.COUNTED}+" if number > inbox.COUNTED else str(number),
    }
