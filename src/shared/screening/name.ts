// A name taken apart: its words, its numbers and its legal form.
import { type FoldedToken, foldedTokens } from './fold.ts'
import type { NameTables } from './name-tables.ts'

export interface NameWord {
  readonly text: string
  readonly isComparable: boolean
  readonly isNumber: boolean
  /** Groups of words that mean the same, such as bank and banco; empty for a word that tells the party apart. */
  readonly groups: ReadonlySet<number>
}

export interface ScreenedName {
  /** As it was given. */
  readonly raw: string
  readonly words: readonly NameWord[]
  /** The legal form's folded spellings, in order. */
  readonly legalForms: readonly string[]
  readonly legalKinds: ReadonlySet<string>
  /** The words joined by blanks. Empty when there is nothing to compare: it then neither matches nor clears. */
  readonly key: string
  /** The words joined by nothing. */
  readonly joined: string
}

interface LegalForm {
  readonly length: number
  readonly spelling: string
  readonly kinds: ReadonlySet<string>
}

interface Parts {
  readonly rest: readonly FoldedToken[]
  readonly forms: readonly LegalForm[]
}

/** The longest legal form that begins at this place. */
function formAt(tokens: readonly FoldedToken[], at: number, tables: NameTables): LegalForm | undefined {
  const longest = Math.min(tables.longestForm, tokens.length - at)
  for (let length = longest; length > 0; length -= 1) {
    const spelling = tokens
      .slice(at, at + length)
      .map((token) => token.text)
      .join(' ')
    const kinds = tables.legalForms.get(spelling)
    if (kinds !== undefined) return { length, spelling, kinds }
  }
  return undefined
}

/** Takes the legal forms out, but never the whole name. */
function takeForms(tokens: readonly FoldedToken[], tables: NameTables): Parts {
  const rest: FoldedToken[] = []
  const forms: LegalForm[] = []
  let at = 0
  while (at < tokens.length) {
    const form = formAt(tokens, at, tables)
    if (form === undefined) rest.push(...tokens.slice(at, at + 1))
    else forms.push(form)
    at += form?.length ?? 1
  }
  return rest.length === 0 ? { rest: tokens, forms: [] } : { rest, forms }
}

const noGroups: ReadonlySet<number> = new Set()

/** The name taken apart; the same for the party that is screened and for the names on a list. */
export function takeApart(raw: string, tables: NameTables): ScreenedName {
  const { rest, forms } = takeForms(foldedTokens(raw), tables)
  const words = rest.map(({ text, isComparable }) => ({
    text,
    isComparable,
    isNumber: /^\d+$/u.test(text),
    groups: tables.words.get(text) ?? noGroups,
  }))
  return {
    raw,
    words,
    legalForms: forms.map((form) => form.spelling),
    legalKinds: new Set(forms.flatMap((form) => [...form.kinds])),
    key: words.map((word) => word.text).join(' '),
    joined: words.map((word) => word.text).join(''),
  }
}
