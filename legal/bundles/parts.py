"""What belongs into the bundle of a matter, part by part, in the order of the archive."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from legal.matters import chain
from legal.matters.canonical import canonical, digest, moment
from legal.matters.freezing import CONTENT_NAME, RECEIPTS
from legal.matters.models import Audience, Matter, Message, Produced
from legal.serving.models import Answer, Certificate, Paper
from portal.files.models import File
from portal.privacy.archive import harmless

MESSAGES_NAME: Final = "messages.json"
HISTORY_NAME: Final = "history.json"
# For the tribunal alone: a folder of its own, which whoever receives the bundle can keep closed.
SEALED: Final = "sealed"


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the archive: a text the portal writes, or a file it was handed."""

    path: str
    text: str = ""
    file: File | None = None

    @property
    def size(self) -> int:
        """In bytes."""
        return self.file.size if self.file else len(self.text.encode())

    @property
    def sha256(self) -> str:
        return self.file.sha256 if self.file else digest(self.text)

    @property
    def listed(self) -> dict[str, object]:
        """As it stands in the list of what is in the archive."""
        return {"path": self.path, "size": self.size, "sha256": self.sha256}


def of(matter: Matter) -> Iterator[Part]:
    """Everything of a matter that was submitted, filed, served and written, and its history."""
    yield from _submissions(matter)
    yield from _papers_of_the_matter(matter)
    yield from _exhibits(matter)
    yield from _answers(matter)
    yield from _papers(matter)
    yield from _certificates(matter)
    yield Part(MESSAGES_NAME, text=canonical({"messages": [_said(one) for one in matter.messages.all()]}))
    yield Part(HISTORY_NAME, text=json.dumps(chain.written_out(matter), ensure_ascii=False, indent=1))


def produced(matter: Matter) -> list[Produced]:
    """The exhibits that were submitted."""
    return list(matter.produced.filter(submission__isnull=False).with_exhibits())


def folder(audience: str, name: str) -> str:
    """Where what is for an audience lies."""
    return f"{SEALED}/{name}" if audience == Audience.TRIBUNAL else name


def place(one: Produced) -> str:
    """Where an exhibit lies."""
    return f"{folder(one.audience, 'exhibits')}/{one.number:03}-{harmless(one.exhibit.file.name)}"


def _submissions(matter: Matter) -> Iterator[Part]:
    for submission in matter.submissions.select_related("receipt__file").order_by("position"):
        below = f"submissions/{submission.position}"
        yield Part(f"{below}/{CONTENT_NAME}", text=submission.content)
        yield Part(f"{below}/manifest.json", text=submission.manifest)
        if submission.paper:
            yield Part(f"{below}/receipt.pdf", file=submission.paper)


def _papers_of_the_matter(matter: Matter) -> Iterator[Part]:
    found = File.objects.of(matter).exclude(purpose=RECEIPTS).order_by("received_at", "pk")
    for number, file in enumerate(found, start=1):
        yield Part(f"papers/{number:03}-{harmless(file.name)}", file=file)


def _exhibits(matter: Matter) -> Iterator[Part]:
    for one in produced(matter):
        yield Part(place(one), file=one.exhibit.file)


def _answers(matter: Matter) -> Iterator[Part]:
    for answer in Answer.objects.filter(matter=matter).select_related("receipt__file").order_by("position"):
        below = f"answers/{answer.position}"
        yield Part(f"{below}/answer.json", text=answer.content)
        yield Part(f"{below}/manifest.json", text=answer.manifest)
        if answer.paper:
            yield Part(f"{below}/receipt.pdf", file=answer.paper)


def _papers(matter: Matter) -> Iterator[Part]:
    """What other sides have filed, and what the institution brought; what was not filed yet is nobody's business."""
    for paper in Paper.objects.filter(matter=matter).select_related("file", "party", "answer").order_by("pk"):
        if paper.side and paper.answer is None:
            continue
        below = f"answers/{paper.answer.position}" if paper.answer else "institution"
        yield Part(f"{folder(paper.audience, below)}/{paper.number:03}-{harmless(paper.file.name)}", file=paper.file)


def _certificates(matter: Matter) -> Iterator[Part]:
    found = Certificate.objects.filter(service__matter=matter).select_related("file", "service")
    for one in found.order_by("service__position", "pk"):
        yield Part(f"service/{one.service.position:03}-{one.stage}.pdf", file=one.file)


def _said(message: Message) -> dict[str, str]:
    facts = {"side": message.side, "audience": message.audience, "language": message.language}
    return facts | {"sent_at": moment(message.sent_at), "body": message.body}
