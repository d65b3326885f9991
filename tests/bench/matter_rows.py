"""The rows of very many matters, each made from its number alone: the same matters each time."""

import datetime
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from django.contrib.contenttypes.models import ContentType

from legal.matters.canonical import canonical, digest, moment
from legal.matters.chain import FIRST, TABLE, sign
from legal.matters.freezing import CONTENT_FORMAT, CONTENT_NAME, MANIFEST_FORMAT
from legal.matters.kinds import SUBMIT, Proceeding, Side
from legal.matters.models import Actor, Entry, Matter, Party, PartyKind, Submission
from portal.accounts.models import User
from portal.languages import CODES
from portal.reference.models import Jurisdiction
from portal.workflow.machine import Transition
from portal.workflow.models import Assignment, Event
from tests.bench.crowd_rows import HOST, key_of

BEGINNING: Final = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
STEP: Final = datetime.timedelta(hours=1)
YEAR: Final = 2026
EXHIBITS: Final = 10
# So many entries the history of each has at least; what nothing else left, readings leave.
ENTRIES: Final = 10
# Of so many under way one is on somebody's desk.
HELD: Final = 5
CHANGES: Final = ("begin", "add-party", "produce")


@dataclass(slots=True)
class Made:
    """What rows refer to: whose the matters are, who acts, and how far each kind has counted."""

    enterprises: Sequence[tuple[int, int]]
    officers: Sequence[int]
    proceedings: Sequence[Proceeding]
    countries: dict[str, Jurisdiction]
    largest: int
    serials: Counter[str] = field(default_factory=Counter)

    def owner(self, n: int) -> tuple[int, int]:
        """The enterprise of a matter and who acts for it: the first enterprise has the first of them, and a turn."""
        return self.enterprises[0 if n < self.largest else n % len(self.enterprises)]

    def course(self, n: int) -> list[Transition]:
        """The moves a matter has made: each kind has as many in each of its states."""
        proceeding = self.proceeding(n)
        states = proceeding.machine.states.values
        return shortest(proceeding, states[n // len(self.proceedings) % len(states)])

    def proceeding(self, n: int) -> Proceeding:
        return self.proceedings[n % len(self.proceedings)]


def shortest(proceeding: Proceeding, state: str) -> list[Transition]:
    """The shortest way of a table to a state; none where there is no way, or it begins there."""
    ways: deque[tuple[str, list[Transition]]] = deque([(proceeding.machine.initial, [])])
    seen = {proceeding.machine.initial}
    while ways:
        here, way = ways.popleft()
        if here == state:
            return way
        for move in proceeding.machine.leaving(here):
            if move.target not in seen:
                seen.add(move.target)
                ways.append((move.target, [*way, move]))
    return []


def begun(n: int) -> datetime.datetime:
    return BEGINNING + datetime.timedelta(minutes=3 * n)


def matter(n: int, made: Made) -> Matter:
    """A matter as its moves left it; where it was submitted, with the next number of its kind."""
    proceeding, course, (enterprise, person) = made.proceeding(n), made.course(n), made.owner(n)
    one = Matter(
        key=key_of(n),
        kind=proceeding.slug,
        enterprise_id=enterprise,
        begun_by_id=person,
        title=f"Contract {n} for cotton that was not paid",
        language=CODES[n % len(CODES)],
        state=course[-1].target if course else proceeding.machine.initial,
        cross_border=True,
        begun_at=begun(n),
        changed_at=begun(n),
    )
    if SUBMIT in {move.name for move in course}:
        made.serials[proceeding.slug] += 1
        one.year, one.serial = YEAR, made.serials[proceeding.slug]
        one.number = f"{proceeding.prefix}-{YEAR}-{one.serial:05}"
        one.submitted_at, one.submitted_by_id, one.version = begun(n) + STEP, person, 2
    if one.state in proceeding.ended:
        one.ended_at = begun(n) + STEP * len(course)
    return one


def parties(one: Matter, made: Made) -> Iterator[Party]:
    """The enterprise itself, and somebody across the border."""
    shared = {"matter_id": one.pk, "kind": PartyKind.COMPANY, "language": one.language}
    itself = {"own": True, "side": Side.APPLICANT, "country": made.countries["cn"]}
    yield Party(position=1, name=f"Enterprise {one.enterprise_id}", **itself, **shared)
    other = {"side": Side.RESPONDENT, "country": made.countries["kz"], "email": f"other-{one.pk}@{HOST}"}
    yield Party(position=2, name=f"ТОО «Покупатель {one.pk}»", **other, **shared)


def exhibit_sum(number: int) -> str:
    """As PostgreSQL makes it for the same exhibit (`many_matters`)."""
    return digest(f"exhibit {number}")


def submission(one: Matter, first: int, history: list[Entry]) -> Submission:
    """What was submitted of a matter, whose exhibits have numbers from this one on; the sums are right."""
    numbers = range(first, first + EXHIBITS)
    shared = {"kind": one.kind, "number": one.number, "position": 1, "submitted_at": moment(_submitted(one))}
    content = canonical(
        {
            "format": CONTENT_FORMAT,
            "title": one.title,
            "language": one.language,
            "cross_border": one.cross_border,
            "parties": [{"position": 1}, {"position": 2}],
            "representatives": [],
            "proceeding": {},
            "exhibits": [{"number": place, "sha256": exhibit_sum(n)} for place, n in enumerate(numbers, start=1)],
            **shared,
        }
    )
    manifest = canonical(
        {
            "format": MANIFEST_FORMAT,
            "submission": {"name": CONTENT_NAME, "size": len(content.encode()), "sha256": digest(content)},
            "files": [{"name": f"exhibit-{n}.pdf", "size": 1200, "sha256": exhibit_sum(n)} for n in numbers],
            "history": {"position": history[-1].position, "hash": history[-1].hash},
            **shared,
        }
    )
    return Submission(
        matter_id=one.pk,
        position=1,
        content=content,
        manifest=manifest,
        sha256=digest(manifest),
        at=_submitted(one),
        by_id=one.submitted_by_id,
    )


def _submitted(one: Matter) -> datetime.datetime:
    if one.submitted_at is None:
        raise ValueError(one.key)
    return one.submitted_at


class History:
    """The entries of one matter, each summed up with the one before it, as `chain.append` writes them."""

    def __init__(self, one: Matter) -> None:
        self.matter, self.entries = one, list[Entry]()
        self.person = sign(one, User(pk=one.begun_by_id))

    def add(self, what: str, actor: Actor = Actor.MEMBER, **details: object) -> None:
        before = self.entries[-1] if self.entries else None
        by_member = actor == Actor.MEMBER
        entry = Entry(
            matter=self.matter,
            position=len(self.entries) + 1,
            what=what if "." in what else f"{TABLE}.{what}",
            actor=actor,
            by_id=self.matter.begun_by_id if by_member else None,
            person=self.person if by_member else "",
            details=details,
            at=self.matter.begun_at + datetime.timedelta(minutes=len(self.entries)),
            previous=before.hash if before else FIRST,
        )
        entry.hash = digest(canonical(entry.record()))
        self.entries.append(entry)

    def move(self, move: Transition, before: str) -> None:
        actor = Actor.MEMBER if move.name == SUBMIT else Actor.OFFICER
        self.add(f"{self.matter.table.slug}.{move.name}", actor, before=before, after=move.target)


def lived(one: Matter, course: Sequence[Transition], first: int) -> tuple[list[Entry], Submission | None]:
    """The whole history of a matter that came this way, and what was submitted of it."""
    history, frozen, before = History(one), None, one.proceeding.machine.initial
    for what in CHANGES:
        history.add(what)
    for move in course:
        history.move(move, before)
        before = move.target
        if move.name == SUBMIT:
            frozen = submission(one, first, history.entries)
            history.add("freeze", position=1, sha256=frozen.sha256)
    while len(history.entries) < ENTRIES:
        history.add("read")
    return history.entries, frozen


def events(one: Matter, course: Sequence[Transition], officer: int) -> Iterator[Event]:
    states = [one.proceeding.machine.initial, *(move.target for move in course)]
    for place, (move, (before, after)) in enumerate(zip(course, pairwise(states), strict=True)):
        yield Event(
            subject_type=ContentType.objects.get_for_model(Matter),
            subject_id=one.pk,
            table=one.table.slug,
            move=move.name,
            before=before,
            after=after,
            by_id=one.begun_by_id if move.name == SUBMIT else officer,
            reason="A reason." if move.reasoned else "",
            at=one.begun_at + STEP * (place + 1),
        )


def assignment(one: Matter, officer: int) -> Assignment:
    return Assignment(
        subject_type=ContentType.objects.get_for_model(Matter),
        subject_id=one.pk,
        holder_id=officer,
        since=one.begun_at + STEP * 2,
    )
