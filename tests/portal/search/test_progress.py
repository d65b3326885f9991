import pytest

from portal.search import progress
from tests.portal.search.conftest import Notes

pytestmark = pytest.mark.django_db


def test_what_takes_a_moment_is_not_told(notes: Notes, capsys: pytest.CaptureFixture[str]) -> None:
    notes.add(1, "合同")

    progress.apply()

    assert (capsys.readouterr().err, progress.rebuild()) == ("", 1)


def test_what_takes_longer_is_told(
    notes: Notes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "SILENT_SECONDS", 0)
    notes.add(1, "合同")

    progress.apply()

    assert "1" in capsys.readouterr().err
