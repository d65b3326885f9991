"""What the fields of a form want besides what Django writes."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def plain(field: BoundField) -> SafeString:
    """The control itself, without words inside that go when somebody types: its label stands above it."""
    return field.as_widget(attrs={"placeholder": False})
