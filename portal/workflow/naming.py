"""What the history says of a move once it is made."""

from typing import Final

from django_stubs_ext import StrPromise

# What the history says of every move there is, by the table it stands in.
_DONE: Final[dict[str, dict[str, StrPromise]]] = {}


def name_moves(table: str, done: dict[str, StrPromise]) -> None:
    """Say what the history is to call the moves of a table."""
    _DONE[table] = done


def done(table: str, move: str) -> str:
    """What the history says of a move; its bare name where the table has changed since."""
    return str(_DONE.get(table, {}).get(move, move))
