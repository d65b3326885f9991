"""Which law a citation means, kept as rows; and the reading of those rows for pages."""

from legal.laws.linking.linker import Linker
from legal.laws.linking.reading import Segment, current_places, segments

__all__ = ["Linker", "Segment", "current_places", "segments"]
