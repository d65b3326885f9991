"""What the page of an edition says at many places, in the language of the reader."""

from html import escape

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from legal.laws.kinds import TextStatus
from legal.laws.spoken import language_name
from portal import languages


class Sentences:
    """What the page says at many places, translated and escaped once."""

    def __init__(self, reader: str) -> None:
        self.reader = escape(languages.tag(reader))
        self.badge = {status.value: self._badge(status) for status in TextStatus}
        # Translators: read aloud for the number of an article, which is a link to the article's own page.
        self.alone = escape(gettext("Article %(number)s on a page of its own"))
        self.repeated = escape(gettext("The law gives this number twice."))
        self.stale = escape(gettext("This translates an earlier wording."))
        self.difference = escape(gettext("See what is different"))
        self._names: dict[str, str] = {}
        self._cited: dict[int, str] = {}

    def cited(self, number: int) -> str:
        """How many provisions cite a place."""
        if number not in self._cited:
            sentence = ngettext("Cited by %(number)s provision", "Cited by %(number)s provisions", number)
            self._cited[number] = escape(sentence % {"number": number_format(number, force_grouping=True)})
        return self._cited[number]

    def applied(self, number: int) -> str:
        """How many cases apply a place."""
        sentence = ngettext("Applied in %(number)s case", "Applied in %(number)s cases", number)
        return escape(sentence % {"number": number_format(number, force_grouping=True)})

    def gap(self, language: str) -> str:
        """That a place has no text in a column's language."""
        return escape(gettext("There is no text in this language: %(language)s.") % {"language": self.name(language)})

    def instead(self, language: str) -> str:
        """Which language stands in for the one that lacks."""
        sentence = gettext("Shown in another language: %(language)s.") % {"language": self.name(language)}
        return escape(sentence)

    def name(self, language: str) -> str:
        """A language's name, looked up once."""
        if language not in self._names:
            self._names[language] = language_name(language)
        return self._names[language]

    def _badge(self, status: TextStatus) -> str:
        label = escape(str(status.label))
        return f'<p class="worth" lang="{self.reader}"><span class="badge {status.value}">{label}</span></p>'
