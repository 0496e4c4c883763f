// The manual in the app: every page can be shown, every link and every screen's help leads somewhere, and words are found.
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { helpTargets } from '#renderer/app/help-pages.ts'
import type { Block, Inline } from '#renderer/features/help/manual-page.ts'
import { searchIn, sectionsOf } from '#renderer/features/help/search-manual.ts'
import { pictureSize } from '../../scripts/manual/picture-size.ts'
import { readManual } from '../../scripts/manual/read-manual.ts'
import { headingId, readPage } from '../../scripts/manual/read-page.ts'

const manual = readManual(resolve(import.meta.dirname, '../../docs'), (path) => path)
const headingsOf = (id: string) => manual.filter((page) => page.id === id).flatMap((page) => sectionsOf(page).map(({ heading }) => heading))

function linksIn(parts: readonly Inline[]): { page: string; heading: string | null }[] {
  return parts.flatMap((part) => [...(part.kind === 'link' ? [part] : []), ...('children' in part ? linksIn(part.children) : [])])
}
function linksOf(block: Block): { page: string; heading: string | null }[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return linksIn(block.children)
    case 'note':
      return block.children.flatMap(linksOf)
    case 'list':
      return block.items.flat().flatMap(linksOf)
    case 'table':
      return [...block.head, ...block.rows.flat()].flatMap(linksIn)
    case 'code':
    case 'image':
      return []
  }
}

const readText = (markdown: string) =>
  readPage({
    id: 'page',
    part: 'guide',
    markdown,
    pageOf: (name) => (name === 'other.md' ? 'other' : null),
    pictureOf: (name) => (name === 'a.png' ? { source: 'A', widthPx: 640, heightPx: 400 } : null),
  })

describe('the manual that the app shows', () => {
  test('begins with the pages that its index lists, and has at least those that were there first', () => {
    const ids = manual.map(({ id }) => id)
    expect(ids[0]).toBe('vaults')
    expect(ids).toEqual(expect.arrayContaining(['getting-around', 'assessing', 'signing', 'checking', 'trouble', 'method', 'security']))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has no link that leads nowhere, and no heading twice on one page', () => {
    for (const page of manual) {
      const dead = page.blocks.flatMap(linksOf).filter((link) => !headingsOf(link.page).includes(link.heading))
      expect({ page: page.id, dead }).toEqual({ page: page.id, dead: [] })
      expect(new Set(headingsOf(page.id)).size).toBe(headingsOf(page.id).length)
    }
  })

  test('has the page and the heading to which each screen’s help leads', () => {
    expect(helpTargets.length).toBeGreaterThan(5)
    expect(helpTargets.filter(({ page, heading = null }) => !headingsOf(page).includes(heading))).toEqual([])
  })

  test('finds words by their beginning, without accents and with a slip of the keyboard, and shows where', () => {
    const search = searchIn(manual)
    for (const text of ['recovery code', 'RECOV code', 'recovry code', 'récovery']) {
      expect(search(text)[0], text).toMatchObject({ page: 'vaults' })
      expect(search(text)[0]?.excerpt.toLowerCase()).toContain('recovery')
    }
    expect(search('nosuchwordanywhere')).toEqual([])
    expect(search('recovery nosuchwordanywhere')).toEqual([])
    expect(search('the').length).toBeLessThanOrEqual(20)
  })
})

test('a picture says how large it is before it is there, and only PNG is taken', () => {
  const pictures = manual.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'image' ? [block] : [])))
  expect(pictures.length).toBeGreaterThan(5)
  expect(pictures.filter(({ widthPx }) => widthPx !== 1280)).toEqual([])
  expect(() => pictureSize(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toThrow('PNG pictures only')
})

describe('a page of Markdown', () => {
  test('becomes plain data: nothing of it is HTML', () => {
    const page = readText(
      '# A & B\n\nSee `a<b`, **bold *both***, [there](other.md#x), [web](https://example.org) and \\*.\n\n## One `two`\n\n1. c\n\n> d\n\n| a | b |\n|---|---|\n| x<br>y | `z` |\n\n<!-- mark -->\n\n![words](a.png)\n\n```\ncode\n```\n',
    )
    expect(page).toMatchObject({ title: 'A & B', part: 'guide' })
    expect(page.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'list', 'note', 'table', 'image', 'code'])
    expect(page.blocks[0]).toEqual({
      kind: 'paragraph',
      children: [
        { kind: 'text', text: 'See ' },
        { kind: 'code', text: 'a<b' },
        { kind: 'text', text: ', ' },
        {
          kind: 'strong',
          children: [
            { kind: 'text', text: 'bold ' },
            { kind: 'emphasis', children: [{ kind: 'text', text: 'both' }] },
          ],
        },
        { kind: 'text', text: ', ' },
        { kind: 'link', page: 'other', heading: 'x', children: [{ kind: 'text', text: 'there' }] },
        { kind: 'text', text: ', ' },
        { kind: 'text', text: 'web' },
        { kind: 'text', text: ' (https://example.org)' },
        { kind: 'text', text: ' and ' },
        { kind: 'text', text: '*' },
        { kind: 'text', text: '.' },
      ],
    })
    expect(page.blocks[1]).toMatchObject({ id: 'one-two', level: 2 })
    expect(page.blocks[5]).toEqual({ kind: 'image', source: 'A', widthPx: 640, heightPx: 400, alt: 'words' })
  })

  test.each([
    ['no title', 'text only'],
    ['HTML', '# T\n\n<script>alert(1)</script>'],
    ['HTML in a line', '# T\n\nsome <b>bold</b> text'],
    ['an entity', '# T\n\nfish &amp; chips'],
    ['a picture that is not there', '# T\n\n![words](b.png)'],
    ['a picture without words', '# T\n\n![](a.png)'],
    ['a second title', '# T\n\n# U'],
    ['a line across', '# T\n\n---'],
  ])('with %s is refused, so that the build fails', (_what, markdown) => {
    expect(() => readText(markdown)).toThrow(/The page "page" of the manual holds/)
  })

  test('names headings as GitHub does', () => {
    expect(headingId('Settings: who can open it, and how')).toBe('settings-who-can-open-it-and-how')
    expect(headingId('3. Gap of a domain')).toBe('3-gap-of-a-domain')
  })
})
