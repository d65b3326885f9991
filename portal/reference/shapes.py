"""Jurisdictions, topics and terms as the open interface gives them."""

from django.utils.translation import get_language, gettext_noop
from pydantic import Field

from portal.api.shapes import Record
from portal.languages import LANGUAGES, by_code
from portal.reference.models import Jurisdiction, Term, Topic


class JurisdictionRecord(Record):
    """A country or organisation whose law the portal carries."""

    code: str
    kind: Jurisdiction.Kind
    name: str
    names: dict[str, str] = Field(description=gettext_noop("The name by language, where there is one."))
    languages: list[str]
    legal_family: str


class TopicRecord(Record):
    """A subject heading."""

    slug: str
    name: str
    names: dict[str, str] = Field(description=gettext_noop("The name by language, where there is one."))
    descriptions: dict[str, str]


class TermRecord(Record):
    """One concept of the glossary."""

    topic: str | None
    zh: list[str] = Field(description=gettext_noop("Words of this language, the preferred one first."))
    en: list[str] = Field(description=gettext_noop("Words of this language, the preferred one first."))
    ru: list[str] = Field(description=gettext_noop("Words of this language, the preferred one first."))
    note: str


def jurisdiction_record(row: Jurisdiction) -> JurisdictionRecord:
    """A jurisdiction, named in the active language."""
    return JurisdictionRecord(
        code=row.code,
        kind=Jurisdiction.Kind(row.kind),
        name=named(row),
        names=told(row, "name"),
        languages=row.languages,
        legal_family=row.legal_family,
    )


def topic_record(row: Topic) -> TopicRecord:
    """A topic, named in the active language."""
    return TopicRecord(slug=row.slug, name=named(row), names=told(row, "name"), descriptions=told(row, "description"))


def term_record(row: Term) -> TermRecord:
    """A term with its words in each language."""
    topic = row.topic.slug if row.topic else None
    return TermRecord(topic=topic, zh=row.zh, en=row.en, ru=row.ru, note=row.note)


def told(row: object, field: str) -> dict[str, str]:
    """A fact by language of text, where it is told."""
    words = {one.text: getattr(row, f"{field}_{one.column}") or "" for one in LANGUAGES}
    return {language: text for language, text in words.items() if text}


def named(row: object) -> str:
    """The name in the active language, else in the first that has one."""
    names = told(row, "name")
    return names.get(by_code(get_language()).text) or next(iter(names.values()), "")
