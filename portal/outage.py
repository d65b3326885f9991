"""A server that is away: told in the log once a minute, and asked again every few seconds, not on each call."""

import logging
import math
import time
from dataclasses import dataclass
from typing import Final

logger = logging.getLogger(__name__)

# Whoever waits for a server that hangs, waits for all who come in the next seconds.
LEFT_ALONE: Final = 5.0
SILENCE: Final = 60.0


@dataclass(slots=True)
class Outage:
    """What this process knows of one server it can do without; `meanwhile` says what becomes of the site."""

    server: str
    meanwhile: str
    met: float = -math.inf
    told: float = -math.inf

    @property
    def lasts(self) -> bool:
        """Whether the server was away a moment ago, so that it need not be asked."""
        return time.monotonic() - self.met < LEFT_ALONE

    def note(self, error: Exception) -> None:
        """The server did not answer just now."""
        self.met = time.monotonic()
        if self.met - self.told >= SILENCE:
            self.told = self.met
            logger.warning("The %s does not answer, %s: %s", self.server, self.meanwhile, error)


cache = Outage("cache", "pages are made without it and nobody's requests are counted")
mail = Outage("mail server", "codes to sign in are not sent")
broker = Outage("broker", "what is to be done waits for the sweep")
