// The third party's copy before typesetting: it says no more, and nothing graver, than the signed report.
import { describe, expect, test } from 'vitest'
import { plainLook } from '#shared/domain/report-look.ts'
import { redact } from '#shared/exchange/redact.ts'
import { reportCase, resourcesDirectory, shippedPack } from '#test/golden/report-case.ts'
import { printedLook } from '../model/look.ts'
import { loadReportWords } from '../words.ts'
import { loadFormatWords } from './format-words.ts'
import { redactedModel } from './redacted-model.ts'

const pack = shippedPack()
const words = loadReportWords(resourcesDirectory)
const edition = {
  words,
  formats: loadFormatWords(resourcesDirectory),
  look: printedLook({ look: plainLook, logo: null }, 'Harbour Genomics, Inc.', words),
}
const { document } = redact(reportCase(pack, 'supplier'), pack)
const copyOf = (result: Partial<typeof document.result>) =>
  redactedModel({ ...document, result: { ...document.result, ...result } }, pack, edition)

describe('the copy for the third party', () => {
  test('calls a Low that nothing proves unconfirmed, as the signed report does', () => {
    const low = { best: 'low', worst: 'low' } as const
    const word = { id: 'low', word: 'Low (unconfirmed)' }
    expect(copyOf({ tier: low, isUnconfirmed: true }).tier).toEqual({ best: word, worst: word, text: 'Low (unconfirmed)' })
    expect(copyOf({ tier: low, isUnconfirmed: false }).tier.text).toBe('Low')
  })

  test('says how well the answers are proven, and what the badges say', () => {
    const model = copyOf({ confidence: 'low', badges: ['provisional', 'stale'] })
    expect(model.facts).toContainEqual({ label: 'Confidence', value: 'Low', isMono: false })
    expect(model.badges.map(({ word, meaning }) => [word, meaning])).toEqual([
      ['Provisional', words.badgeMeaning.provisional],
      ['Stale', words.badgeMeaning.stale],
    ])
  })

  test('names every part that is left out, and that restricted parties and combinations are', () => {
    const { leftOut, parts } = copyOf({})
    const missing = pack.domains.filter(({ id }) => document.domainsLeftOut.includes(id)).map(({ title }) => title)
    expect(missing).toContain('Restricted parties and conduct')
    expect(missing.filter((title) => parts.some((part) => part.title === title))).toEqual([])
    expect(leftOut.at(-1)).toMatch(new RegExp(`: ${missing.join('; ')}$`))
    expect(leftOut).toContain('answers and flags on restricted parties, and rules over several answers')
    expect(redactedModel({ ...document, domainsLeftOut: [] }, pack, edition).leftOut).toEqual(document.leftOut)
  })

  test('says of each flag whether it has fired, those that have first', () => {
    const [one, two] = document.result.flags
    if (one === undefined || two === undefined) throw new Error('The case has no flags.')
    const flags = [
      { ...one, level: 'high' as const, state: 'unresolved' as const },
      { ...two, level: 'high' as const, state: 'fired' as const },
    ]
    expect(copyOf({ flags }).flags.map(({ ruleId, levelWord, stateWord }) => [ruleId, levelWord, stateWord])).toEqual([
      [two.ruleId, 'High floor', 'Fired'],
      [one.ruleId, 'High floor', 'Unresolved'],
    ])
  })
})
