"""One provision in all its languages, with what stands above and beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString

from legal.laws.kinds import ProvisionKind, TextStatus
from legal.laws.models import Edition, Provision, ProvisionText
from legal.laws.numbering import display, strip_brackets
from legal.laws.reading.columns import order
from legal.laws.reading.links import Links, linked
from legal.laws.reading.tables import table

# An article under chapter, part, annex and volume: no law goes deeper.
ABOVE = "parent__parent__parent__parent"


class Named(NamedTuple):
    """A provision as it is called, in the language it is called so, and where it is read."""

    name: str
    language: str
    address: str


@dataclass(slots=True)
class Single:
    """A provision, its texts with the reader's language first, and its surroundings."""

    provision: Provision
    edition: Edition
    reader: str
    texts: list[ProvisionText]
    above: list[Named]
    previous: Named | None
    following: Named | None
    links: Links

    @property
    def own(self) -> ProvisionText | None:
        """The text in the reader's language."""
        return next((text for text in self.texts if text.language == self.reader), None)

    @property
    def shown(self) -> ProvisionText | None:
        """The text in the reader's language, else the first there is."""
        return self.own or next(iter(self.texts), None)

    @property
    def label(self) -> str:
        """What the provision is called by its number, in the reader's language."""
        if self.own and self.own.label:
            return self.own.label.rstrip(" .．。:：")
        if self.provision.number:
            return display(self.provision.number, self.edition.law.unit, self.reader)
        return str(ProvisionKind(self.provision.kind).label)

    @property
    def name(self) -> str:
        """The label with the heading, where the reader's language has one."""
        return titled(self.label, self.own.heading if self.own else "", self.reader)

    @property
    def stands_alone(self) -> bool:
        """Whether the reader's language is the only one: the title of the page is then its heading."""
        return self.own is not None and len(self.texts) == 1

    @property
    def statuses(self) -> set[str]:
        """What the texts are worth."""
        return {text.status for text in self.texts}

    def written(self) -> Iterator[tuple[ProvisionText, SafeString, str]]:
        """Each text with its body as HTML and its heading without brackets."""
        for text in self.texts:
            body = linked(text.body, self.links.of(self.provision.pk, text.language))
            body = table(body) if self.provision.kind == ProvisionKind.TABLE else body
            yield text, body, strip_brackets(text.heading)

    @property
    def stale(self) -> list[ProvisionText]:
        """The translations of other words than the original has in this edition."""
        language = self.edition.law.original_language
        original = next((text for text in self.texts if text.language == language), None)
        return [text for text in self.texts if text.is_stale_beside(original)]


def find(edition: Edition, path: str) -> Provision | None:
    """The provision at a place of an edition with all that stands above it; None where there is none."""
    provision = Provision.objects.filter(edition=edition, path=path).select_related(ABOVE).order_by().first()
    if provision:
        provision.edition = edition
    return provision


def single(provision: Provision, reader: str, links: Links) -> Single:
    """Read a provision with its surroundings: three queries."""
    edition = provision.edition
    above = list(_above(provision))
    beside = Provision.objects.filter(edition=edition, kind=ProvisionKind.ARTICLE)
    previous = beside.filter(position__lt=provision.position).order_by("-position").first()
    following = beside.filter(position__gt=provision.position).order_by("position").first()
    family = [one for one in (provision, previous, following, *above) if one]
    texts = _texts(family, reader)
    base = edition.get_absolute_url()
    return Single(
        provision=provision,
        edition=edition,
        reader=reader,
        texts=texts.get(provision.pk, []),
        above=[_named(one, texts, reader, f"{base}#{one.path}", edition) for one in above],
        previous=_named(previous, texts, reader, f"{base}{previous.path}/", edition) if previous else None,
        following=_named(following, texts, reader, f"{base}{following.path}/", edition) if following else None,
        links=links,
    )


def titled(label: str, heading: str, language: str) -> str:
    """Label and heading as a title: «Article 25. Fundamental breach», 第二十五条　根本违约."""
    heading = strip_brackets(heading)
    if not (label and heading):
        return label or heading
    return f"{label}\u3000{heading}" if language == "zh" else f"{label.rstrip('.')}. {heading}"


def name_of(provision: Provision, texts: Sequence[ProvisionText], reader: str, unit: str) -> tuple[str, str]:
    """What a provision is called and in which language: an article as on its own page, all else by its text."""
    if provision.kind == ProvisionKind.ARTICLE and provision.number:
        # Without words in the reader's language, its number says as much, and can be read.
        texts = [text for text in texts if text.language == reader]
    for text in texts:
        name = titled(text.label.rstrip(" ."), text.heading, text.language)
        if name:
            return name, text.language
    if provision.number:
        return display(provision.number, unit, reader), reader
    return str(ProvisionKind(provision.kind).label), reader


def _named(
    provision: Provision, texts: dict[int, list[ProvisionText]], reader: str, address: str, edition: Edition
) -> Named:
    return Named(*name_of(provision, texts.get(provision.pk, []), reader, edition.law.unit), address)


def _above(provision: Provision) -> Iterator[Provision]:
    """What stands above, the widest first."""
    if provision.parent:
        yield from _above(provision.parent)
        yield provision.parent


def _texts(family: Sequence[Provision], reader: str) -> dict[int, list[ProvisionText]]:
    found: dict[int, list[ProvisionText]] = {}
    for text in ProvisionText.objects.filter(provision__in=family).order_by():
        text.status = TextStatus(text.status)
        found.setdefault(text.provision_id, []).append(text)
    for texts in found.values():
        texts.sort(key=lambda text: (text.language != reader, order(text.language)))
    return found
