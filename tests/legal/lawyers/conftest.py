"""What tests of lawyers have in common: they are read in English, unless they say otherwise."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def in_english(no_language_chosen: None) -> None:
    translation.activate("en")
