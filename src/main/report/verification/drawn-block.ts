// Draws what a further signer states into the place that was prepared for it: one text for one set of facts, so that it can be checked by drawing it again.
import { spellOut } from '#shared/domain/text.ts'

/** What stands in the block; all of it is stated by the signature itself. */
export type BlockFacts = {
  readonly name: string
  /** Empty when none is stated. */
  readonly role: string
  readonly reason: string
  /** UTC instant, ISO 8601. */
  readonly signedAt: string
  readonly certificateSha256: string
}

/** The fixed-width font that the first signer put into the file. */
export type BlockFont = {
  readonly objectNumber: number
  /** Glyph by code point. */
  readonly glyphs: ReadonlyMap<number, number>
}

export type BlockSize = { readonly widthPt: number; readonly heightPt: number }

/** Lines of the block from its top: how many each fact has. The template prints labels beside them, so neither may change alone. */
export const blockLines = { name: 2, role: 1, signedAt: 1, reason: 3, certificateSha256: 2 } as const
export const blockPitchPt = 13
const fontSizePt = 8
const advancePerSize = 0.6
/** From the top of a line down to the foot of its letters. */
const baselinePt = 9.2

/** The body of the appearance's object. It draws letters of the prepared font and nothing else: no boxes, pictures, layers or other objects. */
export function drawnBlock(facts: BlockFacts, { widthPt, heightPt }: BlockSize, font: BlockFont): string {
  const perLine = lettersPerLine(widthPt)
  const lines = (['name', 'role', 'signedAt', 'reason', 'certificateSha256'] as const).flatMap((key) => {
    const shownLines = wrap(printable(written(facts, key), font), perLine, blockLines[key])
    return Array.from({ length: blockLines[key] }, (_, index) => shownLines[index] ?? '')
  })
  const shown = lines.flatMap((line, index) => {
    const y = rounded(heightPt - index * blockPitchPt - baselinePt)
    return line === '' ? [] : [`1 0 0 1 0 ${y} Tm <${glyphsOf(line, font)}> Tj`]
  })
  const content = ['BT', '0 g', `/F1 ${fontSizePt} Tf`, ...shown, 'ET'].join('\n')
  const box = `[0 0 ${rounded(widthPt)} ${rounded(heightPt)}]`
  const resources = `<< /Font << /F1 ${font.objectNumber} 0 R >> >>`
  return `<< /Type /XObject /Subtype /Form /BBox ${box} /Resources ${resources} /Length ${content.length} >>\nstream\n${content}\nendstream`
}

const typedFacts = ['name', 'role', 'reason'] as const
export type TypedFact = (typeof typedFacts)[number]

/** Below the baseline of the last line, so that no letter is clipped. */
const descentPt = 2
const leastHeightPt =
  Object.values(blockLines).reduce((sum, count) => sum + count, 0) * blockPitchPt - blockPitchPt + baselinePt + descentPt

/** Which of the texts the block does not show in full. */
export function cutFacts(facts: BlockFacts, size: BlockSize, font: BlockFont): readonly TypedFact[] {
  return typedFacts.filter((fact) => facts[fact] !== '' && !fits({ fact, text: facts[fact] }, size, font))
}

/** How many characters of a text the block can show, from the first. */
export function roomFor({ fact, text }: FactText, size: BlockSize, font: BlockFont): number {
  const characters = [...text]
  let most = 0
  let tooMany = characters.length + 1
  while (tooMany - most > 1) {
    const count = Math.floor((most + tooMany) / 2)
    if (fits({ fact, text: characters.slice(0, count).join('') }, size, font)) most = count
    else tooMany = count
  }
  return most
}

type FactText = { readonly fact: TypedFact; readonly text: string }

function fits({ fact, text }: FactText, { widthPt, heightPt }: BlockSize, font: BlockFont): boolean {
  return heightPt >= leastHeightPt && wrapped(printable(text, font), lettersPerLine(widthPt)).length <= blockLines[fact]
}

function lettersPerLine(widthPt: number): number {
  return Math.max(1, Math.floor(widthPt / (fontSizePt * advancePerSize)))
}

/** Coordinates as all of this writes them: thousandths of a point. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

function written(facts: BlockFacts, key: keyof BlockFacts): string {
  if (key === 'signedAt') return `${facts.signedAt.slice(0, 10)} ${facts.signedAt.slice(11, 19)} UTC`
  if (key === 'certificateSha256') return facts.certificateSha256.replaceAll(/(.{4})(?=.)/g, '$1 ')
  return facts[key]
}

/** What the font lacks, hides or reorders is spelled out, as everywhere on paper. */
function printable(text: string, { glyphs }: BlockFont): string {
  return Array.from(spellOut(text.normalize('NFC')), (character) => {
    const code = character.codePointAt(0) ?? 0
    return glyphs.has(code) ? character : `(U+${code.toString(16).toUpperCase().padStart(4, '0')})`
  }).join('')
}

function glyphsOf(line: string, { glyphs }: BlockFont): string {
  return Array.from(line, (character) => (glyphs.get(character.codePointAt(0) ?? 0) ?? 0).toString(16).toUpperCase().padStart(4, '0')).join(
    '',
  )
}

/** Lines of at most so many letters, at most so many; longer words are cut, and what does not fit ends in an ellipsis. */
function wrap(text: string, perLine: number, most: number): string[] {
  const lines = wrapped(text, perLine)
  if (lines.length <= most) return lines
  const last = [...(lines[most - 1] ?? '')].slice(0, perLine - 1).join('')
  return [...lines.slice(0, most - 1), `${last}\u2026`]
}

function wrapped(text: string, perLine: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ').flatMap((one) => pieces(one, perLine))) {
    const line = lines.at(-1) ?? ''
    const joined = line === '' ? word : `${line} ${word}`
    if ([...joined].length <= perLine) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

function pieces(word: string, perLine: number): string[] {
  const letters = [...word]
  const count = Math.max(1, Math.ceil(letters.length / perLine))
  return Array.from({ length: count }, (_, index) => letters.slice(index * perLine, (index + 1) * perLine).join(''))
}
