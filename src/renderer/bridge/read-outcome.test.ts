import { describe, expect, test } from 'vitest'
import { readOutcome } from './read-outcome.ts'

describe('what comes through the bridge', () => {
  test('an output that fits is handed on', () => {
    expect(readOutcome('vault.state', { ok: true, value: { vault: null } })).toEqual({ ok: true, value: { vault: null } })
  })
  test('a declared refusal is handed on, with its path', () => {
    expect(readOutcome('vault.open', { ok: false, fault: { code: 'wrong-secret', detail: 'No slot opens.' } })).toEqual({
      ok: false,
      fault: { code: 'wrong-secret', detail: 'No slot opens.', path: null },
    })
    expect(readOutcome('vault.open', { ok: false, fault: { code: 'invalid-input', detail: 'x', path: 'secret' } })).toMatchObject({
      ok: false,
      fault: { path: 'secret' },
    })
  })

  const broken: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['a bare value', { vault: null }],
    ['an output with a wrong type', { ok: true, value: { vault: 'open' } }],
    ['an output with an extra field', { ok: true, value: { vault: null, path: '/home' } }],
    ['a refusal that the procedure does not declare', { ok: false, fault: { code: 'disk-full', detail: 'x' } }],
    ['a fault without a code', { ok: false, fault: { detail: 'x' } }],
  ]
  test.each(broken)('%s becomes an internal fault', (_what, raw) => {
    expect(readOutcome('vault.state', raw)).toMatchObject({ ok: false, fault: { code: 'internal' } })
  })
})
