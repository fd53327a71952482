"""A certificate authority of the tests, and the certificates of the servers that they start."""

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID


def _name(words):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def _sign(subject, key, issuer, issuer_key, *extensions):
    now = datetime(2020, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder().issuer_name(issuer).subject_name(subject).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number())
    made = made.not_valid_before(now).not_valid_after(now + timedelta(days=36500))
    for extension in extensions:
        made = made.add_extension(extension, critical=isinstance(extension, x509.BasicConstraints))
    return made.sign(issuer_key, hashes.SHA256())


class Authority:
    """An authority that this process trusts, while the fixture lasts, and no other."""

    def __init__(self, folder):
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        usage = x509.KeyUsage(True, *[False] * 4, True, True, False, False)  # noqa: FBT003
        basic = x509.BasicConstraints(ca=True, path_length=None)
        name = _name("Tests")
        self.certificate = _sign(name, self.key, name, self.key, basic, usage, *self._identifiers(self.key))
        self.file = folder / "authority.pem"
        self.file.write_bytes(self.certificate.public_bytes(Encoding.PEM))
        self.server = self.certify("localhost")
        self.other = self.certify("other.example")

    def _identifiers(self, key):
        ours = self.key.public_key()
        return (
            x509.SubjectKeyIdentifier.from_public_key(key.public_key()),
            x509.AuthorityKeyIdentifier.from_issuer_public_key(ours),
        )

    def certify(self, host):
        """Return the file of a key and of the certificate of a host."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = [x509.DNSName(host)] + ([x509.IPAddress(ip_address("127.0.0.1"))] if host == "localhost" else [])
        signed = _sign(
            _name(host),
            key,
            self.certificate.subject,
            self.key,
            x509.SubjectAlternativeName(names),
            *self._identifiers(key),
        )
        file = self.folder / f"{host}.pem"
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        file.write_bytes(secret + signed.public_bytes(Encoding.PEM))
        return file

    def context(self, file=None):
        """Return what a server listens with."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file or self.server)
        return context


@pytest.fixture(scope="session")
def authority_files(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def authority(authority_files, monkeypatch):
    """The authority, trusted by whatever this process connects to."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority_files.file))
    return authority_files
