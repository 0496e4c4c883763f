// Words outside components, numbers by the page's language.
import { describe, expect, test } from 'vitest'
import { localeFor, pageLocale } from './page-language.ts'
import { wordsIn } from './words.ts'

describe('the words of one part', () => {
  test('are there without a component, with their plurals', () => {
    const t = wordsIn('home')
    expect(t('title')).toBe('Home')
    expect(t('drafts.all', { count: 1 })).toBe('1 draft')
    expect(t('drafts.all', { count: 3 })).toBe('3 drafts')
  })

  test('come from their own catalogue', () => {
    expect(wordsIn('frame')('places.settings')).toBe('Settings')
  })
})

describe('the locale', () => {
  test('is British for English and for the made-up languages, and the language itself for any other', () => {
    expect(pageLocale).toBe('en-GB')
    expect(['en', 'en-XA', 'ar-XB', 'de', 'ar'].map(localeFor)).toEqual(['en-GB', 'en-GB', 'en-GB', 'de', 'ar'])
  })
})
