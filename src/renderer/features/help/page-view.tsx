import type { ReactNode } from 'react'
import type { Block, Inline, ManualPage } from './manual-page.ts'

/** Leads to another place of the manual. */
export type GoToPage = (page: string, heading: string | null) => void

/** One page as React elements: nothing in it is ever read as HTML. */
export function PageView({ page, onGo }: { readonly page: ManualPage; readonly onGo: GoToPage }) {
  return (
    <article className="manual-page" aria-label={page.title}>
      {page.blocks.map((block, index) => (
        <BlockView key={index} block={block} onGo={onGo} />
      ))}
    </article>
  )
}

function BlockView({ block, onGo }: { readonly block: Block; readonly onGo: GoToPage }) {
  const show = (parts: readonly Inline[]) => <Inlines parts={parts} onGo={onGo} />
  switch (block.kind) {
    case 'heading':
      return (
        <Heading level={block.level} id={block.id}>
          {show(block.children)}
        </Heading>
      )
    case 'paragraph':
      return <p>{show(block.children)}</p>
    case 'list':
      return <ListView block={block} onGo={onGo} />
    case 'table':
      return <TableView block={block} onGo={onGo} />
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'image':
      return <img src={block.source} width={block.widthPx} height={block.heightPx} alt={block.alt} />
    case 'note':
      return (
        <aside className="manual-note">
          {block.children.map((child, index) => (
            <BlockView key={index} block={child} onGo={onGo} />
          ))}
        </aside>
      )
  }
}

interface HeadingProps {
  readonly level: 2 | 3 | 4
  readonly id: string
  readonly children: ReactNode
}

/** The title of the page is a heading of the screen, so these are one lower. */
function Heading({ level, id, children }: HeadingProps) {
  const Tag = level === 2 ? 'h2' : level === 3 ? 'h3' : 'h4'
  return (
    <Tag id={`manual-${id}`} tabIndex={-1}>
      {children}
    </Tag>
  )
}

function ListView({ block, onGo }: { readonly block: Extract<Block, { kind: 'list' }>; readonly onGo: GoToPage }) {
  const Tag = block.isOrdered ? 'ol' : 'ul'
  return (
    <Tag>
      {block.items.map((item, index) => (
        <li key={index}>
          {item.map((child, place) => (
            <BlockView key={place} block={child} onGo={onGo} />
          ))}
        </li>
      ))}
    </Tag>
  )
}

function TableView({ block, onGo }: { readonly block: Extract<Block, { kind: 'table' }>; readonly onGo: GoToPage }) {
  return (
    <table className="manual-table">
      <thead>
        <tr>
          {block.head.map((cell, index) => (
            <th key={index} scope="col">
              <Inlines parts={cell} onGo={onGo} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, place) => (
              <td key={place}>
                <Inlines parts={cell} onGo={onGo} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Inlines({ parts, onGo }: { readonly parts: readonly Inline[]; readonly onGo: GoToPage }) {
  return parts.map((part, index) => <InlineView key={index} part={part} onGo={onGo} />)
}

function InlineView({ part, onGo }: { readonly part: Inline; readonly onGo: GoToPage }) {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'code':
      return <code>{part.text}</code>
    case 'break':
      return <br />
    case 'strong':
      return (
        <strong>
          <Inlines parts={part.children} onGo={onGo} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines parts={part.children} onGo={onGo} />
        </em>
      )
    case 'link':
      return (
        <button type="button" className="link" onClick={() => onGo(part.page, part.heading)}>
          <Inlines parts={part.children} onGo={onGo} />
        </button>
      )
  }
}
