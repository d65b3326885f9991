"""How what people say of themselves is shown."""

from django import template

from portal.accounts import browsers
from portal.accounts.phones import shown

register = template.Library()


@register.filter
def phone(number: str) -> str:
    """A kept number as people write it; nothing where there is none."""
    return shown(number) if number else ""


@register.filter
def browser(user_agent: str) -> str:
    """What a browser calls itself, in words a person knows it by."""
    return browsers.name(user_agent)
