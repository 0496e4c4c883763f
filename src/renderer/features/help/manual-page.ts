// What a page of the manual is once the build has read its Markdown: plain data, so that showing it needs no HTML.

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  /** To another place of the manual; `heading` is null for the beginning of the page. */
  | { readonly kind: 'link'; readonly page: string; readonly heading: string | null; readonly children: readonly Inline[] }
  | { readonly kind: 'break' }

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly id: string; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | ({ readonly kind: 'image'; readonly alt: string } & Picture)
  | { readonly kind: 'note'; readonly children: readonly Block[] }

/** Its size is known before it is there, so that it takes its room at once. */
export interface Picture {
  /** Its address in the built page. */
  readonly source: string
  readonly widthPx: number
  readonly heightPx: number
}

export interface ManualPage {
  /** The name of its file without the ending. */
  readonly id: string
  readonly title: string
  /** `guide`: how to do things. `background`: how Gatehouse works inside. */
  readonly part: 'guide' | 'background'
  readonly blocks: readonly Block[]
}

/** The words of inline parts, without their marks. */
export function plainText(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'break') return ' '
      return 'text' in part ? part.text : plainText(part.children)
    })
    .join('')
}
