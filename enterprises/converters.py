"""Parts of addresses."""

from enterprises.models.enterprise import KEY_CHARACTERS, KEY_LENGTH


class KeyConverter:
    """The key of an enterprise; no word of our addresses looks like one."""

    regex = f"[{KEY_CHARACTERS}]{{{KEY_LENGTH}}}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class TokenConverter(KeyConverter):
    """The token of an invitation."""

    regex = "[0-9a-f]{64}"
