// Reads one Markdown page of the manual into plain blocks. Whatever the app could not show, such as HTML, is refused, so that the build fails and not the reader.
import { marked } from 'marked'
import { z } from 'zod'
import type { Block, Inline, ManualPage, Picture } from '../../src/renderer/features/help/manual-page.ts'
import { plainText } from '../../src/renderer/features/help/manual-page.ts'

export interface PageSource {
  readonly id: string
  readonly part: ManualPage['part']
  readonly markdown: string
  /** The id of the page that a link leads to; null when the manual does not have it. */
  readonly pageOf: (target: string) => string | null
  /** Where a picture is and how large; null when there is no such file. */
  readonly pictureOf: (target: string) => Picture | null
}

/** As GitHub makes it, so that links work there as well: lower case, words joined by hyphens. */
export function headingId(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')
}

const isComment = (text: string) => /^\s*<!--[\s\S]*?-->\s*$/.test(text)

function refuse(source: PageSource, what: string): never {
  throw new Error(`The page "${source.id}" of the manual holds ${what}, which the app does not show. Write it in plain Markdown.`)
}

const Cell = z.object({
  get tokens() {
    return z.array(Token)
  },
})
/** What is used of a token of marked. */
const Token = z.object({
  type: z.string(),
  raw: z.string(),
  text: z.string().default(''),
  href: z.string().default(''),
  depth: z.int().optional(),
  ordered: z.boolean().default(false),
  get tokens() {
    return z.array(Token).optional()
  },
  get items() {
    return z.array(Token).default([])
  },
  header: z.union([z.array(Cell), z.boolean()]).optional(),
  rows: z.array(z.array(Cell)).default([]),
})
type Token = z.infer<typeof Token>
type Cell = z.infer<typeof Cell>

function textOf(token: Token, source: PageSource): Inline[] {
  const { text } = token
  if (/&(#\d+|[a-z]+);/i.test(text)) refuse(source, `an HTML entity in "${text.slice(0, 60)}"`)
  return [{ kind: 'text', text: text.replaceAll('\n', ' ') }]
}

function linkOf(href: string, children: readonly Inline[], source: PageSource): Inline[] {
  // There is no network to follow it with: the address stands beside the words.
  if (/^https?:/.test(href)) return plainText(children) === href ? [...children] : [...children, { kind: 'text', text: ` (${href})` }]
  const [target = '', heading = null] = href.split('#')
  const page = target === '' ? source.id : source.pageOf(target)
  // A file of the source beside the documents, such as a schema: its name says what it is.
  return page === null ? [...children] : [{ kind: 'link', page, heading, children }]
}

function inlinesOf(tokens: readonly Token[], source: PageSource): Inline[] {
  return tokens.flatMap((token): Inline[] => {
    if (token.type === 'strong') return [{ kind: 'strong', children: inlinesOf(token.tokens ?? [], source) }]
    if (token.type === 'em') return [{ kind: 'emphasis', children: inlinesOf(token.tokens ?? [], source) }]
    if (token.type === 'codespan') return [{ kind: 'code', text: token.text }]
    if (token.type === 'link') return linkOf(token.href, inlinesOf(token.tokens ?? [], source), source)
    // The only way to break a line inside a cell of a table.
    if (token.type === 'br' || (token.type === 'html' && /^<br ?\/?>$/.test(token.raw))) return [{ kind: 'break' }]
    if (token.type === 'escape') return [{ kind: 'text', text: token.text }]
    if (token.type === 'text') return token.tokens === undefined ? textOf(token, source) : inlinesOf(token.tokens, source)
    return refuse(source, `"${token.raw.slice(0, 60)}"`)
  })
}

/** A picture stands in a paragraph of its own. */
function paragraphOf(tokens: readonly Token[], source: PageSource): Block {
  const [first] = tokens
  if (tokens.length !== 1 || first === undefined || first.type !== 'image')
    return { kind: 'paragraph', children: inlinesOf(tokens, source) }
  const picture = source.pictureOf(first.href) ?? refuse(source, `a picture that is not there (${first.href})`)
  const alt = first.text
  return alt.trim() === '' ? refuse(source, 'a picture without words for those who do not see it') : { kind: 'image', ...picture, alt }
}

function blockOf(token: Token, source: PageSource): Block[] {
  if (token.type === 'space' || (token.type === 'html' && isComment(token.text))) return []
  if (token.type === 'heading') {
    const children = inlinesOf(token.tokens ?? [], source)
    const level =
      token.depth === 2 || token.depth === 3 || token.depth === 4
        ? token.depth
        : refuse(source, 'a second title or a heading below the fourth level')
    return [{ kind: 'heading', level, id: headingId(plainText(children)), children }]
  }
  if (token.type === 'paragraph') return [paragraphOf(token.tokens ?? [], source)]
  if (token.type === 'text') return [{ kind: 'paragraph', children: inlinesOf(token.tokens ?? [token], source) }]
  if (token.type === 'code') return [{ kind: 'code', text: token.text }]
  if (token.type === 'blockquote') return [{ kind: 'note', children: blocksOf(token.tokens ?? [], source) }]
  if (token.type === 'list') {
    return [{ kind: 'list', isOrdered: token.ordered, items: token.items.map((item) => blocksOf(item.tokens ?? [], source)) }]
  }
  if (token.type === 'table' && Array.isArray(token.header)) {
    const read = (cells: readonly Cell[]) => cells.map((cell) => inlinesOf(cell.tokens, source))
    return [{ kind: 'table', head: read(token.header), rows: token.rows.map(read) }]
  }
  return refuse(source, `"${token.raw.slice(0, 60)}"`)
}

function blocksOf(tokens: readonly Token[], source: PageSource): Block[] {
  return tokens.flatMap((token) => blockOf(token, source))
}

/** The page that a Markdown file is. Throws when it does not begin with its title, or holds what the app cannot show. */
export function readPage(source: PageSource): ManualPage {
  const [first, ...rest] = z
    .array(Token)
    .parse(marked.lexer(source.markdown))
    .filter(({ type }) => type !== 'space')
  if (first === undefined || first.type !== 'heading' || first.depth !== 1) return refuse(source, 'no title as its first line')
  return { id: source.id, title: plainText(inlinesOf(first.tokens ?? [], source)), part: source.part, blocks: blocksOf(rest, source) }
}
