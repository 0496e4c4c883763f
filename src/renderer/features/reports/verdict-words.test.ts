import { describe, expect, test } from 'vitest'
import { type Doubt, SignatureLine, Verdict } from '#shared/contract/verdict.ts'
import { changesFinding, contentFinding, identityFinding, integrityFinding, originFinding, pagesFinding } from './verdict-words.ts'

const line = SignatureLine.parse({
  name: 'Dana',
  otherName: null,
  role: '',
  reason: 'Final',
  signedAt: '2026-11-22T23:30:05.000Z',
  isIntact: true,
  knownAs: 'Dana',
  vouchedBy: null,
  certificateSha256: 'ab',
  validityAtSigning: 'within',
  timestamp: { state: 'none', at: null, authority: null, knownAs: null, vouchedBy: null, reason: null },
  doubts: [],
})
const intact = Verdict.parse({
  integrity: { state: 'intact', reasons: [] },
  changes: { state: 'none', reasons: [] },
  identity: {
    state: 'known',
    name: 'Dana',
    certificateSerial: '01',
    certificateSha256: 'ab',
    knownAs: 'Dana',
    vouchedBy: null,
    isSelfSigned: true,
  },
  signedAt: line.signedAt,
  certificationLevel: 1,
  format: 'ETSI.CAdES.detached',
  signatures: [line],
  openFields: 0,
  isKeptHere: null,
  attachments: [],
  content: { kind: 'assessment', state: 'recomputes', reasons: [], asStated: [] },
  pages: null,
  origin: null,
})

describe('the answers about a PDF', () => {
  test('an intact file by an unknown signer is good, good and a warning: never one tick for all', () => {
    const verdict: Verdict = { ...intact, identity: { ...intact.identity, state: 'unknown', knownAs: null } }
    expect([integrityFinding(verdict).tone, changesFinding(verdict).tone, identityFinding(verdict).tone]).toEqual([
      'good',
      'good',
      'warning',
    ])
    expect(identityFinding(verdict).reasons[0]).toContain('only a claim')
  })
  test('a changed file says so although the signed part is intact', () => {
    const verdict: Verdict = { ...intact, changes: { state: 'changed', reasons: ['312 bytes were appended.'] } }
    expect(integrityFinding(verdict).tone).toBe('good')
    expect(changesFinding(verdict)).toMatchObject({ tone: 'bad', reasons: ['312 bytes were appended.'] })
    expect(contentFinding(verdict)).toMatchObject({ tone: 'warning', answer: expect.stringContaining('as first signed') })
  })
  test('further signatures in prepared places are no change', () => {
    const verdict: Verdict = { ...intact, changes: { state: 'further-signatures', reasons: [] } }
    expect(changesFinding(verdict)).toMatchObject({ tone: 'good', answer: expect.stringContaining('Only further signatures') })
    const cut: Verdict = { ...intact, changes: { state: 'further-signatures', reasons: ['The page shows only a part.'] } }
    expect(changesFinding(cut)).toMatchObject({ tone: 'warning', reasons: ['The page shows only a part.'] })
  })
  test('a signing time is told in UTC, as the page prints it, wherever this computer is', () => {
    expect(identityFinding(intact)).toMatchObject({
      tone: 'good',
      answer: expect.stringContaining('22 Nov 2026, 23:30:05 UTC'),
      reasons: [],
    })
  })
  test('a signature of whatever place outside the validity of its certificate, or without a time, is a warning in words of its own', () => {
    for (const [validityAtSigning, words] of [
      ['before', 'was not valid yet'],
      ['after', 'had ended'],
      ['unknown', 'states no time'],
    ] as const) {
      const odd: SignatureLine = { ...line, name: 'Grace', validityAtSigning }
      for (const signatures of [[odd], [line, odd]]) {
        const finding = identityFinding({ ...intact, signatures })
        expect(finding).toMatchObject({ tone: 'warning', reasons: [expect.stringContaining(words)] })
      }
    }
  })
  test('a name beside the one in the certificate is bad in whatever place, and a role is told as a claim', () => {
    const odd: SignatureLine = { ...line, otherName: 'Grace Hopper' }
    const unknown = { ...intact.identity, state: 'unknown' as const, knownAs: null, isSelfSigned: false }
    for (const signatures of [[odd], [line, odd]]) {
      for (const identity of [intact.identity, unknown]) {
        const finding = identityFinding({ ...intact, identity, signatures })
        expect(finding).toMatchObject({ tone: 'bad', reasons: [expect.stringContaining('name Grace Hopper, the certificate names Dana')] })
      }
    }
    expect(identityFinding({ ...intact, signatures: [line, odd] }).reasons[0]).toMatch(/^A further signature /)
    const claimed = identityFinding({ ...intact, signatures: [{ ...line, role: 'Chief Executive' }] })
    expect(claimed).toMatchObject({ tone: 'good', reasons: ['Role, as the signer says: Chief Executive.'] })
  })
  test('a doubt about a later signature is named with its signer, and what was only not checked is not', () => {
    const at = '2026-11-20T08:00:00.000Z'
    const doubted = (kind: Doubt['kind'], index: number): Verdict => {
      const doubts = [{ kind, at }]
      return { ...intact, signatures: [line, { ...line, name: 'Grace' }].map((one, place) => (place === index ? { ...one, doubts } : one)) }
    }
    const kinds = ['revoked', 'revoked-later', 'revocation-unknown', 'stamp-early', 'time-unproven'] as const
    for (const index of [0, 1]) {
      const findings = kinds.map((kind) => identityFinding(doubted(kind, index)))
      expect(findings.map(({ tone }) => tone)).toEqual(['bad', 'warning', 'good', 'bad', 'warning'])
      expect(findings.map(({ reasons }) => reasons.some((reason) => reason.startsWith('Grace: ')))).toEqual(
        kinds.map((kind) => index === 1 && kind !== 'revocation-unknown'),
      )
    }
  })
  test('what was not checked is never good', () => {
    expect(integrityFinding({ ...intact, integrity: { state: 'not-checked', reasons: [] } }).tone).toBe('warning')
    expect(integrityFinding({ ...intact, integrity: { state: 'unsigned', reasons: [] } }).tone).toBe('bad')
    expect(changesFinding({ ...intact, changes: { state: 'not-applicable', reasons: [] } }).tone).toBe('neutral')
  })
  test('a recomputation that differs is bad, one that cannot be made is not good', () => {
    const findings = Verdict.shape.content.shape.state.options.map((state) =>
      contentFinding({ ...intact, content: { kind: null, state, reasons: [], asStated: [] } }),
    )
    expect(findings.map(({ tone }) => tone)).toEqual(['good', 'bad', 'bad', 'warning', 'neutral'])
  })
  test('each kind of report is asked about in its own words, and what rests on the signer’s word is said', () => {
    const questions = (['assessment', 'portfolio', 'programme'] as const).map((kind) => {
      const finding = contentFinding({ ...intact, content: { kind, state: 'recomputes', reasons: ['Yes.'], asStated: ['Names.'] } })
      expect(finding.reasons).toEqual(['Names.'])
      return finding.question
    })
    expect(new Set(questions).size).toBe(3)
  })
  test('pages are good only when they are the same, and nothing is said of pages that nobody looked at', () => {
    expect(pagesFinding(intact)).toBe(null)
    const tones = (['same', 'differ', 'not-compared'] as const).map(
      (state) => pagesFinding({ ...intact, pages: { state, reasons: [] } })?.tone,
    )
    expect(tones).toEqual(['good', 'bad', 'warning'])
  })
  test('only a file that is kept here is good; what it says of its own history is a claim', () => {
    expect(originFinding(intact)).toBe(null)
    const findings = (['this-history', 'other-history', 'other-vault'] as const).flatMap((state) =>
      [true, false].map((isKeptHere) => originFinding({ ...intact, isKeptHere, origin: { state, reports: null } })?.tone),
    )
    expect(findings).toEqual(['good', 'warning', 'good', 'warning', 'good', 'neutral'])
  })
  test('a portfolio says which of the reports that it names are not kept here', () => {
    const origin = (notKept: string[], unnamed = 0) =>
      originFinding({ ...intact, isKeptHere: true, origin: { state: 'this-history', reports: { named: 8, unnamed, notKept } } })
    expect(origin([], 1)).toMatchObject({
      tone: 'good',
      reasons: [expect.stringContaining('keeps them all'), expect.stringContaining('1 signed')],
    })
    expect(origin(['Kestrel'])).toMatchObject({ tone: 'warning', reasons: [expect.stringContaining('does not keep: Kestrel.')] })
    expect(origin(['A', 'B', 'C', 'D', 'E', 'F'])?.reasons).toEqual([expect.stringContaining('A, B, C, D, E and 1 more')])
  })
})
