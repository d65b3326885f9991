"""Who speaks for the enterprise: named with a paper, revoked."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.files.models import File
from tests.enterprises.paper import upload
from tests.factories import PaperFactory, RepresentativeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates", "kept_apart")]
TYPED = {"party": "1", "name": "Sample Counsel", "valid_from": "2026-01-01", "valid_until": ""}


def paper() -> SimpleUploadedFile:
    return upload("授权委托书.png")


def test_representative_is_named_with_the_paper(signed_in, at, draft):
    answer = signed_in(draft.begun_by).post(at("representatives", draft), TYPED | {"authority": paper()})

    one = draft.representatives.get()
    assert (answer["Location"], one.name, one.valid_until) == (at("representatives", draft), "Sample Counsel", None)
    assert one.authority.owner == draft
    assert "授权委托书.png" in signed_in(draft.begun_by).get(at("representatives", draft)).text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"party": "2"}, "party"),
        ({"name": ""}, "name"),
        ({"valid_from": "soon"}, "valid_from"),
        ({"valid_until": "2025-01-01"}, "valid_until"),
    ],
)
def test_paper_stays_while_the_rest_is_put_right(signed_in, at, draft, typed, field):
    client = signed_in(draft.begun_by)

    wrong = client.post(at("representatives", draft), TYPED | {"authority": paper()} | typed)
    kept = str(File.objects.get().pk)
    right = client.post(at("representatives", draft), TYPED | {"authority-file": kept})

    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, [field])
    assert kept in wrong.text
    assert right.status_code == 302


def test_paper_there_is_no_room_for_is_told_at_its_field(signed_in, at, draft, settings):
    PaperFactory.create(owner=draft, purpose="matters.authority", size=settings.FILES_QUOTA)

    answer = signed_in(draft.begun_by).post(at("representatives", draft), TYPED | {"authority": paper()})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["authority"])


def test_representative_is_taken_out_of_a_draft(signed_in, at, draft):
    one, client = RepresentativeFactory.create(matter=draft), signed_in(draft.begun_by)

    unknown = client.post(at("remove-representative", draft), {"representative": 0})
    done = client.post(at("remove-representative", draft), {"representative": one.pk}, follow=True)
    gone = client.post(at("remove-representative", draft), {"representative": one.pk})

    assert (unknown.status_code, gone.status_code) == (404, 404)
    assert "The representative is taken out." in done.text


def test_authority_is_revoked_after_submission(signed_in, at, submitted):
    one = RepresentativeFactory.create(matter=submitted, valid_until="2027-01-01")
    RepresentativeFactory.create(matter=submitted, name="Another", authority=PaperFactory.create(owner=submitted))
    client = signed_in(submitted.begun_by)

    done = client.post(at("revoke", submitted), {"representative": one.pk}, follow=True)

    assert "The authority is revoked." in done.text
    assert done.text.count("Revoke the authority") == 1
    assert "Revoked" in done.text
