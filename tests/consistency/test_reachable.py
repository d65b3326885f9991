"""Every page for those who are signed in is found by following links from the front page: nobody has to know one."""

from collections import deque

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import resolve
from lxml import html

from enterprises.policies import Role
from enterprises.states import State
from legal.training.states import EnrolmentState
from portal.accounts.models import User
from portal.privacy.loading import load
from tests.consistency.test_addresses import PERSONAL, SIGNED_IN
from tests.factories import (
    EnrolmentFactory,
    EnterpriseFactory,
    InvitationFactory,
    MembershipFactory,
    NoticeFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

START = "/en/"
# What the person below comes to no more than anybody as they are: what has to be so that a page leads there.
LATER = {
    "has no password": {"account_set_password"},
    "is of the staff and has no second step": {"accounts:second-factor"},
    "has set up the second step": {
        "mfa_deactivate_totp",
        "mfa_download_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_view_recovery_codes",
    },
    "has a passkey": {"mfa_edit_webauthn", "mfa_remove_webauthn"},
    "changes what opens the account": {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"},
    "has sent a file": {"files:download", "files:remove", "files:upload", "files:uploads"},
    "has agreed to something, or has a copy of their data": {"privacy:download", "privacy:withdraw"},
    "acts for an enterprise with a long history": {"enterprises:history"},
    "has asked a lawyer": {
        "enquiries:begin",
        "enquiries:calendar",
        "enquiries:discard",
        "enquiries:enquiry",
        "enquiries:facts",
        "enquiries:move",
        "enquiries:parties",
        "enquiries:read",
        "enquiries:remove-party",
        "enquiries:time",
        "enquiries:times",
        "enquiries:write",
    },
    "keeps exhibits": {
        *("exhibits:exhibit", "exhibits:print", "exhibits:spreadsheet"),
        *(f"exhibits:{page}" for page in ("abroad", "edit", "remove", "replace", "restore", "translate", "withdraw")),
    },
    "is offered a proceeding": {"matters:start"},
    "comes from a service, an article or a case": {"arbitration:file"},
    "writes a request for arbitration": {
        *(f"arbitration:{page}" for page in ("agreements", "agreement", "remove-agreement")),
        *(
            f"arbitration:{page}"
            for page in ("claims", "claim", "remove-claim", "measures", "measure", "remove-measure")
        ),
        *(f"arbitration:{page}" for page in ("reliances", "remove-reliance", "facts", "procedure", "service")),
        *(f"arbitration:{page}" for page in ("estimate", "review", "supplement", "joinder")),
    },
    "has a matter": {
        *(f"matters:{page}" for page in ("matter", "history", "history-file", "manifest", "content", "write")),
        *("matters:timestamp", "clocks:entry"),
        *(f"matters:{page}" for page in ("about", "parties", "party", "remove-party", "submit", "withdraw")),
        *(f"matters:{page}" for page in ("representatives", "remove-representative", "revoke")),
        *(f"matters:{page}" for page in ("exhibits", "take-out")),
        *("fees:notice", "fees:prove"),
    },
    "is a side of a matter": {
        *(f"serving:{page}" for page in ("matter", "service", "fee", "prove", "write", "papers", "take-out")),
        *(f"serving:{page}" for page in ("answer", "content", "manifest")),
        *(f"arbitration:{page}" for page in ("counterclaims", "counterclaim", "remove-counterclaim")),
    },
    "has named somebody outside China, or who speaks for the enterprise": {
        *(f"serving:{page}" for page in ("consents", "withdraw-consent", "outside", "resend", "revoke")),
    },
    "has a notarization": {"notarization:particulars"},
    "has an appraisal": {
        f"appraisal:{page}" for page in ("entrustment", "materials", "take-off", "receipt", "confirm")
    },
    "asks for advice": {f"advice:{page}" for page in ("question", "review", "further", "close")},
    "asks for a mediation": {
        *(f"mediation:{page}" for page in ("dispute", "agree", "sessions", "agree-time", "cancel-time")),
        *(f"mediation:{page}" for page in ("calendar", "settlement", "decline-text", "award")),
    },
    "is invited to a mediation": {
        *(f"mediation:other-{page}" for page in ("agree", "decline", "leave", "sessions", "agree-time")),
        *(f"mediation:other-{page}" for page in ("cancel-time", "calendar", "settlement", "decline-text")),
        "mediation:other-award",
    },
    "has given a calendar the address of deadlines": {"clocks:end"},
    "is a lawyer": {"enquiries:forget", "enquiries:inbox", "enquiries:names"},
    "has a letter with an invitation": {"enterprises:invitation"},
    "asks to join, or is asked": {"enterprises:join-answer", "enterprises:join-withdraw"},
    "has a profile as a lawyer": {
        *(f"practice:{page}" for page in ("availability", "edit", "review", "work")),
    },
    "has written a profile": {"practice:discard", "practice:move"},
    "has named a case": {"practice:unname"},
    "has sent a photo": {"practice:photo-remove"},
    "looks for a profile that nobody keeps, or has claimed one": {
        *("practice:claim", "practice:claim-withdraw", "practice:firm-claim"),
    },
    "is invited by a firm, or belongs to one": {"practice:answer", "practice:leave"},
    "speaks for a firm": {
        "practice:firm",
        *(f"practice:firm-{page}" for page in ("appoint", "edit", "invite", "move", "remove", "review")),
        *("practice:firm-step-down", "practice:firm-withdraw"),
    },
    "hands ownership over": {"enterprises:transfer-answer", "enterprises:transfer-withdraw"},
}


@pytest.fixture
def person() -> User:
    person = UserFactory.create(email="owner@people.example")
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)
    load()
    for state in (State.DRAFT, State.VERIFIED):
        enterprise = EnterpriseFactory.create(owner=person, state=state)
        MembershipFactory.create(enterprise=enterprise, role=Role.REPRESENTATIVE)
        InvitationFactory.create(enterprise=enterprise)
    NoticeFactory.create(user=person)
    EnrolmentFactory.create(person=person)
    EnrolmentFactory.create(person=person, state=EnrolmentState.ATTENDED, certified=True)
    return person


def is_ours(path: str) -> bool:
    return path == START or path.removeprefix(START).startswith(SIGNED_IN)


def targets(address: str, text: str) -> set[str]:
    """The addresses that a page leads to, by a link or by a form, without their queries."""
    page = html.fromstring(text, base_url=address)
    page.make_links_absolute(address)
    found = (where for where in page.xpath("//a/@href | //form/@action"))
    return {str(where).split("?")[0].split("#")[0].removeprefix("http://testserver") for where in found}


def walk(client: Client) -> set[str]:
    """The names of all pages a person comes to."""
    known, waiting = {START}, deque([START])
    while waiting:
        response = client.get(waiting.popleft(), follow=True)
        if not response["Content-Type"].startswith("text/html") or not response.content:
            continue
        last = (response.redirect_chain or [(response.request["PATH_INFO"],)])[-1][0].split("?")[0]
        new = {path for path in (last, *targets(f"http://testserver{last}", response.text)) if is_ours(path)} - known
        known |= new
        waiting.extend(sorted(new))
    return {resolve(path).view_name for path in known}


def test_every_page_is_reached_by_links(client: Client, person: User) -> None:
    client.force_login(person)

    missing = {page.name for page in PERSONAL} - walk(client)

    assert sorted(missing) == sorted(set().union(*LATER.values()))
