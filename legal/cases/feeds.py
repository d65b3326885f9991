"""What cases were added of a jurisdiction or on a topic, as an Atom feed in the reader's language."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from legal.cases.models import Case, CaseQuerySet
from legal.laws.feeds import ENTRIES, PAGES, PagedFeed
from legal.laws.spoken import reader, spoken
from portal.reference.models import Jurisdiction, Topic


@dataclass(frozen=True, slots=True)
class Subject:
    """What a feed is about, and the page of it."""

    jurisdiction: Jurisdiction | None
    topic: Topic | None
    page: int

    @property
    def cases(self) -> CaseQuerySet:
        """The cases it tells, those added last first."""
        cases = Case.objects.order_by("-created_at", "-id")
        if self.jurisdiction:
            cases = cases.filter(jurisdiction=self.jurisdiction)
        return cases.filter(topics=self.topic) if self.topic else cases

    @property
    def title(self) -> str:
        """The name of the feed."""
        named = {
            "jurisdiction": self.jurisdiction.name if self.jurisdiction else "",
            "topic": self.topic.name if self.topic else "",
        }
        sentences = {
            (False, False): _("New cases"),
            (True, False): _("New cases: %(jurisdiction)s"),
            (False, True): _("New cases: %(topic)s"),
            (True, True): _("New cases: %(jurisdiction)s, %(topic)s"),
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


def feed(subject: Subject, *, site: str) -> str:
    """One page of the feed as XML; `site` is scheme and host."""
    start = (subject.page - 1) * ENTRIES
    cases = list(subject.cases.with_reference()[start : start + ENTRIES + 1])
    address = site + reverse("cases:feed")
    more = len(cases) > ENTRIES and subject.page < PAGES
    written = PagedFeed(
        title=subject.title,
        link=site + reverse("cases:list") + subject.query(),
        description="",
        language=reader().tag,
        feed_url=address + subject.query(subject.page),
        previous=address + subject.query(subject.page - 1) if subject.page > 1 else "",
        next=address + subject.query(subject.page + 1) if more else "",
    )
    host = site.partition("://")[2].partition(":")[0]
    for case in cases[:ENTRIES]:
        place = f"{case.jurisdiction.code}/{case.slug}"
        written.add_item(
            title=spoken(case, "title").text,
            link=site + case.get_absolute_url(),
            description=spoken(case, "holding").text,
            # A tag URI (RFC 4151) of what never changes about it.
            unique_id=f"tag:{host},{case.created_at:%Y-%m-%d}:cases/{place}",
            pubdate=case.created_at,
            updateddate=case.changed_at,
            categories=[case.jurisdiction.name, *(topic.name for topic in case.topics.all())],
        )
    return written.writeString("utf-8")
