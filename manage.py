#!/usr/bin/env python
"""The commands of the portal; with nothing configured, on the embedded servers."""

import sys

from portal.embedded.command_line import main

if __name__ == "__main__":
    main(sys.argv)
