"""What every letter and every page of an answer says of what it is."""

from typing import Final

from django.utils.translation import gettext_lazy as _

NO_REPRESENTATION: Final = _(
    "It says how the law stands, on what the enterprise has told. It is no legal representation: it makes nobody the "
    "lawyer of the enterprise, and it stops no time limit."
)
