// Finds words on the screen that come from no message catalogue: in en-XA a letter without an accent is a literal, or data.
import type { Page } from '@playwright/test'
import { ask } from './all-screens.ts'

/** Text that stands on a page as a person or a screen reader meets it, and where. */
interface ShownText {
  readonly where: string
  readonly text: string
}

const days = /\b(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?: \d{1,2},)? \d{4}\b/gu
/** What every language writes alike: ids of questions, rules, domains and articles, the program's own name, keys and measures. */
const unchanging =
  /\b(?:[A-Z]{1,2}-\d{2}|(?:[\da-f]{4} ){3,}[\da-f]{4}|[\dA-F]{16,}|ETSI\.CAdES\.detached|assessment\.json|Gatehouse|SHA-256|Ed25519|PAdES|ISO|LEI|CSV|PDF|PNG|USB|[KMG]B)\b/gu

/** What the controls' own library says to a screen reader; it has its own translations, and English for a made-up language. */
const controlWords = ['Dismiss']

/** Strings that are codes of the program, which may not be shown: `supplier`, `could-not-screen`. */
const isCode = (text: string) => /^[a-z0-9.-]*$/u.test(text)

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return isCode(value) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  // A result is the engine's own work: what it says in words belongs to a catalogue.
  return Object.entries(value).flatMap(([key, part]) => (key === 'result' ? [] : leavesOf(part)))
}

/** A procedure and its input. */
export type KnownCall = readonly [name: string, input: unknown]

/** Every word of the vault, its packs and the reference data that `calls` give: what a person typed or a pack says is never translated. */
export async function knownWords(page: Page, calls: readonly KnownCall[]): Promise<ReadonlySet<string>> {
  const names = new Intl.DisplayNames('en', { type: 'region' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const countries = letters.flatMap((first) => letters.map((second) => names.of(`${first}${second}`) ?? ''))
  // Intl names countries and languages, in English for the two made-up languages.
  const known = new Set(['English', ...controlWords, ...countries.filter((name) => name.length > 2)])
  for (const [name, input] of calls) for (const text of leavesOf(await ask(page, name, input))) known.add(text.trim())
  return known
}

async function shownTexts(page: Page, leftOut: string): Promise<readonly ShownText[]> {
  return page.evaluate((leftOut) => {
    // Keys, ids and what a person typed are no words of the program; the manual and the names of other people's software are texts of their own.
    const apart = 'kbd, code, .code, textarea, script, style, .manual-page, .manual-contents button, .shipped'
    const named = ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder', 'alt'] as const
    const place = (element: Element) => `<${element.localName}${element.className ? ` class="${element.className}"` : ''}>`
    const found: { where: string; text: string }[] = []
    for (const element of document.body.querySelectorAll('*')) {
      if (leftOut !== '' && element.closest(leftOut) !== null) continue
      for (const name of element.closest('.manual-page, .shipped') === null ? named : []) {
        const text = element.getAttribute(name)
        if (text !== null) found.push({ where: `${name} of ${place(element)}`, text })
      }
      if (element.closest(apart) !== null) continue
      for (const side of ['::before', '::after']) {
        const { content } = getComputedStyle(element, side)
        if (/[a-z]{2}/iu.test(content) && content !== 'none' && content !== 'normal')
          found.push({ where: `${side} of ${place(element)}`, text: content })
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && node.nodeValue !== null) found.push({ where: place(element), text: node.nodeValue })
      }
    }
    return found
  }, leftOut)
}

/** Words of the vault that a screen shows up to an ellipsis. */
const shortened = /[^[\]]{20,}?…/gu

interface Data {
  /** All known words as one expression, the longest first; each stands as whole words. */
  readonly whole: RegExp
  /** Nothing for the beginning of known words, the text itself for anything else. */
  readonly orShortened: (text: string) => string
}

function dataOf(known: ReadonlySet<string>): Data {
  const longestFirst = [...known].filter((words) => words.length > 2).toSorted((one, other) => other.length - one.length)
  const escaped = longestFirst.map((words) => words.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
  return {
    whole: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${escaped.join('|')})(?![\p{L}\p{N}])`, 'gu'),
    orShortened: (text) => {
      const start = text.slice(text.search(/[A-Za-z]/u), -1)
      return longestFirst.some((words) => words.startsWith(start)) ? ' ' : text
    },
  }
}

/** What is left of a text once data and what never changes are taken out, if letters without accents are left; otherwise nothing. */
function literalIn(text: string, known: Data): string | null {
  const hasLetters = (part: string) => /[A-Za-z]{2}/u.test(part)
  if (!hasLetters(text)) return null
  const rest = text
    .replaceAll(/…[\da-f]{8}/gu, ' ')
    .replaceAll(known.whole, ' ')
    .replaceAll(shortened, known.orShortened)
    .replaceAll(days, ' ')
    .replaceAll(unchanging, ' ')
  return hasLetters(rest) ? rest.replaceAll(/\s+/gu, ' ').trim() : null
}

/** Words of the program on the screen that no catalogue gave, except in what `leftOut` selects. To be asked while the page is in en-XA. */
export async function literalsOn(page: Page, known: ReadonlySet<string>, leftOut = ''): Promise<string[]> {
  const data = dataOf(known)
  const texts = await shownTexts(page, leftOut)
  const faults = texts.flatMap(({ where, text }) => {
    const literal = literalIn(text, data)
    return literal === null ? [] : [`${literal}  ← ${where}`]
  })
  return [...new Set(faults)]
}

/** What gives the words of the open vault, of its packs and of the reference data. Add a procedure here for a screen that shows more of them. */
export async function vaultWords(page: Page): Promise<readonly KnownCall[]> {
  const { assessments } = await ask<{
    assessments: readonly { readonly assessment: { readonly id: string; readonly thirdPartyId: string } }[]
  }>(page, 'assessments.list', {})
  const codes = ['US', 'DE', 'CN', 'GB', 'CH', 'JP', 'IN', 'FR']
  return [
    ['assessments.list', {}],
    ...assessments.map(({ assessment }): KnownCall => ['assessments.read', { id: assessment.id }]),
    ...assessments.map(({ assessment }): KnownCall => ['decision.readCase', { assessmentId: assessment.id }]),
    ['vault.state', {}],
    ['keys.list', {}],
    ['thirdParties.list', {}],
    ...[...new Set(assessments.map(({ assessment }) => assessment.thirdPartyId))].map((id): KnownCall => [
      'thirdParties.timeline',
      { id, before: null },
    ]),
    ['jewelRegister.list', {}],
    ['screening.lists', {}],
    ['screening.overview', {}],
    ...(['open', 'same', 'not-same', 'cannot-tell'] as const).map((state): KnownCall => [
      'screening.hits',
      { state, thirdPartyId: null, limit: 50, offset: 0 },
    ]),
    ['jewelRegister.suggestions', {}],
    ['packs.list', {}],
    ['signers.list', {}],
    ['reports.list', {}],
    ['history.list', { before: null, limit: 100, kinds: [], objectId: null, from: null, until: null }],
    ['crownJewels.list', {}],
    ['organization.read', {}],
    ['reference.countries', { codes, onDay: '2026-11-22' }],
  ]
}
