// What to tell a person when a certificate, a time-stamp or a further signature was refused.

/** One line per code that only signers and signatures give. */
export const signatureWords = {
  'certificate-file-damaged': {
    what: 'This file holds no certificate, or it is damaged.',
    next: 'Choose another file, or export it again where it came from.',
  },
  'certificate-file-unsupported': {
    what: 'This certificate file is protected in a way that Gatehouse does not read.',
    next: 'Export it again with a passphrase and AES-256 encryption.',
  },
  'certificate-passphrase-wrong': {
    what: 'This passphrase does not open the certificate file.',
    next: 'Check capitals and the keyboard layout, then try again.',
  },
  'certificate-file-no-key': {
    what: 'There is no private key in this file.',
    next: 'Export the certificate again together with its key.',
  },
  'certificate-file-no-certificate': {
    what: 'No certificate in this file belongs to its key.',
    next: 'Export the certificate and its key together.',
  },
  'certificate-not-yet-valid': {
    what: 'This certificate is not valid yet.',
    next: 'Wait until its first day, or set the clock of the computer right.',
  },
  'certificate-cannot-sign': {
    what: 'This certificate is not made for signing.',
    next: 'Ask its issuer for one that permits digital signatures or non-repudiation.',
  },
  'certificate-key-weak': {
    what: 'The key of this certificate is too weak, or of a kind that is not accepted.',
    next: 'Use RSA from 2,048 bits, or one of the curves P-256, P-384 and P-521.',
  },
  'certificate-nameless': {
    what: 'This certificate names nobody, so readers could not tell who signed.',
    next: 'Ask its issuer for one with a name.',
  },
  'certificate-too-large': {
    what: 'There is not enough room in a signature for all of this.',
    next: 'Use a certificate with a shorter chain, or a shorter revocation list.',
  },
  'certificate-changed': {
    what: 'This file is not the one whose fingerprint was compared.',
    next: 'Choose it again and compare anew.',
  },
  'certificate-no-authority': {
    what: 'This certificate may not vouch for others.',
    next: 'Add it as the certificate of a person.',
  },
  'signer-exists': {
    what: 'This vault has this certificate already.',
    next: 'Sign with the signer that is in the list.',
  },
  'revocation-list-damaged': {
    what: 'This file is not a revocation list, or it is damaged.',
    next: 'Get it again from the issuer of the certificate.',
  },
  'revocation-list-foreign': {
    what: 'No issuer of this certificate signed this list.',
    next: 'Get the list of the authority that issued the certificate.',
  },
  'revocation-list-names-signer': {
    what: 'This list says that the certificate was revoked, so nothing must be signed with it.',
    next: 'Ask its issuer for a new certificate.',
  },
  'stamp-impossible': {
    what: 'This report has no signature left that could be stamped.',
    next: 'It has a time-stamp already. Nothing is missing.',
  },
  'stamp-not-requested': {
    what: 'No request was written for this report as it stands now.',
    next: 'Write the request first and take it to the authority.',
  },
  'stamp-response-damaged': {
    what: 'This file is not the answer of a time-stamp authority, or it is damaged.',
    next: 'Get it again from the authority.',
  },
  'stamp-refused': { what: 'The authority refused the request.', next: 'Take the request to another authority.' },
  'stamp-for-another': { what: 'This answer is for another report.', next: 'Choose the one that came back for this report.' },
  'stamp-nonce-wrong': {
    what: 'This answer does not belong to a request of this report.',
    next: 'Choose the one that came back for the request that was written last.',
  },
  'stamp-too-early': {
    what: 'This time-stamp is older than the signature, so one of the two clocks is wrong.',
    next: 'Set the clock of this computer right. The signature stays as it is.',
  },
  'stamp-too-large': {
    what: 'This answer does not fit into the room of the signature.',
    next: 'Ask an authority that sends fewer certificates.',
  },
  'countersign-not-intact': {
    what: 'This file is not intact, or was changed after it was signed.',
    next: 'Ask the sender for the original.',
  },
  'countersign-no-place': {
    what: 'This file has no place left for a further signature.',
    next: 'Ask the sender to prepare one when signing.',
  },
  'form-not-of-report': {
    what: 'This file does not continue this report.',
    next: 'Choose the file that was made from a copy of it.',
  },
  'form-nothing-new': { what: 'This file has no signature that the vault does not have already.', next: 'There is nothing to add.' },
  'form-outdated': {
    what: 'This file continues an earlier form of the report; signatures or time-stamps made since are not in it.',
    next: 'Send the newest form to the signer and have that one signed.',
  },
} as const
