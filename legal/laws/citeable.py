"""An edition or an article of it in every format a reader may quote it in."""

import datetime
from dataclasses import dataclass
from typing import Final

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import override

from legal.laws.bibliography import STATUTE, Entry, bibtex, ris
from legal.laws.kinds import LawKind, ProvisionKind, TextStatus
from legal.laws.models import Edition, Provision, ProvisionText
from legal.laws.numbering import display
from legal.laws.quoting import Quoted, quotation
from legal.laws.reading.columns import order
from legal.laws.reading.single import ABOVE, name_of
from legal.laws.spoken import reader, spoken
from portal.languages import BY_TEXT

# What the three manners of quoting are called, by the language whose readers are used to it.
STYLES: Final = {"zh": "GB/T 7714", "en": "OSCOLA", "ru": "ГОСТ Р 7.0.5"}
FILES: Final = {"bib": "application/x-bibtex", "ris": "application/x-research-info-systems"}


@dataclass(frozen=True, slots=True)
class Citation:
    """A quotation in one format; `suffix` names the file it can be had as, and `file` where, "" for none."""

    name: str
    words: str
    language: str
    suffix: str = ""
    file: str = ""


def of_place(edition: Edition, path: str, address: str, today: datetime.date) -> list[Citation]:
    """Of an edition, or with a path of an article of it; `Http404` where it has no such place."""
    place = Provision.objects.filter(edition=edition, path=path).select_related(ABOVE).first() if path else None
    if path and place is None:
        raise Http404(_("This law has no such article."))
    styles = [
        Citation(name, quotation(quoted(edition, place, language, address, today), language), language)
        for language, name in STYLES.items()
    ]
    return [*styles, *files(entry(edition, place, address, today))]


def files(entry: Entry) -> list[Citation]:
    """The same for programs that keep references."""
    return [Citation("BibTeX", bibtex(entry), "en", "bib"), Citation("RIS", ris(entry), "en", "ris")]


def quoted(edition: Edition, place: Provision | None, language: str, address: str, today: datetime.date) -> Quoted:
    """What a quotation names, in the language of its readers where the law is called something there."""
    law = edition.law
    with override(BY_TEXT[language].code):
        return Quoted(
            title=spoken(law, "title").text,
            authority=spoken(law, "authority").text,
            act=law.number,
            adopted=edition.adopted or law.adopted,
            in_force=edition.in_force,
            treaty=law.kind == LawKind.TREATY,
            within=annex(place, language) if place else "",
            place=named(place, law.unit, language) if place else "",
            number=place.number if place and place.kind == ProvisionKind.ARTICLE else "",
            unit=law.unit,
            status=worth(edition, place, language),
            address=address,
            read=today,
        )


def named(place: Provision, unit: str, language: str) -> str:
    """An article by its number; what is none as its text calls it, in that language where it has one."""
    if place.kind == ProvisionKind.ARTICLE and place.number:
        return display(place.number, unit, language)
    texts = sorted(place.texts.all(), key=lambda text: (text.language != language, order(text.language)))
    return name_of(place, texts, language, unit)[0]


def annex(place: Provision, language: str) -> str:
    """What the annex that an article stands in is called by its label, in that language where it has one; "" for none.

    The numbers of an annex begin again: without it, another article would be meant.
    """
    above = place.parent
    while above and above.kind != ProvisionKind.ANNEX:
        above = above.parent
    if above is None:
        return ""
    texts = sorted(above.texts.all(), key=lambda text: (text.language != language, order(text.language)))
    return next((name for text in texts if (name := (text.label or text.heading).rstrip(" .．。:："))), "")


def worth(edition: Edition, place: Provision | None, language: str) -> str:
    """The status of the text in a language; that of the original where there is none in it."""
    texts = place.texts.all() if place else ProvisionText.objects.filter(provision__edition=edition)
    found = dict(texts.order_by("-provision__position").values_list("language", "status"))
    return found.get(language) or found.get(edition.law.original_language) or TextStatus.OFFICIAL


def entry(edition: Edition, place: Provision | None, address: str, today: datetime.date) -> Entry:
    """The entry of a law for a program that keeps references, in the reader's language."""
    law, mine = edition.law, reader()
    title = spoken(law, "title").text
    placed = [annex(place, mine.text), named(place, law.unit, mine.text)] if place else []
    return Entry(
        kind=STATUTE,
        key="-".join(filter(None, (law.jurisdiction.code, law.slug, edition.slug, place.path if place else ""))),
        title=", ".join(filter(None, (title, *placed))),
        author=spoken(law, "authority").text,
        number=law.number,
        day=edition.adopted or law.adopted,
        note=_("In force from %(day)s") % {"day": edition.in_force.isoformat()} if edition.in_force else "",
        language=mine,
        address=address,
        read=today,
    )
