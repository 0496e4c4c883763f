// Files and signatures of other software: verified where this version can read them, honestly left open otherwise.
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { createInMemorySignBackend } from '#main/report/signing/sign-backend.ts'
import { openPdf } from '#main/report/verification/pdf-document.ts'
import { readAttachment } from '#main/report/verification/attachments.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { codesOf } from '#test/fixtures/pdf/attacks.ts'
import { joined, replaced } from '#test/fixtures/pdf/byte-edits.ts'
import { withCms } from '#test/fixtures/pdf/cms-edits.ts'
import { inFolder, runTool } from '#test/fixtures/pdf/outside-tools.ts'
import { holeOf, signed, testIdentity } from '#test/fixtures/pdf/signed-report.ts'
import { ATTACHMENT, ATTACHMENT_NAME, SIGNED_AT, typstReport } from '#test/fixtures/pdf/typst-report.ts'

const OPTIONS = { knownCertificates: [], now: SIGNED_AT }
const identity = testIdentity()
let file: Uint8Array

beforeAll(async () => {
  file = await signed(typstReport(), identity)
})

/** `file` with its signature value replaced by one that openssl makes over the same bytes. */
function signedByOpenssl(keyArgs: readonly string[], signArgs: readonly string[]): Uint8Array {
  const { start, end } = holeOf(file)
  const content = joined(file.subarray(0, start), file.subarray(end))
  const cms = inFolder((place) => {
    const [key, certificate, out] = [place('key.pem'), place('cert.pem'), place('out.der')]
    const request = ['req', '-x509', '-nodes', '-days', '900', '-subj', '/CN=Foreign Signer', '-keyout', key, '-out', certificate]
    expect(runTool('openssl', [...request, ...keyArgs]).exitCode).toBe(0)
    const sign = ['cms', '-sign', '-binary', '-in', place('content', content), '-signer', certificate, '-inkey', key]
    const result = runTool('openssl', [...sign, '-outform', 'DER', '-out', out, ...signArgs])
    expect(result).toMatchObject({ exitCode: 0 })
    return readFileSync(out)
  })
  return withCms(file, cms)
}

describe('signatures made by openssl', () => {
  test.each([
    ['RSA with SHA-256', ['-newkey', 'rsa:3072'], ['-md', 'sha256', '-cades']],
    ['RSA with SHA-512', ['-newkey', 'rsa:2048'], ['-md', 'sha512']],
    ['RSA-PSS', ['-newkey', 'rsa:2048'], ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:32']],
    ['ECDSA P-384', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], ['-md', 'sha384']],
    ['a signer named by key identifier', ['-newkey', 'rsa:2048'], ['-md', 'sha256', '-keyid']],
  ])('verify with %s, with what is not baseline said', (_name, keyArgs, signArgs) => {
    const [verdict] = verifyPdf(signedByOpenssl(keyArgs, signArgs), OPTIONS).signatures
    expect(verdict).toMatchObject({ integrity: { state: 'intact' }, signer: { subjectName: 'Foreign Signer', isSelfSigned: true } })
    expect(verdict?.baselineDeviations.join()).toContain('signing-time')
  })

  test.each([
    ['SHA-1', ['-newkey', 'rsa:2048'], ['-md', 'sha1']],
    ['a 1024-bit RSA key', ['-newkey', 'rsa:1024'], ['-md', 'sha256']],
    ['an unusual curve', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1'], ['-md', 'sha256']],
    ['no signed attributes', ['-newkey', 'rsa:2048'], ['-md', 'sha256', '-noattr']],
  ])('are refused with %s', (_name, keyArgs, signArgs) => {
    expect(verifyPdf(signedByOpenssl(keyArgs, signArgs), OPTIONS).integrity.state).toBe('broken')
  })
})

describe('what this version does not read', () => {
  test('is called not checked, never intact: an old kind of signature', () => {
    const old = replaced(file, '/ETSI.CAdES.detached', '/adbe.pkcs7.sha1    ')
    expect(codesOf(verifyPdf(old, OPTIONS))).toContain('not-supported')
    expect(verifyPdf(old, OPTIONS).isIntactAndUnchanged).toBe(false)
  })
})

describe('a file that nobody need have touched', () => {
  /** Ends as Word ends a PDF: an empty table over the first one, which names a stream of cross-references beside it. */
  function hybrid(pdf: Uint8Array): Uint8Array {
    const { startXref } = openPdf(pdf)
    const trailer = `trailer\n<< /Size 9 /Root 1 0 R /Prev ${startXref} /XRefStm 20 >>`
    return joined(pdf, `xref\n0 0\n${trailer}\nstartxref\n${pdf.length}\n%%EOF\n`)
  }
  const encrypted = (pdf: Uint8Array) =>
    inFolder((place) => {
      const out = place('out.pdf')
      runTool('qpdf', ['--encrypt', 'a', 'b', '256', '--', place('in.pdf', pdf), out])
      return Uint8Array.from(readFileSync(out))
    })

  test.each([
    ['not-supported', hybrid, typstReport()],
    ['pdf-encrypted', encrypted, typstReport()],
    ['pdf-encrypted', encrypted, null],
  ])('is not called broken because it cannot be read here: %s', (code, made, plain) => {
    const verdict = verifyPdf(made(plain ?? file), OPTIONS)
    expect(verdict).toMatchObject({ integrity: { state: 'not-checked', reasons: [{ code }] }, isIntactAndUnchanged: false })
  })

  test('but one that was signed here is called changed when it becomes such a file', () => {
    const verdict = verifyPdf(hybrid(file), OPTIONS)
    expect(verdict).toMatchObject({ integrity: { state: 'intact' }, changesAfter: { state: 'changed' }, isIntactAndUnchanged: false })
  })
})

describe('a report with cross-reference streams and object streams', () => {
  test('is signed in kind, verifies here and in pdfsig and qpdf, and keeps its attachment', async () => {
    const packed = inFolder((place) => {
      const out = place('packed.pdf')
      runTool('qpdf', ['--object-streams=generate', place('in.pdf', typstReport()), out])
      return Uint8Array.from(readFileSync(out))
    })
    const result = await signed(packed, identity)
    expect(openPdf(result).sections.map(({ isStream }) => isStream)).toEqual([true, true])
    expect(Buffer.compare(result.subarray(0, packed.length), packed)).toBe(0)
    expect(codesOf(verifyPdf(result, OPTIONS))).toEqual(['intact'])
    const attachment = readAttachment(result, ATTACHMENT_NAME)
    expect(attachment.ok && Buffer.from(attachment.bytes)).toEqual(ATTACHMENT)
    const [signature, syntax] = inFolder((place) => {
      const path = place('signed.pdf', result)
      return [runTool('pdfsig', [path]).text, runTool('qpdf', ['--check', path])]
    })
    expect(signature).toContain('Signature is Valid')
    expect(signature).toContain('Total document signed')
    expect(syntax).toMatchObject({ exitCode: 0 })
  })
})

describe('keys of other kinds', () => {
  test.each(['secp384r1', 'secp521r1'])('a key on %s that does not fit the certificate is refused', (namedCurve) => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve })
    const privateKeyPkcs8 = Uint8Array.from(privateKey.export({ format: 'der', type: 'pkcs8' }))
    expect(() => createInMemorySignBackend({ certificateDer: identity.certificateDer, privateKeyPkcs8 })).toThrow('does not belong')
  })

  test.each([
    ['rsa-pkcs1-sha256', ['-newkey', 'rsa:3072']],
    ['ecdsa-sha384', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
    ['ecdsa-sha512', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-521']],
  ])('a certificate made elsewhere signs with %s', async (algorithm, keyArgs) => {
    const material = inFolder((place) => {
      const [key, certificate, pkcs8, encoded] = ['key.pem', 'cert.pem', 'key.der', 'cert.der'].map((name) => place(name))
      if (key === undefined || certificate === undefined || pkcs8 === undefined || encoded === undefined) throw new Error('No place.')
      runTool('openssl', [
        'req',
        '-x509',
        '-nodes',
        '-days',
        '900',
        '-subj',
        '/CN=Elsewhere',
        '-keyout',
        key,
        '-out',
        certificate,
        ...keyArgs,
      ])
      runTool('openssl', ['pkcs8', '-topk8', '-nocrypt', '-in', key, '-outform', 'DER', '-out', pkcs8])
      runTool('openssl', ['x509', '-in', certificate, '-outform', 'DER', '-out', encoded])
      return { certificateDer: Uint8Array.from(readFileSync(encoded)), privateKeyPkcs8: Uint8Array.from(readFileSync(pkcs8)) }
    })
    const signer = createInMemorySignBackend(material)
    expect(signer.algorithm).toBe(algorithm)
    const facts = { name: 'Elsewhere', reason: 'Approved', signedAt: new Date(Date.now() + 60_000) }
    const result = await signed(typstReport(), identity, { signer, facts })
    expect(codesOf(verifyPdf(result, OPTIONS))).toEqual(['intact'])
    const { text } = inFolder((place) => runTool('pdfsig', [place('signed.pdf', result)]))
    expect(text).toContain('Signature is Valid')
  })
})
