"""How often the collector of cycles looks around: what is there for the whole run, it need not look through again."""

import gc

import pytest

# Objects made since it last looked. What a page leaves behind is a few megabytes.
YOUNG = 50_000


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
