"""What is raised where more has to be said than one sentence."""

from django.core.exceptions import ValidationError

from portal.workflow.errors import NotAllowedError


class UnaddedError(NotAllowedError):
    """One of several files cannot be an exhibit, and so none of them is: `place` says which, counted from 0."""

    def __init__(self, place: int, refusal: ValidationError) -> None:
        super().__init__(" ".join(refusal.messages), code=getattr(refusal, "code", None))
        self.place = place
