"""Two editions of a law as their comparison shows them: what became of each place, its words marked."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legal.laws import marked
from legal.laws.comparing import Mark, Marked, Pair, Place, Status, align, marks
from legal.laws.kinds import ProvisionKind, TextStatus
from legal.laws.models import Edition, ProvisionText
from legal.laws.numbering import strip_brackets
from legal.laws.reading.columns import Held, held
from legal.laws.reading.single import titled

PAIRS_A_PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Row:
    """A place in both editions, or in one: what became of it, and each side as HTML, "" where it has none."""

    anchor: str
    sentence: str
    old: SafeString
    new: SafeString


@dataclass(slots=True)
class Comparison:
    """Two editions aligned in one language; `pairs` are all places, in the order of the new edition."""

    old: Edition
    new: Edition
    language: str
    languages: list[str]
    statuses: set[TextStatus]
    pairs: list[Pair]

    def shown(self, show: str) -> list[Pair]:
        """The places whose words changed (`words`), those that moved or were renumbered too (`changes`), or `all`."""
        if show == "all":
            return self.pairs
        changed = [pair for pair in self.pairs if pair.status is not Status.UNCHANGED]
        return changed if show == "changes" else [pair for pair in changed if _is_other_words(pair)]

    def showing(self, path: str, show: str) -> str:
        """What has to be shown for a place to be among it: `show` or, at need, all."""
        return show if not path or page_of(self.shown(show), path) else "all"

    @property
    def summary(self) -> list[str]:
        """How many places fared how, as sentences."""
        counted = Counter(pair.status for pair in self.pairs)
        return [told(counted[status]) for status, told in SUMMARY.items() if counted[status]]


def compared(old: Edition, new: Edition, asked: str, reader: str) -> Comparison | None:
    """Compare two editions of one law in a language both have: the one asked for, the reader's, the original.

    None where they have no language in common.
    """
    ours, theirs = held(old), {one.language: one for one in held(new)}
    common = [one for one in ours if one.language in theirs]
    if not common:
        return None
    wanted = (asked, reader, old.law.original_language, common[0].language)
    languages = [one.language for one in common]
    language = next(one for one in wanted if one in languages)
    statuses = _statuses(common, theirs, language)
    return Comparison(old, new, language, languages, statuses, align(_places(old, language), _places(new, language)))


def row(pair: Pair, language: str) -> Row:
    """A pair as the comparison shows it."""
    place = pair.new or pair.old
    return Row(
        anchor=place.path if place else "",
        sentence=_sentence(pair),
        old=_side(pair.old, pair.new, Mark.DELETED, language),
        new=_side(pair.new, pair.old, Mark.INSERTED, language),
    )


def page_of(pairs: Sequence[Pair], path: str) -> int | None:
    """The number of the page that shows a place; None where none does."""
    for number, pair in enumerate(pairs):
        if path in {place.path for place in (pair.new, pair.old) if place}:
            return number // PAIRS_A_PAGE + 1
    return None


def _is_other_words(pair: Pair) -> bool:
    return pair.is_reworded or pair.status in {Status.ADDED, Status.REMOVED}


def _statuses(common: Iterable[Held], theirs: dict[str, Held], language: str) -> set[TextStatus]:
    ours = next(one for one in common if one.language == language)
    return {*ours.statuses, *theirs[language].statuses}


def _places(edition: Edition, language: str) -> list[Place]:
    rows = (
        ProvisionText.objects.filter(provision__edition=edition, language=language)
        .exclude(provision__kind__in=[ProvisionKind.TITLE, ProvisionKind.NOTE])
        .order_by("provision__position")
        .values_list("provision__kind", "provision__number", "provision__path", "label", "heading", "body")
    )
    return [Place(*row) for row in rows]


def _sentence(pair: Pair) -> str:
    if pair.is_reworded and pair.status is Status.RENUMBERED:
        return _("Renumbered and reworded")
    if pair.is_reworded and pair.status is Status.MOVED:
        return _("Moved and reworded")
    sentences = {
        Status.UNCHANGED: _("Not changed"),
        Status.CHANGED: _("Reworded"),
        Status.ADDED: _("New"),
        Status.REMOVED: _("Removed"),
        Status.RENUMBERED: _("Renumbered, words the same"),
        Status.MOVED: _("Moved, words the same"),
    }
    return sentences[pair.status]


def _side(place: Place | None, other: Place | None, mine: Mark, language: str) -> SafeString:
    if place is None:
        return SafeString()
    before, after = (place, other) if mine is Mark.DELETED else (other, place)
    label = place.label.rstrip(" .") if place.heading else place.label
    if other is None:
        kind = "law whole" if mine is Mark.INSERTED else "law whole removed"
        body = marked.paragraphs([Marked(mine, place.body)], mine)
        return format_html('{}<div class="{}">{}</div>', _heading(titled(label, place.heading, language)), kind, body)
    old, new = (strip_brackets(one.heading) if one else "" for one in (before, after))
    heading = marked.line(marks(old, new), mine)
    name = format_html("{}{}{}", label, ("\u3000" if language == "zh" else " ") * bool(label and heading), heading)
    runs = marks(before.body, after.body) if before and after else []
    return format_html('{}<div class="law">{}</div>', _heading(name), marked.paragraphs(runs, mine))


def _heading(name: str) -> SafeString:
    return format_html("<h2>{}</h2>", name) if name else SafeString()


def _changed(number: int) -> str:
    return ngettext("%(number)s provision reworded.", "%(number)s provisions reworded.", number) % {"number": number}


def _added(number: int) -> str:
    return ngettext("%(number)s provision new.", "%(number)s provisions new.", number) % {"number": number}


def _removed(number: int) -> str:
    return ngettext("%(number)s provision removed.", "%(number)s provisions removed.", number) % {"number": number}


def _renumbered(number: int) -> str:
    return ngettext("%(number)s provision renumbered.", "%(number)s provisions renumbered.", number) % {
        "number": number
    }


def _moved(number: int) -> str:
    return ngettext("%(number)s provision moved.", "%(number)s provisions moved.", number) % {"number": number}


def _unchanged(number: int) -> str:
    return ngettext("%(number)s provision not changed.", "%(number)s provisions not changed.", number) % {
        "number": number
    }


SUMMARY: Final[dict[Status, Callable[[int], str]]] = {
    Status.CHANGED: _changed,
    Status.ADDED: _added,
    Status.REMOVED: _removed,
    Status.RENUMBERED: _renumbered,
    Status.MOVED: _moved,
    Status.UNCHANGED: _unchanged,
}
