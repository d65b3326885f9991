"""What the keeper of a profile does with a revision of it: writes it down, submits it, takes it back, withdraws it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.lawyers.actions.guarding import keeps, lock_kept, lock_revision
from legal.lawyers.completeness import missing_in
from legal.lawyers.errors import ChangedMeanwhileError, IncompleteError
from legal.lawyers.facts.comparing import changed, mark
from legal.lawyers.facts.groups import Group
from legal.lawyers.facts.reading import facts_of, kind_of
from legal.lawyers.facts.writing import write
from legal.lawyers.models import Firm, Lawyer, Revision
from legal.lawyers.papers import LICENCE, licence_papers
from legal.lawyers.states import State
from legal.lawyers.telling import tell_keepers, tell_moderators
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.workflow.actions import advance, clear_desk
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event


@transaction.atomic
def revise(subject: Lawyer | Firm, *, by: User) -> Revision:
    """The revision that is under way, or a new one that says what the profile says; `NotAllowedError` "role"."""
    held = lock_kept(subject, by=by)
    under_way = held.revisions.open().first()
    if under_way is not None:
        return under_way
    return Revision.objects.create(**{kind_of(held): held}, facts=facts_of(held))


@transaction.atomic
def save(revision: Revision, group: Group, answers: Mapping[str, Any], *, seen: str, by: User) -> Revision:
    """Write down the answers of a group; the revision as it stands then.

    `seen` is the mark of the answers the page began with. `NotAllowedError` "role", or "state" where it waits for a
    decision or was decided; `ChangedMeanwhileError` where other answers were saved since, and nothing is written.
    """
    held = editable(revision, by=by)
    if mark_of(held, group) != seen:
        raise ChangedMeanwhileError
    held.facts = held.facts | {name: answers[name] for name in group.names}
    held.save(update_fields=["facts"])
    return held


@transaction.atomic
def put_paper(revision: Revision, file: File | None, *, by: User) -> None:
    """Let a file on one's own shelf be the paper of the licence, in the place of what was; None takes it back.

    `NotAllowedError` "role" or "state", and what `portal.files.actions.hand_in` raises.
    """
    held = editable(revision, by=by)
    before = list(File.objects.of(held, LICENCE.slug))
    if file in before:
        return
    for old in before:
        files.drop(old)
    if file is not None:
        files.hand_in(file, owner=held, by=by)


@transaction.atomic
def submit(revision: Revision, *, by: User) -> Event:
    """Hand a revision to the moderators; Events, notices.

    What nobody is shown yet is written down with it. `NotAllowedError` "role", "state", or "same" where it changes
    nothing; `IncompleteError` where something is missing.
    """
    held = editable(revision, by=by)
    subject = held.subject
    if missing := missing_in(held):
        raise IncompleteError(missing)
    if subject.is_verified and not changes_something(held):
        raise NotAllowedError(_("Nothing is changed: there is nothing to decide."), code="same")
    if not subject.is_verified:
        write(subject, held.facts)
    event = advance(held, "submit", by=by, submitted_at=timezone.now(), remark="", returned={})
    if isinstance(subject, Lawyer) and subject.state == State.DRAFT:
        advance(subject, "submit", by=by)
    tell_keepers("submitted", subject, event)
    tell_moderators("waiting", subject, event, about=held)
    return event


@transaction.atomic
def recall(revision: Revision, *, by: User) -> Event:
    """Take a submitted revision back to change something; it is on no desk any more; Events.

    `NotAllowedError` "role" or "state".
    """
    held = _kept(revision, by=by)
    event = advance(held, "recall", by=by)
    _put_back(held, by=by)
    return event


@transaction.atomic
def withdraw(revision: Revision, *, by: User) -> Event:
    """Give up what would have been changed, with papers and photo; Events. `NotAllowedError` "role" or "state"."""
    held = _kept(revision, by=by)
    event = advance(held, "withdraw", by=by, facts={}, returned={})
    remove_papers(held)
    drop_unused_photos(held.subject)
    _put_back(held, by=by)
    return event


def changes_something(revision: Revision) -> bool:
    """Whether anything would be other than it is, or a paper was handed in."""
    subject = revision.subject
    return bool(changed(kind_of(subject), facts_of(subject), revision.facts) or licence_papers(revision))


def mark_of(revision: Revision, group: Group) -> str:
    """The mark of the answers a revision gives in a group."""
    return mark({name: revision.facts.get(name) for name in group.names})


def remove_papers(revision: Revision) -> None:
    """Remove the papers of a revision, in the caller's transaction."""
    for file in File.objects.belonging_to(revision):
        files.drop(file)


def editable(revision: Revision, *, by: User) -> Revision:
    """A revision, locked, for whoever may write in it; `NotAllowedError` "role" or "state"."""
    held = _kept(revision, by=by)
    if not held.is_editable:
        raise NotAllowedError(_("Nothing can be changed as it stands now."), code="state")
    return held


def drop_unused_photos(subject: Lawyer | Firm) -> None:
    """Erase each portrait of a lawyer that is neither shown nor proposed, in the caller's transaction."""
    if isinstance(subject, Lawyer):
        proposed = [revision.facts.get("photo") for revision in subject.revisions.open()]
        needed = [key for key in (subject.photo_id, *proposed) if key]
        subject.portraits.exclude(pk__in=needed).delete()


def _put_back(revision: Revision, *, by: User) -> None:
    clear_desk(revision)
    subject = revision.subject
    if isinstance(subject, Lawyer) and subject.state == State.SUBMITTED:
        advance(subject, "withdraw", by=by)


def _kept(revision: Revision, *, by: User) -> Revision:
    held = lock_revision(revision)
    if not keeps(held.subject, by):
        raise NotAllowedError(_("Only whoever keeps this profile may do this."), code="role")
    return held
