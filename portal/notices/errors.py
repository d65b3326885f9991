"""What is refused to an app that has something to tell."""


class OutsideTransactionError(RuntimeError):
    """A notice was to be written outside of the transaction of what it tells."""

    def __init__(self) -> None:
        super().__init__("A notice is written in the transaction of what it tells: use transaction.atomic().")


class ForbiddenParameterError(ValueError):
    """A notice was to carry something that is no short name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The parameter {name!r} of a notice is no short name: facts stay behind the sign-in.")
