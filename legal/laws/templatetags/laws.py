"""What templates of law say about rows: facts in their language, statuses, languages' names."""

import json
from typing import Final
from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from legal.laws import spoken as speech
from legal.laws.models import Edition
from legal.laws.standing import Listed, Standing, edition_name, of_row
from portal import languages

register = template.Library()
# What could end the element or begin another one inside it.
IN_SCRIPT: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def spoken(row: object, field: str) -> str | SafeString:
    """A translated fact, marked with its language where that is not the page's; "" where there is none."""
    given = speech.spoken(row, field)
    if given.own:
        return given.text
    return format_html('<span lang="{}">{}</span>', given.language.tag, given.text)


@register.simple_tag
def others(row: object, field: str) -> list[speech.Spoken]:
    """The fact in the languages `spoken` does not show."""
    return speech.others(row, field)


@register.filter
def lacking(row: object, field: str) -> str:
    """The language a fact is shown in because it lacks in the reader's; "" where it does not."""
    given = speech.spoken(row, field)
    return "" if given.own else speech.language_name(given.language.text)


@register.filter
def standing(row: Listed) -> Standing:
    """The standing of a law of the directory's list."""
    return of_row(row)


@register.filter
def language_name(text: str) -> str:
    """How a text's language is called in the reader's language."""
    return speech.language_name(text)


@register.filter
def own_name(text: str) -> str:
    """How a text's language calls itself."""
    return speech.own_name(text)


@register.filter
def tag(text: str) -> str:
    """The value of `lang` for a text's language."""
    return languages.tag(text)


@register.filter
def direction(text: str) -> str:
    """The value of `dir` for a text's language."""
    return languages.direction(text)


@register.simple_tag
def named_edition(edition: Edition, today: Edition | None) -> str:
    """How a list of editions calls one."""
    return edition_name(edition, today)


@register.filter
def linked_data(told: dict[str, object]) -> SafeString:
    """A block of JSON-LD: data, which a browser does not run."""
    text = json.dumps(told, ensure_ascii=False).translate(IN_SCRIPT)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308  # escaped above


@register.filter
def host(address: str) -> str:
    """The host of a web address, "" for anything else: a source may also be a gazette."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.netloc.removeprefix("www.") if parts.scheme in {"http", "https"} else ""


@register.simple_tag
def reader_tag() -> str:
    """The value of `lang` for the reader's language, inside a text in another one."""
    return speech.reader().tag


@register.filter
def get(found: dict[str, str], key: str) -> str:
    """What stands under a key, "" where nothing does."""
    return found.get(key, "")
