"""From a confirmed settlement an award by consent is asked for: a draft with the same parties, and the settlement.

Nothing else of the mediation goes there: what was said and handed in stays within it, and which of its own exhibits
the enterprise produces in the other matter is for the enterprise to choose.
"""

import datetime
from io import BytesIO
from typing import Final

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from legal.exhibits.actions.adding import add
from legal.exhibits.actions.facts import Facts
from legal.exhibits.models import Exhibit, Form, Kind
from legal.exhibits.papers import EXHIBIT
from legal.matters import chain
from legal.matters.actions import drafting, producing
from legal.matters.actions.guarding import lock_for_member
from legal.matters.kinds import BY_SLUG
from legal.matters.models import Actor, Audience, Matter
from legal.mediation.actions.guarding import PARTS, require_state
from legal.mediation.models import Award, Settlement
from legal.mediation.states import State
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
KEPT: Final = datetime.timedelta(days=1)


@transaction.atomic
def hand_on(matter: Matter, *, by: User) -> Award:
    """Begin a request for an award by consent from a confirmed settlement; Entries in both. Again, it is the same one.

    Once that draft was withdrawn, another is begun. Raises `NotAllowedError` "role", "state"; "paper" while the
    settlement is not there as a paper; "kind" where arbitration is not offered; and what `drafting.begin`,
    `adding.add` and `producing.produce` do.
    """
    held = lock_for_member(matter, by=by)
    there = held.awards.select_related("begun__enterprise").last()
    if there is not None and not there.begun.is_ended:
        found: Award = there
        return found
    require_state(held, State.CONFIRMED, State.CLOSED)
    settlement, paper = _confirmed(held)
    if ARBITRATION not in BY_SLUG or not BY_SLUG[ARBITRATION].offered:
        raise NotAllowedError(_("Arbitration is not offered in this portal."), code="kind")
    begun = drafting.begin(ARBITRATION, enterprise=held.enterprise, title=held.title, language=held.language, by=by)
    for party in held.parties.filter(own=False):
        drafting.add_party(begun, facts={name: getattr(party, name) for name in CARRIED}, by=by)
    producing.produce(begun, [_exhibit_of(settlement, paper, by=by)], audience=Audience.EVERYONE, by=by)
    award = Award.objects.create(matter=held, begun=begun, by=by)
    chain.append(held, f"{PARTS}.hand-on", by=by, actor=Actor.MEMBER, details={"to": begun.key})
    chain.append(begun, f"{PARTS}.begun-from", by=by, actor=Actor.MEMBER, details={"from": held.number})
    return award


def _confirmed(matter: Matter) -> tuple[Settlement, File]:
    settlement = matter.settlements.confirmed().select_related("paper").last()
    if settlement is None or settlement.paper is None or not settlement.paper.is_served:
        raise NotAllowedError(_("The settlement is not there as a paper yet: wait a moment."), code="paper")
    return settlement, settlement.paper


def _exhibit_of(settlement: Settlement, paper: File, *, by: User) -> Exhibit:
    """The paper of a settlement as an exhibit of the enterprise; the one that is there, where it is."""
    matter = settlement.matter
    there = Exhibit.objects.of(matter.enterprise).listed().filter(sha256=paper.sha256).first()
    if there is not None:
        return there
    with storage.papers().opened(storage.key(paper)) as content:
        kept = BytesIO(content.read())
    expires_at = timezone.now() + KEPT
    copy = files.receive(kept, name=paper.name, owner=by, purpose=EXHIBIT.slug, by=by, expires_at=expires_at)
    codes = [language.text for language, _text in settlement.written]
    with translation.override(matter.language):
        name = _("Settlement in the mediation %(number)s") % {"number": matter.number}
        purpose = _("What both sides have settled and confirmed")
    facts = Facts(
        name=name,
        purpose=purpose,
        worded_in=matter.language,
        kind=Kind.CONTRACT,
        form=Form.ELECTRONIC,
        language=codes[0],
        second_language=codes[1] if len(codes) > 1 else "",
    )
    return add(matter.enterprise, copy, facts=facts, by=by)
