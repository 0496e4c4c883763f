// Full-text search through the manual: by words, their beginnings and small misspellings, section by section.
import MiniSearch from 'minisearch'
import { type Block, type ManualPage, plainText } from './manual-page.ts'

interface Section {
  readonly id: string
  readonly page: string
  readonly pageTitle: string
  /** Null for what stands before the first heading. */
  readonly heading: string | null
  readonly title: string
  readonly text: string
}

export interface Found {
  readonly id: string
  readonly page: string
  readonly pageTitle: string
  readonly heading: string | null
  readonly title: string
  /** The text around the first word that was found, up to 160 characters. */
  readonly excerpt: string
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.children)
    case 'list':
      return block.items.map((item) => item.map(wordsOf).join(' ')).join(' ')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(plainText).join(' ')).join(' ')
    case 'note':
      return block.children.map(wordsOf).join(' ')
    case 'code':
      return block.text
    case 'image':
      return block.alt
  }
}

/** A page in its sections: what stands under each heading. */
export function sectionsOf(page: ManualPage): Section[] {
  const sections: { heading: string | null; title: string; texts: string[] }[] = [{ heading: null, title: page.title, texts: [] }]
  for (const block of page.blocks) {
    if (block.kind === 'heading') sections.push({ heading: block.id, title: plainText(block.children), texts: [] })
    else sections.at(-1)?.texts.push(wordsOf(block))
  }
  return sections.map(({ heading, title, texts }) => ({
    id: `${page.id}#${heading ?? ''}`,
    page: page.id,
    pageTitle: page.title,
    heading,
    title,
    text: texts.join(' ').replaceAll(/\s+/g, ' '),
  }))
}

/** Lower case and without accents. */
const fold = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en')

const excerptLength = 160

function excerptOf(text: string, terms: readonly string[]): string {
  const folded = fold(text)
  const places = terms.map((term) => folded.indexOf(term)).filter((place) => place >= 0)
  const at = Math.min(...places, text.length)
  const from = at === text.length ? 0 : Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 40)) + 1)
  const cut = text.slice(from, from + excerptLength)
  return `${from > 0 ? '… ' : ''}${cut.trim()}${from + excerptLength < text.length ? ' …' : ''}`
}

const limit = 20

/** A search over these pages: returns the sections that hold every word of a text, or nearly, the best first, 20 at most. */
export function searchIn(pages: readonly ManualPage[]): (text: string) => Found[] {
  const sections = pages.flatMap(sectionsOf)
  const index = new MiniSearch<Section>({
    fields: ['title', 'pageTitle', 'text'],
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      boost: { title: 3, pageTitle: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  })
  index.addAll(sections)
  const byId = new Map(sections.map((section) => [section.id, section]))
  return (text) =>
    index
      .search(text)
      .slice(0, limit)
      .flatMap(({ id, terms }) => {
        const section = byId.get(String(id))
        if (section === undefined) return []
        const { page, pageTitle, heading, title } = section
        return [{ id: section.id, page, pageTitle, heading, title, excerpt: excerptOf(section.text, terms) }]
      })
}
