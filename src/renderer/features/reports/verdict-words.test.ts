import { describe, expect, test } from 'vitest'
import { Verdict } from '#shared/contract/verdict.ts'
import { changesFinding, contentFinding, identityFinding, integrityFinding, originFinding, pagesFinding } from './verdict-words.ts'

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
    isWithinValidity: true,
  },
  signedAt: '2026-11-22T09:30:00.000Z',
  certificationLevel: 1,
  format: 'ETSI.CAdES.detached',
  signatures: [],
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
  })
  test('a known signer whose certificate had expired is a warning', () => {
    expect(identityFinding({ ...intact, identity: { ...intact.identity, isWithinValidity: false } }).tone).toBe('warning')
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
