# Asks pyHanko about the signatures of one PDF, offline: `python pyhanko-check.py file.pdf trusted.pem …`, one line of JSON for each signature.
import json
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def read_certificate(path):
    with open(path, "rb") as file:
        return x509.Certificate.load(pem.unarmor(file.read())[2])


roots = [read_certificate(path) for path in sys.argv[2:]]
with open(sys.argv[1], "rb") as file:
    for signature in PdfFileReader(file).embedded_regular_signatures:
        context = ValidationContext(trust_roots=roots, allow_fetching=False)
        status = validate_pdf_signature(signature, context)
        print(
            json.dumps(
                {
                    "isIntact": status.intact,
                    "isValid": status.valid,
                    "isTrusted": status.trusted,
                    "coverage": status.coverage.name,
                    "changes": status.modification_level.name if status.modification_level else "NONE",
                    "keepsCertification": status.docmdp_ok is not False,
                }
            )
        )
