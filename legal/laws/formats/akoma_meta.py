"""The `meta` of Akoma Ntoso: work, expression and manifestation by FRBR, events, references, and the worth of texts."""

import datetime
from typing import Final

from lxml import etree

from legal.laws.formats.characters import for_xml
from legal.laws.formats.document import Column, Document, Place
from legal.laws.kinds import TextStatus

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS: Final = "urn:law-wisdom-valley:download:1"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
# How the naming convention of the standard shortens what it knows.
SHORT: Final = {"chapter": "chp", "section": "sec", "article": "art", "paragraph": "para", "annex": "att"}


def root() -> etree._Element:
    """The element an Akoma Ntoso document is."""
    return etree.fromstring(f'<akomaNtoso xmlns="{NAMESPACE}"/>'.encode())


def child(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    """A new element of the standard under a parent."""
    clean = {key: for_xml(value) for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", clean)


def eid(path: str) -> str:
    """The identifier of a place: `annex-1/article-2` becomes `att_1__art_2`. Unique, as paths are."""
    steps = (step.partition("-") for step in path.split("/"))
    return "__".join(f"{SHORT.get(kind, kind)}{'_' if number else ''}{number}" for kind, _, number in steps)


def describe(act: etree._Element, document: Document) -> None:
    """The whole `meta` of the act."""
    meta = identify(act, document)
    _lifecycle(meta, document)
    _references(meta, document)
    _proprietary(meta, document)


def identify(parent: etree._Element, document: Document, *, component: str = "main") -> etree._Element:
    """A `meta` with the three levels of FRBR for the act or one of its components."""
    meta = child(parent, "meta")
    identification = child(meta, "identification", source="#portal")
    work = work_uri(document)
    expression = f"{work}/{_language(document)}@{document.edition.removeprefix('undated')}"
    _work(child(identification, "FRBRWork"), document, work, component)
    level = _level(child(identification, "FRBRExpression"), expression, component, _edition_day(document), "#authority")
    child(level, "FRBRauthoritative", value=str(_official(document)).lower())
    for column in document.columns:
        child(level, "FRBRlanguage", language=column.akoma)
    manifestation = child(identification, "FRBRManifestation")
    _level(manifestation, f"{expression}.xml", component, (document.made, "made"), "#portal")
    child(manifestation, "FRBRformat", value="application/akn+xml")
    return meta


def work_uri(document: Document) -> str:
    """The address of the work: `/akn/cn/act/2020-05-28/civil-code`."""
    day, _ = _work_day(document)
    known = document.first_adopted or document.first_in_force
    return f"/akn/{document.jurisdiction}/act/{day if known else 'undated'}/{document.slug}"


def _work(work: etree._Element, document: Document, uri: str, component: str) -> None:
    _level(work, uri, component, _work_day(document), "#authority")
    child(work, "FRBRcountry", value=document.jurisdiction)
    child(work, "FRBRsubtype", value=document.kind)
    if document.number:
        child(work, "FRBRnumber", value=document.number)
    for title in dict.fromkeys(document.titles.values()):
        child(work, "FRBRname", value=title)


def _level(
    level: etree._Element, uri: str, component: str, day: tuple[datetime.date, str], author: str
) -> etree._Element:
    child(level, "FRBRthis", value=f"{uri}/!{component}")
    child(level, "FRBRuri", value=uri)
    child(level, "FRBRdate", date=day[0].isoformat(), name=day[1])
    child(level, "FRBRauthor", href=author)
    return level


def _work_day(document: Document) -> tuple[datetime.date, str]:
    """The standard wants a day: the first that is known, by its true name; else that of the record itself."""
    days = (
        (document.first_adopted, "adopted"),
        (document.first_in_force, "in-force"),
        (document.added, "added"),
    )
    return next((day, name) for day, name in days if day)


def _edition_day(document: Document) -> tuple[datetime.date, str]:
    days = (
        (document.in_force, "in-force"),
        (document.adopted, "adopted"),
        (document.added, "added"),
    )
    return next((day, name) for day, name in days if day)


def _language(document: Document) -> str:
    return document.columns[0].akoma if len(document.columns) == 1 else "mul"


def _official(document: Document) -> bool:
    texts = (words.status for place in document.places for words in place.texts.values())
    return all(status is TextStatus.OFFICIAL for status in texts)


def _lifecycle(meta: etree._Element, document: Document) -> None:
    events = (
        ("generation", document.first_adopted),
        ("amendment", document.adopted if document.adopted != document.first_adopted else None),
        ("repeal", document.repealed),
    )
    known = [(kind, day) for kind, day in events if day]
    if known:
        lifecycle = child(meta, "lifecycle", source="#portal")
        for kind, day in known:
            child(lifecycle, "eventRef", eId=f"event_{kind}", date=day.isoformat(), source="#original", type=kind)


def _references(meta: etree._Element, document: Document) -> None:
    references = child(meta, "references", source="#portal")
    child(references, "original", eId="original", href=work_uri(document), showAs=document.title)
    authority = document.authority or document.jurisdiction
    child(
        references,
        "TLCOrganization",
        eId="authority",
        href=f"/akn/ontology/organization/{document.jurisdiction}/authority",
        showAs=authority,
    )
    child(references, "TLCOrganization", eId="portal", href=document.permalink, showAs=document.site)


def _proprietary(meta: etree._Element, document: Document) -> None:
    """What the standard has no place for: the statement, and the status of texts, as a rule and where it differs."""
    proprietary = child(meta, "proprietary", source="#portal")
    statement = _ours(proprietary, "statement")
    statement.set(XML_LANG, document.reader)
    for fact in document.facts:
        _ours(statement, "fact", label=fact.label).text = for_xml(fact.value)
    for column in document.columns:
        text = _ours(proprietary, "text", language=column.tag, status=column.status)
        for source in column.sources:
            _ours(text, "source").text = for_xml(source)
        for place in document.places:
            _exception(proprietary, document, place, column)


def _exception(proprietary: etree._Element, document: Document, place: Place, column: Column) -> None:
    words = place.texts.get(column.language)
    if words and document.mark(words, column):
        earlier = {"translatesEarlierWording": "true"} if words.earlier else {}
        href = f"#{eid(place.path)}"
        _ours(proprietary, "place", href=href, language=column.tag, status=words.status, **earlier)
    elif place.name and not words:
        _ours(proprietary, "missing", place=place.path, language=column.tag)


def _ours(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    clean = {key: for_xml(value) for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{OURS}}}{name}", clean, nsmap={"lwv": OURS})
