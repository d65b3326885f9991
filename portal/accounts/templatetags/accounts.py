"""How what people say of themselves is shown."""

from django import template

from portal.accounts.phones import shown

register = template.Library()


@register.filter
def phone(number: str) -> str:
    """A kept number as people write it; nothing where there is none."""
    return shown(number) if number else ""
