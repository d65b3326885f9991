"""What templates of results say about the language of a text."""

from django import template

from portal.languages import NAMES, direction, tag

register = template.Library()


@register.filter
def text_tag(text: str) -> str:
    """The value of `lang` for a text's language."""
    return tag(text)


@register.filter
def text_direction(text: str) -> str:
    """The value of `dir` for a text's language."""
    return direction(text)


@register.filter
def text_name(text: str) -> str:
    """How a text's language is called in the reader's; its code where it has no name here."""
    return str(NAMES.get(text) or NAMES.get(text.split("-")[0]) or text)
