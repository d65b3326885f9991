"""Judicial appraisal: who entrusts what to whom, which materials are handed over, and the opinion that comes of it."""
