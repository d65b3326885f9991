"""A case to take away, as the writers of files want it: its facts, and its parts in the languages asked for."""

import datetime
from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from legal.cases.models import Case, CaseText
from legal.cases.models.case import PARTS
from legal.cases.places import place_name
from legal.laws.formats.document import Column, Document, Fact, Place, Words
from legal.laws.kinds import ArticleUnit, ForceStatus, LawKind, ProvisionKind, TextStatus
from legal.laws.spoken import language_name, reader, spoken
from portal import languages
from portal.languages import BY_TEXT


def document(case: Case, asked: Sequence[str], *, site: str, day: datetime.date) -> Document:
    """The case in these languages, told in the reader's; `site` is scheme and host."""
    texts = {text.language: text for text in case.texts.all()}
    columns = tuple(_column(case, language, texts) for language in asked)
    permalink = f"{site}{case.get_absolute_url()}"
    title = spoken(case, "title").text
    return Document(
        jurisdiction=case.jurisdiction.code,
        slug=case.slug,
        kind=LawKind.OTHER,
        unit=ArticleUnit.ARTICLE,
        number=case.number,
        title=title,
        short_title="",
        titles={one.text: getattr(case, f"title_{one.column}") or "" for one in languages.LANGUAGES},
        authority=spoken(case, "court").text,
        original_language=case.original_language,
        source=case.source,
        edition="",
        adopted=case.decided,
        in_force=None,
        until=None,
        first_adopted=case.decided,
        first_in_force=None,
        repealed=None,
        added=case.created_at.date(),
        standing=ForceStatus.UNKNOWN,
        amended_by="",
        columns=columns,
        places=[*_told(case, asked), *_said(texts, asked)],
        facts=tuple(_facts(case, columns, permalink, day)),
        marks={status: str(status.label) for status in TextStatus},
        earlier=_("Translates an earlier wording of the original."),
        running=case.number,
        contents="",
        unprintable=_("The source has characters that no font can print; each stands here as %(mark)s."),
        permalink=permalink,
        site=str(settings.SITE_NAME),
        reader=reader().tag,
        made=day,
        topics=tuple(topic.slug for topic in case.topics.all()),
    )


def spoken_in(case: Case) -> list[str]:
    """The languages a file can be had in: those it is told in, and those of its texts; the original's first."""
    return sorted(case.languages, key=lambda one: (one != case.original_language, one))


def _column(case: Case, language: str, texts: dict[str, CaseText]) -> Column:
    ours = BY_TEXT.get(language)
    told = bool(ours and case.told_in(ours.column))
    status = TextStatus(case.status if told else texts[language].status)
    name = language_name(language)
    return Column(
        language=language,
        tag=languages.tag(language),
        akoma=languages.akoma(language),
        direction=languages.direction(language),
        name=name,
        title=(getattr(case, f"title_{ours.column}") or "") if ours else "",
        worth=str(status.label),
        missing=_("No text in %(language)s.") % {"language": name},
        status=status,
        sources=(texts[language].source,) if language in texts and texts[language].source else (),
    )


def _told(case: Case, asked: Sequence[str]) -> Iterator[Place]:
    """What an editor tells, part by part, each headed in its own language."""
    for part in PARTS:
        words = {}
        for language in asked:
            ours = BY_TEXT.get(language)
            told = (getattr(case, f"{part}_{ours.column}") or "") if ours else ""
            if ours and told:
                with override(ours.code):
                    words[language] = Words("", heading(part), told, TextStatus(case.status))
        if words:
            yield Place(ProvisionKind.SECTION, "", "", part, 0, None, words)


def _said(texts: dict[str, CaseText], asked: Sequence[str]) -> Iterator[Place]:
    """The words of the decision, language by language."""
    for language in asked:
        text = texts.get(language)
        if text:
            ours = BY_TEXT.get(language)
            with override(ours.code if ours else reader().code):
                title = _("The text of the decision")
            body = "\n".join(line.removeprefix("## ") for line in text.body.split("\n"))
            words = Words("", title, body, TextStatus(text.status), text.source)
            yield Place(ProvisionKind.SECTION, "", "", f"text-{language}", 0, None, {language: words})


def heading(part: str) -> str:
    """What a part is called in the active language."""
    return {
        "facts": pgettext("part of a case", "Facts"),
        "issue": pgettext("part of a case", "Issue"),
        "holding": pgettext("part of a case", "Holding"),
        "significance": pgettext("part of a case", "Significance"),
    }[part]


def _facts(case: Case, columns: Sequence[Column], permalink: str, day: datetime.date) -> Iterator[Fact]:
    lines = [
        (_("Country or organisation"), case.jurisdiction.name),
        (_("Court"), spoken(case, "court").text),
        (_("Docket number"), case.number),
        (pgettext("day of a case", "Decided"), date_format(case.decided) if case.decided else ""),
        (_("Parties"), spoken(case, "parties").text),
        (_("Law applied"), "; ".join(_applied(case))),
        *((column.name.capitalize(), " ".join((column.worth, *column.sources))) for column in columns),
        (_("Published in"), case.source),
        (_("Permalink"), permalink),
        (pgettext("of a file", "Made"), date_format(day)),
    ]
    # Translators: a line of facts; Chinese has a colon of its own.
    line = _("%(label)s: %(value)s")
    for label, value in lines:
        if value:
            yield Fact(label, value, line % {"label": label, "value": value})


def _applied(case: Case) -> Iterator[str]:
    """Each provision applied, by its law's title and its number."""
    for one in case.applied.select_related("law"):
        law = spoken(one.law, "title").text if one.law else one.name
        place = place_name(one.path, one.law.unit if one.law else "article", reader().text)
        yield f"{law}, {place}" if place else law
