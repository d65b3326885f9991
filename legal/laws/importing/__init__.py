"""Bringing law in: one law one record, nothing better lost, nothing written that has not changed."""

from legal.laws.importing.report import Outcome, Remark, Report, Tally
from legal.laws.importing.run import run

__all__ = ["Outcome", "Remark", "Report", "Tally", "run"]
