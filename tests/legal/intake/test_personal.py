"""What is held about whoever brought an archive, and why it stays."""

import pytest

from legal.intake.personal import fates, held_about

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("intake")
def test_person_is_told_of_the_archives_they_brought(editor, editors) -> None:
    (mine,), (others,) = held_about(editor), held_about(editors())

    assert [row["name"] for row in mine["rows"]] == ["laws.zip"]
    assert others["rows"] == []


@pytest.mark.usefixtures("intake")
def test_archives_are_kept_with_the_reason(editor, editors) -> None:
    assert [number for _, number, why, until in fates(editor) if why and until] == [1]
    assert list(fates(editors())) == []
