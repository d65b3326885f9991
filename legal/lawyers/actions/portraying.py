"""The photo of a lawyer: put into a revision of the profile, taken out at once, and gone where it is not needed."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from legal.lawyers.actions.guarding import lock_kept
from legal.lawyers.actions.revising import drop_unused_photos, editable, mark_of
from legal.lawyers.errors import ChangedMeanwhileError
from legal.lawyers.facts.groups import PHOTO
from legal.lawyers.models import Lawyer, Portrait, Revision
from legal.lawyers.models.portrait import SIDES
from legal.lawyers.papers import COUNTED
from legal.lawyers.states import KEEPING
from portal.accounts.models import User
from portal.files import actions as files
from portal.files import copies
from portal.files.models import File
from portal.files.refusals import RefusedError
from portal.workflow.actions import record


@transaction.atomic
def put_photo(revision: Revision, file: File, *, seen: str, by: User) -> Portrait:
    """Let a picture on one's own shelf be the photo a revision proposes; the file itself is removed.

    `seen` is the mark of the answers the page began with. `NotAllowedError` "role" or "state"; `ChangedMeanwhileError`
    where another photo was put there since; `RefusedError` where nothing can be made of the picture; `PermissionDenied`
    where it is not theirs.
    """
    held = editable(revision, by=by)
    if mark_of(held, PHOTO) != seen:
        raise ChangedMeanwhileError
    sent = _own(file, by=by)
    small, large = copies.squares(sent, *SIDES)
    portrait = Portrait.objects.create(lawyer=held.subject, small=small, large=large)
    files.drop(sent)
    _propose(held, str(portrait.key))
    drop_unused_photos(held.subject)
    return portrait


@transaction.atomic
def take_out_photo(lawyer: Lawyer, *, by: User) -> None:
    """Take the photo out, shown or proposed: it is gone at once, for what is not shown needs no moderator; Event.

    A moderator who compares meanwhile is shown the page anew. `NotAllowedError` "role".
    """
    held = lock_kept(lawyer, by=by)
    for revision in held.revisions.open().select_for_update():
        _propose(revision, "")
    held.photo, held.changed_at = None, timezone.now()
    held.save(update_fields=["photo", "changed_at"])
    drop_unused_photos(held)
    record(held, KEEPING, "photo-out", by=by)


def _own(file: File, *, by: User) -> File:
    """The file as it stands now, locked: no scanner lays its bytes elsewhere meanwhile."""
    held = File.objects.select_for_update().filter(pk=file.pk, state__in=COUNTED).first()
    if held is None:
        raise RefusedError("unusable", name=file.name)
    if held.owner != by:
        raise PermissionDenied
    return held


def _propose(revision: Revision, key: str) -> None:
    revision.facts = revision.facts | {"photo": key}
    revision.save(update_fields=["facts"])
