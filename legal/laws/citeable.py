"""An edition or an article of it in every format a reader may quote it in."""

import datetime
from dataclasses import dataclass
from typing import Final

from django.http import Http404
from django.utils.translation import gettext as _

from legal.laws.bibliography import STATUTE, Entry, bibtex, ris
from legal.laws.kinds import TextStatus
from legal.laws.models import Edition, Provision
from legal.laws.numbering import display
from legal.laws.quoting import Quoted, quotation
from legal.laws.spoken import reader, spoken
from portal.languages import LANGUAGES

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
    place = Provision.objects.filter(edition=edition, path=path).first() if path else None
    if path and place is None:
        raise Http404(_("This law has no such article."))
    number = place.number if place else ""
    styles = [
        Citation(name, quotation(quoted(edition, number, language, address, today), language), language)
        for language, name in STYLES.items()
    ]
    return [*styles, *files(entry(edition, number, address, today))]


def files(entry: Entry) -> list[Citation]:
    """The same for programs that keep references."""
    return [Citation("BibTeX", bibtex(entry), "en", "bib"), Citation("RIS", ris(entry), "en", "ris")]


def quoted(edition: Edition, number: str, language: str, address: str, today: datetime.date) -> Quoted:
    """What a quotation names, in the language of its readers where the law is called something there."""
    law = edition.law
    column = next(one.column for one in LANGUAGES if one.text == language)
    text = place_text(edition, number, language)
    return Quoted(
        title=getattr(law, f"title_{column}") or spoken(law, "title").text,
        authority=getattr(law, f"authority_{column}") or spoken(law, "authority").text,
        act=law.number,
        adopted=edition.adopted or law.adopted,
        in_force=edition.in_force,
        place=display(number, law.unit, language) if number else "",
        number=number,
        unit=law.unit,
        status=text,
        address=address,
        read=today,
    )


def place_text(edition: Edition, number: str, language: str) -> str:
    """What the text in a language is worth; that of the original where there is none in it."""
    texts = edition.provisions.filter(number=number) if number else edition.provisions.all()
    found = dict(texts.order_by("-position").values_list("texts__language", "texts__status"))
    return found.get(language) or found.get(edition.law.original_language) or TextStatus.OFFICIAL


def entry(edition: Edition, number: str, address: str, today: datetime.date) -> Entry:
    """The entry of a law for a program that keeps references, in the reader's language."""
    law, mine = edition.law, reader()
    title = spoken(law, "title").text
    article = display(number, law.unit, mine.text) if number else ""
    return Entry(
        kind=STATUTE,
        key="-".join(filter(None, (law.jurisdiction.code, law.slug, edition.slug, number))),
        title=f"{title}, {article}" if article else title,
        author=spoken(law, "authority").text,
        number=law.number,
        day=edition.adopted or law.adopted,
        note=_("In force from %(day)s") % {"day": edition.in_force.isoformat()} if edition.in_force else "",
        language=mine.tag,
        address=address,
        read=today,
    )
