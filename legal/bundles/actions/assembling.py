"""A bundle is put together, taken away, and handed over."""

from collections.abc import Iterable
from typing import Any, Final

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from legal.bundles import parts
from legal.bundles.courses import Course, course_of
from legal.bundles.models import Bundle
from legal.bundles.parts import Part
from legal.matters import chain
from legal.matters.actions.moving import move
from legal.matters.canonical import canonical, digest, moment
from legal.matters.models import Actor, Audience, Matter
from legal.serving.consent import require_consent
from portal.accounts.models import User
from portal.files.states import State
from portal.languages import LANGUAGES
from portal.workflow.actions import require_holder
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event
from portal.workflow.naming import name_moves

FORMAT: Final = "law-wisdom-valley/bundle-1"
INDEX_NAME: Final = "index.html"
TABLE: Final = "bundles"
name_moves(
    TABLE,
    {
        "assemble": gettext_lazy("The file was put together for the institution"),
        "download": gettext_lazy("The file put together for the institution was downloaded"),
    },
)


@transaction.atomic
def assemble(matter: Matter, *, by: User) -> Bundle:
    """Put together what goes to the institution, as it stands; Entry.

    `NotAllowedError` "course" where matters of this kind are handed to nobody, "free" and "held" as `require_holder`,
    "consent" where the institution is abroad and the applicant has not agreed, "scanning" where a file is not clean.
    """
    held, _course = _lock(matter, by=by)
    found = list(parts.of(held))
    _require_clean(found)
    position, at = held.bundles.count() + 1, timezone.now()
    index = Part(INDEX_NAME, text=_index(held, position))
    manifest = canonical(
        {
            "format": FORMAT,
            "kind": held.kind,
            "number": held.number,
            "position": position,
            "made_at": moment(at),
            "files": [part.listed for part in (index, *found)],
        }
    )
    bundle = Bundle.objects.create(
        matter=held,
        position=position,
        texts={part.path: part.text for part in (index, *found) if part.file is None},
        sources={part.path: str(part.file.pk) for part in found if part.file},
        manifest=manifest,
        sha256=digest(manifest),
        made_at=at,
        made_by=by,
    )
    _note(bundle, "assemble", by=by)
    return bundle


@transaction.atomic
def note_download(bundle: Bundle, *, by: User) -> None:
    """Somebody takes the archive away; Entry."""
    _note(bundle, "download", by=by)


@transaction.atomic
def hand_over(bundle: Bundle, *, by: User, reason: str = "") -> Event:
    """The institution has the file: the matter moves; Event, Entry.

    `NotAllowedError` as `assemble`, and "stale" where something was added since; as `advance` where the matter cannot
    be handed over as it stands.
    """
    held, course = _lock(bundle.matter, by=by)
    if _without_history(bundle.listed) != _without_history(part.listed for part in parts.of(held)):
        raise NotAllowedError(
            _("Something was added to the file since it was put together: put it together again."), code="stale"
        )
    details = {"position": bundle.position, "sha256": bundle.sha256}
    return move(held, course.move, by=by, actor=Actor.OFFICER, reason=reason, details=details)


def _lock(matter: Matter, *, by: User) -> tuple[Matter, Course]:
    """The matter, locked, for who has it on the desk, where it may go to whom it is handed."""
    held = Matter.objects.locked().get(pk=matter.pk)
    course = course_of(held)
    if course is None:
        raise NotAllowedError(_("Matters of this kind are handed to no institution."), code="course")
    require_holder(held, by=by)
    require_consent(held, course.receiver(held))
    return held, course


def _require_clean(found: list[Part]) -> None:
    waiting = [part.path for part in found if part.file and part.file.state != State.CLEAN]
    if waiting:
        raise NotAllowedError(
            _("A file is still being checked for viruses: %(path)s. Try again in a moment.") % {"path": waiting[0]},
            code="scanning",
        )


def _without_history(listed: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What must be the same; the history goes on with each reading, and the index follows from the rest."""
    return [part for part in listed if part["path"] not in (INDEX_NAME, parts.HISTORY_NAME)]


def _index(matter: Matter, position: int) -> str:
    """The table of contents, for people: three languages, one below the other."""
    exhibits = [(one, parts.place(one)) for one in parts.produced(matter)]
    chapters = []
    for language in LANGUAGES:
        with translation.override(language.code):
            context = {
                "matter": matter,
                "language": language,
                "position": position,
                "parties": matter.parties.select_related("country"),
                "exhibits": exhibits,
                "for_the_tribunal": Audience.TRIBUNAL,
                "sealed": f"{parts.SEALED}/",
            }
            chapters.append(render_to_string("bundles/_chapter.html", context))
    return render_to_string("bundles/index.html", {"matter": matter, "chapters": chapters})


def _note(bundle: Bundle, what: str, *, by: User) -> None:
    details = {"position": bundle.position, "sha256": bundle.sha256}
    chain.append(bundle.matter, f"{TABLE}.{what}", by=by, actor=Actor.OFFICER, details=details)
