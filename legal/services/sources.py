"""What search calls services."""

from typing import Final

SERVICES: Final = "services"
