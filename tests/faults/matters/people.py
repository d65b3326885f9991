"""Those who submit: a member of an enterprise with a draft, who after any failure looks how it stands and goes on."""

import re
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client

from enterprises.models import Enterprise
from legal.matters.actions import drafting, producing
from legal.matters.kinds import Side
from legal.matters.models import Matter, PartyKind
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from tests.factories import EnterpriseFactory, ExhibitFactory, JurisdictionFactory, UserFactory

HOST: Final = "127.0.0.1"
TOKEN: Final = "x" * 32
FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}
NUMBER: Final = re.compile(r"TRY-\d{4}-\d{5}")
EXHIBITS: Final = 3
# How long somebody goes on trying, and how soon after a failure, in seconds.
PATIENCE: Final = 300.0
SOON: Final = 0.3


@dataclass(slots=True)
class Person:
    """Somebody signed in, the matter they submit, and what they were told of it."""

    port: int
    user: User
    matter: Matter
    cookies: str
    exhibits: list[str]
    told: bool = False
    failures: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"/en/enterprises/{self.matter.enterprise.key}/matters/{self.matter.key}/"

    def submit(self) -> bool:
        """Send the form; whether the portal said that it is submitted."""
        status, _ = self._ask("POST", f"{self.address}submit/", urlencode({"csrfmiddlewaretoken": TOKEN}))
        self.told = self.told or status == 302
        return self.told

    def look(self) -> bool:
        """Open the page of the matter; whether it shows a number."""
        status, page = self._ask("GET", self.address)
        self.told = self.told or (status == 200 and NUMBER.search(page) is not None)
        return self.told

    def go_on(self) -> None:
        """Submit, and after each failure look first whether it is submitted already."""
        deadline = time.monotonic() + PATIENCE
        while not (self.submit() or self.look()) and time.monotonic() < deadline:
            time.sleep(SOON)

    def _ask(self, method: str, address: str, body: str | None = None) -> tuple[int, str]:
        connection = HTTPConnection(HOST, self.port, timeout=PATIENCE)
        try:
            connection.request(method, address, body, {"Cookie": self.cookies, **(FORM if body else {})})
            answer = connection.getresponse()
            page = answer.read().decode()
        except (OSError, HTTPException) as failure:
            self.failures.append(type(failure).__name__)
            return 0, ""
        finally:
            connection.close()
        if answer.status >= 400:
            self.failures.append(str(answer.status))
        return answer.status, page


def people(port: int, count: int) -> list[Person]:
    """So many, each of an enterprise of their own, with a draft that lacks nothing and exhibits produced in it."""
    abroad = JurisdictionFactory.create(code="kz", name_zh_hans="哈萨克斯坦", name_en="Kazakhstan", name_ru="Казахстан")
    return [_person(port, abroad) for _ in range(count)]


def _person(port: int, abroad: Jurisdiction) -> Person:
    user = UserFactory.create()
    enterprise = EnterpriseFactory.create(state="verified", owner=user, number="")
    matter = drafting.begin("tests-matter", enterprise=enterprise, title="Trial of faults", language="en", by=user)
    respondent = {"side": Side.RESPONDENT, "kind": PartyKind.COMPANY, "name": "ТОО «Ромашка»", "country": abroad}
    drafting.add_party(matter, facts=respondent, by=user)
    return Person(port, user, matter, _signed_in(user), _produce(matter, enterprise, user))


def _produce(matter: Matter, enterprise: Enterprise, user: User) -> list[str]:
    """Exhibits produced in a matter: their sums."""
    exhibits = [ExhibitFactory.create(enterprise=enterprise, added_by=user) for _ in range(EXHIBITS)]
    producing.produce(matter, exhibits, audience="everyone", by=user)
    return [one.sha256 for one in exhibits]


def _signed_in(user: User) -> str:
    client = Client(SERVER_NAME=HOST)
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
