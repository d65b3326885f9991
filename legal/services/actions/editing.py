"""What staff change of services and of what is known of states."""

import logging
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from legal.services.actions.checking import take_down
from legal.services.models import Basis, Figure, Legalization, Material, Service
from legal.services.sources import SERVICES
from portal.accounts.models import User
from portal.search.actions import record

logger = logging.getLogger(__name__)


@transaction.atomic
def save_service(service: Service, *, by: User) -> None:
    """Save an edited service; search reads it again."""
    service.changed_at = timezone.now()
    service.save()
    record(SERVICES, [service.pk])
    logger.info("service %s saved by user %s", service.pk, by.pk)


@transaction.atomic
def save_legalization(legalization: Legalization, *, by: User) -> None:
    """Save what was looked up about a state and the Apostille Convention."""
    legalization.save()
    logger.info("apostille of jurisdiction %s saved by user %s", legalization.jurisdiction_id, by.pk)


@transaction.atomic
def save_material(material: Material, *, by: User) -> None:
    """Save an edited line of a checklist; search reads the service again."""
    material.save()
    _touch(material.service_id)
    logger.info("material %s saved by user %s", material.pk, by.pk)


@transaction.atomic
def save_basis(basis: Basis, *, by: User) -> None:
    """Save an edited legal basis; one that names another place is held against the law of today."""
    before = Basis.objects.filter(pk=basis.pk).values_list("law_id", "path").first()
    basis.save()
    if before != (basis.law_id, basis.path):
        take_down([basis], timezone.localdate())
    _touch(basis.service_id)
    logger.info("basis %s saved by user %s", basis.pk, by.pk)


@transaction.atomic
def save_figure(figure: Figure, *, by: User) -> None:
    """Save which rule says how long a service takes, or what it costs."""
    figure.save()
    _touch(figure.service_id)
    logger.info("figure %s saved by user %s", figure.pk, by.pk)


@transaction.atomic
def delete_parts(parts: Iterable[Material | Basis | Figure], *, by: User) -> None:
    """Delete lines of checklists, legal bases or figures; search reads their services again."""
    for part in parts:
        logger.info("%s %s deleted by user %s", part._meta.model_name, part.pk, by.pk)
        part.delete()
        _touch(part.service_id)


def _touch(service: int) -> None:
    Service.objects.filter(pk=service).update(changed_at=timezone.now())
    record(SERVICES, [service])
