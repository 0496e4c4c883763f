// The pages of reports under stress: every word inside the margins, no heading left alone at a foot, no card split.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderPages } from '#main/report/render.ts'
import { createReportCompiler } from '#main/report/report-compiler.ts'
import { resourcesDirectory } from '../golden/report-case.ts'
import { stressCases } from '../golden/stress-cases.ts'
import { bodyWords, lastLine, type PageOfWords, placedWords } from '../support/page-words.ts'

const compiler = createReportCompiler(resourcesDirectory)
const mmPt = 72 / 25.4
const margins = { leftPt: 23 * mmPt, rightPt: 21 * mmPt, footPt: 22 * mmPt }
const isLatin = /[A-Za-z]/

/** Words outside the text block; a line's box reaches a little below its baseline. */
function outside({ words, widthPt, heightPt }: PageOfWords): string[] {
  return words
    .filter(
      ({ left, right, top, bottom }) =>
        left < margins.leftPt - 1 || right > widthPt - margins.rightPt + 1 || top < 0 || bottom > heightPt - margins.footPt / 2,
    )
    .map(({ text }) => text)
}

/** The last line of a page when it is a heading or the head of a table, whose matter then stands on the next page. */
function aloneAtFoot(page: PageOfWords): string[] {
  const last = lastLine(page)
  if (last === null) return [`${page.number} is empty`]
  const { left, top, bottom, text } = last.first
  const isHeading = bottom - top > 14.2 && isLatin.test(text) && left < margins.leftPt + 1
  const isTableHead = bottom - top < 9.2 && /^(?:Id|No\.|Domain|Third party|Day|Crown jewel|State|Rule) [A-Z]/.test(last.text)
  return isHeading || isTableHead ? [`${page.number}: ${last.text}`] : []
}

const cardInsetPt = 4.4 * mmPt
// A card ends with its points; a finding of the assessor's own, which has none, with its first step.
const cardEnds = ['of 100 points in', 'Adds no points', 'Ask for a badge']
const isQuestion = /^(?:[A-Z]{1,2}-\d\d|screening)$/

/** Where cards begin and end on a page, from the top. */
function cardMarks(page: PageOfWords): string[] {
  const words = bodyWords(page)
  const says = (index: number, phrase: string): boolean =>
    phrase.split(' ').every((part, offset) => words[index + offset]?.text.startsWith(part) === true)
  // The lists of findings have numbers too.
  const isList = words.some((id) => id.text === 'Id' && words.some(({ text, top }) => text === 'No.' && top === id.top))
  if (isList) return []
  const marks = words.flatMap((word, index) => {
    const isAtInset = Math.abs(word.left - margins.leftPt - cardInsetPt) < 1
    const isNumbered = isAtInset && /^\d+$/.test(word.text) && isQuestion.test(words[index + 1]?.text ?? '')
    if (isNumbered || says(index, 'Severity, in the')) return [{ mark: 'begins', top: word.top }]
    return cardEnds.some((phrase) => says(index, phrase)) ? [{ mark: 'ends', top: word.top }] : []
  })
  return marks.toSorted((one, other) => one.top - other.top).map(({ mark }) => mark)
}

/** Pages on which a card begins that does not end there, or ends that did not begin there. */
function splitCards(page: PageOfWords): string[] {
  const marks = cardMarks(page)
  const isWhole = marks.length % 2 === 0 && marks.every((mark, index) => mark === (index % 2 === 0 ? 'begins' : 'ends'))
  return isWhole ? [] : [`${page.number}: ${marks.join(' ')}`]
}

/** So that the marks of cards are known to be found at all: two for each finding. */
const leastCards: Readonly<Record<string, number>> = {
  'assessment-forty-a4': 80,
  'assessment-forty-letter': 80,
  'programme-bad-letter': 60,
}

function pagesOf(name: string, by = compiler): PageOfWords[] {
  const make = stressCases[name]
  if (make === undefined) throw new Error(`There is no such case: ${name}`)
  const report = renderPages(make(by), by)
  expect(report.passesPdfUa).toBe(true)
  expect(report.warnings.filter((warning) => !warning.startsWith('No bundled font'))).toEqual([])
  return placedWords(report.pdf)
}

describe.each(Object.keys(stressCases))('%s', (name) => {
  test('keeps to its margins, leaves no heading alone, splits no card and begins with one page for the director', () => {
    const [kind] = name.split('-')
    const pages = pagesOf(name)
    expect(pages.flatMap(outside)).toEqual([])
    expect(pages.flatMap(aloneAtFoot)).toEqual([])
    expect(pages.flatMap(splitCards)).toEqual([])
    if (kind === 'assessment' || kind === 'programme') expect(pages.flatMap(cardMarks).length).toBeGreaterThanOrEqual(leastCards[name] ?? 0)
    const [front] = pages
    if (front === undefined) throw new Error('There is no page.')
    if (kind !== 'redacted') expect(lastLine(front)?.text).toContain('The last page says how to check this file.')
  })
})

test('a template without margins, whose headings let go of what follows and whose cards break, is found out', () => {
  const broken = createReportCompiler(resourcesDirectory)
  const spoil = (file: string, from: string, to: string) => {
    const source = readFileSync(join(resourcesDirectory, 'report', file), 'utf8')
    expect(source).toContain(from)
    broken.typst.addSource(join(broken.workspace, file), source.replaceAll(from, to))
  }
  spoil('style.typ', 'right: 21mm', 'right: 15mm')
  spoil('steps.typ', 'framed(false) }', 'framed(true) }')
  spoil(
    'annexes.typ',
    'heading(level: 3, outlined: false, [#part.title',
    'v(1fr) + text(size: 15pt)[Gaps of one domain] + colbreak() + heading(level: 3, outlined: false, [#part.title',
  )
  const pages = pagesOf('assessment-forty-a4', broken)
  expect(pages.flatMap(outside)).not.toEqual([])
  expect(pages.flatMap(aloneAtFoot)).not.toEqual([])
  expect(pages.flatMap(splitCards)).not.toEqual([])
})
