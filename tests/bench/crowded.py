"""Very many enterprises and members, for what has to stay quick however many there are.

`make(enterprises=150_000, members=500_000)` fills the database the settings name, in batches, with the triggers of the
history at work as they are in use; `python -m tests.bench.fill` does so from a shell.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from django.contrib.auth.models import Group
from django.db import connection, models
from psycopg import sql
from tqdm import tqdm

from enterprises.actions.industries import load_industries
from enterprises.models import Enterprise, Identifier, Industry, Membership
from enterprises.policies import Role
from enterprises.states import State
from portal.accounts.actions import apply_roles
from portal.accounts.models import User
from portal.files.models import File
from portal.notices.models import Delivery, Notice
from portal.reference.models import Jurisdiction
from portal.workflow.models import Assignment, Event
from tests.bench import crowd_rows
from tests.bench.crowd_rows import COUNTRIES, COURSES, HOST, Crowd, state_of

M = TypeVar("M", bound=models.Model)
BATCH: Final = 5000
OFFICERS: Final = 10
# Somebody is a member of so many enterprises, and one enterprise, the first, has so many members more than others.
BUSY: Final = 20
LARGEST: Final = 500


class CrowdedError(Exception):
    """The crowd cannot be made; the message says why."""


def make(*, enterprises: int, members: int) -> None:
    """Add so many enterprises and memberships, with a person for every two memberships; told as they are written.

    Each was submitted, checked and decided as its state says, and its owner told. `CrowdedError` where there is a crowd
    already, or where there are too few members for each enterprise to have one.
    """
    extra = min(BUSY, enterprises) + min(LARGEST, members // 20)
    if members - extra < enterprises:
        raise CrowdedError("There are to be more members than enterprises, by a twentieth at least.")
    if _of_the_crowd(User).exists():
        raise CrowdedError("There is a crowd already.")
    load_industries()
    crowd = Crowd(_enterprises(enterprises), _people(members // 2), _officers())
    write(Identifier, (crowd_rows.identifier(n, crowd) for n in range(enterprises)), enterprises)
    spread = crowd_rows.memberships(crowd, members - extra)
    write(Membership, itertools.chain(spread, _busy(crowd), _largest(crowd, members, extra)), members)
    submitted = [n for n in range(enterprises) if COURSES[state_of(n)]]
    papers = itertools.chain.from_iterable(crowd_rows.papers(n, crowd) for n in submitted)
    write(File, papers, 2 * len(submitted))
    happened = sum(len(COURSES[state_of(n)]) for n in submitted)
    write(Event, itertools.chain.from_iterable(crowd_rows.events(n, crowd) for n in submitted), happened)
    held = [n for n in submitted if state_of(n) == State.IN_REVIEW]
    write(Assignment, (crowd_rows.assignment(n, crowd) for n in held), len(held))
    write(Notice, (crowd_rows.notice(n, crowd) for n in submitted), len(submitted))
    told = Notice.objects.filter(key__startswith="crowd-").iterator(BATCH)
    write(Delivery, map(crowd_rows.delivery, told), len(submitted))


def _enterprises(count: int) -> list[int]:
    countries = {one.code: one for one in Jurisdiction.objects.filter(code__in=COUNTRIES)}
    industries = list(Industry.objects.all())
    write(Enterprise, (crowd_rows.enterprise(n, countries, industries) for n in range(count)), count)
    return _keys(_of_the_crowd(Enterprise))


def _people(count: int) -> list[int]:
    write(User, (crowd_rows.person("person", n) for n in range(count)), count)
    return _keys(User.objects.filter(email__startswith="person-", email__endswith=f"@{HOST}"))


def _officers() -> list[int]:
    """Registrars, who share what is checked."""
    apply_roles()
    officers = [crowd_rows.person("officer", n, is_staff=True) for n in range(OFFICERS)]
    User.objects.bulk_create(officers)
    Group.objects.get(name="registrar").user_set.add(*officers)
    return [officer.pk for officer in officers]


def _busy(crowd: Crowd) -> Iterator[Membership]:
    """Somebody works for many enterprises, the newest."""
    somebody = crowd_rows.person("busy", 0)
    somebody.save()
    for key in crowd.enterprises[-BUSY:]:
        yield Membership(enterprise_id=key, person_id=somebody.pk, role=Role.REPRESENTATIVE)


def _largest(crowd: Crowd, members: int, extra: int) -> Iterator[Membership]:
    """The first enterprise has many members more."""
    many = len(crowd.enterprises)
    there = {crowd.member(n) for n in range(0, members - extra, many)}
    others = [key for key in crowd.people if key not in there]
    for key in others[: min(LARGEST, members // 20)]:
        yield Membership(enterprise_id=crowd.enterprises[0], person_id=key, role=Role.VIEWER)


def _of_the_crowd(model: type[M]) -> models.QuerySet[M]:
    return model._base_manager.filter(email__endswith=f"@{HOST}")


def _keys(rows: models.QuerySet[M]) -> list[int]:
    """In the order in which they were written."""
    return list(rows.order_by("pk").values_list("pk", flat=True))


def write(model: type[M], rows: Iterable[M], total: int) -> None:
    with tqdm(total=total, desc=model.__name__, mininterval=1) as bar:
        for batch in _batches(rows):
            _copy(model, batch)
            bar.update(len(batch))


def _copy(model: type[M], rows: Sequence[M]) -> None:
    """As `bulk_create`, without a statement of so many values; the rows do not learn their keys."""
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    named = sql.SQL(", ").join(sql.Identifier(field.column) for field in fields)
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(model._meta.db_table), named)
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        for row in rows:
            copy.write_row([field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields])


def _batches(rows: Iterable[M]) -> Iterator[list[M]]:
    going = iter(rows)
    while batch := list(itertools.islice(going, BATCH)):
        yield batch
