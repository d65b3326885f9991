"""Bringing cases in: each in a transaction of its own, its persons by initials, its provisions linked."""

from legal.cases.importing.run import run

__all__ = ["run"]
