// How alike two names are, with the arithmetic: which words pair, how well, what is left over and what that costs. Whole thousandths only.
import { editsBetween } from './edits.ts'
import type { NameWord, ScreenedName } from './name.ts'

/** One part of the comparison; `asked` is from the party's name, `listed` from the list's, and an empty one has no partner. */
interface ComparedPart {
  readonly kind: 'same' | 'synonym' | 'joined' | 'similar' | 'initial' | 'left-over'
  readonly asked: string
  readonly listed: string
  readonly edits: number
  readonly weight: number
  /** 0–1,000. */
  readonly scoreMille: number
}

/** Something that lowers the whole score; the score is multiplied by `factorMille` / 1,000. */
interface Deduction {
  readonly code: 'other-legal-form' | 'other-number' | 'other-order' | 'short-name' | 'everyday-words'
  readonly factorMille: number
}

export interface NameComparison {
  /** 0–1,000; 1,000 for equal names. */
  readonly scoreMille: number
  readonly parts: readonly ComparedPart[]
  readonly deductions: readonly Deduction[]
}

/** Chosen on half of the labelled company pairs and measured on the other half; see docs/decisions/0011-exchange-and-screening.md. */
export const settings = {
  synonym: 900,
  joined: 950,
  initial: 650,
  weight: { word: 1_000, everyday: 450, number: 1_300, short: 600 },
  leftOver: { asked: 800, listed: 500 },
  deduction: { otherLegalForm: 920, otherNumber: 700, otherOrder: 920, shortName: 850, everydayWords: 800 },
} as const

/** Edits that two words of this many letters (the longer one's) may be apart. */
export function editsAllowed(length: number): number {
  if (length < 4) return 0
  if (length < 8) return 1
  return length < 15 ? 2 : 3
}

/** What a word weighs: one that tells the party apart more than an everyday one. */
export function weightOf(word: NameWord): number {
  const { weight } = settings
  if (word.isNumber) return weight.number
  if (word.groups.size > 0) return weight.everyday
  return word.text.length <= 2 ? weight.short : weight.word
}

interface Pairing {
  readonly asked: readonly number[]
  readonly listed: readonly number[]
  readonly kind: ComparedPart['kind']
  readonly edits: number
  readonly scoreMille: number
}

type Likeness = Pick<Pairing, 'kind' | 'edits' | 'scoreMille'>

/** 1,000 for no edit, falling faster than the share of letters that stay. */
function similarity(edits: number, length: number): number {
  return Math.floor((1_000 * (length - edits) * (2 * length - edits)) / (2 * length ** 2))
}

/** How alike two single words are; null when they are not. */
export function likeness(asked: NameWord, listed: NameWord): Likeness | null {
  if (asked.text === listed.text) return { kind: 'same', edits: 0, scoreMille: 1_000 }
  if (!asked.isComparable || !listed.isComparable || asked.isNumber || listed.isNumber) return null
  for (const group of asked.groups) if (listed.groups.has(group)) return { kind: 'synonym', edits: 0, scoreMille: settings.synonym }
  const [short, long] = asked.text.length <= listed.text.length ? [asked.text, listed.text] : [listed.text, asked.text]
  if (short.length === 1 && long.startsWith(short)) return { kind: 'initial', edits: 0, scoreMille: settings.initial }
  const limit = editsAllowed(long.length)
  const edits = editsBetween(asked.text, listed.text, limit)
  if (edits > limit) return null
  return { kind: 'similar', edits, scoreMille: similarity(edits, long.length) }
}

function* pairingsOf(asked: readonly NameWord[], listed: readonly NameWord[]): Generator<Pairing> {
  for (const [at, one] of asked.entries()) {
    for (const [place, other] of listed.entries()) {
      const alike = likeness(one, other)
      if (alike !== null) yield { asked: [at], listed: [place], ...alike }
    }
  }
}

/** Two neighbouring words on one side that are one word on the other. */
function* joinsOf(pairs: readonly NameWord[], singles: readonly NameWord[]): Generator<{ pair: number; single: number }> {
  for (let pair = 0; pair + 1 < pairs.length; pair += 1) {
    const text = `${pairs[pair]?.text}${pairs[pair + 1]?.text}`
    for (const [single, word] of singles.entries()) if (word.text === text) yield { pair, single }
  }
}

function candidates({ words: asked }: ScreenedName, { words: listed }: ScreenedName): Pairing[] {
  const joined = { kind: 'joined' as const, edits: 0, scoreMille: settings.joined }
  return [
    ...pairingsOf(asked, listed),
    ...[...joinsOf(asked, listed)].map(({ pair, single }) => ({ asked: [pair, pair + 1], listed: [single], ...joined })),
    ...[...joinsOf(listed, asked)].map(({ pair, single }) => ({ asked: [single], listed: [pair, pair + 1], ...joined })),
  ]
}

interface Alignment {
  readonly pairings: readonly Pairing[]
  readonly freeAsked: readonly number[]
  readonly freeListed: readonly number[]
}

/** The best pairs first, each word used once; among equals the one with the smaller shift, then the earlier. */
function align(asked: ScreenedName, listed: ScreenedName): Alignment {
  const shift = ({ asked: [from = 0], listed: [to = 0] }: Pairing): number => Math.abs(from - to)
  const ordered = candidates(asked, listed).toSorted((one, two) => two.scoreMille - one.scoreMille || shift(one) - shift(two))
  const usedAsked = new Set<number>()
  const usedListed = new Set<number>()
  const pairings = ordered.filter((pairing) => {
    const isFree = pairing.asked.every((at) => !usedAsked.has(at)) && pairing.listed.every((at) => !usedListed.has(at))
    if (isFree) pairing.asked.forEach((at) => usedAsked.add(at))
    if (isFree) pairing.listed.forEach((at) => usedListed.add(at))
    return isFree
  })
  const free = (words: readonly NameWord[], used: ReadonlySet<number>) => [...words.keys()].filter((at) => !used.has(at))
  return { pairings, freeAsked: free(asked.words, usedAsked), freeListed: free(listed.words, usedListed) }
}

function textAt(words: readonly NameWord[], places: readonly number[]): string {
  return places.map((at) => words[at]?.text).join(' ')
}

function weightAt(words: readonly NameWord[], places: readonly number[]): number {
  return places.reduce((sum, at) => sum + words.slice(at, at + 1).reduce((own, word) => own + weightOf(word), 0), 0)
}

function partsOf(asked: ScreenedName, listed: ScreenedName, { pairings, freeAsked, freeListed }: Alignment): ComparedPart[] {
  const leftOver = { kind: 'left-over' as const, edits: 0, scoreMille: 0 }
  return [
    ...pairings.map(({ kind, edits, scoreMille, ...at }) => ({
      kind,
      asked: textAt(asked.words, at.asked),
      listed: textAt(listed.words, at.listed),
      edits,
      scoreMille,
      weight: Math.max(weightAt(asked.words, at.asked), weightAt(listed.words, at.listed)),
    })),
    ...freeAsked.map((at) => ({
      ...leftOver,
      asked: textAt(asked.words, [at]),
      listed: '',
      weight: Math.floor((weightAt(asked.words, [at]) * settings.leftOver.asked) / 1_000),
    })),
    ...freeListed.map((at) => ({
      ...leftOver,
      asked: '',
      listed: textAt(listed.words, [at]),
      weight: Math.floor((weightAt(listed.words, [at]) * settings.leftOver.listed) / 1_000),
    })),
  ]
}

function isDisjoint(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size > 0 && right.size > 0 && [...left].every((one) => !right.has(one))
}

function numbersIn({ words }: ScreenedName): Set<string> {
  return new Set(words.filter((word) => word.isNumber).map((word) => word.text))
}

/** True when paired words stand in another order. */
function isReordered(pairings: readonly Pairing[]): boolean {
  const places = pairings.map(({ asked: [from = 0], listed: [to = 0] }) => ({ from, to })).toSorted((one, two) => one.from - two.from)
  let last = 0
  return places.some(({ to }) => {
    const isEarlier = to < last
    last = to
    return isEarlier
  })
}

const shortestTelling = 5

function deductionsOf(asked: ScreenedName, listed: ScreenedName, { pairings, freeAsked, freeListed }: Alignment): Deduction[] {
  const { deduction } = settings
  const paired = pairings.flatMap((pairing) => pairing.asked.flatMap((at) => asked.words.slice(at, at + 1)))
  const hasLeftOver = freeAsked.length + freeListed.length > 0
  const isPerson = listed.raw.includes(',')
  const rules: readonly (readonly [boolean, Deduction['code'], number])[] = [
    [isDisjoint(asked.legalKinds, listed.legalKinds), 'other-legal-form', deduction.otherLegalForm],
    [isDisjoint(numbersIn(asked), numbersIn(listed)), 'other-number', deduction.otherNumber],
    [!isPerson && isReordered(pairings), 'other-order', deduction.otherOrder],
    [asked.joined.length < shortestTelling && asked.raw !== listed.raw, 'short-name', deduction.shortName],
    [hasLeftOver && paired.every((word) => word.groups.size > 0), 'everyday-words', deduction.everydayWords],
  ]
  return rules.filter(([applies]) => applies).map(([, code, factorMille]) => ({ code, factorMille }))
}

/** Edits that two whole names of this many letters (the longer one's) may be apart, blanks ignored. */
export function editsAllowedInWhole(length: number): number {
  return Math.min(editsAllowed(length), 2)
}

/** How alike the whole names are when blanks are ignored: `GAZPROMNEFT` and `GAZPROM NEFT`. Null when they are not. */
function wholeLikeness(asked: ScreenedName, listed: ScreenedName): ComparedPart | null {
  const length = Math.max(asked.joined.length, listed.joined.length)
  const limit = editsAllowedInWhole(length)
  const isComparable = [...asked.words, ...listed.words].every((word) => word.isComparable && !word.isNumber)
  const edits = isComparable ? editsBetween(asked.joined, listed.joined, limit) : limit + 1
  if (edits > limit) return null
  const scoreMille = Math.floor((settings.joined * similarity(edits, length)) / 1_000)
  return { kind: 'joined', asked: asked.key, listed: listed.key, edits, weight: 1_000, scoreMille }
}

/** Compares two names that have a key. Symmetric in nothing but equality: words missing from the party's name cost more than words missing from the list's. */
export function compareNames(asked: ScreenedName, listed: ScreenedName): NameComparison {
  const alignment = align(asked, listed)
  const parts = partsOf(asked, listed, alignment)
  const total = parts.reduce((sum, part) => sum + part.weight, 0)
  const gained = parts.reduce((sum, part) => sum + part.weight * part.scoreMille, 0)
  const aligned = Math.floor(gained / total)
  const whole = wholeLikeness(asked, listed)
  const deductions = deductionsOf(asked, listed, alignment)
  const lowered = (score: number): number => deductions.reduce((rest, one) => Math.floor((rest * one.factorMille) / 1_000), score)
  if (whole !== null && whole.scoreMille > aligned) return { scoreMille: lowered(whole.scoreMille), parts: [whole], deductions }
  return { scoreMille: lowered(aligned), parts, deductions }
}
