"""Certificates for a day, for the servers that tests talk to over TLS."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def maak_certificaat(pad: Path, naam: str = "localhost") -> tuple[ssl.SSLContext, Path]:
    """A self-made certificate for `naam`: the server's context, and the file to trust it by.

    They are `naam`.pem and `naam`.key in the folder `pad`.
    """
    sleutel = ec.generate_private_key(ec.SECP256R1())
    wie = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, naam)])
    nu = datetime.now(UTC)
    certificaat = (
        x509.CertificateBuilder()
        .subject_name(wie)
        .issuer_name(wie)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - timedelta(days=1))
        .not_valid_after(nu + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName(naam), x509.IPAddress(IPv4Address("127.0.0.2"))]),
            critical=False,
        )
        .sign(sleutel, hashes.SHA256())
    )
    ca, geheim = pad / f"{naam}.pem", pad / f"{naam}.key"
    ca.write_bytes(certificaat.public_bytes(serialization.Encoding.PEM))
    geheim.write_bytes(
        sleutel.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(ca, geheim)
    return context, ca
