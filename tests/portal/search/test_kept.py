import threading
from concurrent.futures import ThreadPoolExecutor

from portal.search.kept import Kept


def test_rows_are_read_again_only_when_their_version_is_another() -> None:
    kept = Kept(object)

    first, same, other = kept.of(1), kept.of(1), kept.of(2)

    assert (first is same, first is other) == (True, False)


def test_threads_that_come_at_once_share_one_making() -> None:
    together = threading.Barrier(4)
    kept = Kept(object)

    def ask(_: int) -> object:
        together.wait(10)
        return kept.of(1)

    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(ask, range(4)))

    assert len(made) == 1
