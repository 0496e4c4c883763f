// The made-up languages keep what a translation must keep, and nothing else.
import { createInstance } from 'i18next'
import { describe, expect, test } from 'vitest'
import { english } from './catalogues.ts'
import { type Catalogue, pseudoCatalogue, pseudoLanguages } from '#shared/pseudo.ts'
import { wordsIn } from './words.ts'

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
    const after = new Map(wordsOf(pseudoCatalogue(english, language)))
    expect(before.map(([key]) => after.get(key)).filter((text) => text === undefined)).toEqual([])
    expect(before.map(([key]) => [key, filledIn(after.get(key) ?? '')])).toEqual(before.map(([key, text]) => [key, filledIn(text)]))
  })

  test('en-XA is a third longer, accented, and shows its two ends', () => {
    expect(pseudoCatalogue({ a: 'Third parties' }, 'en-XA')).toEqual({ a: '[Ţĥíŕð þáŕţíéš~~~~~]' })
  })

  test('ar-XB turns words round and leaves a name that is filled in alone', () => {
    expect(pseudoCatalogue({ a: 'Hello {{name}}!' }, 'ar-XB')).toEqual({ a: '\u202EHello\u202C {{name}}!' })
  })

  test('ar-XB has all six forms of the Arabic plural, so that no number is said in English', () => {
    const words = createInstance()
    const catalogue = pseudoCatalogue({ days_one: '{{count}} day', days_other: '{{count}} days' }, 'ar-XB')
    const english = { days_one: '{{count}} day', days_other: '{{count}} days' }
    void words.init({
      lng: 'ar-XB',
      fallbackLng: 'en',
      resources: { en: { translation: english }, 'ar-XB': { translation: catalogue } },
      initAsync: false,
    })
    const said = [0, 1, 2, 3, 11, 100].map((count): unknown => Reflect.apply(words.t, words, ['days', { count }]))
    expect(said.map((text) => /^\d+ \u202Edays?\u202C$/u.test(String(text)))).toEqual([true, true, true, true, true, true])
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

  test('write every count with its thousands apart', () => {
    expect(wordsOf(english).filter(([, text]) => text.includes('{{count}}'))).toEqual([])
    expect(wordsIn('findings')('count', { count: 1_200 })).toBe('1,200 findings')
  })
})
