"""What is raised where a rule of the business forbids what was asked."""

from django.core.exceptions import ValidationError


class NotAllowedError(ValidationError):
    """A rule forbids it: the message is a whole sentence for whoever asked, `code` tells programs which rule.

    The codes of this app: "state" (not from where the record stands), "moved" (somebody was quicker), "reason" (none
    given), "held" (on somebody else's desk), "free" (on nobody's desk).
    """
