"""How a PDF is made: a template of typst, and what it is given."""

import json
from pathlib import Path
from typing import Any

import typst

from legal.laws.formats.fonts import fonts


def typeset(template: Path, **given: Any) -> bytes:
    """A PDF of what a template is given, each by its name as JSON; the same bytes each time for the same.

    It is data in there, whatever it says.
    """
    told = {name: json.dumps(value) for name, value in given.items()}
    return typst.compile(template, font_paths=fonts(), format="pdf", sys_inputs=told)
