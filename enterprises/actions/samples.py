"""Sample enterprises of a demonstration, plainly marked: one in each state, and those a room above wants of its own."""

import datetime
import io
from typing import Final

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone, translation
from django_stubs_ext import StrPromise
from PIL import Image, ImageDraw

from enterprises.actions.deciding import reject, send_back, suspend, take, verify
from enterprises.actions.inviting import invite
from enterprises.actions.papers import put
from enterprises.actions.registering import submit
from enterprises.checklist import Check
from enterprises.models import Enterprise, Identifier, Industry, Membership
from enterprises.models.enterprise import new_key
from enterprises.numbers import asked_of, read
from enterprises.papers import LETTER, LICENCE, PURPOSES
from enterprises.policies import Role
from enterprises.sample_texts import FIRMS, NOTE, OWNER, REJECTED, REMARKS, REPRESENTATIVE, SUSPENDED, VIEWER, Firm
from enterprises.states import PEOPLE, State
from portal.accounts.actions import SAMPLE
from portal.accounts.models import User
from portal.files import actions as files
from portal.reference.models import Jurisdiction
from portal.workflow.actions import record

MEMBERS: Final = {
    OWNER: (Role.OWNER, "en"),
    REPRESENTATIVE: (Role.REPRESENTATIVE, "zh-hans"),
    VIEWER: (Role.VIEWER, "ru"),
}


@transaction.atomic
def make_sample_enterprises(password: str, *, officer: User) -> list[Enterprise]:
    """Sample enterprises, one in each state, decided by this officer, and their members; none where they are there."""
    people = {email: sample_person(email, language, password) for email, (_, language) in MEMBERS.items()}
    if Enterprise.objects.visible_to(people[OWNER]).exists():
        return []
    return [_make(firm, people, officer=officer) for firm in FIRMS]


@transaction.atomic
def make_sample_enterprise(firm: Firm, *, owner: User, officer: User) -> Enterprise:
    """A sample enterprise that is this person's alone, handed in and brought to its state by this officer."""
    enterprise = _draft(firm)
    Membership.objects.create(enterprise=enterprise, person=owner, role=Role.OWNER)
    record(enterprise, PEOPLE, "begin", by=owner)
    _bring(enterprise, firm.state, applicant=owner, officer=officer)
    enterprise.refresh_from_db()
    return enterprise


def sample_person(email: str, language: str, password: str) -> User:
    """The account of a sample person, with this password, who reads letters in this language."""
    person, new = User.objects.get_or_create(email=email)
    person.full_name, person.language, person.is_active = SAMPLE, language, True
    # Setting the same password again would sign everybody out.
    if new or not person.check_password(password):
        person.set_password(password)
    person.save()
    EmailAddress.objects.get_or_create(user=person, email=email, defaults={"primary": True, "verified": True})
    return person


def _make(firm: Firm, people: dict[str, User], *, officer: User) -> Enterprise:
    enterprise, owner, applicant = _draft(firm), people[OWNER], people[firm.applicant]
    for email, (role, _) in MEMBERS.items():
        Membership.objects.create(enterprise=enterprise, person=people[email], role=role)
    record(enterprise, PEOPLE, "begin", by=owner)
    invite(enterprise, email=f"{firm.slug}@law-valley.example", role=Role.VIEWER, language="en", by=owner)
    if firm.state != State.DRAFT:
        _bring(enterprise, firm.state, applicant=applicant, officer=officer)
    enterprise.refresh_from_db()
    return enterprise


def _draft(firm: Firm) -> Enterprise:
    enterprise = Enterprise(
        key=new_key(),
        country=Jurisdiction.objects.get(code=firm.country),
        industry=Industry.objects.filter(slug=firm.industry).first(),
        in_zone=Enterprise.InZone.YES,
        register_name=firm.register_name,
        name_zh_hans=firm.zh,
        name_en=firm.en,
        name_ru=firm.ru,
        legal_form=firm.legal_form,
        representative=firm.representative,
        address=firm.address,
        phone=firm.phone,
        email=f"{firm.slug}@law-valley.example",
    )
    enterprise.key_names()
    enterprise.save()
    asked = asked_of(firm.country)[0]
    number = read(asked.scheme, firm.number or asked.example)
    Identifier.objects.create(
        enterprise=enterprise, scheme=number.scheme, typed=number.typed, value=number.value, checked=number.checked
    )
    return enterprise


def _bring(enterprise: Enterprise, state: State, *, applicant: User, officer: User) -> None:
    """Hand a sample in with its papers, and decide it."""
    for purpose in (LICENCE, LETTER):
        _hand_in(enterprise, purpose, by=applicant)
    submit(enterprise, by=applicant)
    _decide(enterprise, state, language=applicant.language, officer=officer)


def _hand_in(enterprise: Enterprise, purpose: str, *, by: User) -> None:
    picture = Image.new("RGB", (480, 240), "white")
    ImageDraw.Draw(picture).text((40, 100), f"SAMPLE: {purpose} of {enterprise.names()['en']}", fill="black")
    content = io.BytesIO()
    picture.save(content, "PNG")
    content.seek(0)
    until = timezone.now() + datetime.timedelta(days=1)
    slug = PURPOSES[purpose].slug
    file = files.receive(content, name=f"sample-{purpose}.png", owner=by, purpose=slug, by=by, expires_at=until)
    put(enterprise, purpose, file, by=by)


def _decide(enterprise: Enterprise, state: State, *, language: str, officer: User) -> None:
    """Bring a submitted sample to its state, as an officer would who writes to its applicant in this language."""
    if state == State.SUBMITTED:
        return
    take(enterprise, by=officer)
    if state == State.RETURNED:
        remarks = {field: _in(language, text) for field, text in REMARKS.items()}
        send_back(enterprise, remarks=remarks, by=officer)
    elif state == State.REJECTED:
        reject(enterprise, reason=_in(language, REJECTED), by=officer)
    elif state in (State.VERIFIED, State.SUSPENDED):
        verify(enterprise, checks=Check.values, note=_in(officer.language, NOTE), by=officer)
        if state == State.SUSPENDED:
            suspend(enterprise, reason=_in(language, SUSPENDED), by=officer)


def _in(language: str, text: StrPromise) -> str:
    with translation.override(language):
        return str(text)
