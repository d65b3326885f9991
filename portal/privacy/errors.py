"""What cannot be done, in sentences for the person who tried."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.privacy.models import ConsentText


class NotInForceError(Exception):
    """A text is not the one to agree to."""

    def __init__(self, text: ConsentText) -> None:
        self.text = text
        super().__init__(_("This text has been replaced by a newer one. Read it and decide again."))


class StandsForGoodError(Exception):
    """A text in force was to be changed."""

    def __init__(self, text: ConsentText) -> None:
        self.text = text
        super().__init__(_("This text is in force and never changes. Add a new version of it."))


class NotDeletableError(Exception):
    """An account cannot be deleted now; `objections` say what has to be done before."""

    def __init__(self, objections: Sequence[str]) -> None:
        self.objections = objections
        super().__init__(" ".join(objections))
