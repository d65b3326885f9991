"""The parts of an address of law: the date of an edition, and a place in its text."""

from django.urls.converters import StringConverter


class EditionSlug(StringConverter):
    """`2021-01-01`, `undated`, and with a counter where two editions share a day."""

    regex = r"(?:\d{4}-\d{2}-\d{2}|undated)(?:-\d{1,3})?"


class ProvisionPath(StringConverter):
    """`article-577`, `annex-1/article-1`, `article-1.1`: steps of letters, digits, points and hyphens."""

    regex = r"[\w.-]{1,250}(?:/[\w.-]{1,250}){0,9}"


class CitingProgram(StringConverter):
    """The ending of a file for programs that keep references."""

    regex = "bib|ris"
