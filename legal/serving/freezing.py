"""What was filed as an answer, as texts that are summed up: the content, and the list of files with their sums."""

import datetime
from typing import Any, Final

from legal.matters.canonical import canonical, digest, moment
from legal.matters.freezing import ANSWER_FORMAT
from legal.matters.models import Entry
from legal.serving.models import AnswerDraft, Paper

CONTENT_FORMAT: Final = "law-wisdom-valley/answer-1"
CONTENT_NAME: Final = "answer.json"


Claims = list[dict[str, Any]]


def content_of(draft: AnswerDraft, papers: list[Paper], claims: Claims, *, position: int, at: datetime.datetime) -> str:
    """Everything that is filed, as canonical JSON."""
    matter = draft.matter
    return canonical(
        {
            "format": CONTENT_FORMAT,
            "kind": matter.kind,
            "number": matter.number,
            "position": position,
            "filed_at": moment(at),
            "language": draft.language,
            "party": draft.party.frozen(),
            "text": draft.text,
            "counterclaim": draft.counterclaim,
            "counterclaims": claims,
            "exhibits": [paper.frozen() for paper in papers],
        }
    )


def manifest_of(
    draft: AnswerDraft, papers: list[Paper], claims: Claims, content: str, *, position: int, at: datetime.datetime
) -> str:
    """The list of what was filed, and where the history stood then, as canonical JSON."""
    tip = Entry.objects.filter(matter=draft.matter).order_by("-position").values("position", "hash").first()
    return canonical(
        {
            "format": ANSWER_FORMAT,
            "kind": draft.matter.kind,
            "number": draft.matter.number,
            "position": position,
            "submitted_at": moment(at),
            "submission": {"name": CONTENT_NAME, "size": len(content.encode()), "sha256": digest(content)},
            "counterclaims": [{"position": one["position"], "sha256": digest(canonical(one))} for one in claims],
            "files": [_listed(paper) for paper in papers],
            "history": tip,
        }
    )


def _listed(paper: Paper) -> dict[str, Any]:
    return {"name": paper.file.name, "size": paper.file.size, "sha256": paper.sha256}
