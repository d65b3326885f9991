"""Pages and submissions among 100,000 matters with a million exhibits and as many entries of their histories."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.apps import apps
from django.contrib.auth.models import Permission
from django.db.models import Count
from django.urls import reverse
from django.utils.translation import override

from enterprises.models import Enterprise
from legal.exhibits.models import Exhibit
from legal.matters.kinds import BY_SLUG, Side, register
from legal.matters.models import Audience, Entry, Matter, Party, Produced, Receipt, Submission
from portal.accounts.models import User
from portal.embedded.waiting import comes_true
from portal.workflow.models import Event
from tests.bench import crowd_pages, matter_rows
from tests.bench.crowd import RUNS, TOKEN, WARM, browser, cookies, entered, visited
from tests.bench.crowd_rows import HOST
from tests.bench.crowded import make as make_crowd
from tests.bench.many_matters import countries, make
from tests.bench.matter_rows import EXHIBITS, Made
from tests.bench.measuring import Row, percentile, settled
from tests.bench.serving import Reader, served
from tests.bench.site import FailedError, settle
from tests.faults.programs import celery, running
from tests.legal.matters.proceeding import PROCEEDING
from tests.signing_in import signed_in_staff

MATTERS: Final = 100_000
ENTERPRISES: Final = MATTERS // 10
MEMBERS: Final = ENTERPRISES * 3
CALLS: Final = 100
MOST_OF_A_PAGE: Final = 200.0
MOST_TO_SUBMIT: Final = 400.0
RECEIPTS: Final = 20
MOST_FOR_A_RECEIPT: Final = 5.0
LONGEST_WAIT: Final = 900.0
# The portal with the proceeding that asks for nothing of its own.
TRIAL: Final = "tests.faults.matters.trial"


def many_matters(var: Path) -> Iterator[Row]:
    """The matters are made, then their pages are asked for over HTTP, and others are submitted."""
    yield made()
    settle()
    register(PROCEEDING)
    drafts = submittable(WARM + RUNS * CALLS + RECEIPTS)
    with served(var, TRIAL) as port, override("en"):
        reader = Reader(port, cookies(entered(owner())))
        for what, addresses in pages():
            yield asked(reader, what, addresses)
        staff = Reader(port, cookies(signed_in_staff(browser(), officer())))
        for what, addresses in queues():
            yield asked(staff, what, addresses)
        yield submitted(reader, drafts[: WARM + RUNS * CALLS])
        with running(celery("worker", "--concurrency", "2", app=TRIAL), var / "worker.log"):
            yield receipts(reader, drafts[WARM + RUNS * CALLS :])


def made() -> Row:
    began = time.perf_counter()
    make_crowd(enterprises=ENTERPRISES, members=MEMBERS)
    make(matters=MATTERS)
    counted = (
        f"{Exhibit.objects.count():,} exhibits, {Entry.objects.count():,} entries, {Event.objects.count():,} events"
    )
    return Row(f"Make {MATTERS:,} matters", f"{time.perf_counter() - began:.0f} s", counted, "")


def largest() -> Enterprise:
    return Enterprise.objects.get(key=crowd_pages.largest())


def owner() -> User:
    return User.objects.get(memberships__in=largest().memberships.owners())


def pages() -> Iterator[tuple[str, list[str]]]:
    """What is asked for, and where: each call of a page of one matter is about another."""
    one = largest()
    listed = reverse("matters:list", args=[one.key])
    count = one.matters.exclude(kind=PROCEEDING.slug).count()
    for what, query in [
        ("first page", ""),
        ("a page in the middle", f"?page={count // 40}"),
        ("those under way", "?standing=open"),
        ("those of arbitration that have ended", "?standing=ended&kind=arbitration"),
    ]:
        yield f"The {count:,} matters of an enterprise: {what}", [f"{listed}{query}"] * CALLS
    of_it = one.matters.exclude(kind=PROCEEDING.slug)
    drafts, rest = of_it.filter(submitted_at=None), of_it.filter(submitted_at__isnull=False)
    for name, what, rows in [
        ("matter", "A matter that was submitted", rest),
        ("matter", "A draft", drafts),
        ("history", "The history of a matter", rest),
        ("history-file", "The history of a matter as a file", rest),
    ]:
        keys = list(rows.order_by("pk").values_list("key", flat=True)[:CALLS])
        yield f"{what}, each another", [reverse(f"matters:{name}", args=[one.key, key]) for key in keys]


def officer() -> User:
    """Somebody of the staff who handles every kind there is, with files on the desk."""
    found = User.objects.get(email=f"officer-{crowd_pages.OFFICER}@{HOST}")
    for permission in {one.permission for one in BY_SLUG.values() if one.permission}:
        label, _, codename = permission.partition(".")
        found.user_permissions.add(Permission.objects.get(content_type__app_label=label, codename=codename))
    return found


def queues() -> Iterator[tuple[str, list[str]]]:
    """The queue of the kind that has most, as the console shows it; nothing where there is no console for matters."""
    if not apps.is_installed("legal.handling"):
        return
    waiting = Matter.objects.filter(kind=busiest(), ended_at=None, submitted_at__isnull=False).order_by("submitted_at")
    middle = waiting[waiting.count() // 2]
    state = waiting.values("state").annotate(count=Count("pk")).order_by("-count")[0]["state"]
    after = {"at": middle.submitted_at.isoformat(), "after": middle.pk} if middle.submitted_at else {}
    for what, query in [
        ("first page", {}),
        ("a page in its middle", after),
        ("one’s own desk", {"whose": "mine"}),
        ("on nobody’s desk", {"whose": "nobody"}),
        ("in one state", {"state": state}),
    ]:
        address = crowd_pages.at("admin:matters_matter_changelist", kind=busiest(), **query)
        yield f"Console, the queue of {waiting.count():,} matters: {what}", [address] * CALLS


def busiest() -> str:
    found = Matter.objects.filter(ended_at=None, submitted_at__isnull=False).values_list("kind")
    return str(found.annotate(count=Count("pk")).order_by("-count", "kind")[0][0])


def asked(reader: Reader, what: str, addresses: list[str]) -> Row:
    found = visited(reader.get, addresses, 200)
    size = reader.get(addresses[0]).length
    return Row(what, str(found), f"{size / 1000:.0f} kB", "p95 ≤ 200 ms", found.p95 <= MOST_OF_A_PAGE)


def submittable(count: int) -> list[str]:
    """Drafts of the trial proceeding that lack nothing: the addresses they are submitted at."""
    one, by = largest(), owner()
    exhibits = list(Exhibit.objects.of(one).order_by("pk")[:EXHIBITS])
    made = Made([(one.pk, by.pk)], [], [PROCEEDING], countries(), 0)
    # Each fifth is one: the five states come in turn, the draft first.
    turn = len(PROCEEDING.machine.states.values)
    drafts = [matter_rows.matter(turn * (MATTERS + n), made) for n in range(count)]
    Matter.objects.bulk_create(drafts)
    Party.objects.bulk_create(party for draft in drafts for party in matter_rows.parties(draft, made))
    Produced.objects.bulk_create(
        Produced(
            matter=draft,
            exhibit=exhibit,
            number=number,
            side=Side.APPLICANT,
            audience=Audience.EVERYONE,
            produced_by=by,
        )
        for draft in drafts
        for number, exhibit in enumerate(exhibits, start=1)
    )
    return [reverse("matters:submit", args=[one.key, draft.key]) for draft in drafts]


def submitted(reader: Reader, addresses: list[str]) -> Row:
    """Each matter once: there is no second submission of one."""
    taken = [send(reader, address) for address in addresses][WARM:]
    found = settled([taken[start : start + CALLS] for start in range(0, len(taken), CALLS)])
    beside = f"{EXHIBITS} exhibits each, without the PDF"
    return Row("Submit a matter", str(found), beside, "p95 ≤ 400 ms", found.p95 <= MOST_TO_SUBMIT)


def receipts(reader: Reader, addresses: list[str]) -> Row:
    """From the answer until the receipt can be read, once the worker has made those of all before."""
    left = Submission.objects.without_receipt()
    if not comes_true(lambda: not left.exists(), patience=LONGEST_WAIT):
        raise FailedError("The worker makes no receipts.")
    taken = [awaited(reader, address) for address in addresses]
    p95, p50 = percentile(taken, 0.95), percentile(taken, 0.5)
    told = f"p95 {p95:.1f} s, p50 {p50:.1f} s"
    return Row("Its receipt as a PDF is there", told, "after the answer", "p95 ≤ 5 s", p95 <= MOST_FOR_A_RECEIPT)


def awaited(reader: Reader, address: str) -> float:
    send(reader, address)
    began, key = time.perf_counter(), address.split("/")[-3]
    there = Receipt.objects.filter(submission__matter__key=key)
    if not comes_true(there.exists, patience=LONGEST_WAIT):
        raise FailedError("The worker makes no receipt.")
    return time.perf_counter() - began


def send(reader: Reader, address: str) -> float:
    answer = reader.post(address, {"csrfmiddlewaretoken": TOKEN})
    if answer.status != 302:
        raise FailedError(f"{address} was answered with {answer.status}.")
    return answer.milliseconds
