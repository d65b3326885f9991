"""What was submitted, as texts that are summed up: the content, and the list of files with their sums."""

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.utils import timezone

from legal.matters.canonical import canonical, digest, moment
from legal.matters.models import Entry, Matter, Produced, Submission
from portal.files.models import File
from portal.files.states import State as FileState

CONTENT_FORMAT: Final = "law-wisdom-valley/submission-1"
MANIFEST_FORMAT: Final = "law-wisdom-valley/manifest-1"
# The list of what another side has filed says the same, and is verified alike.
ANSWER_FORMAT: Final = "law-wisdom-valley/answer-manifest-1"
CONTENT_NAME: Final = "submission.json"
MANIFEST_NAME: Final = "manifest.json"
# Files of the matter that are no part of what is submitted.
RECEIPTS: Final = "matters.receipt"


def content_of(matter: Matter, *, position: int, at: datetime.datetime) -> str:
    """Everything that is submitted, as canonical JSON."""
    parties = matter.parties.select_related("country")
    # The day is that of the zone, wherever whoever submits may be.
    day = timezone.localdate(at, timezone.get_default_timezone())
    representatives = matter.representatives.standing(day).select_related("party", "authority")
    proceeding = matter.proceeding
    return canonical(
        {
            "format": CONTENT_FORMAT,
            "kind": matter.kind,
            "number": matter.number,
            "position": position,
            "submitted_at": moment(at),
            "title": matter.title,
            "language": matter.language,
            "cross_border": matter.cross_border,
            "parties": [party.frozen() for party in parties],
            "representatives": [one.frozen() for one in representatives],
            "exhibits": [one.frozen() for one in matter.produced.with_exhibits()],
            "proceeding": dict(proceeding.content(proceeding.own(matter))),
        }
    )


def manifest_of(matter: Matter, content: str, *, position: int, at: datetime.datetime) -> str:
    """The list of what was submitted, and where the history stood then, as canonical JSON."""
    tip = Entry.objects.filter(matter=matter).order_by("-position").values("position", "hash").first()
    return canonical(
        {
            "format": MANIFEST_FORMAT,
            "kind": matter.kind,
            "number": matter.number,
            "position": position,
            "submitted_at": moment(at),
            "submission": {"name": CONTENT_NAME, "size": len(content.encode()), "sha256": digest(content)},
            "files": [_listed(file) for file in files_of(matter)],
            "history": tip,
        }
    )


def as_submitted(produced: Iterable[Produced]) -> list[Produced]:
    """Exhibits that were submitted, each with what was frozen of it then, whatever the enterprise says of it by now."""
    rows = list(produced)
    frozen: dict[tuple[int | None, int], Mapping[str, Any]] = {}
    for submission in Submission.objects.filter(pk__in={one.submission_id for one in rows}):
        said = json.loads(submission.content).get("exhibits", [])
        frozen |= {(submission.pk, one["number"]): one for one in said}
    for one in rows:
        one.say_as(frozen.get((one.submission_id, one.number), {}))
    return rows


def files_of(matter: Matter) -> list[File]:
    """The files that are submitted: papers of the matter as they were handed in, then its exhibits by their numbers."""
    usable = File.objects.of(matter).filter(state__in=(FileState.QUARANTINED, FileState.CLEAN))
    papers = usable.exclude(purpose=RECEIPTS).order_by("received_at", "pk")
    return [*papers, *(one.exhibit.file for one in matter.produced.with_exhibits())]


def _listed(file: File) -> dict[str, Any]:
    return {"name": file.name, "size": file.size, "sha256": file.sha256}
