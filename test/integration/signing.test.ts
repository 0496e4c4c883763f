// A signed report: original bytes kept, accepted by other people's tools, and honest about who signed.
import { beforeAll, describe, expect, test } from 'vitest'
import { createInMemorySignBackend } from '#main/report/signing/sign-backend.ts'
import { signPdf } from '#main/report/signing/sign-pdf.ts'
import { createSignerIdentity } from '#main/report/signing/signer-identity.ts'
import { readAttachment } from '#main/report/verification/attachments.ts'
import { readZeroPaddedDer } from '#main/report/verification/der-reader.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { joined, overwritten, textOfBytes } from '#test/fixtures/pdf/byte-edits.ts'
import { inFolder, pemOf, runTool } from '#test/fixtures/pdf/outside-tools.ts'
import { FACTS, holeOf, PLACE, signed, testIdentity } from '#test/fixtures/pdf/signed-report.ts'
import { ATTACHMENT, ATTACHMENT_NAME, SIGNED_AT, typstReport } from '#test/fixtures/pdf/typst-report.ts'

const OPTIONS = { knownCertificates: [], now: SIGNED_AT }
const identity = testIdentity()
let report: Uint8Array
let visible: Uint8Array
let invisible: Uint8Array

beforeAll(async () => {
  report = typstReport()
  visible = await signed(report, identity, { widget: PLACE, claimsPdfUa: true })
  invisible = await signed(report, identity)
})

describe('signing', () => {
  test('keeps every original byte, as an exact prefix', () => {
    for (const file of [visible, invisible]) {
      expect(Buffer.compare(file.subarray(0, report.length), report)).toBe(0)
    }
  })

  test('keeps the file identifier and gives this revision a new one', () => {
    const identifiers = [...textOfBytes(visible).matchAll(/\/ID \[\s*(\([^)]*\)|<[^>]*>)\s*(\([^)]*\)|<[^>]*>)\s*\]/g)]
    const [before, after] = identifiers.map(([, first, second]) => ({ first, second }))
    expect(after?.first).toBe(before?.first)
    expect(after?.second).not.toBe(before?.second)
  })

  test('writes no signing-time attribute, which PAdES forbids', () => {
    const signingTime = Buffer.from('06092a864886f70d010905', 'hex')
    expect(Buffer.from(holeOf(visible).cms).includes(signingTime)).toBe(false)
    expect(verifyPdf(visible, OPTIONS).signatures[0]?.baselineDeviations).toEqual([])
  })

  test('leaves room for a time-stamp', () => {
    const { cms } = holeOf(visible)
    expect(cms.length - readZeroPaddedDer(cms).encoded.length).toBeGreaterThan(12_000)
  })

  test('puts the widget exactly over the block the report drew', () => {
    // A4 is 841.8898 points high: 841.8898 − 100 − 85.04 = 656.85.
    expect(textOfBytes(visible)).toContain('/Rect [70.87 656.85 297.64 741.89]')
  })

  test('refuses a second signature, because the first permits no changes', async () => {
    const result = await signPdf({ pdf: visible, signer: createInMemorySignBackend(identity), facts: FACTS })
    expect(result).toMatchObject({ ok: false, code: 'already-signed' })
  })

  test.each([
    ['certificate-not-yet-valid', new Date('2020-01-01T00:00:00Z')],
    ['certificate-expired', new Date('2040-01-01T00:00:00Z')],
  ])('refuses with %s when the certificate does not cover the signing time', async (code, signedAt) => {
    const signer = createInMemorySignBackend(identity)
    expect(await signPdf({ pdf: report, signer, facts: { ...FACTS, signedAt } })).toMatchObject({ ok: false, code })
  })

  test.each([
    ['pdf-not-supported', { pdf: Buffer.from('not a PDF') }],
    ['pdf-not-supported', { widget: { ...PLACE, pageIndex: 99 } }],
    ['facts-invalid', { facts: { ...FACTS, name: ' ' } }],
    ['facts-invalid', { facts: { ...FACTS, reason: 'x'.repeat(1001) } }],
  ])('refuses with %s what it cannot sign', async (code, change) => {
    const signer = createInMemorySignBackend(identity)
    expect(await signPdf({ pdf: report, signer, facts: FACTS, ...change })).toMatchObject({ ok: false, code })
  })

  test('refuses a chain that does not fit the room', async () => {
    const signer = { ...createInMemorySignBackend(identity), chainDer: Array.from({ length: 60 }, () => identity.certificateDer) }
    expect(await signPdf({ pdf: report, signer, facts: FACTS })).toMatchObject({ ok: false, code: 'signature-too-large' })
  })

  test('does not hand out a signature that its own verifier rejects', async () => {
    const signer = { ...createInMemorySignBackend(identity), sign: () => Promise.resolve(new Uint8Array(70)) }
    expect(await signPdf({ pdf: report, signer, facts: FACTS })).toMatchObject({ ok: false, code: 'self-check-failed' })
  })

  test('refuses a key that does not belong to the certificate', () => {
    const { privateKeyPkcs8 } = testIdentity()
    expect(() => createInMemorySignBackend({ certificateDer: identity.certificateDer, privateKeyPkcs8 })).toThrow('does not belong')
  })

  test('signs facts in any script', async () => {
    const facts = { name: 'Zoë (Анна) \\ 王', role: 'مدير', reason: 'Final)\n>>', signedAt: SIGNED_AT }
    const file = await signed(report, identity, { facts })
    expect(verifyPdf(file, OPTIONS).signatures[0]?.facts).toMatchObject({ name: facts.name, role: facts.role, reason: facts.reason })
  })
})

describe('the verdict on an untouched report', () => {
  test('answers three questions separately', () => {
    const verdict = verifyPdf(visible, OPTIONS)
    expect(verdict.integrity).toEqual({ state: 'intact' })
    expect(verdict.changesAfter).toEqual({ state: 'none' })
    expect(verdict.signer).toMatchObject({ subjectName: 'Ada Byron', isSelfSigned: true, knownAs: null, validityAtSigning: 'within' })
    expect(verdict.signatures[0]).toMatchObject({ certification: 'no-changes', facts: { signedAt: SIGNED_AT.toISOString() } })
  })

  test('survives being written as JSON', () => {
    const verdict = verifyPdf(visible, OPTIONS)
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict)
  })

  test('names the signer only when that exact certificate is known', () => {
    const fingerprintSha256 = identity.fingerprintSha256.toUpperCase().replace(/(..)(?=.)/g, '$1:')
    const known = { ...OPTIONS, knownCertificates: [{ fingerprintSha256, name: 'Our assessor' }] }
    expect(verifyPdf(visible, known).signer?.knownAs).toBe('Our assessor')
  })

  test('shows a report signed anew by somebody with the same name as intact but not known', async () => {
    const forged = await signed(report, testIdentity())
    const known = { ...OPTIONS, knownCertificates: [{ fingerprintSha256: identity.fingerprintSha256, name: 'Our assessor' }] }
    expect(verifyPdf(forged, known)).toMatchObject({ isIntactAndUnchanged: true, signer: { subjectName: 'Ada Byron', knownAs: null } })
  })

  test('says when the certificate did not cover the stated time, and when it has expired since', async () => {
    const early = createSignerIdentity({ name: 'Ada', now: new Date('2020-01-01T00:00:00Z'), validityYears: 9 })
    const file = await signed(report, early, { facts: { ...FACTS, signedAt: new Date('2028-01-01T00:00:00Z') } })
    const later = { ...OPTIONS, now: new Date('2031-01-01T00:00:00Z') }
    expect(verifyPdf(file, later).signer).toMatchObject({ validityAtSigning: 'within', isExpiredNow: true })
  })

  test('gives back the attached assessment, from the signed revision', () => {
    const result = readAttachment(visible, ATTACHMENT_NAME)
    expect(result.ok && Buffer.from(result.bytes)).toEqual(ATTACHMENT)
    expect(readAttachment(report, ATTACHMENT_NAME)).toMatchObject({ ok: true, isFromSignedRevision: false })
    expect(readAttachment(visible, 'other.json')).toMatchObject({ ok: false, code: 'not-found' })
    expect(readAttachment(Buffer.from('x'), ATTACHMENT_NAME)).toMatchObject({ ok: false, code: 'not-a-pdf' })
  })
})

describe("other people's tools", () => {
  test('pdfsig finds the signature valid and the whole document signed', () => {
    for (const file of [visible, invisible]) {
      const { text } = inFolder((place) => runTool('pdfsig', [place('report.pdf', file)]))
      expect(text).toContain('Signature is Valid')
      expect(text).toContain('Total document signed')
      expect(text).toContain('ETSI.CAdES.detached')
      expect(text).not.toContain('Not total')
    }
  })

  test('pdfsig notices a changed byte, so the check above can fail', () => {
    const changed = overwritten(visible, report.length - 30, '!')
    expect(inFolder((place) => runTool('pdfsig', [place('report.pdf', changed)])).text).not.toContain('Signature is Valid')
  })

  test('qpdf finds no syntax errors', () => {
    for (const file of [visible, invisible]) {
      const { exitCode, text } = inFolder((place) => runTool('qpdf', ['--check', place('report.pdf', file)]))
      expect(text).toContain('No syntax or stream encoding errors found')
      expect(exitCode).toBe(0)
    }
  })

  test('openssl accepts the signature value over the signed bytes, and not over others', () => {
    const { start, end, cms } = holeOf(visible)
    const bytes = joined(visible.subarray(0, start), visible.subarray(end))
    const options = '-verify -inform DER -binary -purpose any -no_check_time -partial_chain'.split(' ')
    const verify = (content: Uint8Array) =>
      inFolder((place) => {
        const value = place('cms.der', readZeroPaddedDer(cms).encoded)
        const signer = place('signer.pem', pemOf(identity.certificateDer))
        const files = ['-in', value, '-content', place('content', content), '-CAfile', signer, '-out', place('out')]
        return runTool('openssl', ['cms', ...options, ...files])
      })
    expect(verify(bytes)).toMatchObject({ exitCode: 0 })
    expect(verify(bytes.subarray(1)).exitCode).not.toBe(0)
  })

  test('pdfinfo still calls the file tagged, and pdfdetach still lists the attachment', () => {
    const [info, list] = inFolder((place) => {
      const path = place('report.pdf', visible)
      return [runTool('pdfinfo', [path]).text, runTool('pdfdetach', ['-list', path]).text]
    })
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(list).toContain(ATTACHMENT_NAME)
  })
})
