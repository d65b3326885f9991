"""What belongs into the bundle of a matter, part by part, in the order of the archive."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from legal.matters import chain
from legal.matters.canonical import canonical, digest, moment
from legal.matters.freezing import CONTENT_NAME, RECEIPTS, as_submitted
from legal.matters.models import Audience, Matter, Message, Produced, Submission
from legal.serving.models import Answer, Certificate, Paper
from portal.files.models import File
from portal.privacy.archive import harmless

MESSAGES_NAME: Final = "messages.json"
HISTORY_NAME: Final = "history.json"
# For the tribunal alone: a folder of its own, which whoever receives the bundle can keep closed. Nothing outside of it
# says more of what is in it than that it is there: no name, no purpose, no word.
SEALED: Final = "sealed"
# What was submitted or filed, but for what lies in that folder.
OPEN_NAME: Final = "open.json"


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
    yield from _messages(matter)
    yield Part(HISTORY_NAME, text=json.dumps(chain.written_out(matter), ensure_ascii=False, indent=1))


def produced(matter: Matter) -> list[Produced]:
    """The exhibits that were submitted."""
    return as_submitted(matter.produced.filter(submission__isnull=False).with_exhibits())


def place(one: Produced) -> str:
    """Where an exhibit lies."""
    return _place(one.audience, "exhibits", one.number, one.exhibit.file.name)


def _place(audience: str, folder: str, number: int, name: str) -> str:
    """Where a file lies; one for the tribunal alone is called by its number."""
    if audience == Audience.TRIBUNAL:
        return f"{SEALED}/{folder}/{number:03}{PurePosixPath(harmless(name)).suffix}"
    return f"{folder}/{number:03}-{harmless(name)}"


def _submissions(matter: Matter) -> Iterator[Part]:
    for submission in matter.submissions.select_related("receipt__file").order_by("position"):
        yield from _frozen(submission, f"submissions/{submission.position}", CONTENT_NAME)


def _papers_of_the_matter(matter: Matter) -> Iterator[Part]:
    found = File.objects.of(matter).exclude(purpose=RECEIPTS).order_by("received_at", "pk")
    for number, file in enumerate(found, start=1):
        yield Part(f"papers/{number:03}-{harmless(file.name)}", file=file)


def _exhibits(matter: Matter) -> Iterator[Part]:
    for one in produced(matter):
        yield Part(place(one), file=one.exhibit.file)


def _answers(matter: Matter) -> Iterator[Part]:
    for answer in Answer.objects.filter(matter=matter).select_related("receipt__file").order_by("position"):
        yield from _frozen(answer, f"answers/{answer.position}", "answer.json")


def _frozen(frozen: Submission | Answer, folder: str, name: str) -> Iterator[Part]:
    """What was frozen with its list and its receipt, all of which tell of every exhibit.

    Where one is for the tribunal alone they are sealed with it, and what may be read stands in their place.
    """
    content = json.loads(frozen.content)
    listed = content.get("exhibits", [])
    shown = [one for one in listed if one["audience"] != Audience.TRIBUNAL]
    below = folder
    if len(shown) < len(listed):
        below = f"{SEALED}/{folder}"
        yield Part(f"{folder}/{OPEN_NAME}", text=canonical(content | {"exhibits": shown}))
    yield Part(f"{below}/{name}", text=frozen.content)
    yield Part(f"{below}/manifest.json", text=frozen.manifest)
    if frozen.paper:
        yield Part(f"{below}/receipt.pdf", file=frozen.paper)


def _papers(matter: Matter) -> Iterator[Part]:
    """What other sides have filed, and what the institution brought; what was not filed yet is nobody's business."""
    for paper in Paper.objects.filter(matter=matter).select_related("file", "party", "answer").order_by("pk"):
        if paper.side and paper.answer is None:
            continue
        below = f"answers/{paper.answer.position}" if paper.answer else "institution"
        yield Part(_place(paper.audience, below, paper.number, paper.file.name), file=paper.file)


def _certificates(matter: Matter) -> Iterator[Part]:
    found = Certificate.objects.filter(service__matter=matter).select_related("file", "service")
    for one in found.order_by("service__position", "pk"):
        yield Part(f"service/{one.service.position:03}-{one.stage}.pdf", file=one.file)


def _messages(matter: Matter) -> Iterator[Part]:
    written = list(matter.messages.select_related("author"))
    sealed = [_said(one) for one in written if one.audience == Audience.TRIBUNAL]
    shown = [_said(one) for one in written if one.audience != Audience.TRIBUNAL]
    yield Part(MESSAGES_NAME, text=canonical({"messages": shown}))
    if sealed:
        yield Part(f"{SEALED}/{MESSAGES_NAME}", text=canonical({"messages": sealed}))


def _said(message: Message) -> dict[str, str]:
    by = "institution" if message.is_of_the_institution else message.side
    facts = {"by": by, "side": message.side, "audience": message.audience, "language": message.language}
    return facts | {"sent_at": moment(message.sent_at), "body": message.body}
