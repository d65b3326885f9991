"""Time-stamps after RFC 3161: an authority is asked for one, and what it answered is verified, with or without it.

What is stamped is `manifest.json`, by its SHA-256; the answer is kept whole, so that anybody verifies it with other
programs, as `openssl ts`.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import requests
from cryptography import x509
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

TIMESTAMP_NAME: Final = "timestamp.tsr"
QUERY: Final = "application/timestamp-query"
REPLY: Final = "application/timestamp-reply"
# Seconds to connect, and to wait for each part of the answer.
PATIENCE: Final = (4.0, 8.0)
# No answer of an authority is longer, with all its certificates.
LONGEST: Final = 100_000


class NotStampedError(Exception):
    """An authority cannot be reached, or what it answered is no time-stamp of what was asked."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """An answer that was verified: when the authority had seen what was stamped, and what its certificate calls it."""

    answer: bytes
    at: datetime.datetime
    authority: str


def ask(address: str, manifest: str, certificates: list[x509.Certificate]) -> Stamped:
    """Have an authority stamp a manifest, which it is told the SHA-256 of. `NotStampedError` where that fails."""
    builder = TimestampRequestBuilder().data(manifest.encode()).hash_algorithm(HashAlgorithm.SHA256)
    request = builder.nonce(nonce=True).cert_request(cert_request=True).build()
    answer = _post(address, request.as_bytes())
    return _verified(answer, manifest.encode(), VerifierBuilder.from_request(request), certificates)


def verify(answer: bytes, manifest: bytes, certificates: list[x509.Certificate]) -> Stamped:
    """What a time-stamp says, without asking anybody. `NotStampedError` where it is none of this manifest."""
    return _verified(answer, manifest, VerifierBuilder(), certificates)


def read_certificates(path: Path) -> list[x509.Certificate]:
    """The certificates of authorities that are trusted, out of one file. OSError, or ValueError where it has none."""
    return x509.load_pem_x509_certificates(path.read_bytes())


def _post(address: str, query: bytes) -> bytes:
    try:
        answer = requests.post(
            address, data=query, headers={"Content-Type": QUERY}, timeout=PATIENCE, allow_redirects=False, stream=True
        )
        with answer:
            if answer.status_code != requests.codes.ok or not answer.headers.get("Content-Type", "").startswith(REPLY):
                raise NotStampedError(f"The authority answered {answer.status_code}.")
            return bytes(answer.raw.read(LONGEST, decode_content=True))
    except requests.RequestException as error:
        raise NotStampedError(type(error).__name__) from error


def _verified(
    answer: bytes, manifest: bytes, builder: VerifierBuilder, certificates: list[x509.Certificate]
) -> Stamped:
    for certificate in dict.fromkeys(certificates):
        builder = builder.add_root_certificate(certificate)
    try:
        response = decode_timestamp_response(answer)
        builder.build().verify_message(response, manifest)
        return Stamped(answer, response.tst_info.gen_time.astimezone(datetime.UTC), _signer(response))
    except (ValueError, VerificationError) as error:
        raise NotStampedError(str(error)) from error


def _signer(response: TimeStampResponse) -> str:
    """What the certificate calls whoever signed, as RFC 4514 writes it."""
    (signer,) = response.signed_data.signer_infos
    held = [x509.load_der_x509_certificate(one) for one in response.signed_data.certificates]
    found = (one for one in held if (one.issuer, one.serial_number) == (signer.issuer, signer.serial_number))
    return next(found).subject.rfc4514_string()
