"""What changed in the laws of a jurisdiction or on a topic, as an Atom feed in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.utils.xmlutils import SimplerXMLGenerator

from legal.laws.formats.characters import for_xml
from legal.laws.models import Change
from legal.laws.spoken import language_name, reader, spoken
from portal.reference.models import Jurisdiction, Topic
from portal.search.forms import PageField

ENTRIES: Final = 50
PAGES: Final = 100


class FeedForm(forms.Form):
    """Whose laws and which topic a feed is about, and the page of it; without them, all."""

    jurisdiction: forms.ModelChoiceField[Jurisdiction] = forms.ModelChoiceField(
        Jurisdiction.objects.all(), to_field_name="code", required=False
    )
    topic: forms.ModelChoiceField[Topic] = forms.ModelChoiceField(
        Topic.objects.all(), to_field_name="slug", required=False
    )
    page = PageField(required=False)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a feed is about, and the page of it."""

    jurisdiction: Jurisdiction | None
    topic: Topic | None
    page: int

    @property
    def changes(self) -> QuerySet[Change]:
        """The changes it tells, newest first."""
        changes = Change.objects.all()
        if self.jurisdiction:
            changes = changes.filter(law__jurisdiction=self.jurisdiction)
        if self.topic:
            changes = changes.filter(law__topics=self.topic)
        return changes

    @property
    def title(self) -> str:
        """The name of the feed."""
        named = {
            "jurisdiction": self.jurisdiction.name if self.jurisdiction else "",
            "topic": self.topic.name if self.topic else "",
        }
        sentences = {
            (False, False): _("Changes of the laws"),
            (True, False): _("Changes of the laws: %(jurisdiction)s"),
            (False, True): _("Changes of the laws: %(topic)s"),
            (True, True): _("Changes of the laws: %(jurisdiction)s, %(topic)s"),
        }
        return sentences[bool(self.jurisdiction), bool(self.topic)] % named

    def query(self, page: int = 1) -> str:
        """The query of the address of one of its pages, with its question mark."""
        query = QueryDict(mutable=True)
        if self.jurisdiction:
            query["jurisdiction"] = self.jurisdiction.code
        if self.topic:
            query["topic"] = self.topic.slug
        if page > 1:
            query["page"] = str(page)
        return f"?{query.urlencode()}" if query else ""


class PagedFeed(Atom1Feed):
    """Atom with links to the pages before and after (RFC 5005); what no XML may contain is left out of its words."""

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for relation in ("previous", "next"):
            if self.feed[relation]:
                handler.addQuickElement("link", "", {"rel": relation, "href": self.feed[relation]})

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        words = {name: for_xml(item[name]) for name in ("title", "description")}
        super().add_item_elements(handler, item | words | {"categories": [for_xml(one) for one in item["categories"]]})


def feed(subject: Subject, *, site: str) -> str:
    """One page of the feed as XML; `site` is scheme and host."""
    start = (subject.page - 1) * ENTRIES
    rows = subject.changes.select_related("law__jurisdiction", "edition").prefetch_related("law__topics")
    changes = list(rows[start : start + ENTRIES + 1])
    address = site + reverse("laws:feed")
    more = len(changes) > ENTRIES and subject.page < PAGES
    written = PagedFeed(
        title=subject.title,
        link=site + reverse("laws:list") + subject.query(),
        description="",
        language=reader().tag,
        feed_url=address + subject.query(subject.page),
        previous=address + subject.query(subject.page - 1) if subject.page > 1 else "",
        next=address + subject.query(subject.page + 1) if more else "",
    )
    for change in changes[:ENTRIES]:
        _add(written, change, site)
    return written.writeString("utf-8")


def _add(written: PagedFeed, change: Change, site: str) -> None:
    told = change.edition or change.law
    if change.edition:
        change.edition.law = change.law
    written.add_item(
        title=_sentence(change),
        link=site + told.get_absolute_url(),
        description=spoken(change.law, "summary").text,
        unique_id=_identifier(change, site),
        updateddate=change.at,
        categories=_categories(change),
    )


def _categories(change: Change) -> Sequence[str]:
    return [change.law.jurisdiction.name, *(topic.name for topic in change.law.topics.all())]


def _sentence(change: Change) -> str:
    edition = change.edition
    named = {
        "law": spoken(change.law, "title").text,
        "day": date_format(edition.day) if edition and edition.day else "",
        "language": language_name(change.language),
        "count": change.provisions,
    }
    sentences = {
        Change.Kind.LAW_ADDED: _("%(law)s has been added."),
        Change.Kind.EDITION_ADDED: _("%(law)s: the edition of %(day)s has been added."),
        Change.Kind.TEXT_ADDED: _("%(law)s: a text has been added (%(language)s)."),
        Change.Kind.TEXT_CHANGED: ngettext(
            "%(law)s: the text has changed in %(count)s place (%(language)s).",
            "%(law)s: the text has changed in %(count)s places (%(language)s).",
            change.provisions,
        ),
        Change.Kind.REPEALED: _("%(law)s has been repealed."),
    }
    undated = change.kind == Change.Kind.EDITION_ADDED and not named["day"]
    sentence = (
        _("%(law)s: an edition without a date has been added.") if undated else sentences[Change.Kind(change.kind)]
    )
    return sentence % named


def _identifier(change: Change, site: str) -> str:
    """A tag URI (RFC 4151) of what never changes about it: the law, its edition, what happened and when."""
    host = site.partition("://")[2].partition(":")[0]
    law = change.law
    edition = f"/{change.edition.slug}" if change.edition else ""
    moment = change.at.isoformat()
    place = f"{law.jurisdiction.code}/{law.slug}{edition}/{change.kind}/{change.language}"
    return f"tag:{host},{change.at:%Y-%m-%d}:laws/{place}/{moment}"
