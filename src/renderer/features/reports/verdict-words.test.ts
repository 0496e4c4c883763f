import { describe, expect, test } from 'vitest'
import { Verdict } from '#shared/contract/verdict.ts'
import { assessmentFinding, changesFinding, identityFinding, integrityFinding } from './verdict-words.ts'

const intact = Verdict.parse({
  integrity: { state: 'intact', reasons: [] },
  changes: { state: 'none', reasons: [] },
  identity: {
    state: 'known',
    name: 'Dana',
    certificateSerial: '01',
    certificateSha256: 'ab',
    knownAs: 'Dana',
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
  assessment: { state: 'recomputes', reasons: [] },
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
    const tones = Verdict.shape.assessment.shape.state.options.map(
      (state) => assessmentFinding({ ...intact, assessment: { state, reasons: [] } }).tone,
    )
    expect(tones).toEqual(['good', 'bad', 'bad', 'warning', 'neutral'])
  })
})
