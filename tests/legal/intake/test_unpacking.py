"""An archive is unpacked for as long as it is read, where nobody else may enter."""

import pytest

from legal.intake.unpacking import folder as unpacking_folder
from legal.intake.unpacking import unpacked
from tests.legal.intake.archives import LAW, brought, packed

pytestmark = pytest.mark.django_db


def test_tree_has_the_texts_of_the_archive_and_goes(editor) -> None:
    mac = {"__MACOSX/cn-water/._law.toml": b"\0\x05\x16\x07", "cn-water/.DS_Store": b"\0\0\0\x01Bud1"}
    intake = brought(packed(LAW | mac), by=editor)

    with unpacked(intake) as tree:
        found = {str(path.relative_to(tree)): path.read_text() for path in tree.rglob("*") if path.is_file()}
        mode = tree.parent.stat().st_mode & 0o777, unpacking_folder().stat().st_mode & 0o777

    assert found == LAW
    assert mode == (0o700, 0o700)
    assert list(unpacking_folder().iterdir()) == []
