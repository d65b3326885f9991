"""The pages that have to stay quick among very many, each with the addresses it is asked for at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import override

from enterprises.models import Enterprise, Industry
from enterprises.states import State
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from tests.bench.crowd_rows import HOST, name_of, number_of

CALLS: Final = 100
OFFICER: Final = 0
LIST: Final = "admin:enterprises_enterprise_changelist"
QUEUE: Final = "admin:enterprises_enterprise_queue"


@dataclass(frozen=True, slots=True)
class Page:
    """What is asked for, by whom, and where; `is_sent` for a form that is sent there."""

    what: str
    reader: str
    addresses: list[str]
    is_sent: bool = False


def pages() -> Iterator[Page]:
    with override("en"):
        yield from listed()
        yield from searched()
        yield from queued()
        yield from one_enterprise()
        yield from people()
        yield from told()
        yield from of_members()


def listed() -> Iterator[Page]:
    rows = Enterprise.objects.order_by("pk")
    tajik, industry = Jurisdiction.objects.get(code="tj"), Industry.objects.order_by("pk")[3]
    for what, query in [
        ("first page", {}),
        ("second page", {"p": 2}),
        (f"page {rows.count() // 50:,}, the last", {"p": rows.count() // 50}),
        ("those returned", {"state__exact": State.RETURNED}),
        ("those of Tajikistan", {"country__id__exact": tajik.pk}),
        ("those of Pakistan, of which there are none", {"country__id__exact": Jurisdiction.objects.get(code="pk").pk}),
        ("those of one industry", {"industry__id__exact": industry.pk}),
        ("those in the zone, of which there are none", {"in_zone__exact": "yes"}),
        (
            "those of Tajikistan, returned, of one industry",
            {"country__id__exact": tajik.pk, "state__exact": State.RETURNED, "industry__id__exact": industry.pk},
        ),
    ]:
        yield Page(f"Console, enterprises: {what}", "registrar", [at(LIST, **query)] * CALLS)


def searched() -> Iterator[Page]:
    """By what stands at the beginning of what is known: each call asks for another enterprise."""
    ways: dict[str, Callable[[int], str]] = {
        "a Chinese name": name_of,
        "the beginning of a Chinese name": lambda n: name_of(n)[:6],
        "an English name": lambda n: f"trade {n} of",
        "a Russian name": lambda n: f"ооо «торговля {n}»",
        "a number": number_of,
        "an e-mail address": lambda n: f"office-{n}@",
        "the address of a member": lambda n: f"person-{n}@{HOST}",
        "what every Russian name begins with": lambda n: "ООО",
        "what every number begins with": lambda n: "9165",
        "what nothing begins with": lambda n: f"没有{n}",
        "a name among those of Tajikistan": name_of,
    }
    country = {"country__id__exact": Jurisdiction.objects.get(code="tj").pk}
    for what, typed in ways.items():
        narrowed = country if "Tajikistan" in what else {}
        addresses = [at(LIST, q=typed(call * 1499), **narrowed) for call in range(CALLS)]
        yield Page(f"Console, enterprises found by {what}", "registrar", addresses)


def queued() -> Iterator[Page]:
    waiting = Enterprise.objects.waiting()
    last = waiting[waiting.count() // 2]
    after = {"at": last.submitted_at.isoformat() if last.submitted_at else "", "key": last.pk}
    yield Page(f"Console, the queue of {waiting.count():,}: first page", "registrar", [at(QUEUE)] * CALLS)
    yield Page("Console, the queue: a page in its middle", "registrar", [at(QUEUE, **after)] * CALLS)
    yield Page("Console, the queue: one's own desk", "registrar", [at(QUEUE, mine="")] * CALLS)


def one_enterprise() -> Iterator[Page]:
    keys = list(Enterprise.objects.waiting().values_list("pk", flat=True)[: CALLS * 10 : 10])
    registration, change = "admin:enterprises_enterprise_registration", "admin:enterprises_enterprise_change"
    first = Enterprise.objects.get(key=largest())
    count = first.memberships.count()
    yield Page("Console, registrations, each another", "registrar", [reverse(registration, args=[pk]) for pk in keys])
    yield Page("Console, enterprises, each another", "registrar", [reverse(change, args=[pk]) for pk in keys])
    yield Page(
        f"Console, the registration of one of {count} members",
        "registrar",
        [reverse(registration, args=[first.pk])] * CALLS,
    )
    yield Page(f"Console, the enterprise of {count} members", "registrar", [reverse(change, args=[first.pk])] * CALLS)
    export = reverse("admin:enterprises_enterprise_export")
    yield Page("Console, the whole list asked for as a spreadsheet", "registrar", [export] * CALLS, is_sent=True)


def people() -> Iterator[Page]:
    users = "admin:accounts_user_changelist"
    count = User.objects.count()
    found = [at(users, q=f"person-{call * 1499}@{HOST}") for call in range(CALLS)]
    named = [at(users, q=f"Person {call * 1499}") for call in range(CALLS)]
    nobody = [at(users, q=f"nobody {call}") for call in range(CALLS)]
    yield Page(f"Console, {count:,} users: first page", "admin", [at(users)] * CALLS)
    yield Page(f"Console, users: page {count // 50:,}, the last", "admin", [at(users, p=count // 50)] * CALLS)
    yield Page("Console, users: staff", "admin", [at(users, is_staff__exact=1)] * CALLS)
    yield Page("Console, users found by an address", "admin", found)
    yield Page("Console, users found by a name", "admin", named)
    yield Page("Console, users found by what all have", "admin", [at(users, q="person")] * CALLS)
    yield Page("Console, users: nobody is found", "admin", nobody)


def told() -> Iterator[Page]:
    history = "admin:history_entry_changelist"
    first = Enterprise.objects.get(key=largest())
    yield Page("Console, the first page: what waits", "auditor", [reverse("admin:index")] * CALLS)
    yield Page("Console, history: first page", "auditor", [at(history)] * CALLS)
    yield Page("Console, history: of members of staff", "auditor", [at(history, model="accounts.user")] * CALLS)
    record = reverse("admin:enterprises_enterprise_history", args=[first.pk])
    yield Page("Console, history of one enterprise", "auditor", [record] * CALLS)
    yield Page("Console, files: first page", "auditor", [at("admin:files_file_changelist")] * CALLS)
    for name in ("notice", "delivery"):
        rows = f"admin:notices_{name}_changelist"
        found = [at(rows, q=f"person-{call * 1499}@{HOST}") for call in range(CALLS)]
        yield Page(f"Console, {name} list: first page", "auditor", [at(rows)] * CALLS)
        yield Page(f"Console, {name} list: by an address", "auditor", found)


def of_members() -> Iterator[Page]:
    keys = list(Enterprise.objects.filter(memberships__person__email=f"busy-0@{HOST}").values_list("key", flat=True))
    turns = [keys[call % len(keys)] for call in range(CALLS)]
    home, switch, members = "enterprises:home", "enterprises:switch", "enterprises:members"
    count = Enterprise.objects.get(key=largest()).memberships.count()
    yield Page(f"The list of somebody's {len(keys)} enterprises", "busy", [reverse("enterprises:list")] * CALLS)
    yield Page(f"The page of one of {len(keys)}, again", "busy", [reverse(home, args=[keys[0]])] * CALLS)
    yield Page(f"The pages of {len(keys)} in turn", "busy", [reverse(home, args=[key]) for key in turns])
    yield Page("To work for another of them", "busy", [reverse(switch, args=[key]) for key in turns], is_sent=True)
    yield Page(f"The page of one with {count} members", "owner", [reverse(home, args=[largest()])] * CALLS)
    yield Page(f"Its {count} members, for their owner", "owner", [reverse(members, args=[largest()])] * CALLS)


def largest() -> str:
    """The key of the enterprise with many members: it was made first."""
    return Enterprise.objects.filter(email=f"office-0@{HOST}").values_list("key", flat=True).get()


def at(name: str, **query: object) -> str:
    return f"{reverse(name)}?{urlencode(query)}" if query else reverse(name)
