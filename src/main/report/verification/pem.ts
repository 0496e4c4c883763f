// Reads the text form (PEM) of certificates and revocation lists.
import { DerError } from './der-reader.ts'

type Label = 'CERTIFICATE' | 'X509 CRL'

/** The DER value in a file that is DER or PEM; of several in one PEM file, the first. Throws DerError when there is none. */
export function derOf(file: Uint8Array, label: Label): Uint8Array {
  const text = Buffer.from(file).toString('latin1')
  if (!text.includes('-----BEGIN')) return file
  const [, body = ''] = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`).exec(text) ?? []
  if (body === '') throw new DerError('The file holds another kind of thing than was expected.')
  return Uint8Array.from(Buffer.from(body, 'base64'))
}
