"""An edition out of the database as a `Document`, in a fixed number of queries, told in the language active now."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from legal.laws import standing
from legal.laws.formats.document import Column, Document, Fact, Place, Words, main_status
from legal.laws.kinds import ArticleUnit, ForceStatus, LawKind, ProvisionKind, TextStatus
from legal.laws.models import Edition, Law, ProvisionText
from legal.laws.numbering import display
from legal.laws.spoken import language_name, reader, spoken
from portal import languages

TEXT_FIELDS: Final = ("provision_id", "language", "label", "heading", "body", "status", "source", "based_on")


def spoken_in(edition: Edition) -> list[str]:
    """The languages the edition has texts in: ours first, in their order."""
    found = set(
        ProvisionText.objects.filter(provision__edition=edition)
        .order_by()
        .values_list("language", flat=True)
        .distinct()
    )
    return [*(text for text in languages.TEXTS if text in found), *sorted(found - set(languages.TEXTS))]


def read(edition: Edition, asked: Sequence[str], *, site: str, day: datetime.date) -> Document:
    """The edition in the languages asked for. `site` is scheme and host, for addresses; `day` is the day it is made."""
    law = edition.law
    places, statuses, sources = _places(edition, asked, law.original_language)
    columns = tuple(_column(law, one, statuses[one], sources[one]) for one in asked)
    stands = standing.of_edition(edition, day, law.repealed)
    permalink = site + _address(edition, asked)
    title = spoken(law, "title").text
    short_title = spoken(law, "short_title").text
    return Document(
        jurisdiction=law.jurisdiction.code,
        slug=law.slug,
        kind=LawKind(law.kind),
        unit=ArticleUnit(law.unit),
        number=law.number,
        title=title,
        short_title=short_title,
        titles=_titles(law),
        authority=spoken(law, "authority").text,
        original_language=law.original_language,
        source=law.source,
        edition=edition.slug,
        adopted=edition.adopted,
        in_force=edition.in_force,
        until=edition.until,
        first_adopted=law.adopted,
        first_in_force=law.in_force,
        repealed=law.repealed,
        added=law.created_at.date(),
        standing=stands.status,
        amended_by=edition.amended_by,
        columns=columns,
        places=places,
        facts=tuple(_facts(edition, stands, columns, permalink, day)),
        marks={status: str(status.label) for status in TextStatus},
        earlier=_("Translates an earlier wording of the original."),
        running=_edition_name(edition),
        contents=pgettext("of a law", "Contents"),
        unprintable=_("The source has characters that no font can print; each stands here as %(mark)s."),
        permalink=permalink,
        site=str(settings.SITE_NAME),
        reader=reader().tag,
        made=day,
        topics=tuple(law.topics.values_list("slug", flat=True)),
    )


def _places(
    edition: Edition, asked: Sequence[str], original: str
) -> tuple[list[Place], dict[str, Counter[TextStatus]], dict[str, dict[str, None]]]:
    rows = ProvisionText.objects.filter(provision__edition=edition, language__in=asked).values_list(*TEXT_FIELDS)
    wordings = dict(
        ProvisionText.objects.filter(provision__edition=edition, language=original)
        .exclude(status=TextStatus.DIGEST)
        .values_list("provision_id", "wording")
    )
    texts: defaultdict[int, dict[str, Words]] = defaultdict(dict)
    statuses: defaultdict[str, Counter[TextStatus]] = defaultdict(Counter)
    sources: defaultdict[str, dict[str, None]] = defaultdict(dict)
    # In one order for good: sources are listed as the text names them, and a file made twice is the same file.
    ordered = rows.order_by("provision__position", "language")
    for provision, language, label, heading, body, status, source, based_on in ordered.iterator():
        earlier = bool(based_on) and wordings.get(provision, based_on) != based_on
        texts[provision][language] = Words(label, heading, body, TextStatus(status), source, earlier)
        statuses[language][TextStatus(status)] += 1
        if source:
            sources[language][source] = None
    index: dict[int, int] = {}
    places: list[Place] = []
    provisions = edition.provisions.order_by("position")
    for pk, kind, number, path, depth, parent in provisions.values_list(
        "pk", "kind", "number", "path", "depth", "parent_id"
    ):
        index[pk] = len(places)
        name = display(number, edition.law.unit, reader().text) if kind == ProvisionKind.ARTICLE else ""
        places.append(Place(ProvisionKind(kind), number, name, path, depth, index.get(parent), texts.get(pk, {})))
    return places, statuses, sources


def _column(law: Law, language: str, statuses: Counter[TextStatus], sources: Iterable[str]) -> Column:
    status = main_status(statuses)
    ours = languages.BY_TEXT.get(language)
    title = getattr(law, f"title_{ours.column}", "") if ours else ""
    name = language_name(language)
    return Column(
        language=language,
        tag=languages.tag(language),
        akoma=languages.akoma(language),
        direction=languages.direction(language),
        name=name,
        title=title or "",
        worth=_worth(status, statuses),
        missing=_("No text in %(language)s.") % {"language": name},
        status=status,
        sources=tuple(sources),
    )


def _worth(status: TextStatus, statuses: Counter[TextStatus]) -> str:
    sentences = {
        TextStatus.OFFICIAL: _("Official text."),
        TextStatus.TRANSLATION: _("Translation; only the original is binding."),
        TextStatus.MACHINE: _("Machine translation that nobody has checked; only the original is binding."),
        TextStatus.DIGEST: _("Digest: the contents in other words, not the text of the law."),
    }
    others = statuses.total() - statuses[status]
    if not others:
        return sentences[status]
    differ = ngettext(
        "%(count)s place has another status, given where it stands.",
        "%(count)s places have another status, given where they stand.",
        others,
    )
    return f"{sentences[status]} {differ % {'count': others}}"


def _titles(law: Law) -> dict[str, str]:
    titles = {one.text: getattr(law, f"title_{one.column}") or "" for one in languages.LANGUAGES}
    return {language: title for language, title in titles.items() if title}


def _edition_name(edition: Edition) -> str:
    if edition.in_force:
        return _("Edition in force from %(day)s") % {"day": date_format(edition.in_force)}
    if edition.adopted:
        return _("Edition adopted on %(day)s") % {"day": date_format(edition.adopted)}
    return _("Edition without a date")


def _facts(
    edition: Edition, stands: standing.Standing, columns: Iterable[Column], permalink: str, day: datetime.date
) -> Iterable[Fact]:
    law = edition.law
    lines = [
        (_("Country or organisation"), law.jurisdiction.name),
        (pgettext("of a law", "Kind"), law.get_kind_display()),
        (pgettext("of a law", "Number"), law.number),
        (_("Adopted by"), spoken(law, "authority").text),
        (_("Edition"), _edition_name(edition)),
        (pgettext("of a law", "Status"), _status(edition, stands, day)),
        (_("Amended by"), edition.amended_by),
        *((capfirst(column.name), " ".join((column.worth, *column.sources))) for column in columns),
        (_("Where the official text stands"), law.source),
        (_("Permalink"), permalink),
        (pgettext("of a file", "Made"), date_format(day)),
    ]
    # Translators: a line of facts; Chinese has a colon of its own.
    line = _("%(label)s: %(value)s")
    return [Fact(label, value, line % {"label": label, "value": value}) for label, value in lines if value]


def _status(edition: Edition, stands: standing.Standing, day: datetime.date) -> str:
    """Where the edition stands; of one that a later one has replaced, that first of all."""
    if edition.until and edition.until <= day and stands.status is not ForceStatus.REPEALED:
        return _("Replaced by a later edition on %(day)s") % {"day": date_format(edition.until)}
    return stands.sentence


def _address(edition: Edition, asked: Sequence[str]) -> str:
    """The page that shows these languages: the reader's own stands there by itself, the others beside it."""
    law = edition.law
    address = reverse("laws:edition", args=[law.jurisdiction.code, law.slug, edition.slug])
    beside = urlencode([("with", language) for language in asked if language != reader().text])
    return f"{address}?{beside}" if beside else address
