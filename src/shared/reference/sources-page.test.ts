import { describe, expect, test } from 'vitest'
import { shippedPack } from '#test/generators/shipped-pack.ts'
import { shippedReference } from '#test/generators/shipped-reference.ts'
import { sourcesPage } from './sources-page.ts'

const pack = shippedPack()
const reference = shippedReference()
const page = sourcesPage({ pack, reference })

/** The cells of the rows under a heading. */
function rowsUnder(heading: string): string[][] {
  const [section = ''] = page.slice(page.indexOf(`## ${heading}`) + 3).split('\n## ')
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

describe('the page of sources', () => {
  test('says plainly that lists inform and never decide, that no country changes a score, and that counsel is needed', () => {
    expect(page).toContain('Lists inform, they never decide.')
    expect(page).toContain('No country changes a score')
    expect(page).toContain('Every country gets the same questions')
    expect(page).toContain('counsel review needed')
  })

  test('begins with every open check, those to settle first before those to read', () => {
    const rows = rowsUnder('Check by hand first')
    expect(rows).toHaveLength(reference.openChecks.checks.length)
    expect(rows[0]?.[1]).toBe('Did the BIS Affiliates Rule come back on 10 November 2026?')
    const last = reference.openChecks.checks.filter(({ kind }) => kind === 'first').length
    expect(rows.slice(0, last).map(([, question]) => question)).toEqual(
      reference.openChecks.checks.filter(({ kind }) => kind === 'first').map(({ question }) => question),
    )
    expect(page.indexOf('## Check by hand first')).toBeLessThan(page.indexOf('## What to look at again'))
  })

  test('sorts what to look at again by day and leaves no source or row out', () => {
    const rows = rowsUnder('What to look at again, and when')
    const days = rows.map(([day]) => day ?? '')
    expect(days).toEqual(days.toSorted())
    const named = rows.flatMap(([, , sources = '', ids = '']) => [...sources.split(', '), ...ids.split(', ')])
    for (const source of pack.sources) expect(named).toContain(source.id)
    for (const list of reference.countryLists.lists) expect(named).toContain(list.id)
    for (const law of reference.compelledAccessLaws.laws) expect(named).toContain(law.id)
  })

  test('lists every source of the pack and of each file once, with what was not verified', () => {
    expect(rowsUnder('Sources of the questions')).toHaveLength(pack.sources.length)
    expect(rowsUnder('Sources of `country-lists.yaml`')).toHaveLength(reference.countryLists.sources.length)
    const fisa = rowsUnder('Sources of `compelled-access-laws.yaml`').find(([id]) => id === 'us-fisa-702')
    expect(fisa).toContain('not read')
    expect(fisa).toContain('The text, the lapse, the certifications to March 2027 and any later renewal.')
  })

  test('keeps a bar in a title from breaking the table', () => {
    const [source, ...others] = pack.sources
    if (source === undefined) throw new Error('The pack has no source.')
    const odd = sourcesPage({ pack: { ...pack, sources: [{ ...source, title: 'This | that' }, ...others] }, reference })
    expect(odd).toContain('This \\| that')
  })
})
