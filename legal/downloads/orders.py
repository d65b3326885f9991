"""What is asked for: an edition, its languages in order, a format, told to a reader; its fingerprint and weight."""

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Sum
from django.db.models.functions import Length

from legal.downloads.files import FORMATS, Format, disposition
from legal.laws import standing
from legal.laws.formats.document import Document
from legal.laws.formats.reading import read
from legal.laws.freshness import release
from legal.laws.models import Edition, ProvisionText
from legal.laws.spoken import spoken
from portal.languages import BY_TEXT


@dataclass(frozen=True, slots=True)
class Order:
    """One file as it is asked for on a day; `reader` is a code of ours, `site` scheme and host."""

    edition: Edition
    languages: Sequence[str]
    suffix: str
    reader: str
    site: str
    day: datetime.date

    @property
    def format(self) -> Format:
        """The format by its ending."""
        return FORMATS[self.suffix]

    @property
    def key(self) -> str:
        """The fingerprint of all the file depends on. The day counts only where the law stands otherwise."""
        edition, law = self.edition, self.edition.law
        stands = standing.of_edition(edition, self.day, law.repealed)
        parts = (
            release(),
            (law.pk, law.changed_at.isoformat(), edition.pk, edition.changed_at.isoformat()),
            (stands.status.value, str(stands.day), bool(edition.until and edition.until <= self.day)),
            (*self.languages, self.suffix, self.reader, self.site),
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    def is_long(self) -> bool:
        """Whether making it would keep a reader, and a web process, waiting."""
        texts = ProvisionText.objects.filter(provision__edition=self.edition, language__in=self.languages)
        weight = texts.aggregate(weight=Sum(Length("body") + Length("heading")))["weight"] or 0
        return bool(weight > self.format.at_once)

    def document(self) -> Document:
        """The edition as it is to be written, in the language active now."""
        return read(self.edition, self.languages, site=self.site, day=self.day)

    def disposition(self) -> str:
        """The header that names the file: by the title in its first language, where the law has one there."""
        law, edition = self.edition.law, self.edition.slug
        first = BY_TEXT.get(self.languages[0])
        title = getattr(law, f"title_{first.column}", "") if first else ""
        languages = "-".join(self.languages)
        return disposition(
            f"{title or spoken(law, 'title').text} {edition} ({languages})",
            f"{law.jurisdiction.code}-{law.slug}-{edition}-{languages}",
            self.suffix,
        )
