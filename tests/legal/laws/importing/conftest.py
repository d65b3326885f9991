"""What the tests of the import share."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def _operator_reads_english() -> Iterator[None]:
    with override("en"):
        yield
