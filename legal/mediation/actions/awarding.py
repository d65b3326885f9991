"""From a confirmed settlement either side asks for an award by consent: a draft of its own, with the settlement.

Nothing else of the mediation goes there: what was said and handed in stays within it, and which of its own exhibits
an enterprise produces in the other matter is for the enterprise to choose.
"""

import datetime
from io import BytesIO
from typing import Final

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from enterprises.models import Enterprise
from legal.exhibits.actions.adding import add
from legal.exhibits.actions.facts import Facts
from legal.exhibits.models import Exhibit, Form, Kind
from legal.exhibits.papers import EXHIBIT
from legal.matters import chain
from legal.matters.actions import drafting, producing
from legal.matters.kinds import BY_SLUG, Side
from legal.matters.models import Actor, Audience, Matter
from legal.mediation.actions.guarding import PARTS, acts_for, lock_for_side, require_state
from legal.mediation.enterprises import enterprises_of
from legal.mediation.models import Award, Settlement
from legal.mediation.states import AWARDED
from legal.serving.consent import of_party, require_consent
from legal.serving.models import Participant
from portal.accounts.models import User
from portal.files import actions as files
from portal.files import storage
from portal.files.models import File
from portal.workflow.errors import NotAllowedError

# By its slug: which room it is, this one does not know.
ARBITRATION: Final = "arbitration"
CARRIED: Final = (
    *("side", "kind", "name", "other_name", "country", "scheme", "number", "checked"),
    *("address", "email", "phone", "language"),
)
# Of the applicant the other side was shown no more than this.
SHOWN: Final = ("kind", "name", "other_name", "country")
KEPT: Final = datetime.timedelta(days=1)


@transaction.atomic
def hand_on(matter: Matter, *, enterprise: Enterprise | None = None, by: User) -> Award:
    """Begin a side's request for an award by consent from a confirmed settlement; Entries in both.

    Again, it is the same one; once that draft was withdrawn, another is begun.

    The applicant asks for its own enterprise, the other side for one of `enterprises_of`. Raises `NotAllowedError`
    "role", "state"; "begun" where somebody else of the side has begun it for another enterprise; "enterprise" where it
    is none of those; "consent" as `require_consent`; "paper" while the settlement is not there as a paper; "kind" where
    arbitration is not offered; and what `drafting.begin`, `adding.add` and `producing.produce` do.
    """
    held, side, actor = lock_for_side(matter, by=by, binding=True)
    there = held.awards.filter(side=side).select_related("begun__enterprise").last()
    if there is not None and not there.begun.is_ended:
        found: Award = there
        if not acts_for(found.begun, by):
            raise NotAllowedError(_("Somebody else of your side has begun a request for an award."), code="begun")
        return found
    require_state(held, *AWARDED)
    settlement, paper = _confirmed(held)
    if ARBITRATION not in BY_SLUG or not BY_SLUG[ARBITRATION].offered:
        raise NotAllowedError(_("Arbitration is not offered in this portal."), code="kind")
    begun = _begun(held, by=by) if side == Side.APPLICANT else _begun_by_other_side(held, enterprise, by=by)
    producing.produce(begun, [_exhibit_of(settlement, paper, begun, by=by)], audience=Audience.EVERYONE, by=by)
    award = Award.objects.create(matter=held, side=side, begun=begun, by=by)
    # The applicant reads the history of the mediation: the draft of the other side is not named there.
    details = {"side": str(side)} | ({"to": begun.key} if side == Side.APPLICANT else {})
    chain.append(held, f"{PARTS}.hand-on", by=by, actor=actor, details=details)
    chain.append(begun, f"{PARTS}.begun-from", by=by, actor=Actor.MEMBER, details={"from": held.number})
    return award


def _begun(matter: Matter, *, by: User) -> Matter:
    """The draft of the applicant, against the other side as it is named in the mediation."""
    begun = drafting.begin(
        ARBITRATION, enterprise=matter.enterprise, title=matter.title, language=matter.language, by=by
    )
    for party in matter.parties.filter(own=False):
        drafting.add_party(begun, facts={name: getattr(party, name) for name in CARRIED}, by=by)
    return begun


def _begun_by_other_side(matter: Matter, enterprise: Enterprise | None, *, by: User) -> Matter:
    """The draft of the other side, against the applicant as it was shown to it."""
    seats = Participant.objects.of(by).standing().with_matter().filter(matter=matter)
    seat = seats.get(party__side=Side.RESPONDENT)
    if enterprise is None or not enterprises_of(seat).filter(pk=enterprise.pk).exists():
        raise NotAllowedError(_("Choose an enterprise that is your side of the settlement."), code="enterprise")
    require_consent(matter, of_party(seat.party))
    begun = drafting.begin(
        ARBITRATION, enterprise=enterprise, title=matter.title, language=seat.invitation.language, by=by
    )
    for party in matter.parties.filter(own=True):
        facts = {name: getattr(party, name) for name in SHOWN} | {"side": Side.RESPONDENT}
        drafting.add_party(begun, facts=facts, by=by)
    return begun


def _confirmed(matter: Matter) -> tuple[Settlement, File]:
    settlement = matter.settlements.confirmed().select_related("paper").last()
    if settlement is None or settlement.paper is None or not settlement.paper.is_served:
        raise NotAllowedError(_("The settlement is not there as a paper yet: wait a moment."), code="paper")
    return settlement, settlement.paper


def _exhibit_of(settlement: Settlement, paper: File, begun: Matter, *, by: User) -> Exhibit:
    """The paper of a settlement as an exhibit of the enterprise that asks; the one that is there, where it is."""
    there = Exhibit.objects.of(begun.enterprise).listed().filter(sha256=paper.sha256).first()
    if there is not None:
        return there
    with storage.papers().opened(storage.key(paper)) as content:
        kept = BytesIO(content.read())
    expires_at = timezone.now() + KEPT
    copy = files.receive(kept, name=paper.name, owner=by, purpose=EXHIBIT.slug, by=by, expires_at=expires_at)
    codes = [language.text for language, _text in settlement.written]
    with translation.override(begun.language):
        name = _("Settlement in the mediation %(number)s") % {"number": settlement.matter.number}
        purpose = _("What both sides have settled and confirmed")
    facts = Facts(
        name=name,
        purpose=purpose,
        worded_in=begun.language,
        kind=Kind.CONTRACT,
        form=Form.ELECTRONIC,
        language=codes[0],
        second_language=codes[1] if len(codes) > 1 else "",
    )
    return add(begun.enterprise, copy, facts=facts, by=by)
