"""Writing law folders back, so that importing them gives the same laws again."""

from legal.laws.exporting.folders import export_law, export_laws

__all__ = ["export_law", "export_laws"]
