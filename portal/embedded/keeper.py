"""The keeper of the embedded servers, started beside them: stops them when their last user is gone."""

import sys
from pathlib import Path

from portal.embedded.lease import keep

if __name__ == "__main__":
    keep(Path(sys.argv[1]))
