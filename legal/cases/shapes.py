"""Cases as the open interface gives them, and as the open data has them."""

import datetime

from django.utils.translation import gettext_noop
from pydantic import Field

from legal.cases.kinds import RelationKind
from legal.cases.models import Case, CaseProvision, CaseRelation, CaseText
from legal.cases.models.case import PARTS
from legal.laws.kinds import TextStatus
from legal.laws.shapes import Words
from legal.laws.spoken import spoken
from portal.api.shapes import Part, Record
from portal.reference.shapes import told


class AppliedRecord(Part):
    """A provision a case applies."""

    name: str
    jurisdiction: str | None
    law: str | None = Field(description=gettext_noop("The law, where it is held."))
    edition: str | None = Field(description=gettext_noop("The edition of the day of decision, where it is known."))
    path: str = Field(description=gettext_noop("The place in the edition, as it stands in addresses."))


class RelatedRecord(Part):
    """An earlier case that a case follows or departs from."""

    kind: RelationKind
    name: str
    jurisdiction: str | None
    case: str | None = Field(description=gettext_noop("The other case, where it is held."))


class CaseTextRecord(Part):
    """The words of a decision in one language."""

    language: str
    body: str
    status: TextStatus = Field(description=gettext_noop("What the text is worth."))
    source: str
    stale: bool = Field(description=gettext_noop("Whether it translates an earlier wording of the original."))


class CaseRecord(Record):
    """A decision of a court or tribunal."""

    jurisdiction: str
    slug: str = Field(description=gettext_noop("The name of the case in addresses; it stays for good."))
    number: str
    court: Words
    court_level: str
    decided: datetime.date | None
    title: str
    title_language: str = Field(description=gettext_noop("The language of the title given."))
    titles: Words
    parties: Words = Field(description=gettext_noop("The parties by language; private persons by initials."))
    facts: Words
    issue: Words
    holding: Words
    significance: Words
    status: TextStatus = Field(description=gettext_noop("What the telling of the case is worth."))
    original_language: str
    languages: list[str] = Field(description=gettext_noop("The languages there are texts in."))
    topics: list[str]
    source: str
    applies: list[AppliedRecord]
    relations: list[RelatedRecord]
    texts: list[CaseTextRecord]
    changed: datetime.datetime = Field(description=gettext_noop("When the record last changed."))
    url: str = Field(description=gettext_noop("Its page for people."))


def case_record(case: Case, *, site: str) -> CaseRecord:
    """A case with all that belongs to it; no query where that was read with it."""
    title, texts = spoken(case, "title"), {text.language: text for text in case.texts.all()}
    return CaseRecord(
        jurisdiction=case.jurisdiction.code,
        slug=case.slug,
        number=case.number,
        court=told(case, "court"),
        court_level=case.court_level,
        decided=case.decided,
        title=title.text,
        title_language=title.language.text,
        titles=told(case, "title"),
        parties=told(case, "parties"),
        **{part: told(case, part) for part in PARTS},
        status=TextStatus(case.status),
        original_language=case.original_language,
        languages=case.languages,
        topics=sorted(topic.slug for topic in case.topics.all()),
        source=case.source,
        applies=[applied_record(one) for one in case.applied.all()],
        relations=[related_record(one) for one in case.relations.all()],
        texts=[text_record(texts[one], texts.get(case.original_language)) for one in sorted(texts)],
        changed=case.changed_at,
        url=f"{site}{case.get_absolute_url()}",
    )


def applied_record(one: CaseProvision) -> AppliedRecord:
    """A provision applied, with the address it is found at in the interface."""
    law, edition = one.law, one.edition
    return AppliedRecord(
        name=one.name,
        jurisdiction=law.jurisdiction.code if law else None,
        law=law.slug if law else None,
        edition=edition.slug if edition else None,
        path=one.path,
    )


def related_record(one: CaseRelation) -> RelatedRecord:
    """A relation to another case."""
    other = one.other
    return RelatedRecord(
        kind=RelationKind(one.kind),
        name=one.name,
        jurisdiction=other.jurisdiction.code if other else None,
        case=other.slug if other else None,
    )


def text_record(text: CaseText, original: CaseText | None) -> CaseTextRecord:
    """A text beside the original."""
    return CaseTextRecord(
        language=text.language,
        body=text.body,
        status=TextStatus(text.status),
        source=text.source,
        stale=text.is_stale_beside(original),
    )
