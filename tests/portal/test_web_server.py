import gc
import runpy
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

CONFIGURATION = Path(__file__).resolve().parents[2] / "gunicorn.conf.py"


@pytest.fixture
def hooks():
    interval = sys.getswitchinterval()
    gc.unfreeze()
    yield runpy.run_path(str(CONFIGURATION))
    gc.freeze()  # as it is for the whole run
    sys.setswitchinterval(interval)


def test_what_the_server_has_loaded_is_never_looked_through_again(hooks):
    hooks["when_ready"](None)

    assert gc.get_freeze_count() > 1000


def test_what_a_process_has_loaded_is_left_alone_once_it_is_warm(hooks):
    frozen = []
    for number in (99, 101, 102):
        hooks["post_request"](SimpleNamespace(nr=number), None)
        frozen.append(gc.get_freeze_count() > 1000)
        gc.unfreeze()

    assert frozen == [False, True, False]
