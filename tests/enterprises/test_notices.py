"""Every kind of notice has its words in three languages and leads somewhere."""

import pytest
from django.template.loader import get_template
from django.utils import translation

from enterprises import notices
from enterprises.actions.registering import submit
from enterprises.models import Enterprise, Invitation
from portal.languages import CODES
from portal.notices.kinds import BY_SLUG
from portal.notices.models import Notice
from portal.notices.rendering import words
from tests.factories import EnterpriseFactory, InvitationFactory

KINDS = [slug for slug in BY_SLUG if slug.startswith("enterprises.")]


@pytest.mark.parametrize("slug", KINDS)
@pytest.mark.parametrize("role", ["owner", "representative", "viewer"])
def test_words_of_a_kind_are_there_in_each_language(slug, role) -> None:
    template = get_template(BY_SLUG[slug].template)
    said = set()
    for code in CODES:
        with translation.override(code):
            text = template.render({"enterprise": "Altyn", "person": "Aigerim", "role": role}).strip()
        assert "Altyn" in text
        said.add(text)

    assert len(said) == len(CODES)


@pytest.mark.django_db
@pytest.mark.parametrize(("code", "name"), [("zh-hans", "金路"), ("en", "Golden Way"), ("ru", "«Золотой путь»")])
def test_enterprise_is_called_as_its_reader_calls_it(complete, owner, code, name) -> None:
    Enterprise.objects.update(name_zh_hans="金路", name_en="Golden Way", name_ru="«Золотой путь»")
    with translation.override("ru"):
        submit(complete, by=owner)

    assert name in words(Notice.objects.get(kind="enterprises.submitted"), code).title


@pytest.mark.django_db
def test_notice_leads_to_what_it_is_about() -> None:
    enterprise = EnterpriseFactory.create()
    about = Notice(about=enterprise)

    with translation.override("ru"):
        assert notices.home(about) == f"/ru/enterprises/{enterprise.key}/"
        assert notices.members(about) == f"/ru/enterprises/{enterprise.key}/members/"
        assert notices.everything(about) == "/ru/enterprises/"
        assert notices.desk(about) == f"/console/enterprises/enterprise/{enterprise.pk}/registration/"


@pytest.mark.django_db
def test_notice_about_what_is_gone_leads_to_the_list() -> None:
    with translation.override("ru"):
        for address in (notices.home, notices.members, notices.invitation):
            assert address(Notice()) == "/ru/enterprises/"
        assert notices.desk(Notice()) == "/console/enterprises/enterprise/queue/"


@pytest.mark.django_db
def test_invitation_leads_to_its_answer_as_long_as_its_token_can_be_made() -> None:
    invitation = InvitationFactory.create()

    with translation.override("en"):
        assert notices.invitation(Notice(about=invitation)) == f"/en/enterprises/invitations/{invitation.token}/"
        assert notices.invitation(Notice(about=Invitation())) == "/en/enterprises/"
