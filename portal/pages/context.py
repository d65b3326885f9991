"""What every page's frame needs: the three languages, each with the address of this place in it."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from portal.languages import LANGUAGES, by_code


def languages(request: HttpRequest) -> dict[str, object]:
    """`language` is the reader's; `switch` lists the three with the address of the same place in each."""
    here = request.get_full_path()
    return {
        "site_name": settings.SITE_NAME,
        "language": by_code(get_language() or settings.LANGUAGE_CODE),
        "switch": [(language, translate_url(here, language.code)) for language in LANGUAGES],
    }
