// The made-up languages keep what a translation must keep, and nothing else.
import { createInstance } from 'i18next'
import { describe, expect, test } from 'vitest'
import { english } from './catalogues.ts'
import { type Catalogue, pseudoCatalogue, pseudoLanguages } from './pseudo.ts'

/** `key.key` → words, for every word of a catalogue. */
function wordsOf(catalogue: Catalogue, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : wordsOf(value, `${path}${key}.`),
  )
}

const filledIn = (text: string) => (text.match(/\{\{[^}]*\}\}|\{\w+\}|\$t\([^)]*\)|<\/?\w+\s*\/?>/g) ?? []).toSorted()

describe('a made-up language', () => {
  test.each(pseudoLanguages)('%s has every key of the English words and the same places to fill in', (language) => {
    const before = wordsOf(english)
    const after = wordsOf(pseudoCatalogue(english, language))
    expect(after.map(([key]) => key)).toEqual(before.map(([key]) => key))
    expect(after.map(([, text]) => filledIn(text))).toEqual(before.map(([, text]) => filledIn(text)))
  })

  test('en-XA is a third longer, accented, and shows its two ends', () => {
    expect(pseudoCatalogue({ a: 'Third parties' }, 'en-XA')).toEqual({ a: '[Ţĥíŕð þáŕţíéš~~~~~]' })
  })

  test('ar-XB turns words round and leaves a name that is filled in alone', () => {
    expect(pseudoCatalogue({ a: 'Hello {{name}}!' }, 'ar-XB')).toEqual({ a: '\u202EHello\u202C {{name}}!' })
  })

  test('plurals and names are still filled in', () => {
    const words = createInstance()
    const catalogue = pseudoCatalogue({ days_one: '{{count}} day for {{name}}', days_other: '{{count}} days for {{name}}' }, 'en-XA')
    void words.init({
      lng: 'en-XA',
      resources: { 'en-XA': { translation: catalogue } },
      initAsync: false,
      interpolation: { escapeValue: false },
    })
    const say = (key: string, values: object): unknown => Reflect.apply(words.t, words, [key, values])
    expect(say('days', { count: 1, name: '<Ada>' })).toBe('[1 ðáý ƒóŕ <Ada>~~~]')
    expect(say('days', { count: 2, name: 'Ada' })).toContain('2 ðáýš')
  })
})

describe('the English words', () => {
  test('are never empty, and say the plural where they say the singular', () => {
    const words = new Map(wordsOf(english))
    expect([...words].filter(([, text]) => text.trim() === '')).toEqual([])
    const alone = [...words.keys()].filter((key) => key.endsWith('_one') && !words.has(key.replace(/_one$/, '_other')))
    expect(alone).toEqual([])
  })
})
