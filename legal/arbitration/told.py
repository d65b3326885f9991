"""What the other side is shown of a request: its claims and reasons, out of the plain JSON that was frozen."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django_stubs_ext import StrPromise

from legal.arbitration.kinds import ClaimKind
from legal.arbitration.models.filing import filing_of
from legal.matters.models import Matter
from legal.serving.consent import Receiver, of_institution
from portal.reference.models import Jurisdiction

CHINA = "cn"


def told(content: Mapping[str, Any]) -> Iterator[tuple[StrPromise | str, str]]:
    """Labelled sentences: each agreement and claim, then facts, reasons and measures."""
    for agreement in content.get("agreements", ()):
        yield _("Arbitration agreement"), agreement["clause"]
    for claim in content.get("claims", ()):
        kind = str(ClaimKind(claim["kind"]).label)
        amount = f"{claim['amount']} {claim['currency']}" if claim["amount"] else ""
        words = [part for part in (amount, claim["text"], claim["interest"]) if part]
        yield _("Claim %(position)s: %(kind)s") % {"position": claim["position"], "kind": kind}, "\n".join(words)
    yield from _long(content)
    for measure in content.get("measures", ()):
        yield _("Interim measure asked for"), measure["what"]


def receiver(matter: Matter) -> Receiver:
    """The institution it is filed with, and where that is; one whose country is not kept is in China."""
    institution = filing_of(matter).institution
    country = institution.jurisdiction if institution else None
    name = str(institution) if institution else ""
    return of_institution(name, country or Jurisdiction.objects.get(code=CHINA))


def _long(content: Mapping[str, Any]) -> Iterator[tuple[StrPromise | str, str]]:
    for label, text in (
        (pgettext("of a dispute", "Facts"), content.get("facts", "")),
        (_("Reasons"), content.get("reasons", "")),
    ):
        if text:
            yield label, text
