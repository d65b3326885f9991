"""The rows of a crowd, each made from its number alone: the same crowd each time."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib.contenttypes.models import ContentType

from enterprises.models import CheckLevel, Enterprise, Identifier, Industry, Membership
from enterprises.models.enterprise import KEY_CHARACTERS, KEY_LENGTH
from enterprises.papers import LETTER, LICENCE, PURPOSES
from enterprises.policies import Role
from enterprises.states import REGISTRATION, State
from portal.accounts.models import User
from portal.files.models import File
from portal.files.states import State as FileState
from portal.languages import CODES, LANGUAGES
from portal.notices.models import Delivery, Notice
from portal.notices.states import Channel
from portal.notices.states import State as DeliveryState
from portal.reference.models import Jurisdiction
from portal.workflow.models import Assignment, Event

HOST: Final = "crowd.example"
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
# The moves that led there; a draft has made none.
COURSES: Final = {
    State.DRAFT: (),
    State.SUBMITTED: ("submit",),
    State.IN_REVIEW: ("submit", "review"),
    State.RETURNED: ("submit", "review", "return"),
    State.REJECTED: ("submit", "review", "reject"),
    State.VERIFIED: ("submit", "review", "verify"),
    State.SUSPENDED: ("submit", "review", "verify", "suspend"),
}
HOLDING: Final = (State.VERIFIED, State.SUSPENDED)
# Of fifty enterprises so many come from each country, and the kind of number they have.
COUNTRIES: Final = (*["cn"] * 40, *["kz"] * 4, *["kg"] * 2, *["uz"] * 2, "tj", "ru")
SCHEMES: Final = {
    "cn": "cn-uscc",
    "kz": "kz-bin",
    "kg": "kg-inn",
    "uz": "uz-stir",
    "tj": "tj-inn",
    "ru": "ru-inn",
}
PLACES: Final = ("喀什", "伊宁", "阿拉木图", "比什凯克", "塔什干", "杜尚别", "伊斯兰堡", "莫斯科")
TRADES: Final = ("棉业", "物流", "果业", "电子", "服装", "食品", "建材", "航空货运")


@dataclass(frozen=True, slots=True)
class Crowd:
    """What rows refer to: the keys of the enterprises and of the people in the order of their numbers, and staff."""

    enterprises: Sequence[int]
    people: Sequence[int]
    officers: Sequence[int]

    def member(self, n: int) -> int:
        """Who has a membership: another person each time round, so that nobody is twice in one enterprise."""
        many = len(self.enterprises)
        return self.people[(n % many + n // many * (many + 7)) % len(self.people)]


def state_of(n: int) -> State:
    return STATES[n % len(STATES)]


def country_of(n: int) -> str:
    return COUNTRIES[n // len(STATES) % len(COUNTRIES)]


def number_of(n: int) -> str:
    return f"9165310{n:011d}"


def name_of(n: int) -> str:
    return f"{PLACES[n % len(PLACES)]}第{n}{TRADES[n // len(PLACES) % len(TRADES)]}有限公司"


def begun(n: int) -> datetime.datetime:
    return BEGINNING + datetime.timedelta(minutes=n)


def enterprise(n: int, countries: dict[str, Jurisdiction], industries: Sequence[Industry]) -> Enterprise:
    state = state_of(n)
    made = Enterprise(
        key=key_of(n),
        state=state,
        country=countries[country_of(n)],
        industry=industries[n % len(industries)],
        register_name=name_of(n),
        name_zh_hans=name_of(n),
        name_en=f"Trade {n} of Kashgar Co., Ltd.",
        name_ru=f"ООО «Торговля {n}»",
        email=f"office-{n}@{HOST}",
        created_at=begun(n),
        changed_at=begun(n),
        submitted_at=begun(n) if COURSES[state] else None,
        verified_at=begun(n) if state in HOLDING else None,
    )
    made.key_names()
    return made


def key_of(n: int) -> str:
    """As one that was drawn, but the same each time."""
    base, text = len(KEY_CHARACTERS), ""
    for _ in range(KEY_LENGTH):
        text, n = KEY_CHARACTERS[n % base] + text, n // base
    return text


def identifier(n: int, crowd: Crowd) -> Identifier:
    return Identifier(
        enterprise_id=crowd.enterprises[n],
        scheme=SCHEMES[country_of(n)],
        typed=number_of(n),
        value=number_of(n),
        checked=CheckLevel.FORMAT,
        held=state_of(n) in HOLDING,
    )


def person(name: str, n: int, **fields: object) -> User:
    """Somebody who has set no password, and so cannot sign in by one."""
    language = LANGUAGES[n % len(LANGUAGES)].code
    return User(email=f"{name}-{n}@{HOST}", full_name=f"{name.title()} {n}", language=language, password="!", **fields)


def memberships(crowd: Crowd, count: int) -> Iterator[Membership]:
    """Each enterprise has an owner first; each person is a member here and there."""
    many = len(crowd.enterprises)
    for n in range(count):
        role = Role.OWNER if n < many else (Role.REPRESENTATIVE, Role.VIEWER)[n % 2]
        yield Membership(enterprise_id=crowd.enterprises[n % many], person_id=crowd.member(n), role=role)


def papers(n: int, crowd: Crowd) -> Iterator[File]:
    """What a registration was submitted with; there are no bytes of it."""
    for purpose, name in ((LICENCE, "营业执照.pdf"), (LETTER, "授权书.pdf")):
        yield File(
            owner_type=ContentType.objects.get_for_model(Enterprise),
            owner_key=str(crowd.enterprises[n]),
            purpose=PURPOSES[purpose].slug,
            name=name,
            media_type="application/pdf",
            size=1200,
            sha256=f"{n:064x}",
            state=FileState.CLEAN,
            uploaded_by_id=crowd.member(n),
            received_at=begun(n),
        )


def events(n: int, crowd: Crowd) -> Iterator[Event]:
    """How an enterprise came where it is."""
    officer = crowd.officers[n % len(crowd.officers)]
    before = REGISTRATION.initial
    for move in COURSES[state_of(n)]:
        transition = REGISTRATION.transition(move)
        yield Event(
            subject_type=ContentType.objects.get_for_model(Enterprise),
            subject_id=crowd.enterprises[n],
            table=REGISTRATION.slug,
            move=move,
            before=before,
            after=transition.target,
            by_id=crowd.member(n) if move == "submit" else officer,
            reason="A reason." if transition.reasoned else "",
            at=begun(n),
        )
        before = transition.target


def assignment(n: int, crowd: Crowd) -> Assignment:
    """An enterprise that is checked is on the desk of the officer who took it."""
    return Assignment(
        subject_type=ContentType.objects.get_for_model(Enterprise),
        subject_id=crowd.enterprises[n],
        holder_id=crowd.officers[n % len(crowd.officers)],
        since=begun(n),
    )


def notice(n: int, crowd: Crowd) -> Notice:
    """What its owner was told last; every second one has read it."""
    return Notice(
        kind=f"enterprises.{state_of(n)}",
        user_id=crowd.member(n),
        about_type=ContentType.objects.get_for_model(Enterprise),
        about_id=str(crowd.enterprises[n]),
        params={"enterprise": dict.fromkeys(CODES, name_of(n))},
        key=f"crowd-{n}",
        created_at=begun(n),
        read_at=begun(n) if n % 2 else None,
    )


def delivery(told: Notice) -> Delivery:
    """The mail of a notice, sent."""
    return Delivery(
        notice=told,
        channel=Channel.MAIL,
        state=DeliveryState.SENT,
        attempts=1,
        due_at=told.created_at,
        next_attempt_at=told.created_at,
        sent_at=told.created_at,
        message_id=f"<{told.pk}@{HOST}>",
    )
