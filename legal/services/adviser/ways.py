"""The ways as facts: what each gives and what that is worth in the other country, with the article that says so."""

import datetime
from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from legal.services.adviser.table import Route
from legal.services.facts import Article, Fact, Laws, laws, stated, unknown
from legal.services.kinds import Known
from legal.services.passing import Way, passage
from portal.reference.models import Jurisdiction

HOME: Final = "cn"
ARBITRATION: Final = gettext_lazy("Arbitration Law of the People’s Republic of China")
NOTARIZATION: Final = gettext_lazy("Notarization Law of the People’s Republic of China")
NEW_YORK: Final = gettext_lazy("New York Convention on foreign arbitral awards")
SINGAPORE: Final = gettext_lazy("Singapore Convention on mediation")
# The service that stands for each way in the catalogue.
SERVICE_OF: Final = {
    Route.CONSULT: "legal-consultation",
    Route.MEDIATE: "mediation",
    Route.ARBITRATE: "arbitration",
    Route.NOTARIZE: "notarization",
    Route.APPRAISE: "judicial-appraisal",
}
Stated = tuple[Any, Article]

GIVES: Final[Mapping[Route, Stated]] = {
    Route.MEDIATE: (
        gettext_lazy("A settlement both sides agree to; in arbitration an award can be made on its terms."),
        Article("cn/arbitration-law", "article-62", ARBITRATION),
    ),
    Route.ARBITRATE: (
        gettext_lazy("An award that is final: the same dispute is heard neither again nor by a court."),
        Article("cn/arbitration-law", "article-10", ARBITRATION),
    ),
    Route.NOTARIZE: (
        gettext_lazy("A certificate that courts take as a ground for finding facts, unless evidence overturns it."),
        Article("cn/notarization-law", "article-36", NOTARIZATION),
    ),
    Route.APPRAISE: (
        gettext_lazy("An opinion on a technical question; the expert can be questioned on it in the hearing."),
        Article("cn/arbitration-law", "article-56", ARBITRATION),
    ),
}
AT_HOME: Final[Mapping[Route, Stated]] = {
    Route.MEDIATE: (
        gettext_lazy("A notarized instrument on a debt can be enforced by a court without a trial."),
        Article("cn/notarization-law", "article-37", NOTARIZATION),
    ),
    Route.ARBITRATE: (
        gettext_lazy("Where the other side does not perform the award, a court enforces it on application."),
        Article("cn/arbitration-law", "article-75", ARBITRATION),
    ),
}
ABROAD: Final[Mapping[Route, Stated]] = {
    Route.MEDIATE: (
        gettext_lazy("Parties to the convention enforce international settlements that mediation has brought about."),
        Article("un/singapore-mediation-convention", "article-3", SINGAPORE),
    ),
    Route.ARBITRATE: (
        gettext_lazy("States bound by the convention recognise and enforce awards made in another state."),
        Article("un/new-york-convention", "article-3", NEW_YORK),
    ),
}
# The treaty that a way abroad rests on, as lists of treaties call it.
TREATY: Final = {Route.MEDIATE: "singapore-mediation-convention", Route.ARBITRATE: "new-york-convention"}


def held() -> Laws:
    """All laws that any fact here stands in; one query."""
    return laws(article.law for told in (GIVES, AT_HOME, ABROAD) for _words, article in told.values())


def gives(route: Route, known: Laws) -> list[Fact]:
    """What one has in the end."""
    if route not in GIVES:
        return [Fact(_("An answer of a lawyer, on which you decide yourself."))]
    return [stated(*GIVES[route], known)]


def worth(route: Route, other: Jurisdiction | None, known: Laws, *, on: datetime.date) -> list[Fact]:
    """What that is worth where the other party is, or where the paper is used."""
    if route is Route.CONSULT:
        return [Fact(_("Advice binds nobody and is not enforced."))]
    if route is Route.APPRAISE:
        return [Fact(_("An opinion is weighed by whoever decides the case.")), unknown(_("Whether it counts abroad."))]
    if other is None:
        return [Fact(_("It depends on the country."))]
    if route is Route.NOTARIZE:
        return [_certificate(other, on)]
    return _enforced(route, other, known)


def _enforced(route: Route, other: Jurisdiction, known: Laws) -> list[Fact]:
    if other.code == HOME:
        return [stated(*AT_HOME[route], known)]
    return [stated(*ABROAD[route], known), _bound(other, TREATY[route])]


def _bound(state: Jurisdiction, treaty: str) -> Fact:
    """Whether a state is bound by a treaty; what the portal’s own list says carries no source, and is no proof."""
    named = {"state": state.name}
    if treaty in state.treaties:
        words = _("The portal’s list of treaties names %(state)s; look at the depositary’s own before you rely on it.")
        return Fact(words % named, Known.TO_BE_CONFIRMED)
    return unknown(_("Whether %(state)s is bound by it is not confirmed here.") % named)


def _certificate(used: Jurisdiction, day: datetime.date) -> Fact:
    made = Jurisdiction.objects.filter(code=HOME).first()
    told = passage(made, used, on=day) if made else None
    if told is None or told.way is Way.UNKNOWN:
        return unknown(Way.UNKNOWN.label)
    source = told.known[-1] if told.known else None
    return Fact(
        str(told.way.label),
        Known.CONFIRMED,
        url=source.source_url if source else "",
        checked_on=source.checked_on if source else None,
    )
