"""Exhibits are added to the list of an enterprise, and corrected files take the place of others."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.actions.guarding import lock as lock_enterprise
from enterprises.models import Enterprise
from enterprises.models.enterprise import new_key
from legal.exhibits.actions.facts import Facts, facts_of
from legal.exhibits.actions.guarding import lock, lock_list, require_new, require_original, require_room
from legal.exhibits.errors import UnaddedError
from legal.exhibits.models import Exhibit
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.files.refusals import RefusedError
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def add(enterprise: Enterprise, file: File, *, facts: Facts, by: User) -> Exhibit:
    """Let a file on one's own shelf be an exhibit, with the next number of the list.

    Raises `NotAllowedError` "role", "state"; "twice" where the same file is listed; "original" or "language" as
    `require_original`; `RefusedError` where there is no room; and what `portal.files.actions.hand_in` does where the
    file is not one's own.
    """
    held = lock_list(enterprise, by=by)
    require_new(held, file.sha256)
    require_original(held, facts)
    return _added(held, file, facts, by=by)


@transaction.atomic
def receive(enterprise: Enterprise, file: File, *, facts: Facts, by: User) -> Exhibit:
    """Put what an institution issued to an enterprise into its list, from the shelf of `by`, who is no member of it.

    Whether they may is the affair of whoever calls; the list takes it however the enterprise stands. `NotAllowedError`
    "twice" where the same file is listed, and the others of `add` but "role" and "state".
    """
    held = lock_enterprise(enterprise)
    require_new(held, file.sha256)
    require_original(held, facts)
    return _added(held, file, facts, by=by)


@transaction.atomic
def add_all(enterprise: Enterprise, files: Sequence[tuple[File, Facts]], *, by: User) -> list[Exhibit]:
    """Add several files at once, or none of them: `UnaddedError` says which could not be added and why, as `add`."""
    added = []
    for place, (file, facts) in enumerate(files):
        try:
            added.append(add(enterprise, file, facts=facts, by=by))
        except (NotAllowedError, RefusedError) as refusal:
            raise UnaddedError(place, refusal) from refusal
    return added


@transaction.atomic
def replace(exhibit: Exhibit, file: File, *, by: User) -> Exhibit:
    """Let a corrected file be a new exhibit of the same facts; the one it replaces is withdrawn, and stays as it is.

    Its translations stay translations of the old one: whether they fit the new text, only people can say. Raises as
    `add`, or "replaced" where another file has taken its place already.
    """
    old = lock(exhibit, by=by)
    if old.successor is not None:
        raise NotAllowedError(_("Another file has taken the place of this exhibit already."), code="replaced")
    require_new(old.enterprise, file.sha256)
    if old.is_listed:
        old.withdrawn_at = timezone.now()
        old.save(update_fields=["withdrawn_at"])
    return _added(old.enterprise, file, facts_of(old), replaces=old, by=by)


def _added(enterprise: Enterprise, file: File, facts: Facts, *, replaces: Exhibit | None = None, by: User) -> Exhibit:
    require_room(enterprise, file)
    last = Exhibit.objects.of(enterprise).aggregate(last=Max("number", default=0))["last"]
    exhibit = Exhibit.objects.create(
        key=new_key(),
        enterprise=enterprise,
        number=last + 1,
        file=file,
        sha256=file.sha256,
        replaces=replaces,
        added_by=by,
        **facts.as_fields(),
    )
    exhibit.file = files.hand_in(file, owner=exhibit, by=by)
    return exhibit
