"""What a lawyer does with a profile of their own: begins it, discards it, says when there is time for new matters."""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.cases.models import Case
from legal.laws.models import Law
from legal.lawyers.actions.guarding import lock_kept
from legal.lawyers.actions.naming import free_slug
from legal.lawyers.actions.revising import remove_papers
from legal.lawyers.facts.reading import facts_of
from legal.lawyers.models import Lawyer, Mention, OfficeHours, Revision
from legal.lawyers.states import KEEPING
from legal.lawyers.telling import tell_moderators
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from portal.workflow.actions import record
from portal.workflow.errors import NotAllowedError

Hours = tuple[int, datetime.time, datetime.time]


@transaction.atomic
def begin(*, names: dict[str, str], kind: str, jurisdiction: Jurisdiction, by: User) -> Lawyer:
    """Begin a profile that readers see once a moderator has accepted it; Event.

    `names` are those of the columns, as `name_en`. `NotAllowedError` "own" for who has a profile already, "name" where
    somebody else has begun one of this name in the same moment.
    """
    # One beginning of a person after the other.
    User.objects.select_for_update().get(pk=by.pk)
    if Lawyer.objects.filter(user=by).exists():
        raise NotAllowedError(_("You have a profile already."), code="own")
    called = names["name_en"] or names["name_zh_hans"] or names["name_ru"]
    lawyer = Lawyer(user=by, kind=kind, jurisdiction=jurisdiction, slug=free_slug(Lawyer, called), **names)
    lawyer.time_zone = by.time_zone
    lawyer.key_names()
    _add(lawyer)
    Revision.objects.create(lawyer=lawyer, facts=facts_of(lawyer))
    record(lawyer, KEEPING, "begin", by=by)
    return lawyer


@transaction.atomic
def discard(lawyer: Lawyer, *, by: User) -> None:
    """Throw a profile away that was never published, with its papers. `NotAllowedError` "role" or "state"."""
    held = lock_kept(lawyer, by=by)
    if not held.is_discardable:
        raise NotAllowedError(_("Only a profile that was never published can be discarded."), code="state")
    for revision in held.revisions.all():
        remove_papers(revision)
    held.delete()


@transaction.atomic
def set_availability(
    lawyer: Lawyer, *, takes_new_matters: bool, time_zone: str, hours: Iterable[Hours], by: User
) -> None:
    """Say whether new matters are taken, and the office hours: shown at once, since no licence speaks of it; Event.

    `hours` are weekdays from 1, Monday, with when they open and close. `NotAllowedError` "role".
    """
    held = lock_kept(lawyer, by=by)
    held.takes_new_matters, held.time_zone, held.changed_at = takes_new_matters, time_zone, timezone.now()
    held.save(update_fields=["takes_new_matters", "time_zone", "changed_at"])
    held.office_hours.all().delete()
    OfficeHours.objects.bulk_create(
        OfficeHours(lawyer=held, weekday=weekday, opens=opens, closes=closes) for weekday, opens, closes in hours
    )
    record(held, KEEPING, "availability", by=by)


@transaction.atomic
def name_work(lawyer: Lawyer, *, case: Case | None = None, law: Law | None = None, path: str = "", by: User) -> Mention:
    """Name a case, or a law or an article of it, as one's own work; readers see it once it is accepted; Event, notice.

    `NotAllowedError` "role", "once" for what is named already, "many" where too much is.
    """
    held = lock_kept(lawyer, by=by)
    if held.mentions.count() >= settings.LAWYER_MENTIONS:
        raise NotAllowedError(_("You have named as much as a profile can show: take something out first."), code="many")
    if held.mentions.filter(case=case, law=law, path=path).exists():
        raise NotAllowedError(_("You have named this already."), code="once")
    mention = Mention.objects.create(lawyer=held, case=case, law=law, path=path)
    event = record(held, KEEPING, "name-work", by=by, details={"mention": mention.pk, "what": str(mention)})
    if held.is_published:
        tell_moderators("work-named", held, event)
    return mention


@transaction.atomic
def unname_work(mention: Mention, *, by: User) -> None:
    """Take out something one has named; readers see it no more; Event. `NotAllowedError` "role".

    What was refused stays, or it would be named again and again: "refused".
    """
    held = lock_kept(mention.lawyer, by=by)
    found = held.mentions.filter(pk=mention.pk).first()
    if found is None:
        return
    if found.refused_at:
        raise NotAllowedError(_("This was refused, and stays here with the reason."), code="refused")
    record(held, KEEPING, "unname-work", by=by, details={"mention": found.pk, "what": str(found)})
    found.delete()
    touch(held)


def touch(lawyer: Lawyer) -> None:
    """Note that readers are shown something else now, in the caller's transaction."""
    lawyer.changed_at = timezone.now()
    lawyer.save(update_fields=["changed_at"])


def _add(lawyer: Lawyer) -> None:
    try:
        with transaction.atomic():
            lawyer.save(force_insert=True)
    except IntegrityError as error:
        raise NotAllowedError(
            _("Somebody has just begun a profile of the same name: send it once more."), code="name"
        ) from error
