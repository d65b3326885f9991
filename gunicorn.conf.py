"""The web server, the same in the demonstration and in production; `WEB_…` and `PORT` are its variables."""

import gc
import os
import sys
from typing import Any

from gunicorn.http import message

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_PROCESSES", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
# Its sign of life is a file; on a disk that is busy writing, a healthy worker would look dead.
worker_tmp_dir = "/dev/shm"  # noqa: S108 - gunicorn makes a private file there
timeout = 60
graceful_timeout = 15
keepalive = 5
# Loaded once, then forked: less memory, and the second process costs no time.
preload_app = True
# A worker is renewed now and then, not all of them at once.
max_requests = 10_000
max_requests_jitter = 1_000
control_socket_disable = True
# A question stands in its address: 10,000 characters of Chinese are 90,000 bytes there; gunicorn's own most is 8,190.
limit_request_line = message.MAX_REQUEST_LINE = 100_000
# Whoever waited for the database gets its turn after half a millisecond, even while another thread renders a page:
# with Python's own 5 ms, four readers at once are answered half as often.
sys.setswitchinterval(0.0005)
# So many requests have filled what a process keeps: templates, catalogues, the termbase.
WARM = 100
warmed: list[bool] = []


def when_ready(_server: Any) -> None:
    """What is loaded now stays for good: no process looks through it for garbage, nor copies its memory for that."""
    gc.collect()
    gc.freeze()


def post_request(worker: Any, _request: Any) -> None:
    """The same, once, for what a process has loaded by itself: to look through it took as long as a page, or two."""
    if worker.nr >= WARM and not warmed:
        warmed.append(True)
        gc.collect()
        gc.freeze()
