"""Very many enterprises and members, the same each time, for what has to stay quick however many there are.

`make(enterprises=150_000, members=500_000)` fills the database the settings name, in batches, with the triggers of the
history at work as they are in use.
"""

import datetime
import itertools
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from django.db import models
from tqdm import tqdm

from enterprises.actions.industries import load_industries
from enterprises.models import CheckLevel, Enterprise, Identifier, Industry, Membership
from enterprises.models.enterprise import KEY_CHARACTERS, KEY_LENGTH
from enterprises.policies import Role
from enterprises.states import State
from portal.accounts.models import User
from portal.reference.models import Jurisdiction

M = TypeVar("M", bound=models.Model)
BATCH: Final = 5000
BEGINNING: Final = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
# Of a hundred enterprises so many are in each state.
STATES: Final = (
    *[State.VERIFIED] * 85,
    *[State.DRAFT] * 6,
    *[State.SUBMITTED] * 3,
    *[State.IN_REVIEW] * 1,
    *[State.RETURNED] * 2,
    *[State.REJECTED] * 2,
    *[State.SUSPENDED] * 1,
)
PLACES: Final = ("喀什", "伊宁", "阿拉木图", "比什凯克", "塔什干", "杜尚别", "伊斯兰堡", "莫斯科")
TRADES: Final = ("棉业", "物流", "果业", "电子", "服装", "食品", "建材", "航空货运")


def make(*, enterprises: int, members: int) -> None:
    """Add so many enterprises and memberships, with a person for every two memberships; told as they are written."""
    load_industries()
    country = Jurisdiction.objects.get(code="cn")
    industries = list(Industry.objects.all())
    _write(
        Enterprise, (_enterprise(n, country, industries[n % len(industries)]) for n in range(enterprises)), enterprises
    )
    keys = list(Enterprise.objects.filter(email__endswith="@crowd.example").order_by("pk").values_list("pk", flat=True))
    _write(Identifier, (_identifier(n, key) for n, key in enumerate(keys)), len(keys))
    _write(User, (_person(n) for n in range(members // 2)), members // 2)
    people = list(User.objects.filter(email__endswith="@crowd.example").order_by("pk").values_list("pk", flat=True))
    _write(Membership, _memberships(keys, people, members), members)


def _write(model: type[M], rows: Iterable[M], total: int) -> None:
    with tqdm(total=total, desc=str(model._meta.verbose_name_plural), mininterval=1) as bar:
        for batch in _batches(rows):
            model._base_manager.bulk_create(batch)
            bar.update(len(batch))


def _batches(rows: Iterable[M]) -> Iterator[list[M]]:
    going = iter(rows)
    while batch := list(itertools.islice(going, BATCH)):
        yield batch


def _enterprise(n: int, country: Jurisdiction, industry: Industry) -> Enterprise:
    place, trade = PLACES[n % len(PLACES)], TRADES[n // len(PLACES) % len(TRADES)]
    state = STATES[n % len(STATES)]
    begun = BEGINNING + datetime.timedelta(minutes=n)
    made = Enterprise(
        key=_key(n),
        state=state,
        country=country,
        industry=industry,
        register_name=f"{place}第{n}{trade}有限公司",
        name_zh_hans=f"{place}第{n}{trade}有限公司",
        name_en=f"Trade {n} of Kashgar Co., Ltd.",
        name_ru=f"ООО «Торговля {n}»",
        email=f"office-{n}@crowd.example",
        created_at=begun,
        submitted_at=None if state == State.DRAFT else begun,
    )
    made.key_names()
    return made


def _key(n: int) -> str:
    """As one that was drawn, but the same each time."""
    base, text = len(KEY_CHARACTERS), ""
    for _ in range(KEY_LENGTH):
        text, n = KEY_CHARACTERS[n % base] + text, n // base
    return text


def _identifier(n: int, enterprise: int) -> Identifier:
    held = STATES[n % len(STATES)] in (State.VERIFIED, State.SUSPENDED)
    value = f"9165310{n:011d}"
    return Identifier(
        enterprise_id=enterprise, scheme="cn-uscc", typed=value, value=value, checked=CheckLevel.FORMAT, held=held
    )


def _person(n: int) -> User:
    return User(email=f"person-{n}@crowd.example", full_name=f"Person {n}", password="!")


def _memberships(enterprises: list[int], people: list[int], count: int) -> Iterator[Membership]:
    """Each enterprise has an owner first; each person is a member here and there."""
    for n in range(count):
        role = Role.OWNER if n < len(enterprises) else (Role.REPRESENTATIVE, Role.VIEWER)[n % 2]
        # Another person each time round, so that nobody is twice in one.
        turn = n // len(enterprises)
        person = people[(n % len(enterprises) + turn * (len(enterprises) + 7)) % len(people)]
        yield Membership(enterprise_id=enterprises[n % len(enterprises)], person_id=person, role=role)
