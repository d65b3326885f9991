"""Courses and the universities they are held with."""

import logging

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.training.models import Course, Session, University
from portal.accounts.models import User
from portal.workflow.actions import advance
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event

logger = logging.getLogger(__name__)


@transaction.atomic
def save_course(course: Course, *, by: User) -> None:
    """Save an edited course."""
    course.save()
    logger.info("course %s saved by user %s", course.pk, by.pk)


@transaction.atomic
def save_university(university: University, *, by: User) -> None:
    """Save an edited university."""
    university.save()
    logger.info("university %s saved by user %s", university.pk, by.pk)


@transaction.atomic
def publish(course: Course, *, by: User) -> Event:
    """Show a course to readers; Event. `NotAllowedError` "state"."""
    return advance(course, "publish", by=by)


@transaction.atomic
def archive(course: Course, *, by: User) -> Event:
    """Show a course no more; Event. `NotAllowedError` "state", "sessions" where a session lies ahead."""
    if Session.objects.ahead(timezone.now()).filter(course=course).exists():
        raise NotAllowedError(_("A session of this course lies ahead: hold or cancel it first."), code="sessions")
    return advance(course, "archive", by=by)
