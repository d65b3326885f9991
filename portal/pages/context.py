"""What every page's frame needs: the three languages, each with the address of this place in it."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from portal.languages import BY_CODE, LANGUAGES, Language, by_code


@dataclass(frozen=True, slots=True)
class Choice:
    """A language of the switch: `address` keeps place and query, `canonical` is the place alone, with its host."""

    language: Language
    address: str
    canonical: str


def languages(request: HttpRequest) -> dict[str, object]:
    """`language` is the reader's; `switch` lists the three, each with the address of the same place in it."""
    language = by_code(get_language() or settings.LANGUAGE_CODE)
    host = f"{request.scheme}://{request.get_host()}"
    choices = switch(request, host)
    return {
        "site_name": settings.SITE_NAME,
        "language": language,
        "switch": choices,
        "canonical": next(choice.canonical for choice in choices if choice.language == language),
        "section": section(request),
    }


def switch(request: HttpRequest, host: str) -> list[Choice]:
    """The three languages with the addresses of this place in each."""
    return [
        Choice(one, in_language(request.get_full_path(), one.code), host + in_language(request.path, one.code))
        for one in LANGUAGES
    ]


def in_language(address: str, code: str) -> str:
    """The same place in another language; of a place in no language, the front page."""
    _, prefix, rest = address.split("/", 2) if address.count("/") > 1 else ("", "", "")
    return f"/{code}/{rest}" if prefix in BY_CODE else f"/{code}/"


def section(request: HttpRequest) -> str:
    """What the menu marks: the app whose page this is; in `pages`, the page itself; nothing for an error."""
    match = request.resolver_match
    if match is None:
        return ""
    return match.view_name if match.app_name == "pages" else match.app_name
