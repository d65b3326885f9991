"""What is refused to an app that has something to tell."""


class OutsideTransactionError(RuntimeError):
    """A notice was to be written outside of the transaction of what it tells."""

    def __init__(self) -> None:
        super().__init__("A notice is written in the transaction of what it tells: use transaction.atomic().")


class ForbiddenParameterError(ValueError):
    """A notice was to carry something that is no short name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The parameter {name!r} of a notice is no short name: facts stay behind the sign-in.")


class NotTakenError(Exception):
    """A server did not take what was handed over; `for_good` where asking again is of no use."""

    def __init__(self, why: str, *, for_good: bool = False) -> None:
        super().__init__(why)
        self.for_good = for_good


class UnreachableError(Exception):
    """A server takes no calls just now."""


class NotTheirsError(Exception):
    """Somebody was to act on a notice of somebody else."""


class NotGivenUpError(Exception):
    """What is still on its way, or has arrived, was to be sent again."""
