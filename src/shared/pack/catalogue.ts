// A catalogue of controls that questions may be mapped to: data from resources/catalogues, handed in by whoever can read files.
import { z } from 'zod'
import type { Mappings } from '../domain/question.ts'

type CatalogueId = keyof Mappings

/** Each id is the key under `mappings` of a question that the controls stand under. */
const CatalogueName = z.enum(['csf20', 'sp80053r5', 'sp800161r1', 'sp800171r3'] satisfies CatalogueId[])

/** One file of resources/catalogues. */
export const Catalogue = z.strictObject({
  id: CatalogueName,
  title: z.string().min(1),
  source: z.string().min(1),
  licence: z.string().min(1),
  note: z.string().optional(),
  /** A catalogue whose controls belong to this one too. */
  includes: CatalogueName.optional(),
  controls: z.array(z.strictObject({ id: z.string().min(1), title: z.string().min(1) })).min(1),
})
export type Catalogue = z.infer<typeof Catalogue>

export type Catalogues = Readonly<Record<CatalogueId, Catalogue>>

/** The catalogues by id, each with the controls it includes from another. Throws where one is missing. */
export function joinCatalogues(files: readonly Catalogue[]): Catalogues {
  const find = (id: CatalogueId) => {
    const file = files.find((one) => one.id === id)
    if (file === undefined) throw new Error(`The catalogue ${id} is missing. Install Gatehouse again.`)
    return file
  }
  const join = (id: CatalogueId): Catalogue => {
    const { includes, ...own } = find(id)
    return includes === undefined ? own : { ...own, controls: [...find(includes).controls, ...own.controls] }
  }
  return { csf20: join('csf20'), sp80053r5: join('sp80053r5'), sp800161r1: join('sp800161r1'), sp800171r3: join('sp800171r3') }
}
