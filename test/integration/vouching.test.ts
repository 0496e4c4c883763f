// Who vouches for a signer: authorities that may, at the time of the signature, over a chain that holds; made by openssl.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCertificate } from '#main/report/verification/certificate-reader.ts'
import { OID } from '#main/report/verification/oids.ts'
import { DOCUMENT_PURPOSES, type Occasion, whoKnows } from '#main/report/verification/vouching.ts'
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'

const dayMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayMs)
const authority = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign']

interface Link {
  readonly extensions: readonly string[]
  readonly days: number
}

interface Wish {
  readonly root?: Partial<Link>
  /** From the root down. */
  readonly between?: readonly Partial<Link>[]
  readonly signer?: Partial<Link>
}

interface Chain {
  readonly root: Uint8Array
  readonly between: readonly Uint8Array[]
  readonly signer: Uint8Array
}

/** A root, what stands between, and a signer; each issued by the one before. */
function makeChain({ root = {}, between = [], signer = {} }: Wish): Chain {
  const links = [root, ...between].map((link) => ({ extensions: authority, days: 100, ...link }))
  const all = [...links, { extensions: ['keyUsage=critical,digitalSignature'], days: 100, ...signer }]
  return inFolder((place) => {
    const made = all.map(({ extensions, days }, index) => {
      const out = place(`${index}.der`)
      const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', place('cnf', emptyConfig)]
      const issuer = index === 0 ? [] : ['-CA', place(`${index - 1}.pem`), '-CAkey', place(`${index - 1}.key`)]
      const subject = ['-subj', `/CN=Link ${index}`, '-days', String(days), ...extensions.flatMap((one) => ['-addext', one])]
      const result = runTool('openssl', [...args, ...issuer, ...subject, '-keyout', place(`${index}.key`), '-out', place(`${index}.pem`)])
      expect(result).toMatchObject({ exitCode: 0 })
      runTool('openssl', ['x509', '-in', place(`${index}.pem`), '-outform', 'DER', '-out', out])
      return Uint8Array.from(readFileSync(out))
    })
    return { root: made[0] ?? new Uint8Array(), between: made.slice(1, -1), signer: made.at(-1) ?? new Uint8Array() }
  })
}

// So that nothing but the wished extensions is in a certificate.
const emptyConfig = Buffer.from('[req]\ndistinguished_name = name\n[name]\n')

function knownBy({ root, between, signer }: Chain, occasion: Partial<Occasion> = {}): string | null {
  const known = [{ fingerprintSha256: createHash('sha256').update(root).digest('hex'), name: 'Our root', authorityDer: root }]
  const usual = { embedded: [signer, ...between], at: inDays(1), purposes: DOCUMENT_PURPOSES }
  return whoKnows(readCertificate(signer), { ...usual, ...occasion }, known).knownAs
}

const limited = (length: number): Partial<Link> => ({
  extensions: [`basicConstraints=critical,CA:TRUE,pathlen:${length}`, 'keyUsage=critical,keyCertSign'],
})
const usedFor = (purposes: string): Partial<Link> => ({ extensions: ['keyUsage=digitalSignature', `extendedKeyUsage=${purposes}`] })

describe('a signer is known by an authority', () => {
  test.each<[string, Wish]>([
    ['that issued the certificate', {}],
    ['over two others, in any order', { between: [{}, {}] }],
    ['without key usage', { root: { extensions: ['basicConstraints=CA:TRUE'] } }],
    ['whose path is just long enough', { root: limited(1), between: [limited(0)] }],
    ['when the certificate is made for signing documents', { signer: usedFor(OID.documentSigning) }],
    ['when the certificate is made for mail, among others', { signer: usedFor('clientAuth,emailProtection') }],
    ['when the certificate is made for any purpose', { signer: usedFor('anyExtendedKeyUsage') }],
  ])('%s', (_name, wish) => {
    expect(knownBy(makeChain(wish))).toBe('Our root')
  })

  test('only over what the signature brings along', () => {
    const chain = makeChain({ between: [{}] })
    expect(knownBy(chain, { embedded: [] })).toBeNull()
    expect(knownBy(chain, { embedded: [Buffer.from('no certificate'), ...chain.between] })).toBe('Our root')
  })
})

describe('a signer stays unknown when the authority', () => {
  test.each<[string, Wish]>([
    ['says that it is none', { root: { extensions: ['basicConstraints=critical,CA:FALSE'] } }],
    ['says nothing of being one', { root: { extensions: ['keyUsage=keyCertSign'] } }],
    ['may not sign certificates', { root: { extensions: ['basicConstraints=CA:TRUE', 'keyUsage=digitalSignature,cRLSign'] } }],
    ['allows no further one', { root: limited(0), between: [{}] }],
    ['allows one less than there are', { root: limited(1), between: [{}, {}] }],
    ['goes over one that is none', { between: [{ extensions: ['basicConstraints=critical,CA:FALSE'] }] }],
    [
      'goes over one that may not sign certificates',
      { between: [{ extensions: ['basicConstraints=CA:TRUE', 'keyUsage=digitalSignature'] }] },
    ],
    ['goes over one that allows no further one', { between: [limited(0), {}] }],
    ['vouches for one that is made for something else', { signer: usedFor('clientAuth,serverAuth') }],
  ])('%s', (_name, wish) => {
    expect(knownBy(makeChain(wish))).toBeNull()
  })

  test('or one on the way was not valid when it was signed', () => {
    const short = makeChain({ root: { days: 10 } })
    const shortBetween = makeChain({ between: [{ days: 10 }] })
    for (const chain of [short, shortBetween]) {
      expect(knownBy(chain, { at: inDays(9) })).toBe('Our root')
      expect(knownBy(chain, { at: inDays(11) })).toBeNull()
      expect(knownBy(chain, { at: inDays(-1) })).toBeNull()
    }
  })

  test('unless the certificate itself was compared', () => {
    const { signer } = makeChain({ signer: usedFor('clientAuth') })
    const known = [{ fingerprintSha256: createHash('sha256').update(signer).digest('hex'), name: 'Ada' }]
    const occasion = { embedded: [], at: inDays(1), purposes: DOCUMENT_PURPOSES }
    expect(whoKnows(readCertificate(signer), occasion, known)).toEqual({ knownAs: 'Ada', vouchedBy: null })
  })
})
