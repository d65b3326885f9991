"""Each of these files is refused with its sentence, by the action and by a form, and nothing is kept of it."""

import io

import pytest

from portal.files import actions
from portal.files.models import File
from portal.files.refusals import SENTENCES, RefusedError
from tests.portal.files.conftest import left
from tests.portal.files.hostile import ARCHIVES, CASES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_hostile_file_is_refused_and_nothing_is_kept(user, purpose, folder, case):
    with pytest.raises(RefusedError) as refusal:
        actions.receive(io.BytesIO(case.content()), name=case.name, owner=user, purpose=purpose.slug, by=user)

    assert refusal.value.code == case.code
    assert refusal.value.messages == [str(SENTENCES[case.code]) % refusal.value.params]
    assert File.objects.count() == 0
    assert left(folder) == []


@pytest.mark.parametrize("case", ARCHIVES.values(), ids=ARCHIVES)
def test_hostile_archive_is_refused_and_nothing_is_kept(user, law, folder, case):
    with pytest.raises(RefusedError) as refusal:
        actions.receive(io.BytesIO(case.content()), name=case.name, owner=user, purpose=law.slug, by=user)

    assert refusal.value.code == case.code
    assert (File.objects.count(), left(folder)) == (0, [])
