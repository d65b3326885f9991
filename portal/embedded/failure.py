"""What the embedded servers say when they cannot serve: one sentence a person can act on."""


class EmbeddedError(Exception):
    """An embedded server cannot be started or stopped; the message is one clear sentence."""
