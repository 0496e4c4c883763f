// What is wrong with a certificate or its file, each in one sentence with a next step.

export const certificateSentences = {
  'certificate-file-damaged':
    'That file is not a certificate file, or it is damaged. Choose a file that ends in .p12 or .pfx, or export it again.',
  'certificate-file-unsupported':
    'That certificate file is protected in a way that Gatehouse does not read. Export it again with a passphrase and AES-256.',
  'certificate-passphrase-wrong':
    'That passphrase does not open the certificate file. Check capitals and the keyboard layout, then try again.',
  'certificate-file-no-key': 'There is no private key in that file. Export the certificate again together with its key.',
  'certificate-file-no-certificate': 'No certificate in that file belongs to its key. Export the certificate and its key together.',
  'certificate-expired': 'That certificate has expired. Ask its issuer for a new one, or make a signer here.',
  'certificate-not-yet-valid': "That certificate is not valid yet. Wait until its first day, or set the computer's clock right.",
  'certificate-cannot-sign': 'That certificate is not made for signing. Ask its issuer for one with digital signature or non-repudiation.',
  'certificate-key-weak':
    'The key of that certificate is too weak or of a kind that is not accepted. Use RSA from 2,048 bits, or P-256, P-384 or P-521.',
  'certificate-nameless': 'That certificate names nobody, so readers could not tell who signed. Ask its issuer for one with a name.',
  'certificate-too-large':
    'There is not enough room in a signature for all of that. Leave out what is not needed, or use a shorter chain or list.',
  'certificate-changed': 'The file is not the one whose fingerprint was compared. Choose it again and compare anew.',
  'certificate-no-authority': 'That certificate may not vouch for others. Add it as a person.',
  'revocation-list-damaged': 'That file is not a revocation list, or it is damaged. Download it again from the issuer.',
  'revocation-list-foreign':
    "That list was not signed by an issuer in this signer's chain. Get the list of the authority that issued the certificate.",
  'revocation-list-names-signer':
    'That list names the certificate of this signer as revoked, so it must not sign. Ask its issuer for a new one.',
} as const
