"""The servers of the three bots, as a proxy on this machine stands in for them: their names, TLS, paths and answers."""

import datetime
import json
import socketserver
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from portal.notices.staff_rooms import SERVICES


@dataclass
class Bots:
    """What the bots were sent, and what they answer."""

    status: int = 200
    answer: dict[str, object] = field(default_factory=lambda: {"errcode": 0, "code": 0})
    sent: list[tuple[str, str, dict[str, object]]] = field(default_factory=list)
    location: str = ""


@contextmanager
def serving(folder: Path) -> Iterator[tuple[Bots, int, Path]]:
    """The bots, the port of the proxy that leads to them, and the certificate they are known by."""
    bots, certificate = Bots(), certified(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    class Proxy(BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            self.send_response(200)
            self.end_headers()
            with context.wrap_socket(self.connection, server_side=True) as secured:
                answer(bots, self.path.partition(":")[0], secured)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Proxy) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield bots, server.server_address[1], certificate
        server.shutdown()


def answer(bots: Bots, host: str, connection: ssl.SSLSocket) -> None:
    """Read one request and answer it."""
    with connection.makefile("rb") as incoming:
        path = incoming.readline().split()[1].decode()
        headers = {}
        while line := incoming.readline().decode().strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        bots.sent.append((host, path, json.loads(incoming.read(int(headers["content-length"])))))
    body = json.dumps(bots.answer).encode()
    location = f"Location: {bots.location}\r\n" if bots.location else ""
    head = f"HTTP/1.1 {bots.status} -\r\n{location}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    connection.sendall(head.encode() + body)


def certified(folder: Path) -> Path:
    """A certificate for the hosts of the bots, signed by itself, with its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "bots of the tests")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in SERVICES.values()]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "bots.pem"
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    secret = key.private_bytes(serialization.Encoding.PEM, form, plain)
    path.write_bytes(secret + certificate.public_bytes(serialization.Encoding.PEM))
    return path
