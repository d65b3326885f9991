"""Which language a caller is answered in: the one asked for, else the first accepted one of ours."""

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

from portal.languages import BY_TEXT, DEFAULT, Language, by_code

PARAMETER = "lang"


def spoken(request: HttpRequest) -> Language:
    """By `lang`, else by Accept-Language; cookies say nothing here, so that a copy of an answer serves everybody."""
    return BY_TEXT.get(_asked(request)) or _accepted(request.headers.get("accept-language", ""))


def _asked(request: HttpRequest) -> str:
    try:
        return request.GET.get(PARAMETER, "")
    except TooManyFieldsSent:  # an error is told all the same
        return ""


def _accepted(header: str) -> Language:
    for code, _weight in parse_accept_lang_header(header):
        try:
            return by_code(get_supported_language_variant(code))
        except LookupError:
            continue
    return DEFAULT
