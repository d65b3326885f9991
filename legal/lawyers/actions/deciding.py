"""What moderators decide on a profile: its revisions, its licence anew, whether readers see it."""

from collections.abc import Collection
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.lawyers.actions.guarding import lock, lock_revision, may_decide, require_moderator
from legal.lawyers.actions.revising import drop_unused_photos, remove_papers
from legal.lawyers.checklist import Check, next_check
from legal.lawyers.errors import ChangedMeanwhileError
from legal.lawyers.facts.comparing import changed, needs_verification, published_before, seen
from legal.lawyers.facts.reading import kind_of
from legal.lawyers.facts.writing import write
from legal.lawyers.models import Firm, Lawyer, Revision
from legal.lawyers.papers import licence_papers
from legal.lawyers.states import KEEPING, RevisionState, State
from legal.lawyers.telling import tell_keepers
from portal.accounts.models import User
from portal.workflow import actions as desk
from portal.workflow.actions import advance, record
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Assignment, Event


@transaction.atomic
def take(revision: Revision, *, by: User) -> Assignment:
    """Put a submitted revision on one's own desk; Event.

    It is taken off the desk of a colleague who may not decide it any more. `NotAllowedError` "role", "own", "state",
    or "held" where it is on somebody else's desk.
    """
    held = lock_revision(revision)
    require_moderator(held.subject, by=by)
    if held.state != RevisionState.SUBMITTED:
        raise NotAllowedError(_("These changes do not wait for a decision."), code="state")
    assignment = Assignment.objects.of(held).select_related("holder").first()
    if assignment is not None and not may_decide(held.subject, assignment.holder):
        desk.relieve(held, by=by)
    return desk.take(held, by=by)


@transaction.atomic
def put_back(revision: Revision, *, by: User) -> None:
    """Put a revision from one's own desk back into the queue; Event. `NotAllowedError` as `accept`."""
    desk.release(_on_the_desk(revision, by=by), by=by)


@transaction.atomic
def accept(revision: Revision, *, seen_mark: str, checks: Collection[str] = (), by: User) -> Event:
    """Let readers see what a revision says; Events, notice. A licence that is new or changed is verified with it.

    `seen_mark` is `facts.comparing.seen` of what the moderator was shown. Raises `NotAllowedError` "role", "own",
    "free", "held" or "state"; `ChangedMeanwhileError` where it says something else by now; "checks" where the licence
    has to be verified and something was not looked at; "taken" where another holds this licence number.
    """
    held = _on_the_desk(revision, by=by)
    subject = held.subject
    if seen(held) != seen_mark:
        raise ChangedMeanwhileError
    verifying = needs_verification(subject, held)
    if verifying:
        _require_all(checks)
    before = published_before(held)
    details = _details(held, before, checks if verifying else ())
    _publish(subject, held, by=by, verifying=verifying)
    event = advance(held, "accept", by=by, details=details, published=before, decided_at=timezone.now())
    desk.clear_desk(held)
    _remove_former(held)
    drop_unused_photos(subject)
    tell_keepers("accepted", subject, event)
    return event


@transaction.atomic
def send_back(revision: Revision, *, remark: str, by: User) -> Event:
    """Return a revision with a remark: nothing that readers see changes; Events, notice.

    `NotAllowedError` as `accept`, or "reason".
    """
    held = _on_the_desk(revision, by=by)
    event = advance(held, "return", by=by, reason=remark, remark=remark.strip(), returned=held.facts)
    subject = held.subject
    if isinstance(subject, Lawyer) and subject.state == State.SUBMITTED:
        advance(subject, "return", by=by, reason=remark)
    desk.clear_desk(held)
    tell_keepers("returned", subject, event)
    return event


@transaction.atomic
def verify(subject: Lawyer | Firm, *, checks: Collection[str], by: User) -> Event:
    """Verify a licence again as it stands; Event, notice.

    `NotAllowedError` "role", "own", "state" where it was never verified, or "checks".
    """
    held = lock(subject)
    require_moderator(held, by=by)
    if not held.is_verified:
        raise NotAllowedError(_("A licence is verified for the first time with the profile."), code="state")
    _require_all(checks)
    _set(held, **_verification(by))
    event = record(held, KEEPING, "verify", by=by, details={"checks": sorted(checks)})
    tell_keepers("verified", held, event)
    return event


@transaction.atomic
def hide(lawyer: Lawyer, *, reason: str, by: User) -> Event:
    """Show a profile to readers no more, for a reason; Event, notice.

    `NotAllowedError` "role", "own", "state" or "reason".
    """
    held = lock(lawyer)
    require_moderator(held, by=by)
    event = advance(held, "hide", by=by, reason=reason, changed_at=timezone.now())
    tell_keepers("hidden", held, event)
    return event


@transaction.atomic
def show(lawyer: Lawyer, *, by: User) -> Event:
    """Show a hidden profile again; Event, notice. `NotAllowedError` "role", "own" or "state"."""
    held = lock(lawyer)
    require_moderator(held, by=by)
    event = advance(held, "show", by=by, changed_at=timezone.now())
    tell_keepers("shown", held, event)
    return event


def _on_the_desk(revision: Revision, *, by: User) -> Revision:
    held = lock_revision(revision)
    require_moderator(held.subject, by=by)
    desk.require_holder(held, by=by)
    return held


def _require_all(checks: Collection[str]) -> None:
    if set(checks) != set(Check.values):
        raise NotAllowedError(_("Tick every line of the checklist, or return the changes."), code="checks")


def _publish(subject: Lawyer | Firm, revision: Revision, *, by: User, verifying: bool) -> None:
    try:
        # A savepoint: who comes second of two that are verified in the same moment is told so.
        with transaction.atomic():
            write(subject, revision.facts)
            verification = _verification(by) if verifying else {}
            if isinstance(subject, Lawyer) and subject.state == State.SUBMITTED:
                advance(subject, "publish", by=by, **verification)
            elif verification:
                _set(subject, **verification)
    except IntegrityError as error:
        raise NotAllowedError(
            _("A verified licence of this jurisdiction has this number already."), code="taken"
        ) from error


def _verification(by: User) -> dict[str, Any]:
    return {"verified_at": timezone.now(), "verified_by": by, "recheck_on": next_check(timezone.localdate())}


def _set(subject: Lawyer | Firm, **fields: Any) -> None:
    for name, value in {**fields, "changed_at": timezone.now()}.items():
        setattr(subject, name, value)
    subject.save(update_fields=[*fields, "changed_at"])


def _details(revision: Revision, before: dict[str, Any], checks: Collection[str]) -> dict[str, Any]:
    names = [fact.name for fact in changed(kind_of(revision.subject), before, revision.facts)]
    papers = [paper.sha256 for paper in licence_papers(revision)]
    return {"fields": names, "checks": sorted(checks), "papers": papers}


def _remove_former(revision: Revision) -> None:
    """Remove the papers of earlier revisions once a new paper was verified; the events keep their sums."""
    if licence_papers(revision):
        for earlier in revision.subject.revisions.filter(state=RevisionState.ACCEPTED).exclude(pk=revision.pk):
            remove_papers(earlier)
