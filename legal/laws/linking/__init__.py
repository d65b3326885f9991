"""Which law a citation means, kept as rows; and the reading of those rows for pages."""

from legal.laws.linking.linker import Linker
from legal.laws.linking.reading import current_places

__all__ = ["Linker", "current_places"]
