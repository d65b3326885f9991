"""Laws, editions and provisions as the open interface gives them, and as the open data has them."""

import datetime
from collections.abc import Mapping

from django.utils.translation import gettext_noop
from pydantic import Field

from legal.laws.finding import Shelf
from legal.laws.kinds import ArticleUnit, ForceStatus, LawKind, ProvisionKind, TextStatus
from legal.laws.models import Edition, Provision, ProvisionText
from legal.laws.spoken import spoken
from portal.api.shapes import Part, Record
from portal.reference.shapes import told

Words = dict[str, str]


class LawRecord(Record):
    """A law as a work."""

    jurisdiction: str
    slug: str = Field(description=gettext_noop("The name of the law in addresses; it stays for good."))
    region: str | None
    kind: LawKind
    unit: ArticleUnit = Field(description=gettext_noop("What the law calls its articles."))
    number: str
    title: str
    title_language: str = Field(description=gettext_noop("The language of the title given."))
    titles: Words
    short_titles: Words
    summaries: Words
    authorities: Words
    adopted: datetime.date | None
    in_force: datetime.date | None = Field(
        description=gettext_noop("The day it first came into force; null if not known.")
    )
    repealed: datetime.date | None
    status: ForceStatus = Field(description=gettext_noop("How it stands today."))
    edition: str | None = Field(description=gettext_noop("The edition of today."))
    original_language: str
    languages: list[str] = Field(description=gettext_noop("The languages there are texts in."))
    topics: list[str]
    source: str
    changed: datetime.datetime = Field(description=gettext_noop("When the record last changed."))
    url: str = Field(description=gettext_noop("Its page for people."))


class EditionRecord(Record):
    """A dated text of a law."""

    jurisdiction: str
    law: str
    slug: str = Field(description=gettext_noop("The day of the edition, as it stands in addresses."))
    adopted: datetime.date | None
    in_force: datetime.date | None = Field(description=gettext_noop("The day it came into force; null if not known."))
    in_force_source: str = Field(description=gettext_noop("Where that day is known from."))
    until: datetime.date | None = Field(description=gettext_noop("The day it ended; null while it has not."))
    amended_by: str
    current: bool = Field(description=gettext_noop("Whether it is the edition of today."))
    changed: datetime.datetime = Field(description=gettext_noop("When the record last changed."))
    url: str = Field(description=gettext_noop("Its page for people."))


class TextRecord(Part):
    """The words of a provision in one language."""

    language: str
    label: str
    heading: str
    body: str
    status: TextStatus = Field(description=gettext_noop("What the text is worth."))
    source: str
    stale: bool = Field(description=gettext_noop("Whether it translates an earlier wording of the original."))


class ProvisionRecord(Record):
    """A place in an edition, with its words."""

    jurisdiction: str
    law: str
    edition: str
    path: str = Field(description=gettext_noop("The place in the edition, as it stands in addresses."))
    kind: ProvisionKind
    number: str
    parent: str | None = Field(description=gettext_noop("The place it stands under."))
    depth: int
    texts: list[TextRecord] = Field(
        description=gettext_noop(
            "One text a language; of the language asked for alone where one is, and none where there is none in it."
        )
    )
    url: str = Field(description=gettext_noop("Its page for people."))


def law_record(shelf: Shelf, *, site: str, day: datetime.date) -> LawRecord:
    """A law with how it stands on a day; `site` is scheme and host. No query where topics were read with it."""
    law, edition, title = shelf.law, shelf.on(day), spoken(shelf.law, "title")
    return LawRecord(
        jurisdiction=law.jurisdiction.code,
        slug=law.slug,
        region=law.region.code if law.region else None,
        kind=LawKind(law.kind),
        unit=ArticleUnit(law.unit),
        number=law.number,
        title=title.text,
        title_language=title.language.text,
        titles=told(law, "title"),
        short_titles=told(law, "short_title"),
        summaries=told(law, "summary"),
        authorities=told(law, "authority"),
        adopted=law.adopted,
        in_force=law.in_force,
        repealed=law.repealed,
        status=shelf.status(day),
        edition=edition.slug if edition else None,
        original_language=law.original_language,
        languages=law.languages,
        topics=sorted(topic.slug for topic in law.topics.all()),
        source=law.source,
        changed=law.changed_at,
        url=f"{site}{law.get_absolute_url()}",
    )


def edition_record(edition: Edition, current: Edition | None, *, site: str) -> EditionRecord:
    """An edition, which comes with its law; `current` is the one of today."""
    return EditionRecord(
        jurisdiction=edition.law.jurisdiction.code,
        law=edition.law.slug,
        slug=edition.slug,
        adopted=edition.adopted,
        in_force=edition.in_force,
        in_force_source=edition.in_force_source,
        until=edition.until,
        amended_by=edition.amended_by,
        current=edition == current,
        changed=edition.changed_at,
        url=f"{site}{edition.get_absolute_url()}",
    )


def provision_record(
    provision: Provision, parents: Mapping[int, str], language: str | None, *, address: str
) -> ProvisionRecord:
    """A provision, which comes with its edition and texts; `parents` are the paths of what stands above, by key."""
    edition, texts = provision.edition, {text.language: text for text in provision.texts.all()}
    original = texts.get(edition.law.original_language)
    return ProvisionRecord(
        jurisdiction=edition.law.jurisdiction.code,
        law=edition.law.slug,
        edition=edition.slug,
        path=provision.path,
        kind=ProvisionKind(provision.kind),
        number=provision.number,
        parent=parents.get(provision.parent_id) if provision.parent_id else None,
        depth=provision.depth,
        texts=[text_record(texts[one], original) for one in sorted(texts) if language in {None, one}],
        url=f"{address}{provision.path}/",
    )


def text_record(text: ProvisionText, original: ProvisionText | None) -> TextRecord:
    """A text beside the original of its place."""
    return TextRecord(
        language=text.language,
        label=text.label,
        heading=text.heading,
        body=text.body,
        status=TextStatus(text.status),
        source=text.source,
        stale=text.is_stale_beside(original),
    )
