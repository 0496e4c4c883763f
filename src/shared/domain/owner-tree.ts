// Who holds a third party, and who holds its holders: a tree of shares as a flat list, each holder naming what it holds.
import { z } from 'zod'
import { CountryCode } from './country.ts'
import { line, requiredLine } from './text.ts'
import { Day } from './time.ts'

export const HolderId = z.uuid().brand<'HolderId'>()
export type HolderId = z.infer<typeof HolderId>

export const holderKinds = ['company', 'person', 'state', 'fund', 'trust', 'not-stated'] as const
export const HolderKind = z.enum(holderKinds)
export type HolderKind = z.infer<typeof HolderKind>

/** The whole of a party, in hundredths of a percent. */
export const wholeBp = 10_000
/** Holders of holders of holders: as many layers as an answer about owners takes. */
export const mostLayers = 20

/** One holding of a person names no country: what counts is whose law a firm or state stands under, not where somebody comes from. `holds` is the holder whose shares these are, null for the third party's own; `shareBp` is the direct share, 0–10,000. */
export const Holder = z
  .strictObject({
    id: HolderId,
    holds: HolderId.nullable(),
    name: requiredLine(300),
    country: CountryCode.or(z.literal('')),
    kind: HolderKind,
    shareBp: z.int().min(0, 'is below 0 %; correct the share').max(wholeBp, 'is more than 100 %; correct the share'),
    note: line(500),
  })
  .refine(({ kind, country }) => kind !== 'person' || country === '', {
    path: ['country'],
    message: 'is given for a person; write down the name and the share of a person and nothing else',
  })
export type Holder = z.infer<typeof Holder>

/** Why holders make no tree. `held` is null where the third party itself is meant. */
export type TreeProblem =
  | { readonly kind: 'same-id'; readonly id: HolderId }
  | { readonly kind: 'holds-nobody'; readonly id: HolderId }
  | { readonly kind: 'cycle'; readonly id: HolderId }
  | { readonly kind: 'too-deep'; readonly id: HolderId }
  | { readonly kind: 'over-whole'; readonly held: HolderId | null; readonly heldBp: number }

type Links = Pick<Holder, 'id' | 'holds' | 'shareBp'>

/** The layer of each holder: 1 holds the third party itself. Null where the way to the third party is broken, a circle or too long. */
function layersOf(holders: readonly Links[]): Map<HolderId, number | 'cycle' | 'too-deep' | 'holds-nobody'> {
  const byId = new Map(holders.map((holder) => [holder.id, holder]))
  const layerOf = (start: Links) => {
    const passed = new Set<HolderId>()
    let at = start
    for (;;) {
      if (passed.has(at.id)) return 'cycle' as const
      passed.add(at.id)
      if (at.holds === null) return passed.size > mostLayers ? ('too-deep' as const) : passed.size
      const next = byId.get(at.holds)
      if (next === undefined) return 'holds-nobody' as const
      at = next
    }
  }
  return new Map(holders.map((holder) => [holder.id, layerOf(holder)]))
}

/** What the holders of each party hold together, in hundredths of a percent; null stands for the third party. */
export function heldOf(holders: readonly Pick<Holder, 'holds' | 'shareBp'>[]): Map<HolderId | null, number> {
  const held = new Map<HolderId | null, number>()
  for (const { holds, shareBp } of holders) held.set(holds, (held.get(holds) ?? 0) + shareBp)
  return held
}

/** What is wrong with a tree; empty when every holder leads to the third party and nobody is held by more than the whole. */
export function treeProblems(holders: readonly Links[]): TreeProblem[] {
  const ids = holders.map(({ id }) => id)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  const lost = [...layersOf(holders)].flatMap(([id, layer]): TreeProblem[] => (typeof layer === 'number' ? [] : [{ kind: layer, id }]))
  const over = [...heldOf(holders)].flatMap(([held, heldBp]): TreeProblem[] =>
    heldBp > wholeBp ? [{ kind: 'over-whole', held, heldBp }] : [],
  )
  return [...twice.map((id): TreeProblem => ({ kind: 'same-id', id })), ...lost, ...over]
}

const sentences: Readonly<Record<TreeProblem['kind'], string>> = {
  'same-id': 'has the same holder twice; remove one of them',
  'holds-nobody': 'has a holder of something that is not in the tree; put it under another holder',
  cycle: 'goes round in a circle, so that somebody would hold itself; put one of its holders somewhere else',
  'too-deep': `has more than ${mostLayers} layers; leave the ones between out`,
  'over-whole': 'has holders of one party who hold more than the whole together; correct the shares',
}

/** The holders of a third party, and what they were taken from. */
export const OwnerTree = z.strictObject({
  holders: z
    .array(Holder)
    .max(200, 'has more than 200 holders; leave the small ones out')
    .superRefine((holders, context) => {
      for (const { kind } of treeProblems(holders).slice(0, 1)) context.addIssue({ code: 'custom', message: sentences[kind] })
    }),
  /** The day the source speaks of, and the source; empty when not written down. */
  asOf: Day.or(z.literal('')),
  source: line(300),
})
export type OwnerTree = z.infer<typeof OwnerTree>

export const emptyOwnerTree: OwnerTree = { holders: [], asOf: '', source: '' }
