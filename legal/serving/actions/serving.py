"""Documents are served on a party, and the proceeding is moved where that is its notification."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.matters.actions.moving import move
from legal.matters.models import Actor, Audience, Matter, Message, Party, Submission
from legal.serving.actions.arriving import arrive
from legal.serving.actions.guarding import lock_for_officer, note
from legal.serving.actions.inviting import send_first
from legal.serving.consent import of_party, require_consent
from legal.serving.courses import course_of
from legal.serving.models import Answer, Arrival, Item, Paper, Service
from legal.serving.telling import tell_served
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is served together."""

    submissions: Sequence[Submission] = ()
    messages: Sequence[Message] = ()
    papers: Sequence[Paper] = ()
    answers: Sequence[Answer] = ()

    def items(self) -> list[dict[str, Any]]:
        """Each thing under the name of what it is."""
        return [
            *({"submission": one} for one in self.submissions),
            *({"message": one} for one in self.messages),
            *({"paper": one} for one in self.papers),
            *({"answer": one} for one in self.answers),
        ]


@transaction.atomic
def notify(matter: Matter, parties: Sequence[tuple[Party, str]], bundle: Bundle, *, by: User) -> list[Service]:
    """Serve the same on several parties, each in a language, all or none; and make the move of the notification.

    Event where the proceeding stands before that move. Raises as `serve`; `NotAllowedError` "parties" for nobody.
    """
    held = lock_for_officer(matter, by=by)
    if not parties:
        raise NotAllowedError(_("Choose on whom it is served."), code="parties")
    services = [serve(held, party, bundle, language=language, by=by) for party, language in parties]
    course = course_of(held.kind)
    if course.notify and course.moves_by(course.notify, held.state):
        move(held, course.notify, by=by, actor=Actor.OFFICER)
    return services


@transaction.atomic
def serve(matter: Matter, party: Party, bundle: Bundle, *, language: str, by: User) -> Service:
    """Serve on one party; Entry. Who takes part is told; where nobody does, an invitation goes to its address.

    Raises `NotAllowedError` "role", "state"; "own" for the enterprise itself; "gone"; "consent" where it is outside
    China and the applicant has not agreed; "nothing"; "audience" where the party may not be shown one of the things;
    "address" where nobody takes part and no address is known.
    """
    held = lock_for_officer(matter, by=by)
    there: Party | None = held.parties.select_related("country", "matter").filter(pk=party.pk).first()
    if there is None or there.own:
        raise NotAllowedError(_("This party is not there, or is the enterprise itself."), code="own")
    require_consent(held, of_party(there))
    _require_shown(held, there, bundle)
    last = held.services.aggregate(last=Max("position"))["last"] or 0
    service = Service.objects.create(
        matter=held, position=last + 1, party=there, language=language, by=by, sent_at=timezone.now()
    )
    Item.objects.bulk_create(Item(service=service, **item) for item in bundle.items())
    details = {"service": service.position, "party": there.position, "items": len(bundle.items())}
    note(held, "serve", by=by, actor=Actor.OFFICER, details=details)
    _hand_on(service, by=by)
    return service


def _hand_on(service: Service, *, by: User) -> None:
    """Put what was served at the disposal of whoever takes part, or invite whom the address leads to."""
    party = service.party
    if party.participants.standing().exists():
        arrive(service, Arrival.PORTAL, at=service.sent_at)
        tell_served(service)
    elif not party.invitations.waiting().filter(expires_at__gt=timezone.now()).exists():
        if not party.email:
            raise NotAllowedError(
                _("Nobody takes part for %(party)s, and no e-mail address is known: invite somebody first.")
                % {"party": party},
                code="address",
            )
        send_first(party, email=party.email, language=service.language, by=by)


def _require_shown(matter: Matter, party: Party, bundle: Bundle) -> None:
    if not bundle.items():
        raise NotAllowedError(_("Choose what is served."), code="nothing")
    written = Message.objects.filter(matter=matter).shown_to(party.side)
    brought = Paper.objects.filter(matter=matter).shown_to(party.side).filter(audience__in=_FOR_SIDES)
    shown = (
        _all(Submission.objects.filter(matter=matter), bundle.submissions),
        _all(written, bundle.messages),
        _all(brought, bundle.papers),
        _all(Answer.objects.filter(matter=matter), bundle.answers),
    )
    if not all(shown):
        raise NotAllowedError(_("This party may not be shown one of these things."), code="audience")


# Nobody serves what the institution or the tribunal alone is shown.
_FOR_SIDES = (Audience.EVERYONE, Audience.SIDE)


def _all(rows: Any, wanted: Sequence[Any]) -> bool:
    return bool(rows.filter(pk__in=[one.pk for one in wanted]).count() == len({one.pk for one in wanted}))
