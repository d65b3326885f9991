"""What becomes of an exhibit in the list: its facts are said anew, it is withdrawn, taken back in, or removed."""

import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.actions.guarding import lock as lock_enterprise
from enterprises.errors import ChangedMeanwhileError
from legal.exhibits.actions.facts import Facts
from legal.exhibits.actions.guarding import lock, require_new, require_original, require_translations_differ
from legal.exhibits.models import Exhibit
from portal.accounts.models import User
from portal.files import actions as files
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def save(exhibit: Exhibit, facts: Facts, *, version: int, by: User) -> Exhibit:
    """Say anew what there is to say of an exhibit; as it stands then. The file is never changed.

    Raises `NotAllowedError` "role", "state", "gone"; "original", "language" or "translations" as `require_original`;
    `ChangedMeanwhileError` where something was saved since `version`, and then nothing is written.
    """
    held = lock(exhibit, by=by)
    if held.version != version:
        raise ChangedMeanwhileError
    require_original(held.enterprise, facts, exhibit=held)
    require_translations_differ(held, facts)
    fields = facts.as_fields()
    for name, value in fields.items():
        setattr(held, name, value)
    held.version += 1
    held.save(update_fields=[*fields, "version"])
    return held


@transaction.atomic
def legalize(exhibit: Exhibit, *, legalization: str, number: str, day: datetime.date, by: User) -> None:
    """Note the apostille or legalization an exhibit bears now, as who saw to it says; asked of the caller who that is.

    An `IntegrityError` where this is no certificate.
    """
    lock_enterprise(exhibit.enterprise)
    facts = {"legalization": legalization, "legalization_number": number, "legalized_on": day}
    Exhibit.objects.filter(pk=exhibit.pk).update(**facts, version=F("version") + 1)


@transaction.atomic
def withdraw(exhibit: Exhibit, *, by: User) -> None:
    """Take an exhibit off the list; where it is produced, it stays. Withdrawn already, nothing is done again.

    `NotAllowedError` "role", "state" or "gone".
    """
    held = lock(exhibit, by=by)
    if held.is_listed:
        held.withdrawn_at = timezone.now()
        held.save(update_fields=["withdrawn_at"])


@transaction.atomic
def restore(exhibit: Exhibit, *, by: User) -> None:
    """Put an exhibit back on the list.

    `NotAllowedError` "role", "state", "gone"; "replaced" where another has taken its place; "twice" as `add`.
    """
    held = lock(exhibit, by=by)
    if held.is_listed:
        return
    if held.successor is not None:
        raise NotAllowedError(_("Another file has taken the place of this exhibit already."), code="replaced")
    require_new(held.enterprise, held.sha256)
    held.withdrawn_at = None
    held.save(update_fields=["withdrawn_at"])


@transaction.atomic
def remove(exhibit: Exhibit, *, by: User) -> None:
    """Remove an exhibit with its file, as if it had never been added.

    `NotAllowedError` "role", "state", "gone"; "held" where it is produced somewhere; "referred" where another exhibit
    is its translation, or has taken its place.
    """
    held = lock(exhibit, by=by)
    if held.is_held():
        raise NotAllowedError(
            _("This exhibit is produced in a matter and cannot be removed. You can take it off the list."), code="held"
        )
    if held.successor is not None or held.translations.exists():
        raise NotAllowedError(
            _("Another exhibit is its translation, or has taken its place: remove that one first."), code="referred"
        )
    file = held.file
    held.delete()
    files.drop(file)
