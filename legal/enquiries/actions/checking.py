"""The check for conflicts: the parties of a request against those the lawyer and the lawyer's firm know."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from legal.enquiries.models import ConflictCheck, Enquiry, KnownName, Party, Side
from legal.enquiries.names import Match, Named, Rule, Verdict, compare
from legal.lawyers.models import Lawyer

# Somebody on one side and the same on the other: that is a conflict. On the same side it is none.
OPPOSED = {(Side.CLIENT, Side.ADVERSE), (Side.ADVERSE, Side.CLIENT)}


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody of a request or of what a lawyer knows, with the row they stand in."""

    row: str
    side: str
    named: Named


def check(enquiry: Enquiry) -> Verdict:
    """Compare the parties of a request, within the transaction of what follows from it; the verdict is kept.

    Lawyers of one firm are checked one after the other: of two requests that exclude each other the later one to be
    cleared meets the earlier. Who made the check, or how it ended, is told to nobody.
    """
    colleagues = lock_colleagues(enquiry.lawyer)
    known = [*_of_requests(enquiry, colleagues), *_of_lists(colleagues)]
    found = [*_found(_parties(enquiry.parties.with_numbers(), "party"), known)]
    verdict = max((match.verdict for _, _, match in found), default=Verdict.CLEAR)
    ConflictCheck.objects.create(
        enquiry=enquiry, verdict=verdict, compared=len(known), found=[_kept(*one) for one in found]
    )
    return verdict


def lock_colleagues(lawyer: Lawyer) -> list[int]:
    """The lawyers of a firm, or the one who has none, locked until the transaction ends."""
    same = Q(firm=lawyer.firm_id) if lawyer.firm_id else Q(pk=lawyer.pk)
    colleagues = Lawyer.objects.filter(same).order_by("pk").select_for_update(no_key=True, of=("self",))
    return [colleague.pk for colleague in colleagues]


def _of_requests(enquiry: Enquiry, lawyers: list[int]) -> Iterator[Met]:
    """The parties of what these lawyers were shown before, whatever became of it."""
    parties = Party.objects.filter(enquiry__lawyer__in=lawyers, enquiry__unlocked_at__isnull=False)
    return _parties(parties.exclude(enquiry=enquiry).with_numbers(), "party")


def _of_lists(lawyers: list[int]) -> Iterator[Met]:
    return _parties(KnownName.objects.filter(lawyer__in=lawyers).select_related("country"), "known")


def _parties(rows: Iterable[Party | KnownName], kind: str) -> Iterator[Met]:
    return (Met(f"{kind}:{row.pk}", row.side, row.as_named()) for row in rows)


def _found(parties: Iterable[Met], known: list[Met]) -> Iterator[tuple[Met, Met, Match]]:
    for party in parties:
        for other in known:
            match = _weighed(party, other)
            if match.verdict != Verdict.CLEAR:
                yield party, other, match


def _weighed(party: Met, other: Met) -> Match:
    """How far somebody stands in the way: who is merely concerned is never more than possible."""
    if (party.side, other.side) in OPPOSED:
        return compare(party.named, other.named)
    if Side.OTHER in {party.side, other.side}:
        match = compare(party.named, other.named)
        return Match(min(match.verdict, Verdict.POSSIBLE), match.rule)
    return Match(Verdict.CLEAR, Rule.NOTHING)


def _kept(party: Met, other: Met, match: Match) -> dict[str, Any]:
    return {"party": party.row, "known": other.row, "rule": match.rule.value, "verdict": match.verdict.value}
