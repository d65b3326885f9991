"""What the other side is shown of a request: its claims and reasons, out of the plain JSON that was frozen."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django_stubs_ext import StrPromise

from legal.arbitration.kinds import ClaimKind
from legal.arbitration.models import Claim
from legal.arbitration.models.filing import filing_of
from legal.matters.crossing import CHINA
from legal.matters.models import Matter, Party
from legal.serving.consent import Receiver, of_institution
from portal.reference.models import Jurisdiction


def told(content: Mapping[str, Any]) -> Iterator[tuple[StrPromise | str, str]]:
    """Labelled sentences: each agreement and claim, then facts, reasons and measures."""
    for agreement in content.get("agreements", ()):
        yield _("Arbitration agreement"), agreement["clause"]
    for claim in content.get("claims", ()):
        kind = str(ClaimKind(claim["kind"]).label)
        amount = f"{_written(claim['amount'])} {claim['currency']}" if claim["amount"] else ""
        words = [part for part in (amount, claim["text"], claim["interest"]) if part]
        yield _("Claim %(position)s: %(kind)s") % {"position": claim["position"], "kind": kind}, "\n".join(words)
    yield from _long(content)
    for measure in content.get("measures", ()):
        yield _("Interim measure asked for"), measure["what"]


def counterclaims(party: Party) -> list[dict[str, Any]]:
    """What a party claims in turn as it stands, as it is frozen with its answer."""
    return [claim.frozen() for claim in Claim.objects.of_party(party)]


def told_in_turn(frozen: Sequence[Mapping[str, Any]]) -> Iterator[tuple[StrPromise | str, str]]:
    """Labelled sentences: each counterclaim with its amount, and the rate as whoever claims it typed it."""
    for claim in frozen:
        kind = str(ClaimKind(claim["kind"]).label)
        amount = f"{kind}, {_written(claim['amount'])} {claim['currency']}" if claim["amount"] else kind
        said = {"position": claim["position"], "kind": amount}
        words = [claim["text"], _rate(claim), claim["interest"]]
        yield _("Counterclaim %(position)s: %(kind)s") % said, "\n".join(filter(None, words))


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


def _rate(claim: Mapping[str, Any]) -> str:
    if not claim["rate"]:
        return ""
    return _("RMB %(sum)s at RMB %(rate)s for 1 %(currency)s on %(day)s, as the respondent typed it (%(source)s)") % {
        "sum": _written(claim["in_rmb"]),
        "rate": number_format(Decimal(claim["rate"]).normalize()),
        "currency": claim["currency"],
        "day": date_format(datetime.date.fromisoformat(claim["rate_on"])),
        "source": claim["rate_source"],
    }


def _written(amount: str) -> str:
    return number_format(Decimal(amount), decimal_pos=2, use_l10n=True, force_grouping=True)
