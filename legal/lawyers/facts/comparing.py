"""What a revision would change, field by field, and what a moderator has seen of it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django_stubs_ext import StrPromise

from legal.laws.comparing import Mark, marks
from legal.laws.marked import paragraphs
from legal.lawyers.facts.groups import VERIFIED, Fact, facts_in, groups_of
from legal.lawyers.facts.reading import Facts, facts_of, kind_of
from legal.lawyers.models import Firm, Lawyer, Revision
from legal.lawyers.papers import licence_papers


@dataclass(frozen=True, slots=True)
class Change:
    """One field: its lines as they are published and as they would be, and whether the licence says it."""

    label: StrPromise
    before: list[str]
    after: list[str]
    is_verified: bool = False
    is_picture: bool = False

    @property
    def old(self) -> SafeString:
        """What is published, as HTML, with the words marked that would be gone."""
        return self._side(self.before, Mark.DELETED)

    @property
    def new(self) -> SafeString:
        """What is proposed, with the words marked that are new."""
        return self._side(self.after, Mark.INSERTED)

    def _side(self, lines: list[str], mine: Mark) -> SafeString:
        # Where one side says nothing, all of the other would be marked, and so nothing.
        if self.is_picture or not (self.before and self.after):
            return format_html_join("", "<p>{}</p>", ((linebreaksbr(line),) for line in lines))
        return paragraphs(marks("\n".join(self.before), "\n".join(self.after)), mine)


@dataclass(frozen=True, slots=True)
class Told:
    """One group of answers as a page shows it."""

    slug: str
    label: StrPromise
    answers: list[tuple[StrPromise, list[str]]]


def changed(kind: str, before: Facts, after: Facts) -> list[Fact]:
    """The questions answered otherwise; nothing before means that each answer is new."""
    return [fact for fact in facts_in(kind) if (before.get(fact.name) or "") != (after.get(fact.name) or "")]


def changes(revision: Revision, facts: Facts | None = None) -> list[Change]:
    """What a revision changes against what is published; once it was accepted, against what was published then.

    With `facts`, what those would change in its place.
    """
    kind, wanted = kind_of(revision.subject), revision.facts if facts is None else facts
    before = published_before(revision)
    return [
        Change(
            fact.label,
            fact.shown(before.get(fact.name)),
            fact.shown(wanted.get(fact.name)),
            is_verified=fact.name in VERIFIED[kind],
            is_picture=fact.is_picture,
        )
        for fact in changed(kind, before, wanted)
    ]


def published_before(revision: Revision) -> Facts:
    """What readers are shown, or were when the revision was accepted; nothing where they are shown nothing."""
    if revision.published or not revision.is_open:
        return dict(revision.published)
    return facts_of(revision.subject) if revision.subject.is_verified else {}


def needs_verification(subject: Lawyer | Firm, revision: Revision) -> bool:
    """Whether the licence has to be looked at before this is accepted: it never was, or what it says is changed."""
    if not subject.is_verified or licence_papers(revision):
        return True
    kind = kind_of(subject)
    return any(fact.name in VERIFIED[kind] for fact in changed(kind, facts_of(subject), revision.facts))


def mark(*parts: Any) -> str:
    """A short mark of values: the same for the same values and for no others."""
    told = json.dumps(parts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def seen(revision: Revision) -> str:
    """The mark of what a moderator is shown: what is published, what is proposed, and its papers."""
    papers = [paper.sha256 for paper in licence_papers(revision)]
    return mark(facts_of(revision.subject), revision.facts, papers)


def told(kind: str, facts: Facts) -> Iterable[Told]:
    """Everything that facts say, group by group."""
    for group in groups_of(kind):
        yield Told(group.slug, group.label, [(fact.label, fact.shown(facts.get(fact.name))) for fact in group.facts])
