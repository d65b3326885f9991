"""What was served arrives: put at disposal in the portal, or by a notice that the mail server has accepted."""

import datetime

from django.db import transaction

from legal.matters.actions.guarding import lock
from legal.matters.models import Actor, Party
from legal.serving.actions.guarding import note
from legal.serving.models import Arrival, Invitation, Service
from portal.notices.models import Delivery
from portal.notices.states import State

# More than these at once are not looked through: the sweep comes again.
MOST_SWEPT = 200


def arrive_in_portal(party: Party, *, at: datetime.datetime) -> None:
    """Note, within the transaction of it, that everything served on a party is at its disposal; Entries."""
    for service in party.services.on_the_way().select_related("matter", "party"):
        arrive(service, Arrival.PORTAL, at=at)


def arrive(service: Service, how: Arrival, *, at: datetime.datetime) -> None:
    """Note that something arrived, and how, within the transaction that has the matter locked; Entry."""
    service.arrived_at, service.arrival = max(at, service.sent_at), how
    service.save(update_fields=["arrived_at", "arrival"])
    details = {"service": service.position, "how": str(how)}
    note(service.matter, "arrive", by=None, actor=Actor.PORTAL, details=details)


def sweep() -> int:
    """Note of what is on its way whether the letter to its party was accepted since; how many arrived."""
    waiting = Service.objects.on_the_way().select_related("matter", "party").order_by("sent_at")[:MOST_SWEPT]
    return sum(_look_for(service) for service in waiting)


@transaction.atomic
def _look_for(service: Service) -> bool:
    at = accepted_at(service)
    if at is None:
        return False
    lock(service.matter)
    if not Service.objects.on_the_way().filter(pk=service.pk).exists():
        return False
    arrive(service, Arrival.MAIL, at=at)
    return True


def accepted_at(service: Service) -> datetime.datetime | None:
    """When the mail server accepted the first letter to the party of a service since it was served."""
    invited = [str(pk) for pk in Invitation.objects.filter(party=service.party_id).values_list("pk", flat=True)]
    letters = Delivery.objects.filter(
        state=State.SENT,
        notice__kind="serving.invitation",
        notice__about_type__app_label="serving",
        notice__about_type__model="invitation",
        notice__about_id__in=invited,
        sent_at__gte=service.sent_at,
    )
    return letters.order_by("sent_at").values_list("sent_at", flat=True).first()
