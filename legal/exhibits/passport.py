"""What a document lacks for being used in a country: a text that is read there, and a certificate that it is real."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from legal.exhibits.languages import WORDLESS, base, language_name
from legal.exhibits.models import Exhibit, Legalization
from legal.exhibits.registry import Route, Way
from portal.reference.models import Jurisdiction


class Mark(StrEnum):
    """Whether something is there, lacks, or is only known to who will receive the document."""

    DONE = "done"
    LACKING = "lacking"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist; `route` is what it rests on, where it rests on a rule of states."""

    mark: Mark
    sentence: str
    route: Route | None = None


# What a way leaves a document with.
BORNE: Final = {Way.APOSTILLE: Legalization.APOSTILLE, Way.LEGALIZATION: Legalization.LEGALIZED}


def passport(
    exhibit: Exhibit, used_in: Jurisdiction, *, translations: Iterable[Exhibit] = (), route: Route | None
) -> list[Check]:
    """The checklist of an exhibit with its translations for a country of use.

    `route` is how a paper of its country gets there, None where nobody knows: then the portal says so and computes
    nothing.
    """
    there = {code for one in (exhibit, *translations) for code in one.languages}
    return [_text(exhibit, used_in, there), _certificate(exhibit, used_in, route)]


def _text(exhibit: Exhibit, used_in: Jurisdiction, there: set[str]) -> Check:
    official = list(dict.fromkeys(base(code) for code in used_in.languages))
    if exhibit.language == WORDLESS:
        return Check(Mark.DONE, _("There are no words in it to translate."))
    if not official:
        return Check(Mark.ASK, _("Which languages are read there is not known here: ask whoever receives it."))
    found = [code for code in official if code in there]
    if found:
        return Check(Mark.DONE, _("There is a text in a language of that country: %(language)s.") % _named(found[:1]))
    if len(official) == 1:
        return Check(Mark.LACKING, _("A translation into this language: %(language)s.") % _named(official))
    sentence = _("A translation into one of the official languages: %(language)s.")
    return Check(Mark.LACKING, sentence % _named(official))


def _certificate(exhibit: Exhibit, used_in: Jurisdiction, route: Route | None) -> Check:
    if exhibit.made_in is None:
        return Check(Mark.ASK, _("Say in which country it was made: whether it needs a certificate depends on that."))
    if exhibit.made_in == used_in:
        return Check(Mark.DONE, _("It was made in the country it is used in: no apostille and no legalization."))
    if exhibit.legalization == Legalization.NOT_NEEDED:
        return Check(Mark.DONE, _("You have noted that it needs neither apostille nor legalization."))
    if route is None:
        return _unknown(exhibit)
    return _by_route(exhibit, route)


def _unknown(exhibit: Exhibit) -> Check:
    if exhibit.is_certified:
        sentence = _("It bears a certificate: %(certificate)s. Ask whoever receives it whether that is the right one.")
        return Check(Mark.ASK, sentence % {"certificate": exhibit.get_legalization_display()})
    return Check(
        Mark.ASK,
        _("Whether it needs an apostille or legalization is not known here: ask whoever receives it, or a notary."),
    )


def _by_route(exhibit: Exhibit, route: Route) -> Check:
    if route.way == Way.NOTHING:
        return Check(Mark.DONE, _("Between the two countries it needs neither apostille nor legalization."), route)
    if exhibit.legalization == BORNE[route.way]:
        done = _("It bears the certificate that is needed: %(certificate)s.")
        return Check(Mark.DONE, done % {"certificate": exhibit.get_legalization_display()}, route)
    lacking = {
        Way.APOSTILLE: _("An apostille of an authority of the country it was made in."),
        Way.LEGALIZATION: _("Legalization by the consulate of the country of use."),
    }
    return Check(Mark.LACKING, lacking[route.way], route)


def _named(codes: list[str]) -> dict[str, str]:
    return {"language": pgettext("between items of a list", ", ").join(language_name(code) for code in codes)}
