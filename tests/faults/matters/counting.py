"""What came of a run: what people were told, held against what the database and the papers' folder have."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from legal.matters import chain
from legal.matters.canonical import digest
from legal.matters.models import Matter, Receipt, Serial
from portal.files import storage
from portal.notices.models import Notice
from portal.workflow.models import Event
from tests.faults.matters.people import Person

ONCE: Final = ("tests.matter.submit", "matters.freeze", "matters.receipt")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The figures of one run; `broken` names the matters that are not as they ought to be, and why."""

    asked: int
    submitted: int
    lost: int
    half: int
    double: int
    gaps: int
    receipts: int
    broken: dict[str, str]

    @property
    def failed(self) -> bool:
        short = self.submitted != self.asked or self.receipts != self.submitted
        return bool(short or self.lost or self.half or self.double or self.gaps)

    @property
    def lines(self) -> list[str]:
        wrong = [f"{number}: {why}" for number, why in self.broken.items()]
        figures = ("submitted", "lost", "half", "double", "gaps", "receipts")
        return [*wrong, f"matters: {' '.join(f'{name}={getattr(self, name)}' for name in figures)}"]


def count(persons: list[Person]) -> Outcome:
    matters = {one.pk: one for one in Matter.objects.select_related("enterprise")}
    numbered = [one for one in matters.values() if one.number]
    broken = {str(one): why for one in matters.values() if (why := faults_of(one))}
    numbers = Counter(one.number for one in numbered)
    serials = {one.serial for one in numbered}
    last = sum(Serial.objects.values_list("last", flat=True))
    return Outcome(
        asked=len(persons),
        submitted=len(numbered),
        lost=sum(is_lost(person, matters[person.matter.pk]) for person in persons),
        half=len(broken),
        double=sum(times - 1 for times in numbers.values()),
        gaps=len(set(range(1, last + 1)) - serials),
        receipts=sum(is_whole(receipt) for receipt in Receipt.objects.select_related("file")),
        broken=broken,
    )


def is_lost(person: Person, matter: Matter) -> bool:
    """Whether somebody was told of a submission that is not there, or one exhibit is missing from it."""
    kept = [row for one in matter.submissions.all() for row in json.loads(one.content)["exhibits"]]
    bound = matter.produced.filter(submission__isnull=False).count()
    whole = [row["sha256"] for row in kept] == person.exhibits and bound == len(person.exhibits)
    return person.told and not whole


def faults_of(matter: Matter) -> str:
    """Why a matter is neither wholly submitted nor not at all; empty where it is one of the two."""
    marks = facts_of(matter)
    if marks not in (whole(matter), dict.fromkeys(marks, 0)):
        return f"not all or nothing: {marks}"
    for one in matter.submissions.all():
        if one.sha256 != digest(one.manifest) or one.listed["submission"]["sha256"] != digest(one.content):
            return "the sums of what was submitted are not right"
    try:
        chain.verify_whole(chain.written_out(matter))
    except chain.BrokenChainError as broken:
        return str(broken)
    return ""


def facts_of(matter: Matter) -> dict[str, Any]:
    """What a submission leaves behind, counted."""
    entries = Counter(matter.entries.values_list("what", flat=True))
    told = Counter(Notice.objects.filter(about_id=str(matter.pk)).values_list("kind", flat=True))
    return {
        "moved": int(matter.state == "submitted"),
        "numbered": int(bool(matter.number)),
        "events": Event.objects.of(matter).filter(move="submit").count(),
        "submissions": matter.submissions.count(),
        "exhibits": matter.produced.filter(submission__isnull=False).count(),
        "receipts": Receipt.objects.filter(submission__matter=matter).count(),
        **{what: entries[what] for what in ONCE},
        **{kind: told[kind] for kind in ("matters.submitted", "matters.receipt")},
    }


def whole(matter: Matter) -> dict[str, Any]:
    """The same of one that is submitted, its receipt made."""
    return dict.fromkeys(facts_of(matter), 1) | {"exhibits": matter.produced.count()}


def is_whole(receipt: Receipt) -> bool:
    """Whether the paper of a receipt is there as it was summed up."""
    with storage.papers().opened(storage.key(receipt.file)) as kept:
        return hashlib.sha256(kept.read()).hexdigest() == receipt.file.sha256
