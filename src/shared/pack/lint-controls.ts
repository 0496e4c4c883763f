// Lint: every control that a question is mapped to stands in its catalogue.
import type { Pack } from '../domain/pack.ts'
import type { Catalogue, Catalogues } from './catalogue.ts'
import type { Finding } from './problem.ts'
import { pathOf } from './walk.ts'

/** An id without what people write differently: case, spaces, leading zeros, brackets for enhancements. */
function looseForm(id: string): string {
  return id
    .toLowerCase()
    .replaceAll(/[\s().-]+/gu, '-')
    .replaceAll(/(?<=^|\D)0+(?=\d)/gu, '')
    .replace(/-$/u, '')
}

interface Index {
  readonly title: string
  readonly ids: ReadonlySet<string>
  readonly byLooseForm: ReadonlyMap<string, string>
}

const indexes = new WeakMap<Catalogue, Index>()

function indexOf(catalogue: Catalogue): Index {
  const known = indexes.get(catalogue)
  if (known !== undefined) return known
  const ids = catalogue.controls.map((control) => control.id)
  const index = { title: catalogue.title, ids: new Set(ids), byLooseForm: new Map(ids.map((id) => [looseForm(id), id])) }
  indexes.set(catalogue, index)
  return index
}

function checkList(ids: readonly string[], { title, ids: known, byLooseForm }: Index): string[] {
  const seen = new Set<string>()
  return ids.flatMap((id) => {
    const isRepeated = seen.has(id)
    seen.add(id)
    if (isRepeated) return [`names the control ${id} twice; remove one`]
    if (known.has(id)) return []
    const meant = byLooseForm.get(looseForm(id))
    return [
      `names the control ${id}, which is not in ${title}; ${meant === undefined ? 'correct the id or remove it' : `did you mean ${meant}?`}`,
    ]
  })
}

/** Mapped controls that their catalogue does not have, or that are named twice. Without catalogues, nothing is checked. */
export function lintControls(pack: Pack, catalogues: Catalogues | undefined): Finding[] {
  if (catalogues === undefined) return []
  return pack.questions.flatMap((question) =>
    Object.values(catalogues).flatMap((catalogue) =>
      checkList(question.mappings[catalogue.id] ?? [], indexOf(catalogue)).map((message) => ({
        path: `${pathOf(question)}.mappings.${catalogue.id}`,
        message,
      })),
    ),
  )
}
